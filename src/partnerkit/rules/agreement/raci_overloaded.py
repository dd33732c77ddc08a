"""One person answers for most of what is to be done, or too many are asked about one thing.

## What it does

From the stage *plan* on, it counts for how many rows of the responsibility table (`raci`) each person is accountable,
and fires if the share is above `raci-accountable-share-most` of the rule pack; tables shorter than `raci-rows-least`
are not counted. It also fires for a row in which more people are consulted than `raci-consulted-most`.

## Why it matters

A person who answers for everything answers for nothing in time, and is the one whose leaving hurts most. A decision
about which everybody is asked is taken late.

Source: common guidance on the mistakes of responsibility tables (RACI); the figures are practice.

## Fires on

```yaml
raci:
  - {id: content, decision: Content, responsible: [finn-todd], accountable: dan-price}
  - {id: rota, decision: The rota, responsible: [cat-ives], accountable: dan-price}
  - {id: money, decision: Spending, responsible: [amy-okoro], accountable: dan-price}
  - {id: safety, decision: Safe working, responsible: [cat-ives], accountable: ben-hale}
```

## Is quiet on

```yaml
raci:
  - {id: content, decision: Content, responsible: [finn-todd], accountable: dan-price}
  - {id: rota, decision: The rota, responsible: [cat-ives], accountable: amy-okoro}
  - {id: money, decision: Spending, responsible: [amy-okoro], accountable: dan-price}
  - {id: safety, decision: Safe working, responsible: [cat-ives], accountable: ben-hale}
```

## How to mend it

Share it out: let others answer for what is theirs, and move those who need only hear the result from consulted to
informed.
"""

from collections import Counter

from partnerkit.rules.agreement._raci import row_title
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKD17"
SEVERITY = Severity.INFO
STAGE = Stage.PLAN
ABOUT = ("raci",)


def check(subject: Subject) -> Iterator[Finding]:
    """People who answer for too much, and rows about which too many are asked."""
    yield from _accountable(subject)
    limit = subject.limit("raci-consulted-most")
    for row in subject.part.raci:
        if (count := len(row.consulted)) > limit.whole:
            message = f"{count} people are to be asked before {row_title(subject, row)} can go ahead"
            yield Finding(row, message, "consulted", limit=limit)


def _accountable(subject: Subject) -> Iterator[Finding]:
    limit = subject.limit("raci-accountable-share-most")
    rows = subject.part.raci
    if len(rows) < subject.limit("raci-rows-least").whole:
        return
    counts = Counter(id(subject.person(row.accountable)) for row in rows if row.accountable is not None)
    person, count = counts.most_common(1)[0] if counts else (0, 0)
    if count * 100 > limit.value * len(rows):
        held = [row for row in rows if row.accountable and id(subject.person(row.accountable)) == person]
        name = subject.person_name(held[0].accountable or "")
        message = f"{name} answers for {count} of the {len(rows)} things in the table of responsibilities"
        others = tuple((row, "accountable", "and for this") for row in held[1:])
        yield Finding(held[0], message, "accountable", related=others, limit=limit)
