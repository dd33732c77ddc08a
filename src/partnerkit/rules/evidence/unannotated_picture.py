"""A photo or a video does not say what it shows.

## What it does

From the stage *review* on, it looks for evidence of the type `photo` or `video` without a `note`. It is quiet where the
evidence is mapped and every entry of `maps` has a note of its own.

## Why it matters

A picture of people at a machine shows that there are people and a machine. Only a note says who does what, where and
why.

Source: Highfield's guidance for assessors, by which photographs are annotated with who and what is to be seen.

## Fires on

```yaml
evidence:
  - {id: ev-photo, title: At the moulding line, type: photo, url: "https://college.example/7"}
```

## Is quiet on

```yaml
evidence:
  - id: ev-photo
    title: At the moulding line
    type: photo
    url: https://college.example/7
    note: Learner 3 sets the flask on line 2, unaided; Cat Ives watches
```

## How to mend it

Write in `note` what is to be seen, who does it, and where. Learners appear under their pseudonyms.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.evidence._words import quoted

CODE = "PKI10"
SEVERITY = Severity.WARNING
STAGE = Stage.REVIEW
ABOUT = ("evidence",)
PICTURES = ("photo", "video")


def check(subject: Subject) -> Iterator[Finding]:
    """Pictures without a note."""
    for evidence in subject.part.evidence:
        if evidence.type not in PICTURES or evidence.note is not None:
            continue
        if not evidence.maps or any(entry.note is None for entry in evidence.maps):
            message = (
                f"the record does not say who and what is to be seen in the {evidence.type} {quoted(evidence.title)}"
            )
            yield Finding(evidence, message, "title")
