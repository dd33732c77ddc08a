"""What the partnerships serve beyond themselves, what they found around them, and what they share."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.model.organisation import Organisation, Priority
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.pages import partnership_page
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, counted, said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from partnerkit.model.partnership.identify import Scan
    from partnerkit.views.locality.web import Funded, Joint, Web
    from partnerkit.workspace.workspace import Workspace

PUBLIC = frozenset({"skills-plan", "policy"})
MOST_LINKS, MOST_ROWS = 12, 40
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Served:
    """A public priority with its owner, and what serves it."""

    owner: Organisation
    priority: Priority
    joints: tuple[Joint, ...]
    programmes: tuple[Funded, ...]


def public_priorities(workspace: Workspace, web: Web) -> tuple[Served, ...]:
    """The priorities of skills plans and public policy, those that nothing serves first."""
    joints = _by_priority(workspace, web.joints)
    programmes: defaultdict[Key, list[Funded]] = defaultdict(list)
    for one in web.programmes:
        for reference in one.part.priorities:
            item = one.names.item("priorities", reference)
            if item is not None:
                programmes[item.record.id, item.id].append(one)
    found = [
        Served(actor.part, priority, joints.get((actor.id, priority.id), ()), tuple(programmes[actor.id, priority.id]))
        for actor in web.actors
        for priority in actor.part.priorities
        if priority.type in PUBLIC
    ]
    return tuple(sorted(found, key=lambda one: len(one.joints) > 0))


def _by_priority(workspace: Workspace, joints: Sequence[Joint]) -> Mapping[Key, tuple[Joint, ...]]:
    """For each priority the partnerships whose records name it."""
    found: defaultdict[Key, dict[str, Joint]] = defaultdict(dict)
    for joint in joints:
        record = workspace.record("partnerships", joint.id)
        for mention in record.contents.mentions if record is not None else ():
            if "priorities" in mention.reference.collections:
                item = joint.names.item("priorities", mention.text)
                if item is not None:
                    found[item.record.id, item.id][joint.id] = joint
    return {key: tuple(held.values()) for key, held in found.items()}


def priorities(found: Sequence[Served], web: Web) -> b.Section:
    """Each public priority, and what serves it."""
    if not found:
        none = b.Blank(
            "No organisation has a priority of a skills plan or of public policy on record.",
            "optional",
            "It would stand with the authority or the body that set it.",
        )
        return c.section("priorities", "Skills plans and policy", none)
    hidden = any(is_withheld(joint.part, section) for joint in web.joints for section in ("opportunities", "needs"))
    unseen = "Opportunities and needs are withheld from the readers of this page, and not counted." if hidden else ""
    table = c.table(
        "Priorities of skills plans and public policy, and what serves them",
        ("Priority", "Set by", "Partnerships that serve it", "Programmes that serve it"),
        map(_served, found[:MOST_ROWS]),
        note=unseen,
    )
    return c.section(
        "priorities", "Skills plans and policy", table, summary=counted(len(found), "priority", "priorities")
    )


def _served(one: Served) -> b.Row:
    links: list[b.Run] = [joint.link for joint in one.joints[:MOST_LINKS]]
    if len(one.joints) > MOST_LINKS:
        links.append(b.Quiet(f"and {len(one.joints) - MOST_LINKS} more"))
    source = f" ({one.priority.source})" if one.priority.source else ""
    return b.Row(
        (
            (b.Words(one.priority.statement), b.Quiet(source)),
            one.owner.name,
            b.Lines(tuple(links)) if links else b.Missing("none of those shown"),
            b.Lines(tuple(programme.part.title for programme in one.programmes))
            if one.programmes
            else b.Missing("none"),
        )
    )


# ---------------------------------------------------------------------- what was found around them


def surroundings(web: Web) -> b.Section:
    """What the scans of the partnerships found outside, newest first."""
    found = [(joint, scan) for joint in web.joints for scan in joint.part.scans]
    ordered = sorted(found, key=lambda pair: (pair[1].on, pair[0].id, pair[1].id), reverse=True)
    title = "What helps or hinders from outside"
    note = b.Paragraph(
        b.Quiet("What enables or constrains the network has no key of its own. This is what scans found.")
    )
    if not ordered:
        hidden = any(is_withheld(joint.part, "scans") for joint in web.joints)
        text = "Scans are not for the readers of this page." if hidden else "No partnership records a scan."
        return c.section("around", title, note, b.Blank(text, "withheld" if hidden else "optional"))
    rows = (_scan(joint, scan) for joint, scan in ordered[:MOST_ROWS])
    table = c.table("What was looked at, and what it showed", ("Looked at", "Day", "It showed", "Partnership"), rows)
    more = len(ordered) - MOST_ROWS
    rest = (
        b.Paragraph(b.Quiet(f"{capital(counted(more, 'older scan'))} on the pages of the partnerships."))
        if more > 0
        else None
    )
    return c.section("around", title, note, table, rest, summary=counted(len(ordered), "scan"))


def _scan(joint: Joint, scan: Scan) -> b.Row:
    page = partnership_page(joint.id)
    return b.Row(
        (
            b.Link(capital(said(scan.source)) if scan.source else "Not recorded", b.anchor("scans", scan.id), page),
            b.Day(scan.on),
            c.words(scan.finding),
            joint.link,
        )
    )


# ---------------------------------------------------------------------- what they share


def exchange(web: Web) -> b.Section:
    """How knowledge passes between the partners: visits, teachers in industry, events, changes in what is taught."""
    held = [joint for joint in web.joints if _shares(joint)]
    if not held:
        none = b.Blank(
            "No partnership records a visit, a teacher's time in industry, an event or a change in what is taught.",
            "optional",
        )
        return c.section("exchange", "Knowledge exchange", none)
    ordered = sorted(held, key=lambda joint: -_shares(joint))
    columns = ("Visits", "Teachers' hours in industry", "Events", "People at events", "Changes in what is taught")
    table = c.table(
        "What passes between the partners",
        ("Partnership", *columns),
        (_exchange(joint) for joint in ordered[:MOST_ROWS]),
        digits=columns,
        note=f"The {MOST_ROWS} of {len(held)} partnerships with most entries." if len(held) > MOST_ROWS else (),
    )
    without = len(web.joints) - len(held)
    none_of = f", {without} without any" if without else ""
    summary = f"{counted(len(held), 'partnership')}{none_of}"
    return c.section("exchange", "Knowledge exchange", table, _events(held), summary=summary)


def _shares(joint: Joint) -> int:
    part = joint.part
    return len(part.exchanges) + len(part.cpd) + len(part.events) + len(part.curriculum)


def _exchange(joint: Joint) -> b.Row:
    part = joint.part
    hours = [one.hours for one in part.cpd if one.hours is not None]
    people = [one.participants for one in part.events if one.participants is not None]
    adopted = sum(one.adopted is True for one in part.curriculum)
    return b.Row(
        (
            joint.link,
            str(len(part.exchanges)),
            _sum(hours, len(part.cpd)),
            str(len(part.events)),
            _sum(people, len(part.events)),
            f"{adopted} of {len(part.curriculum)} taken up" if part.curriculum else "0",
        )
    )


def _sum(numbers: Sequence[float], entries: int) -> b.Inline:
    if not entries:
        return "0"
    return b.Number(sum(numbers)) if numbers else b.Missing("no number")


def _events(held: Sequence[Joint]) -> b.Table | None:
    found = [(joint, event) for joint in held for event in joint.part.events]
    if not found:
        return None
    newest = sorted(found, key=lambda pair: (pair[1].on is not None, pair[1].on, pair[0].id), reverse=True)
    rows = (
        b.Row(
            (
                b.Link(title_of(event), b.anchor("events", event.id), partnership_page(joint.id)),
                c.day(event.on),
                c.organisation(joint.names, event.host),
                c.words(event.outputs, "nothing recorded"),
                c.words(event.dissemination, "not passed on, as far as recorded"),
            )
        )
        for joint, event in newest[:MOST_ROWS]
    )
    return c.table(
        "Events, newest first", ("Event", "Day", "Held by", "What came of it", "How that was passed on"), rows
    )
