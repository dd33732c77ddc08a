"""The cascade of needs: from the priorities of the business to people, and on to what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.needing.served import LEVELS, state
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import counted, listed
from partnerkit.views.thread.needs import cause, found_by, who

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkit.model.partnership.needs import Need
    from partnerkit.views.needing.served import Served
    from partnerkit.views.thread.dossier import Dossier

End = tuple[str, str]
"""What a line leads from or to: a collection, and the reference of something in it."""
KINDS = {"priorities": "Priority", "needs": "Training need", "activities": "Activity", "objectives": "Objective"}
"""The columns of the picture by the collections they show, from left to right."""
PHRASES = {
    "organisation": "an organisation as a whole",
    "department": "a department",
    "team": "a team",
    "individual": "individuals",
    "occupation": "an occupation",
}


def line_of_sight(d: Dossier, all_: tuple[Served, ...]) -> b.Network | None:
    """Which priority drives a need, which activity meets it, and which objective that serves, as a picture."""
    pairs = tuple(dict.fromkeys(pair for one in all_ for pair in _pairs(one)))
    if not pairs:
        return None
    ends = dict.fromkeys((*(("needs", one.need.id) for one in all_), *(end for pair in pairs for end in pair)))
    ordered = sorted(ends, key=lambda end: tuple(KINDS).index(end[0]))
    return b.Network(
        "From priorities to needs, and on to what is done",
        tuple(_node(d, *end) for end in ordered),
        tuple(b.Edge(_id(*source), _id(*target)) for source, target in pairs),
        "A need from which no line leads on to the right is met by no activity.",
    )


def _pairs(one: Served) -> Iterator[tuple[End, End]]:
    """What leads to a need and on from it."""
    need = ("needs", one.need.id)
    if one.need.driver:
        yield ("priorities", one.need.driver), need
    for activity in one.activities:
        yield need, ("activities", activity.id)
        for reference in activity.objectives:
            yield ("activities", activity.id), ("objectives", reference.rpartition("/")[2])


def _id(collection: str, reference: str) -> str:
    return f"{collection}/{reference}"


def _node(d: Dossier, collection: str, reference: str) -> b.Node:
    name = d.names.name(collection, reference)
    link = None if collection == "priorities" else b.Link(name, b.anchor(collection, reference))
    return b.Node(_id(collection, reference), name, KINDS[collection], link)


def cascade(d: Dossier, all_: tuple[Served, ...]) -> tuple[b.Block, ...]:
    """The needs from the widest level to the nearest, each with its driver and what meets it."""
    return c.long_table(
        ("Training needs, from the organisation to the individual", "more needs"),
        ("Need", "Whose it is", "Driven by", "State", "Met by"),
        (_row(d, one) for one in all_),
    )


def _row(d: Dossier, one: Served) -> b.Row:
    need = one.need
    return b.Row(
        (
            _named(need),
            who(d, need),
            d.names.link("priorities", need.driver) if need.driver else b.Missing("no priority named"),
            state(d, one),
            d.names.links("activities", [activity.id for activity in one.activities])
            if one.activities
            else b.Missing("no activity"),
        )
    )


def _named(need: Need) -> b.Link:
    return b.Link(title_of(need), b.anchor("needs", need.id))


def levels_without(all_: tuple[Served, ...]) -> b.Paragraph | None:
    """At which levels no need is recorded; nothing where there is one at each."""
    held = {one.need.level for one in all_}
    without = [PHRASES[level] for level in LEVELS if level not in held]
    nowhere = sum(one.need.level is None for one in all_)
    said = f"No need is recorded of {listed(without, 'or')}." if without else ""
    if nowhere:
        said += f" {counted(nowhere, 'need')} without a level {'stands' if nowhere == 1 else 'stand'} last."
    return b.Paragraph(b.Quiet(said.strip())) if said else None


def gaps(d: Dossier, all_: tuple[Served, ...]) -> tuple[b.Block, ...]:
    """What people must be able to do beside what they can do today, and why there is a gap."""
    return c.long_table(
        ("What is required, and what people can do today", "more needs"),
        ("Must be able to", "Can do today", "Found by", "Cause of the gap"),
        (_gap(d, one.need) for one in all_),
    )


def _gap(d: Dossier, need: Need) -> b.Row:
    current = need.current
    return b.Row(
        (
            b.Lines((_named(need), *_required(d, need))),
            c.words(current.level if current else None),
            found_by(current) if current else b.Missing(),
            cause(need),
        )
    )


def _required(d: Dossier, need: Need) -> Iterator[b.Run]:
    required = need.required
    if required is None or not (required.level or required.criterion or required.standard):
        yield b.Missing("what is required is not recorded")
        return
    if required.level and need.statement:
        yield b.Words(required.level)
    if required.criterion:
        yield b.joined(b.Quiet("criterion "), d.names.criterion(required.criterion))
    if required.standard:
        yield b.Quiet("standard "), required.standard
