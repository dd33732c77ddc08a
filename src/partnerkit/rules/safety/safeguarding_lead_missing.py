"""Some learners are under 18, and no designated safeguarding lead is recorded.

## What it does

It fires if an activity or a learner's entry tells of learners under 18, and no key role `designated-safeguarding-lead`
has a holder who has not given it up. That an assessment takes young people into account does not show that there are
any. In a partnership that is closed or called off it is quiet.

## Why it matters

A young person who is worried, and a colleague who notices something, have to know whom to turn to on the first day, at
the workplace as well as at the college.

Source: practice.

## Fires on

```yaml
activities:
  - {id: patterns, title: Patternmaking programme, start: 2026-03-02, route: {learners: 6, under_18: 4}}
```

## Is quiet on

```yaml
activities:
  - {id: patterns, title: Patternmaking programme, start: 2026-03-02, route: {learners: 6, under_18: 4}}
key_roles:
  - {id: safeguarding, role: designated-safeguarding-lead, partner: eastfield-college, holder: eve-shaw}
```

## How to mend it

Agree who is the designated safeguarding lead and who stands in, record the key role, and tell learners and mentors.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject

CODE = "PKG23"
SEVERITY = Severity.ERROR
STAGE = Stage.ACTIVATE
ABOUT = ("key_roles",)


def check(subject: Subject) -> Iterator[Finding]:
    """Learners under 18 without a designated safeguarding lead."""
    if subject.ended or not subject.under_18:
        return
    roles = [role for role in subject.part.key_roles if role.role == "designated-safeguarding-lead"]
    if any(role.holder and (role.until is None or role.until >= subject.as_of) for role in roles):
        return
    message = "some of the learners are under 18, and no designated safeguarding lead is recorded"
    if roles:
        yield Finding(roles[-1], message)
    else:
        yield Finding(subject.part, message, "key_roles")
