"""Only one way to meet a need was looked at.

## What it does

From the stage *plan* on, it looks for needs that an activity is to meet and that have fewer `options` than
`need-options-least` of the rule pack. Rejected options count: they show that there was a choice.

## Why it matters

The first answer to a need is usually the course that somebody already sells. A mentor, a changed process or a better
tool may do more for less.

Source: seed document 002, "Identification of solution(s)" and "Select solution".

## Fires on

```yaml
needs:
  - {id: need-patterns, options: [{type: external-accredited, decision: selected}]}
activities:
  - {id: patterns, title: Pattern making, needs: [need-patterns]}
```

## Is quiet on

```yaml
needs:
  - id: need-patterns
    options:
      - {type: external-accredited, decision: rejected, why: Other machines}
      - {type: in-house, decision: selected, why: Own patterns}
activities:
  - {id: patterns, title: Pattern making, needs: [need-patterns]}
```

## How to mend it

Compare at least one other way, such as coaching or a change at work, by cost and by how well it carries over to the
job.
"""

from partnerkit.rules.api import Finding, Iterator, Severity, Stage, Subject, said

CODE = "PKE14"
SEVERITY = Severity.INFO
STAGE = Stage.PLAN
ABOUT = ("needs",)


def check(subject: Subject) -> Iterator[Finding]:
    """Needs that had no choice of answers."""
    limit = subject.limit("need-options-least")
    met = {named.rpartition("/")[2] for activity in subject.part.activities for named in activity.needs}
    for need in subject.part.needs:
        if need.id in met and len(need.options) < limit.whole:
            message = "no comparison is recorded of the ways in which this need could be met"
            if need.options:
                message = f"only one way to meet this need is recorded: {said(need.options[0].type)}"
            yield Finding(need, message, "options", limit=limit)
