"""No employer's liability insurance in force is recorded for a site where people learn.

## What it does

For each site of the assessments somebody relies on today it takes the insurance that runs longest. It fires if it has
run out, if it has no last day, or if none is recorded. As long as nobody has begun at the site, a missing entry is a
warning.

One finding a site is enough, and one recorded insurance counts for all assessments of that site.

## Why it matters

If a learner is hurt at work, the claim goes to the employer, and the insurance stands behind it. Those who send
learners to a site check before the first day that it is in force, and again when it runs out.

Source: due diligence checklists for work placements, which ask for the certificate of employer's liability insurance.

## Fires on

```yaml
activities:
  - {id: patterns, title: Patternmaking programme, type: apprenticeship, start: 2026-03-02}
health_and_safety:
  - id: hs-foundry
    activities: [patterns]
    site: Northgate foundry
    assessed_on: 2026-02-10
    review_on: 2027-02-10
    insurance: {insurer: Example Mutual, expires: 2026-03-31}
```

## Is quiet on

```yaml
activities:
  - {id: patterns, title: Patternmaking programme, type: apprenticeship, start: 2026-03-02}
health_and_safety:
  - id: hs-foundry
    activities: [patterns]
    site: Northgate foundry
    assessed_on: 2026-02-10
    review_on: 2027-02-10
    insurance: {insurer: Example Mutual, expires: 2027-03-31}
```

## How to mend it

Ask the employer for the current certificate, and record the insurer and the last day in `expires`.
"""

from partnerkit.model.partnership.safety import Insurance
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, date, day
from partnerkit.rules.safety._assessments import Covered, assessments, relied_on

CODE = "PKG19"
SEVERITY = Severity.ERROR
STAGE = Stage.ACTIVATE
ABOUT = ("health_and_safety",)


def check(subject: Subject) -> Iterator[Finding]:
    """Sites without an insurance in force."""
    policies = _policies(subject)
    sites: dict[str, Covered] = {}
    for covered in relied_on(subject):
        known = sites.setdefault(covered.place, covered)
        if not known.begun(subject.as_of) and covered.begun(subject.as_of):
            sites[covered.place] = covered
    for place, covered in sites.items():
        policy = policies.get(place)
        expires = None if policy is None else policy.expires
        if policy is None:
            severity = None if covered.begun(subject.as_of) else Severity.WARNING
            message = f"no employer's liability insurance is recorded for “{place}”"
            yield Finding(covered.assessment, message, "insurance", severity=severity)
        elif expires is None:
            yield Finding(policy, f"the employer's liability insurance of “{place}” has no last day in the record")
        elif expires < subject.as_of:
            message = f"the employer's liability insurance of “{place}” ran out on {day(expires)}"
            yield Finding(policy, message, "expires")


def _policies(subject: Subject) -> dict[str, Insurance]:
    """The insurance of each place that runs longest."""
    found: dict[str, Insurance] = {}
    for covered in assessments(subject):
        policy = covered.assessment.insurance
        if policy is not None:
            known = found.setdefault(covered.place, policy)
            if (policy.expires or date.min) > (known.expires or date.min):
                found[covered.place] = policy
    return found
