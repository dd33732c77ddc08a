"""Who is in the network: at which level, in which roles, who carries many partnerships, and who stands apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

from partnerkit.model.organisation import OrganisationType
from partnerkit.model.partnership.who import PartnerRole
from partnerkit.views import blocks as b
from partnerkit.views.locality.web import groups, pairs
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.words import capital, counted, listed, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkit.views.locality.web import Actor, Web

MICRO = "Micro: where people learn and work"
MESO = "Meso: bodies that link them"
MACRO = "Macro: bodies that set the frame and pay"
UNTOLD = "Type not recorded"
LEVELS: dict[str, str] = {
    "employer": MICRO,
    "fe-college": MICRO,
    "independent-training-provider": MICRO,
    "university": MICRO,
    "school": MICRO,
    "awarding-organisation": MESO,
    "professional-body": MESO,
    "trade-body": MESO,
    "employer-representative-body": MESO,
    "intermediary": MESO,
    "union": MESO,
    "local-authority": MACRO,
    "strategic-authority": MACRO,
    "funder": MACRO,
}
TYPES: tuple[str, ...] = get_args(OrganisationType)
ROLES: tuple[str, ...] = get_args(PartnerRole)
MANY = 2
FRAIL = "of those that go on, these would end if it left."
MOST_CARRIERS, MOST_NAMED, MOST_ROWS = 12, 12, 250


def carriers(web: Web) -> tuple[Actor, ...]:
    """The organisations that take part in more than one partnership, those with most first."""
    found = [actor for actor in web.actors if len(actor.joints) >= MANY]
    return tuple(sorted(found, key=lambda actor: (-len(actor.joints), actor.part.name.casefold())))


def apart(web: Web) -> tuple[Actor, ...]:
    """The organisations that nothing links to others."""
    return tuple(actor for actor in web.actors if actor.is_apart)


def carrying(web: Web) -> b.Section:
    """Who carries many partnerships, and how many would be left with one partner without it."""
    found = carriers(web)
    if not found:
        nothing = b.Paragraph("No organisation takes part in more than one partnership.")
        return c.section("carrying", "Who carries much of it", nothing)
    table = c.table(
        "Organisations in more than one partnership",
        ("Organisation", "Takes part in", "Leads", "With one other partner only", "Works with"),
        (_carrier(web, actor) for actor in found[:MOST_CARRIERS]),
        digits=("Leads", "With one other partner only"),
        note=f"With one other partner only: {FRAIL}{_rest(len(found) - MOST_CARRIERS)}",
    )
    return c.section("carrying", "Who carries much of it", table, summary=counted(len(found), "organisation"))


def _rest(left: int) -> str:
    return (
        f" {capital(counted(left, 'more organisation'))} with fewer partnerships stand in the list of all."
        if left > 0
        else ""
    )


def _carrier(web: Web, actor: Actor) -> b.Row:
    met = {id_ for joint in actor.joints for id_ in joint.members} - {actor.id}
    return b.Row(
        (
            b.Link(actor.part.name, b.anchor("organisations", actor.id)),
            b.Share(len(actor.joints), len(web.joints), "partnerships"),
            str(sum(joint.members.get(actor.id) == "lead" for joint in actor.joints)),
            str(actor.frail),
            counted(len(met), "organisation"),
        )
    )


def levels(web: Web) -> b.Section:
    """The organisations by level, and their roles in partnerships."""
    rows = [_level(name, [actor for actor in web.actors if _level_of(actor) == name]) for name in (MICRO, MESO, MACRO)]
    silent = [actor for actor in web.actors if _level_of(actor) == UNTOLD]
    rows += [_level(UNTOLD, silent)] if silent else []
    table = c.table(
        "Organisations by level",
        ("Level", "Organisations", "In no partnership", "Who"),
        rows,
        digits=("Organisations", "In no partnership"),
        note="The level follows from the type of the organisation; the records state none of their own.",
    )
    return c.section("levels", "Levels and roles", table, _roles(web))


def _level_of(actor: Actor) -> str:
    return LEVELS[actor.part.type] if actor.part.type else UNTOLD


def _level(name: str, held: Sequence[Actor]) -> b.Row:
    first = [actor.part.name for actor in held[:MOST_NAMED]]
    left = len(held) - len(first)
    who = listed([*first, f"{left} more"] if left else first)
    return b.Row((name, str(len(held)), str(sum(not actor.joints for actor in held)), who or b.Missing("nobody")))


def _roles(web: Web) -> b.Table | None:
    many: Counter[tuple[str | None, str | None]] = Counter(
        (actor.part.type, joint.members[actor.id]) for actor in web.actors for joint in actor.joints
    )
    if not many:
        return None
    types = [kind for kind in (*TYPES, None) if any(other == kind for other, _ in many)]
    roles = [role for role in (*ROLES, None) if any(other == role for _, other in many)]
    names = tuple(map(_role, roles))
    rows = (
        b.Row(
            (
                capital(said(kind)) if kind else UNTOLD,
                *(str(many[kind, role]) if many[kind, role] else b.Quiet("\u2013") for role in roles),
                str(sum(many[kind, role] for role in roles)),
            )
        )
        for kind in types
    )
    return c.table(
        "Roles in partnerships, by type of organisation",
        ("Type", *names, "All"),
        rows,
        digits=(*names, "All"),
        note="An organisation counts once for each partnership it takes part in.",
    )


def _role(role: str | None) -> str:
    return capital(said(role)) if role else "Not recorded"


def separate(web: Web) -> b.Section:
    """Who stands apart, and into how many groups the rest falls."""
    alone = apart(web)
    found = groups(web)
    blocks: list[b.Block] = []
    if len(found) > 1:
        sizes = listed([str(len(group)) for group in found[:MOST_NAMED]])
        more = f", and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
        blocks.append(
            b.Paragraph(
                f"The partnerships fall into {len(found)} groups that share no partner, of {sizes} organisations{more}."
            )
        )
    elif found:
        blocks.append(b.Paragraph("Every partnership is linked to every other, directly or through shared partners."))
    names = tuple(b.Link(actor.part.name, b.anchor("organisations", actor.id)) for actor in alone[:MOST_CARRIERS])
    if names:
        left = len(alone) - len(names)
        blocks.append(b.Paragraph("On record, and in no partnership or programme shown here:"))
        blocks.append(b.Listing((*names, b.Quiet(f"and {left} more")) if left else names))
    else:
        blocks.append(b.Paragraph("Every organisation on record takes part in a partnership or a programme."))
    return c.section("apart", "Who stands apart", *blocks, summary=capital(counted(len(alone), "organisation")))


def everybody(web: Web) -> b.Section:
    """A row for each organisation."""
    if not web.actors:
        return c.section(
            "organisations", "All organisations", b.Blank("The workspace holds no organisation.", "optional")
        )
    shared = Counter(id_ for pair in pairs(web.joints) for id_ in pair)
    table = c.table(
        "Every organisation on record, and what links it to others",
        ("Organisation", "Type", "Place", "Partnerships", "Works with", "Programmes"),
        (_row(actor, shared[actor.id]) for actor in web.actors[:MOST_ROWS]),
        digits=("Partnerships", "Works with"),
        note=f"The first {MOST_ROWS} of {len(web.actors)}."
        if len(web.actors) > MOST_ROWS
        else "Works with counts other organisations.",
    )
    return c.section("organisations", "All organisations", table, summary=counted(len(web.actors), "organisation"))


def _row(actor: Actor, others: int) -> b.Row:
    sort = ", ".join(filter(None, (actor.part.type and said(actor.part.type), actor.part.size)))
    programmes = tuple(f"{programme.part.title} ({what})" for programme, what in actor.programmes)
    return b.Row(
        (
            actor.part.name,
            capital(sort) or b.Missing(),
            actor.part.place or b.Missing(),
            _taking(actor),
            str(others),
            b.Lines(programmes) if programmes else "none",
        ),
        b.anchor("organisations", actor.id),
    )


def _taking(actor: Actor) -> b.Run:
    others = b.Quiet(f" ({len(actor.through_others)} through another)" if actor.through_others else "")
    return (str(len(actor.joints)) if actor.joints else b.Missing("none"), others)
