"""An objective is worded vaguely, without a figure.

## What it does

It looks for statements of objectives with words such as *improve*, *better*, *fewer* or *raise awareness*, and without
a figure in digits or in words. It knows a list of such words, no more, and says nothing of what the indicators hold;
so it only informs. Where there is no indicator at all, `objective-without-indicator` says more, and this rule is quiet.

## Why it matters

Each side reads its own hope into such a word. The indicators may be sound, but it is the sentence that people remember
and repeat.

Source: seed document 000, third misconception: outcomes that are not measurable from the outset.

## Fires on

```yaml
objectives:
  - id: obj-patterns
    statement: Improve the skills of patternmakers
    indicators:
      - {id: unaided, unit: people, target: {value: 6, on: 2027-07-31}}
```

## Is quiet on

```yaml
objectives:
  - id: obj-patterns
    statement: Six apprentices make patterns unaided by July 2027
    indicators:
      - {id: unaided, unit: people, target: {value: 6, on: 2027-07-31}}
```

## How to mend it

Say who will do what, how much and by when.
"""

import re

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKC15"
SEVERITY = Severity.INFO
STAGE = Stage.AGREE
ABOUT = ("objectives",)

_VAGUE = re.compile(
    r"""
    \b (?:
      better | more | fewer | less | greater | higher | lower | closer | stronger | strong | good | effective(?:ly)?
      | confident | world-class | excellent | excellence | strengthen(?:s|ed|ing)? | boost(?:s|ed|ing)?
      | (?: improv | enhanc | optimis | maximis | minimis | increas | reduc ) (?: e | es | ed | ing )
      | improvements? | enhancements? | reductions? | rais(?: e | es | ed | ing ) \s awareness
    ) \b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FIGURE = re.compile(
    r"""
    [0-9] | \b (?:
      zero | one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | dozen
      | (?: thir | four | fif | six | seven | eigh | nine ) teen | hundred | thousand
      | (?: twen | thir | for | fif | six | seven | eigh | nine ) ty
      | half | halv\w+ | thirds? | quarters? | double[sd]? | twice
    ) \b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Statements that hold a hope and no figure."""
    for objective in subject.part.objectives:
        vague = _VAGUE.search(objective.statement) if objective.indicators else None
        if vague is not None and not _FIGURE.search(objective.statement):
            yield Finding(objective, f"the statement says “{vague[0].lower()}”, and gives no figure", "statement")
