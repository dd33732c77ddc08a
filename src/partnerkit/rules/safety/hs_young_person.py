"""Learners under 18 are at a site whose assessment does not mention them.

## What it does

It fires on an assessment without `young_people: true` that covers an activity with learners under 18: by the `route`
of the activity, or by a learner's own entry that names it. An assessment that a later one has replaced, or whose
activities have all ended, is left alone.

## Why it matters

Young people may know a danger less well, be less strong and be slower to say no. Employers have to take their
inexperience and immaturity into account before they start.

Source: Health and Safety Executive, guidance for employers of young people (The right start).

## Fires on

```yaml
activities:
  - {id: patterns, title: Patternmaking programme, start: 2026-03-02, route: {learners: 6, under_18: 4}}
health_and_safety:
  - id: hs-foundry
    activities: [patterns]
    site: Northgate foundry
    assessed_on: 2026-02-10
```

## Is quiet on

```yaml
activities:
  - {id: patterns, title: Patternmaking programme, start: 2026-03-02, route: {learners: 6, under_18: 4}}
health_and_safety:
  - id: hs-foundry
    activities: [patterns]
    site: Northgate foundry
    assessed_on: 2026-02-10
    young_people: true
```

## How to mend it

Go through the assessment with the competent person for learners under 18, change what has to be changed, and then
record `young_people: true`.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed
from partnerkit.rules.safety._assessments import relied_on

CODE = "PKG14"
SEVERITY = Severity.ERROR
STAGE = Stage.ACTIVATE
ABOUT = ("health_and_safety",)


def check(subject: Subject) -> Iterator[Finding]:
    """Assessments that leave learners under 18 out."""
    young = _young(subject)
    for covered in relied_on(subject):
        titles = [f"“{activity.title}”" for activity in covered.activities if activity.id in young]
        if titles and not covered.assessment.young_people:
            fault = f"the assessment of “{covered.place}” does not mention them"
            message = f"learners under 18 take part in {listed(titles)}, and {fault}"
            yield Finding(covered.assessment, message, "young_people")


def _young(subject: Subject) -> frozenset[str]:
    """The ids of the activities in which learners under 18 take part."""
    activities = {one.id for one in subject.part.activities if one.route is not None and one.route.under_18}
    references = {learner.activity for learner in subject.part.learners if learner.under_18 and learner.activity}
    named = (subject.item("activities", reference) for reference in references)
    return frozenset(activities | {item.id for item in named if item is not None})
