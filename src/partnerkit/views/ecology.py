"""The local network: who works with whom, at which level and in which role, who stands apart, what they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.locality.actors import apart, carriers, carrying, everybody, levels, separate
from partnerkit.views.locality.drawing import among, places, whole
from partnerkit.views.locality.serving import exchange, priorities, public_priorities, surroundings
from partnerkit.views.locality.web import Joint, Web, web_of
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.pages import PORTFOLIO, chosen, stamp, workspace_title
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from partnerkit.views.api import Context
    from partnerkit.views.locality.serving import Served
    from partnerkit.workspace.workspace import Workspace

TITLE = "Local network"
PLACE = 2
NAME = "ecology"
NOWHERE = "no recorded place"
MOST_NAMED = 5

PlacePages = dict[str, tuple[str, tuple[Joint, ...]]]
"""Pages about one place by their names: the place, and its partnerships."""


def pages(workspace: Workspace, context: Context) -> Iterable[b.Page]:
    """The network; where it is too large for one picture, each place has a page of its own."""
    shown = chosen(workspace, context)
    web = web_of(workspace, shown, context.as_of)
    drawn = whole(web)
    by_place = {} if drawn is not None or not web.joints else _named(places(web.joints))
    served = public_priorities(workspace, web)
    sections = (
        _picture(drawn, by_place),
        carrying(web),
        separate(web),
        levels(web),
        priorities(served, web),
        exchange(web),
        surroundings(web),
        everybody(web),
    )
    records = sum(map(len, (web.actors, web.joints, web.programmes)))
    yield b.Page(
        name=NAME,
        title=workspace_title(workspace),
        kind=TITLE,
        workspace=workspace_title(workspace),
        verdict=_verdict(web),
        stamp=stamp(workspace, context, shown, records, single=False),
        opening=(_figures(web, served), _next(web, served), _missing(web)),
        sections=sections,
        trail=(b.Link("All partnerships", page=PORTFOLIO),),
    )
    for name, (place, joints) in by_place.items():
        ids = {joint.id for joint in joints}
        members = {id_ for joint in joints for id_ in joint.members}
        here = [record for record in shown if record.id in ids]
        made = stamp(workspace, context, here, len(ids) + len(members), single=True)
        yield _place_page(web, name, place, joints, made)


def _named(found: dict[str, tuple[Joint, ...]]) -> PlacePages:
    """The places by names of pages; two places that would have the same name are told apart by a number."""
    made: PlacePages = {}
    for place, joints in found.items():
        name = first = b.anchor(NAME, (place or NOWHERE).casefold())
        number = 2
        while name in made:
            name, number = f"{first}-{number}", number + 1
        made[name] = (place or NOWHERE, joints)
    return made


def _picture(drawn: b.Network | None, by_place: PlacePages) -> b.Section:
    title = "The network"
    if drawn is not None:
        return c.section("network", title, drawn)
    if not by_place:
        return c.section("network", title, b.Blank("The workspace holds no partnership.", "optional"))
    rows = (
        b.Row(
            (
                b.Link(capital(place), page=name),
                str(len(joints)),
                str(len({id_ for joint in joints for id_ in joint.members})),
            )
        )
        for name, (place, joints) in by_place.items()
    )
    table = c.table(
        "The network of each place, on a page of its own",
        ("Place", "Partnerships", "Organisations"),
        rows,
        digits=("Partnerships", "Organisations"),
        note="A partnership stands where it says it works, or else where most of its partners do.",
    )
    return c.section("network", title, table, summary=counted(len(by_place), "place"))


def _place_page(web: Web, name: str, place: str, joints: tuple[Joint, ...], made: b.Stamp) -> b.Page:
    members = {id_ for joint in joints for id_ in joint.members}
    many = f"{counted(len(members), 'organisation')} in {counted(len(joints), 'partnership')}"
    rows = (
        b.Row((joint.link, listed([joint.names.organisation(one.organisation) for one in joint.part.partners])))
        for joint in joints
    )
    table = c.table(f"Partnerships in {place}", ("Partnership", "Partners"), rows)
    return b.Page(
        name=name,
        title=capital(place),
        kind=TITLE,
        workspace=TITLE,
        verdict=b.Strong(f"{capital(many)}."),
        stamp=made,
        opening=(),
        sections=(
            c.section("network", "The network", among(web, joints, place)),
            c.section("partnerships", "Partnerships", table, summary=counted(len(joints), "partnership")),
        ),
        trail=(b.Link("All partnerships", page=PORTFOLIO), b.Link(TITLE, page=NAME)),
    )


# ---------------------------------------------------------------------- the first screen


def _verdict(web: Web) -> b.Run:
    if not web.joints:
        return b.Strong("No partnerships are on record, so that nothing links the organisations.")
    linked = sum(bool(actor.joints) for actor in web.actors)
    ended = sum(joint.is_over for joint in web.joints)
    over = f", {ended} of them over" if ended else ""
    together = f"{counted(linked, 'organisation')} work together in {counted(len(web.joints), 'partnership')}{over}"
    return (b.Strong(f"{capital(together)}."), f" {_carried(web)} {_apart(web)}")


def _carried(web: Web) -> str:
    several = carriers(web)
    if not several:
        return "None takes part in more than one."
    most = several[0]
    among_them = f": {most.part.name}" if len(several) == 1 else f", most of all {most.part.name}"
    return f"{counted(len(several), 'takes', 'take')} part in more than one{among_them}, in {len(most.joints)}."


def _apart(web: Web) -> str:
    alone = len(apart(web))
    if not alone:
        return "No organisation on record stands apart."
    return f"{counted(alone, 'organisation')} on record {'stands' if alone == 1 else 'stand'} apart."


def _figures(web: Web, served: Sequence[Served]) -> b.Figures:
    alone = len(apart(web))
    unserved = sum(not one.joints for one in served)
    figures = [
        b.Figure(str(len(web.actors)), "organisations", "", "organisations"),
        b.Figure(str(len(web.joints)), "partnerships", "", "network"),
        b.Figure(str(len(web.programmes)), "programme" if len(web.programmes) == 1 else "programmes"),
        b.Figure(str(len(carriers(web))), "in more than one partnership", "", "carrying"),
        b.Figure(str(alone), "stand apart", "", "apart", "caution" if alone else "good"),
    ]
    if served:
        note = f"of {len(served)}"
        figures.append(
            b.Figure(str(unserved), "public priorities unserved", note, "priorities", "caution" if unserved else "good")
        )
    return b.Figures(tuple(figures))


def _next(web: Web, served: Sequence[Served]) -> b.Section:
    """What somebody who cares for the network could do about what is recorded."""
    runs: list[b.Run] = []
    runs += [
        (
            "Find a partnership for the priority ",
            b.Link(title_of(one.priority), "priorities"),
            b.Quiet(f" ({one.owner.name})"),
        )
        for one in served
        if not one.joints
    ][:MOST_NAMED]
    alone = apart(web)
    if alone:
        runs.append(("Ask whether ", b.Link(_some([actor.part.name for actor in alone]), "apart"), " could take part"))
    runs += _leaning(web)
    if not runs:
        return c.section(
            "next", "What is next", b.Paragraph("Nothing in the records of the network asks for anything.")
        )
    return c.section("next", "What is next", b.Listing(tuple(runs)))


def _leaning(web: Web) -> list[b.Run]:
    """Who could not leave without ending several partnerships."""
    found: list[b.Run] = []
    for actor in carriers(web):
        frail = actor.frail
        if frail > 1:
            name = b.Link(actor.part.name, b.anchor("organisations", actor.id))
            found.append(
                ("Talk through what would happen if ", name, f" left: {frail} partnerships have one other partner only")
            )
    return found[:MOST_NAMED]


def _missing(web: Web) -> b.Section:
    asked = (
        ("type", [actor.part.name for actor in web.actors if not actor.part.type]),
        ("place", [actor.part.name for actor in web.actors if not actor.part.place]),
    )
    runs: list[b.Run] = [
        (f"{capital(counted(len(names), 'organisation'))} without a {what}", b.Quiet(f": {_some(names)}"))
        for what, names in asked
        if names
    ]
    silent = [joint.part.title for joint in web.joints if None in joint.members.values()]
    if silent:
        some = capital(counted(len(silent), "partnership"))
        runs.append((f"{some} with a partner whose role is not recorded", b.Quiet(f": {_some(silent)}")))
    headless = [joint.part.title for joint in web.joints if "lead" not in joint.members.values()]
    if headless:
        some = capital(counted(len(headless), "partnership"))
        runs.append((f"{some} in which nobody is recorded as leading", b.Quiet(f": {_some(headless)}")))
    always = b.Paragraph(b.Quiet("How strong a link is, is in no record: the format has no key for it."))
    if not runs:
        nothing = b.Paragraph("Every organisation has a type and a place, and every partner a role.")
        return c.section("missing", "What is missing", nothing, always)
    return c.section("missing", "What is missing", b.Listing(tuple(runs)), always)


def _some(names: Sequence[str]) -> str:
    first = list(names[:MOST_NAMED])
    left = len(names) - len(first)
    return listed([*first, f"{left} more"] if left else first)
