"""An agreement does not say what an agreement of its type should.

## What it does

It goes through the matters that an agreement of each type should settle, and fires if one of them is marked `absent`
or not mentioned at all. A matter that does not arise can be excused with its reason, and one that another paper
settles can refer to it. Up to the stage *plan* it warns; from *activate* on it is an error.

| type | matters |
|---|---|
| letter of intent | purpose |
| memorandum of understanding | purpose, scope, roles, governance, finance, intellectual property, confidentiality, data protection, variation, dispute, termination, exit |
| partnership agreement | the same, and governing law |
| contract | scope, roles, finance, data protection, variation, dispute, termination, governing law |
| service level agreement | scope, roles, finance, variation, dispute, termination |
| non-disclosure agreement | purpose, scope, confidentiality, termination |
| data-sharing agreement | purpose, scope, data protection, confidentiality, termination |
| placement agreement | roles, health and safety, data protection, termination |

The types on which a partnership can rest (the second to the fifth), and placement agreements, also need safeguarding
and data protection where some learners are under 18, and health and safety where learners are at work. Training plans
are left alone.

## Why it matters

What the agreement does not settle is settled later, when the partners no longer want the same thing.

Source: published guidance on memoranda of understanding, among it that of the law firm Flint Bishop; which matters
each type needs is practice.

## Fires on

```yaml
agreements:
  - id: nda
    type: non-disclosure-agreement
    clauses: {purpose: present, scope: present, confidentiality: present}
```

## Is quiet on

```yaml
agreements:
  - id: nda
    type: non-disclosure-agreement
    clauses:
      purpose: present
      scope: present
      confidentiality: present
      termination: {reference: "Letter of 3 March 2026, point 4"}
```

## How to mend it

Settle the matter in the agreement and mark it `present`, or say why it does not arise or where else it is settled.
"""  # noqa: E501 - a table's row is one line

from partnerkit.rules.agreement._agreements import called, standing
from partnerkit.rules.agreement._clauses import missing_clauses
from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed, said

CODE = "PKD08"
SEVERITY = Severity.ERROR
STAGE = Stage.AGREE
ABOUT = ("agreements",)


def check(subject: Subject) -> Iterator[Finding]:
    """Matters that an agreement leaves open."""
    severity = Severity.WARNING if subject.stage < Stage.ACTIVATE else None
    for agreement in standing(subject):
        missing = missing_clauses(subject, agreement)
        if missing and agreement.clauses is None:
            yield Finding(
                agreement, f"the record does not say which matters {called(agreement)} settles", severity=severity
            )
        elif missing:
            message = f"{called(agreement)} is not recorded as settling {listed(map(said, missing), 'or')}"
            yield Finding(agreement, message, "clauses", severity=severity)
