"""Every page there is, and where to find what by its name: partnerships, organisations, objectives, evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.model.organisation import Organisation
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.pages import chosen, partnership_page, stamp, workspace_title
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, counted, listed
from partnerkit.workspace.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from partnerkit.views.api import Context
    from partnerkit.workspace.workspace import Workspace

TITLE = "Contents"
PLACE = 0
INDEX = "index"

KINDS: dict[str, str] = {
    "opportunities": "Opportunity", "needs": "Need", "objectives": "Objective", "activities": "Activity",
    "milestones": "Milestone", "risks": "Risk", "agreements": "Agreement", "bodies": "Group", "meetings": "Meeting",
    "actions": "Action", "exchanges": "Visit", "evidence": "Evidence", "testimonies": "Testimony",
    "evaluations": "Evaluation", "benefits": "Benefit", "reviews": "Review",
}  # fmt: skip
"""What is found by name, with what a reader calls it; all of it has its place on the partnership's page."""

FEW = ("objectives",)
"""What is found where there is so much that a page could not hold it."""

MANY = 40
"""Of more partnerships than this, only the first page of each is named."""

MOST_TOGETHER = 400
"""Where there are more partnerships than this, the other lists have pages of their own."""

MOST = 2_000
"""So many lines are a page that still loads at once."""


def pages(workspace: Workspace, context: Context) -> Iterable[b.Page]:
    """The page of contents; where there are many partnerships, what else is found by name is on pages of its own."""
    shown = chosen(workspace, context)
    records = len(workspace.organisations) + len(workspace.frameworks) + len(workspace.programmes) + len(shown)
    found = [*_found(shown, KINDS)]
    is_whole = len(found) <= MOST
    found = found if is_whole else [*_found(shown, FEW)]
    further = [
        _organisations(workspace, shown),
        *((_finding(found, is_whole=is_whole),) if len(found) <= MOST and _has_threads(context) else ()),
    ]
    lists = tuple(section for section in further if section is not None)
    apart = lists if len(shown) > MOST_TOGETHER else ()
    first = b.Page(
        name=INDEX,
        title=workspace_title(workspace),
        kind="Contents",
        workspace=workspace_title(workspace),
        verdict=_verdict(shown, context),
        stamp=stamp(workspace, context, shown, records, single=False),
        opening=(_whole(context, apart),),
        sections=(_pages(shown, context), *(() if apart else lists)),
    )
    yield first
    for section in apart:
        yield replace(
            first,
            name=_apart(section),
            title=section.title,
            verdict=b.Strong(f"{capital(str(section.summary))}."),
            opening=(),
            sections=(section,),
            trail=(b.Link("Contents", page=INDEX),),
        )


def _apart(section: b.Section) -> str:
    """The page of a list that stands on one of its own."""
    return f"{INDEX}-{section.anchor}"


def _verdict(shown: Iterable[Record], context: Context) -> b.Run:
    partnerships = [record for record in shown if isinstance(record.part, Partnership)]
    singles = [view for view in context.views if not view.is_whole]
    each = f", each on {counted(len(singles), 'page')}" if singles else ""
    return b.Strong(f"{capital(counted(len(partnerships), 'partnership'))}{each}.")


def _whole(context: Context, apart: tuple[b.Section, ...]) -> b.Section:
    links = (
        *((b.Link(view.title, page=view.name),) for view in context.views if view.is_whole and view.name != INDEX),
        *((b.Link(section.title, page=_apart(section)), b.Quiet(f", {section.summary}")) for section in apart),
    )
    found: b.Block = b.Listing(links) if links else b.Paragraph("There is no page about all of them.")
    return c.section("whole", "About all partnerships", found)


def _has_threads(context: Context) -> bool:
    return any(view.name == "partnership" for view in context.views)


def _pages(shown: tuple[Record, ...], context: Context) -> b.Section:
    singles = [view for view in context.views if not view.is_whole]
    if len(shown) > MANY:
        # Every page leads to the others about its partnership.
        singles = singles[:1]
    rows = tuple(
        b.Row(
            (
                record.part.title,
                record.part.stage,
                _in_line([b.Link(view.title, page=partnership_page(record.id, view.name)) for view in singles]),
            )
        )
        for record in sorted(shown, key=lambda record: title_of(record.part).casefold())
        if isinstance(record.part, Partnership)
    )
    table = c.table("The pages about each partnership", ("Partnership", "Stage", "Pages"), rows)
    return c.section("partnerships", "Partnerships", table, summary=counted(len(rows), "partnership"))


def _in_line(links: list[b.Link]) -> b.Run:
    found: list[b.Inline] = []
    for link in links:
        found.extend([", ", link] if found else [link])
    return tuple(found) or b.Missing("no page")


def _organisations(workspace: Workspace, shown: tuple[Record, ...]) -> b.Section | None:
    partnerships: defaultdict[str, list[Record]] = defaultdict(list)
    for record in shown:
        if isinstance(record.part, Partnership):
            for organisation in dict.fromkeys(partner.organisation for partner in record.part.partners):
                partnerships[organisation].append(record)
    names = {record.id: record.part.name for record in workspace.organisations if isinstance(record.part, Organisation)}
    rows = [
        b.Row((name, _in_line([_thread(record) for record in partnerships[id_]])))
        for id_, name in sorted(names.items(), key=lambda pair: pair[1].casefold())
        if partnerships[id_]
    ]
    if not rows:
        return None
    table = c.table("Organisations, and the partnerships they take part in", ("Organisation", "Partnerships"), rows)
    return c.section("organisations", "Organisations", table, summary=counted(len(rows), "organisation"))


def _thread(record: Record) -> b.Link:
    return b.Link(title_of(record.part), page=partnership_page(record.id))


Found = tuple[str, str, str, Record]
"""What is found: its title, its collection and its id, and whose it is."""


def _found(shown: tuple[Record, ...], kinds: Iterable[str]) -> Iterator[Found]:
    wanted = frozenset(kinds)
    for record in shown:
        for item in record.contents.declared:
            top = str(item.path[0]) if item.path else ""
            if item.collection in wanted and not is_withheld(record.part, top):
                yield title_of(item.part), item.collection, item.id, record


def _finding(found: list[Found], *, is_whole: bool) -> b.Section | None:
    if not found:
        return None
    rows = (
        b.Row(
            (
                b.Link(title, b.anchor(collection, id_), partnership_page(record.id)),
                KINDS[collection],
                title_of(record.part),
            )
        )
        for title, collection, id_, record in sorted(found, key=lambda one: (one[0].casefold(), one[1:3], one[3].id))
    )
    table = c.table("What is on record, by name", ("Name", "What it is", "Partnership"), rows)
    less = (
        None if is_whole else b.Paragraph(f"Only {_named(FEW)} are listed: of all there is, there would be too many.")
    )
    counts = Counter(collection for _, collection, _, _ in found)
    return c.section("find", "Find by name", less, table, summary=_counts(counts))


def _named(kinds: Iterable[str]) -> str:
    return listed([KINDS[kind].lower() + "s" for kind in kinds])


def _counts(counts: Mapping[str, int]) -> str:
    return counted(sum(counts.values()), "entry", "entries")
