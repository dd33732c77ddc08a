"""Evidence is mapped to a criterion without the place where it shows it.

## What it does

From the stage *review* on, it looks for entries of `maps` with neither a page nor a paragraph nor a time code. A photo
has no such place: there, the note that says what is to be seen is enough, and `unannotated-picture` asks for it.

## Why it matters

Whoever assesses or verifies should be able to open the evidence at the right place. If they have to search, they may
give up, or take something else for the proof.

Source: seed document 000, "Exam Tips", fourth point.

## Fires on

```yaml
evidence:
  - id: ev-minutes
    title: Minutes of the delivery group
    type: minutes
    maps:
      - {criterion: foundry/K1, note: What was decided on alloys}
```

## Is quiet on

```yaml
evidence:
  - id: ev-minutes
    title: Minutes of the delivery group
    type: minutes
    maps:
      - {criterion: foundry/K1, paragraph: "4", note: What was decided on alloys}
```

## How to mend it

Give the page, the paragraph in quotes (`"4.2"`), or the time code in the recording (`12:30`).
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.evidence._standing import named
from partnerkit.rules.evidence._words import quoted

CODE = "PKI03"
SEVERITY = Severity.ERROR
STAGE = Stage.REVIEW
ABOUT = ("evidence",)


def check(subject: Subject) -> Iterator[Finding]:
    """Maps without a place."""
    for evidence in subject.part.evidence:
        if evidence.type == "photo":
            continue
        for entry in evidence.maps:
            if entry.page is None and entry.paragraph is None and entry.timecode is None:
                line = subject.lineage(entry.criterion)
                criterion = named(line[0]) if line else entry.criterion
                yield Finding(
                    entry,
                    f"the record does not say where in {quoted(evidence.title)} {criterion} is shown",
                    "criterion",
                )
