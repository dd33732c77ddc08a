"""The file of a piece of evidence is no longer the one whose digest was noted, or that was judged.

## What it does

From the stage *review* on, it compares `sha256` with the digest of the file as it is now. It fires where they differ,
and for each judgement that states another digest than the evidence does, if nobody has judged that evidence for that
criterion again. It is quiet where no digest was noted, where the file is missing, and where the files have not been
looked at.

## Why it matters

A judgement holds for what the assessor saw. If the file was changed since, by mistake or to improve it, the judgement
hangs in the air. The digest shows that something changed, not who changed it or when: that is in the history of the
files.

Source: the principle that evidence is authentic (VACSR: valid, authentic, current, sufficient, reliable), as Highfield
explains it.

## Fires on

```yaml
evidence:
  - id: ev-minutes
    title: Minutes of the delivery group
    type: minutes
    file: files/minutes-march.md
    sha256: 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0
```

## Is quiet on

```yaml
evidence:
  - id: ev-minutes
    title: Minutes of the delivery group
    type: minutes
    file: files/minutes-march.md
    sha256: fa3eba4f29d7662f646ebe5dd11647c70ba35b1f43a0878fbc1a207798984031
```

## How to mend it

Put the file back as it was. Or, if the file is right as it is now, have it judged again: `partnerkit evidence judge`
notes its digest too. Until somebody can judge it, or where nobody has, `partnerkit evidence note` notes the digest; the
judgements stay to be made again.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, counted
from partnerkit.rules.evidence._judging import by_evidence, outdated
from partnerkit.rules.evidence._words import quoted

CODE = "PKI06"
SEVERITY = Severity.ERROR
STAGE = Stage.REVIEW
ABOUT = ("evidence",)


def check(subject: Subject) -> Iterator[Finding]:
    """Evidence whose file has another digest than was noted, and judgements of files that are others by now."""
    judgements = by_evidence(subject)
    for evidence in subject.part.evidence:
        file = subject.evidence_file(evidence)
        if file is None or file.sha256 is None or evidence.sha256 is None:
            continue
        if evidence.sha256 == file.sha256:
            for entry in outdated(subject.part, evidence):
                words = f"the file of {quoted(evidence.title)} has changed since this judgement was made of it"
                yield Finding(entry, words, "sha256", related=((evidence, "sha256", "the digest that is noted now"),))
            continue
        judged = judgements.get(evidence.id, ())
        message = f"the file `{evidence.file}` has changed since its digest was noted"
        if judged:
            message += f", and {counted(len(judged), 'judgement rests', 'judgements rest')} on it"
        related = tuple((entry, "evidence", "a judgement that rests on it") for entry in judged)
        yield Finding(evidence, message, "sha256", related=related)
