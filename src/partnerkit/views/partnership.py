"""The coherent thread of a partnership, from the opportunity to the review, with what is next and what is missing."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.views import blocks as b
from partnerkit.views.reading import blanks, stages
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.actions import actions, settled
from partnerkit.views.reading.duties import Duty, badge, duties
from partnerkit.views.reading.names import Names
from partnerkit.views.reading.pages import PORTFOLIO, chosen, partnership_page, stamp, workspace_title
from partnerkit.views.reading.words import capital, counted, listed, said
from partnerkit.views.thread.about import about
from partnerkit.views.thread.activation import activation
from partnerkit.views.thread.agreement import agreement
from partnerkit.views.thread.alignment import alignment
from partnerkit.views.thread.dossier import Dossier
from partnerkit.views.thread.objectives import verdicts
from partnerkit.views.thread.opportunity import opportunity
from partnerkit.views.thread.plan import plan
from partnerkit.views.thread.register import register
from partnerkit.views.thread.results import results
from partnerkit.views.thread.review import review

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkit.views.api import Context
    from partnerkit.workspace.records import Record
    from partnerkit.workspace.workspace import Workspace

TITLE = "Thread"
PLACE = 10
THREAD = (about, opportunity, alignment, agreement, plan, activation, results, review, register)
FIRST_DATES = 6
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


def pages(workspace: Workspace, context: Context) -> Iterable[b.Page]:
    """A page for each partnership."""
    for record in chosen(workspace, context):
        if isinstance(record.part, Partnership):
            yield _page(workspace, context, record, record.part)


def _page(workspace: Workspace, context: Context, record: Record, p: Partnership) -> b.Page:
    names = Names(workspace, record, context.known)
    matrix = workspace.configuration.risk_matrix
    bands = matrix.bands.model_dump() if matrix and matrix.bands else {}
    d = Dossier(workspace, record, p, names, context.as_of, bands)
    open_dates = duties(p)
    state = blanks.state(p)
    opening = tuple(_opening(d, open_dates, state))
    sections = tuple(_started(d))
    if len(open_dates) > FIRST_DATES:
        names.start()
        everything = _agenda(d, open_dates, "Every open date, earliest first")
        sections += (c.section("dates", "All open dates", everything, summary=counted(len(open_dates), "open date")),)
    return b.Page(
        name=partnership_page(record.id),
        title=p.title,
        kind="Partnership",
        workspace=workspace_title(workspace),
        verdict=_verdict(d, open_dates, state),
        stamp=stamp(workspace, context, (record,), names.records, single=True),
        opening=opening,
        sections=sections,
        trail=(b.Link("All partnerships", page=PORTFOLIO),),
    )


def _started(d: Dossier) -> Iterator[b.Section]:
    for part in THREAD:
        d.names.start()
        yield part(d)


def _verdict(d: Dossier, open_dates: tuple[Duty, ...], state: blanks.State) -> b.Run:
    """Where it stands, what is late and what is blank, in words and counts."""
    p = d.partnership
    here = stages.position(p.stage)
    entered = stages.since(p, p.stage)
    since: tuple[b.Inline, ...] = (
        (" since ", b.Day(entered)) if entered else (", ", b.Missing("since when is not recorded"))
    )
    status = f" The record calls it {p.status}." if p.status not in {None, "active"} else ""
    overdue = sum(duty.overdue(d.as_of) for duty in open_dates)
    among = " in the parts shown here" if state.withheld else ""
    return (
        b.Strong(f"At {p.stage}, the {ORDINALS[here - 1]} of seven stages"),
        *since,
        f".{status} {capital(_objective_counts(p))}. ",
        f"{len(state.held)} of {state.due} parts due by this stage are on record"
        f"{f', {len(state.blank)} blank' if state.blank else ''}. ",
        capital(f"{counted(len(open_dates), 'open date')}{among}, {overdue or 'none'} overdue."),
    )


def _objective_counts(p: Partnership) -> str:
    if not p.objectives:
        return "no objectives agreed yet"
    found = list(verdicts(p).values())
    parts = [
        f"{found.count(verdict)} {said(verdict)}" for verdict in ("met", "partly-met", "not-met") if verdict in found
    ]
    without = len(p.objectives) - len(found)
    if without:
        parts.append(f"{without} without a verdict")
    return f"{counted(len(p.objectives), 'objective')}: {listed(parts)}"


def _opening(d: Dossier, open_dates: tuple[Duty, ...], state: blanks.State) -> Iterator[b.Block]:
    yield stages.ladder(d.partnership)
    yield _figures(d, open_dates, state)
    d.names.start()
    yield _next(d, open_dates)
    yield _missing(d, state)


def _figures(d: Dossier, open_dates: tuple[Duty, ...], state: blanks.State) -> b.Figures:
    p = d.partnership
    agreed = [action for _, action in actions(p)]
    unsettled = sum(not settled(action) for action in agreed)
    overdue = sum(duty.overdue(d.as_of) for duty in open_dates)
    mapped = sum(bool(evidence.maps) for evidence in p.evidence)
    return b.Figures(
        (
            b.Figure(str(len(p.objectives)), "objectives", "", "agreement"),
            _figure(
                p, ("actions", "meetings"), unsettled, "open actions", f"of {len(agreed)} in all" if agreed else ""
            ),
            b.Figure(
                str(overdue), "dates overdue", f"of {len(open_dates)} open", "next", "alert" if overdue else "plain"
            ),
            _figure(p, ("meetings",), len(p.meetings), "meetings"),
            b.Figure(str(len(p.evidence)), "pieces of evidence", f"{mapped or 'none'} mapped to criteria", "evidence"),
            b.Figure(
                f"{len(state.held)} of {state.due}",
                "due parts on record",
                "",
                "missing",
                "caution" if state.blank else "good",
            ),
        )
    )


def _figure(p: Partnership, sections: tuple[str, ...], count: int, label: str, note: str = "") -> b.Figure:
    """A count of the activation, unless a section it counts in is withheld."""
    if any(is_withheld(p, section) for section in sections):
        return b.Figure("\u2013", label, "withheld", "activation")
    return b.Figure(str(count), label, note, "activation")


def _agenda(d: Dossier, open_dates: Iterable[Duty], label: str) -> b.Agenda:
    return b.Agenda(label, tuple(_entry(d, duty) for duty in open_dates))


def _entry(d: Dossier, duty: Duty) -> b.Entry:
    who = c.people_in_line(d.names, duty.who)
    return b.Entry(duty.on, b.Link(duty.what, duty.anchor), badge(duty.on, d.as_of, duty.kind), who)


def _next(d: Dossier, open_dates: tuple[Duty, ...]) -> b.Section:
    if not open_dates:
        nothing = b.Paragraph("The record holds no open date: nothing is due, and nothing is overdue.")
        return c.section("next", "What is next", nothing)
    rest = len(open_dates) - FIRST_DATES
    more = b.Paragraph((b.Link(f"{counted(rest, 'more open date')}", "dates"),)) if rest > 0 else None
    first = _agenda(d, islice(open_dates, FIRST_DATES), "What is next, overdue first")
    return c.section("next", "What is next", first, more)


def _missing(d: Dossier, state: blanks.State) -> b.Section:
    reached = f"stage {stages.position(d.partnership.stage)}, {d.partnership.stage}"
    found: b.Block = b.Paragraph(f"Nothing that is due by {reached}, is blank.")
    if state.blank:
        found = b.Listing(
            tuple(
                (
                    b.Link(f"No {expectation.what}", expectation.place),
                    b.Quiet(f", due from stage {stages.position(expectation.stage)}, {expectation.stage}"),
                )
                for expectation in state.blank
            )
        )
    also = []
    if state.later:
        also.append(f"{counted(len(state.later), 'part')} not due yet")
    if state.excused:
        also.append(f"{counted(len(state.excused), 'part')} declared not applicable, each with its reason")
    if state.withheld:
        also.append(f"{counted(len(state.withheld), 'part')} withheld from the readers of this page, and not counted")
    return c.section(
        "missing", "What is missing", found, b.Paragraph(b.Quiet(f"{capital(listed(also))}.")) if also else None
    )
