"""No evidence on which an assessor found it met is recorded for a criterion.

## What it does

From the stage *review* on, it looks at the criteria that are in play: those of activities that are over, those of the
needs that such activities meet, and those that evidence is mapped to or judged against. It fires where no assessor's
decision says that one of them is met, and tells three cases apart: nothing is mapped to it, evidence is claimed for it
but nobody has judged it, or it was judged and is not met yet. Evidence for a criterion counts for those above it too,
and of two that stand below one another only the lower is reported. Criteria of the same framework that nothing in the
record refers to are not asked for, nor are those with `min_evidence: 0`.

## Why it matters

A criterion that was taught or claimed and never shown is the gap that an assessor or a verifier finds first. And what
is claimed is not yet what is assessed.

Source: seed document 000, "Exam Tips", fourth point; e-portfolios such as OneFile show the same gap for each criterion.

## Fires on

```yaml
evidence:
  - id: ev-pattern
    title: Pattern of the pump housing
    type: product
    maps:
      - {criterion: foundry/S1, paragraph: "2"}
```

## Is quiet on

```yaml
evidence:
  - id: ev-pattern
    title: Pattern of the pump housing
    type: product
    maps:
      - {criterion: foundry/S1, paragraph: "2"}
judgements:
  - {id: jd-pattern, evidence: ev-pattern, criterion: foundry/S1, by: gail-roe, on: 2026-10-01, decision: met}
```

## How to mend it

Map evidence to the criterion and have an assessor judge it, or take the criterion out of the activity if it was not
taught.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject
from partnerkit.rules.evidence._standing import Standing, innermost, named, standings

CODE = "PKI01"
SEVERITY = Severity.ERROR
STAGE = Stage.REVIEW
ABOUT = ("evidence", "judgements")


def check(subject: Subject) -> Iterator[Finding]:
    """Criteria in play that nothing shows."""
    uncovered = (standing for standing in standings(subject) if standing.needed and not standing.met)
    for standing in innermost(uncovered):
        message, help_ = _said(standing)
        yield Finding(standing.part, message, standing.field, help=help_, at=standing.at)


def _said(standing: Standing) -> tuple[str, str]:
    """What is wrong, and what to do if that is not what the page says."""
    criterion, count = named(standing.criterion), len(standing.claimed)
    if standing.judged:
        help_ = "Add evidence of what was missing when it was judged, and have it judged again."
        return f"an assessor has judged {criterion}, and not found it met yet", help_
    if not standing.claimed:
        return f"no evidence in the record is mapped to {criterion}", ""
    claimed = "one piece of evidence is" if count == 1 else f"{count} pieces of evidence are"
    unjudged = f"no judgement of {'it' if count == 1 else 'them'} is recorded"
    help_ = "Have an assessor judge it, and record the decision in `judgements`."
    return f"{claimed} claimed for {criterion}, and {unjudged}", help_
