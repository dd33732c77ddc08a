"""The record reads like a contract with a supplier, not like a collaboration.

## What it does

From the stage *run* on, it looks for four signs, and fires if `transactional-signs-least` of the rule pack are there
(all four, unless a workspace sets fewer); the message names them:

- money comes from one partner only;
- one partner owns almost all actions: `transactional-actions-share-least` of them or more, if there are at least
  `transactional-actions-least`;
- no decision of the last `transactional-decision-days` was taken by two partners or more;
- nothing was designed together: no activity names two partners in `designed_by` or is of the type `co-design`, and no
  proposal for what is taught was taken up.

It is quiet where the partnership is closed or called off. None of the signs is a fault by itself.

## Why it matters

There is nothing wrong with buying training. But a partnership that only buys gets no shared goals, no changed
teaching and no second idea, and it ends with the order. Taking a supplier contract for a collaboration is the first
of the five misconceptions that examiners of the unit on collaborative relationships name.

Source: seed document 000, "Common misconceptions", first point; the Australian unit BSBPMG614; the signs are
practice.

## Fires on

```yaml
# as of 2026-10-15
resources:
  - {id: fee, type: money, partner: northgate-castings, committed: {money: {amount: 18000, currency: GBP}}}
activities:
  - {id: course, title: Course, designed_by: [eastfield-college]}
actions:
  - {id: act-1, text: Print workbooks, owner: finn-todd}
  - {id: act-2, text: Book the room, owner: finn-todd}
  - {id: act-3, text: Set up the register, owner: finn-todd}
  - {id: act-4, text: Mark the assignments, owner: dan-price}
  - {id: act-5, text: Send the invoice, owner: dan-price}
```

## Is quiet on

```yaml
# as of 2026-10-15
resources:
  - {id: fee, type: money, partner: northgate-castings, committed: {money: {amount: 18000, currency: GBP}}}
activities:
  - {id: course, title: Course, designed_by: [eastfield-college, northgate-castings]}
actions:
  - {id: act-1, text: Print workbooks, owner: finn-todd}
  - {id: act-2, text: Book the room, owner: cat-ives}
  - {id: act-3, text: Set up the register, owner: finn-todd}
  - {id: act-4, text: Bring three castings that failed, owner: cat-ives}
  - {id: act-5, text: Mark the assignments, owner: dan-price}
```

## How to mend it

Ask both sides whether they want more than a contract; if so, begin with one thing that they design and decide
together.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, listed
from partnerkit.rules.plan._signs import signs

CODE = "PKE08"
SEVERITY = Severity.WARNING
STAGE = Stage.RUN


def check(subject: Subject) -> Iterator[Finding]:
    """A partnership that works like a contract."""
    if subject.ended:
        return
    limit = subject.limit("transactional-signs-least")
    found = tuple(signs(subject))
    if found and len(found) >= limit.whole:
        yield Finding(subject.part, f"the record reads like a contract with a supplier: {listed(found)}", limit=limit)
