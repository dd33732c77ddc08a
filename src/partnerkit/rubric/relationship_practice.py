"""How the relationship itself is looked after, from the appointments that are kept to the people who change.

- **Contacts on time**: no contact is overdue, and of the contacts that were due by now enough came on time
  (`contacts-on-time-share-least` of the rule pack). A contact is due on the `next_on` of the one before, or else
  `interval_days` after it; the first one never is. One that has not come although its day has passed is late.
- **Key players**: whoever has much power and much interest has somebody who keeps in touch, and an interval.
- **Reach**: every stakeholder has been contacted or heard; so has somebody from every function and, where there are
  several, every site of the employers, as the people in the organisations' records give them. Who sat in a meeting,
  came on a visit or gave feedback has been heard.
- **On the shop floor**: enough of the visits went where the work is done (`shop-floor-visit-share-least`). Write
  `place: Shop floor` for it, in a care home or an office too: other names of places the program cannot tell.
- **Feedback**: no criticism waits for an answer, whoever said something was told what came of it, and the median time
  for that is within `feedback-answer-days`.
- **Changes of staff**: each key role is held by somebody in post, has a deputy, and was handed over with a note.

Where a partnership is closed or called off, nothing is awaited any more, and what could only be awaited does not apply.

Beside the score stands how far each employer has come on a ladder. An employer is on the highest rung that is shown
together with all those below it:

1. *in contact*: a contact with a stakeholder of it, a meeting or an exchange visit is recorded with its day;
2. *takes part*: its people sat in a meeting, or it made or hosted an exchange visit;
3. *gives*: a resource that it has given is recorded, or hours of an activity that has begun;
4. *shapes*: it designed an activity that has begun together with another partner, or a proposal of its own is taught;
5. *steady*: it was in contact in each of the last four quarters (`engagement-steady-quarters`; a quarter is 91 days).

The tracker that the five rungs come from gives 10 per cent of employers on the fifth as a benchmark. It is quoted and
not applied: one partnership has too few employers for a share.

Source: seed document 004; the ladder follows trackers of employer engagement from 1 to 5 (JVS, P-PV) in our own words,
the benchmark is that of PerformWell; the other figures are practice.
"""

from __future__ import annotations

from partnerkit.rubric.api import Figures, Iterator, Look, Point, asked, counted_point, day
from partnerkit.rubric.checks import relationship
from partnerkit.rubric.checks._contacts import Kept, kept
from partnerkit.rubric.engagement import ladder
from partnerkit.rules.meetings._stakeholders import name_of

TITLE = "Relationship practice"
POINTS = (
    ("F1", "Contacts on time", (relationship.contacts_kept_up, relationship.contacts_on_time)),
    ("F2", "Key players", (relationship.key_players_covered,)),
    ("F3", "Reach", (relationship.stakeholders_contacted, relationship.functions_reached, relationship.sites_reached)),
    ("F4", "On the shop floor", (relationship.shop_floor_visited,)),
    (
        "F5",
        "Feedback",
        (relationship.criticism_answered, relationship.feedback_closed, relationship.feedback_closed_soon),
    ),
    (
        "F6",
        "Changes of staff",
        (relationship.key_roles_in_post, relationship.key_roles_deputised, relationship.handovers_noted),
    ),
)


def points(look: Look) -> Iterator[Point]:
    """The six points."""
    for code, title, checks in POINTS:
        yield counted_point(code, title, [asked(look, check) for check in checks])


def figures(look: Look) -> Iterator[Figures]:
    """How far each employer has come, and how the contacts with each stakeholder were kept up."""
    if rows := tuple(ladder(look)):
        benchmark = look.limit("engagement-top-share-benchmark")
        share = f"{benchmark.value:g} {benchmark.unit} on rung 5"
        note = f"A benchmark from elsewhere, which is not applied here: {share} ({benchmark.source})"
        yield Figures(
            "Engagement of employers", ("Employer", "Rung", "In words", "Shown by", "Next rung asks"), rows, note
        )
    if contacts := tuple(_row(look, one) for one in kept(look)):
        columns = ("Stakeholder", "Interval in days", "Contacts", "On time, of those due", "Last contact")
        yield Figures("Contacts with stakeholders", columns, contacts)


def _row(look: Look, one: Kept) -> tuple[str, ...]:
    interval = one.stakeholder.interval_days
    return (
        name_of(look, one.stakeholder),
        "\N{EN DASH}" if interval is None else str(interval),
        str(len(one.contacts)),
        f"{len(one.on_time)} of {one.due}" if one.due else "\N{EN DASH}",
        day(one.contacts[-1].on) if one.contacts else "\N{EN DASH}",
    )
