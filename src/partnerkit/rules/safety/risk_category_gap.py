"""A sort of risk that partnerships run into is missing from the register.

## What it does

If there is a risk register, it looks for at least one risk in each of four categories: people, dependency, cultural
and data. Closed risks count, as they were considered. What is missing is named in one finding.

## Why it matters

Partnerships fail by these more often than by fire or fraud: somebody leaves, one side cannot do without the other,
ways of working clash, personal data goes astray. Cultural fit and changes in personnel are two of the misconceptions
that examiners name.

Source: seed document 000, "Common misconceptions", fourth and fifth points; that these four are looked for is
practice.

## Fires on

```yaml
risks:
  - {id: risk-mentor, event: The mentor leaves, category: people}
```

## Is quiet on

```yaml
risks:
  - {id: risk-mentor, event: The mentor leaves, category: people}
  - {id: risk-line, event: The moulding line is full with orders, category: dependency}
  - {id: risk-pace, event: A change waits for a month, category: cultural}
  - {id: risk-data, event: Marks reach people who need not know them, category: data, status: closed}
```

## How to mend it

Ask what could go wrong in each of these respects and add it to the register; if nothing could, give the reason in
`not_applicable` under the name of this rule.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed

CODE = "PKG08"
SEVERITY = Severity.INFO
STAGE = Stage.PLAN
ABOUT = ("risks",)


COMMON = ("people", "dependency", "cultural", "data")


def check(subject: Subject) -> Iterator[Finding]:
    """Registers without one of the common categories."""
    considered = {risk.category for risk in subject.part.risks}
    missing = [category for category in COMMON if category not in considered]
    if subject.part.risks and missing:
        yield Finding(subject.part, f"no risk in the register has the category {listed(missing, 'or')}", "risks")
