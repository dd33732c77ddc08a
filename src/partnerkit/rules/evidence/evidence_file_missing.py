"""The file that a piece of evidence names is not there.

## What it does

At every stage, it looks for evidence whose `file` names no plain file inside the workspace. The path is read from the
folder of the record. The rule is quiet where the files have not been looked for, and for evidence that has only a
`url`.

## Why it matters

A file that was renamed, left behind when its record was moved, or never added is found out when somebody wants to see
it, often an assessor on the day. When it is missed at once, there is still somebody who knows where it is.

Source: seed document 000, "Exam Tips", fourth point, which asks that assessors can locate the proof.

## Fires on

```yaml
evidence:
  - {id: ev-minutes, title: Minutes of the delivery group, type: minutes, file: files/minutes-april.md}
```

## Is quiet on

```yaml
evidence:
  - {id: ev-minutes, title: Minutes of the delivery group, type: minutes, file: files/minutes-march.md}
```

## How to mend it

Add the file, or write the path as the file is named, with capitals and ending. When a record is moved into a folder,
its folder `files` moves with it.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKI05"
SEVERITY = Severity.ERROR
STAGE = Stage.IDENTIFY
ABOUT = ("evidence",)


def check(subject: Subject) -> Iterator[Finding]:
    """Evidence whose file is not there."""
    for evidence in subject.part.evidence:
        file = subject.evidence_file(evidence)
        if file is not None and not file.exists:
            yield Finding(evidence, f"there is no file `{evidence.file}` beside the record", "file")
