"""Every partnership in figures: its stage, its partners, what is next, and what the record does not hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from partnerkit.model.organisation import Organisation
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.programme import Programme
from partnerkit.views import blocks as b
from partnerkit.views.reading import blanks, stages
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.actions import actions, settled
from partnerkit.views.reading.duties import Duty, badge, duties
from partnerkit.views.reading.names import Names
from partnerkit.views.reading.pages import PORTFOLIO, chosen, partnership_page, stamp, workspace_title
from partnerkit.views.reading.words import capital, counted, listed, said, title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from partnerkit.views.api import Context
    from partnerkit.workspace.records import Record
    from partnerkit.workspace.workspace import Workspace

FIRST_DATES = 8
STATUS: dict[str, b.Tone] = {"active": "good", "draft": "note", "paused": "caution"}


@dataclass(frozen=True, slots=True)
class Line:
    """One partnership, read once for all parts of the page."""

    id: str
    part: Partnership
    names: Names
    dates: tuple[Duty, ...]
    state: blanks.State

    def overdue(self, as_of: date) -> int:
        """How many of its open dates have passed."""
        return sum(duty.overdue(as_of) for duty in self.dates)


def pages(workspace: Workspace, context: Context) -> Iterable[b.Page]:
    """The one page."""
    shown = chosen(workspace, context)
    lines = tuple(sorted(_lines(workspace, shown), key=lambda line: (line.part.title.casefold(), line.id)))
    records = sum(
        map(len, (workspace.organisations, workspace.frameworks, workspace.programmes, workspace.partnerships))
    )
    sections = [
        _partnerships(lines, context.as_of),
        _stages(lines),
        _programmes(workspace, lines),
        _organisations(lines),
    ]
    yield b.Page(
        name=PORTFOLIO,
        title=workspace_title(workspace),
        kind="Portfolio",
        workspace=workspace_title(workspace),
        verdict=_verdict(lines, context.as_of),
        stamp=stamp(workspace, context, shown, records, single=False),
        opening=(_figures(lines, context.as_of), _next(lines, context.as_of), _missing(lines)),
        sections=tuple(section for section in sections if section is not None),
    )


def _lines(workspace: Workspace, shown: Iterable[Record]) -> Iterator[Line]:
    for record in shown:
        part = record.part
        if isinstance(part, Partnership):
            yield Line(record.id, part, Names(workspace, record), duties(part), blanks.state(part))


def _verdict(lines: tuple[Line, ...], as_of: date) -> b.Run:
    if not lines:
        return b.Strong("No partnerships are on record.")
    by_stage = Counter(line.part.stage for line in lines)
    spread = listed([f"{by_stage[stage]} at {stage}" for stage in stages.STAGES if by_stage[stage]])
    late = sum(line.overdue(as_of) for line in lines)
    behind = sum(line.overdue(as_of) > 0 for line in lines)
    blank = sum(len(line.state.blank) for line in lines)
    due = sum(line.state.due for line in lines)
    overdue = f"{counted(late, 'date')} overdue in {counted(behind, 'partnership')}" if late else "nothing is overdue"
    return (
        b.Strong(f"{capital(counted(len(lines), 'partnership'))}: {spread}."),
        f" {capital(overdue)}. {due - blank} of {due} parts due by the stage each has reached are on record"
        f"{f', {blank} blank' if blank else ''}.",
    )


def _figures(lines: tuple[Line, ...], as_of: date) -> b.Figures:
    late = sum(line.overdue(as_of) for line in lines)
    blank = sum(len(line.state.blank) for line in lines)
    partners = {partner.organisation for line in lines for partner in line.part.partners}
    return b.Figures(
        (
            b.Figure(str(len(lines)), "partnerships", "", "partnerships"),
            b.Figure(str(len(partners)), "organisations", "", "organisations"),
            b.Figure(str(sum(len(line.part.objectives) for line in lines)), "objectives"),
            b.Figure(str(sum(map(_unsettled, lines))), "open actions"),
            b.Figure(str(late), "dates overdue", "", "next", "alert" if late else "good"),
            b.Figure(str(blank), "due parts blank", "", "missing", "caution" if blank else "good"),
        )
    )


def _next(lines: tuple[Line, ...], as_of: date) -> b.Section:
    dated = sorted(((duty, line) for line in lines for duty in line.dates), key=lambda pair: (pair[0].on, pair[1].id))
    if not dated:
        return c.section("next", "What is next", b.Paragraph("No partnership has an open date."))
    entries = tuple(
        b.Entry(
            duty.on,
            b.Link(duty.what, duty.anchor, partnership_page(line.id)),
            badge(duty.on, as_of, duty.kind),
            (line.part.title, *_owners(line, duty)),
        )
        for duty, line in dated[:FIRST_DATES]
    )
    rest = len(dated) - FIRST_DATES
    more = (
        b.Paragraph(b.Quiet(f"{counted(rest, 'more open date')} on the pages of the partnerships."))
        if rest > 0
        else None
    )
    return c.section("next", "What is next", b.Agenda("What is next, overdue first", entries), more)


def _owners(line: Line, duty: Duty) -> tuple[b.Inline, ...]:
    if not duty.who:
        return (" · ", b.Missing("nobody named"))
    return (f" · {listed([line.names.name('people', reference) for reference in duty.who])}",)


def _missing(lines: tuple[Line, ...]) -> b.Section:
    blank = sorted((line for line in lines if line.state.blank), key=lambda line: (-len(line.state.blank), line.id))
    if not blank:
        nothing = b.Paragraph("Nothing that is due by the stage a partnership has reached is blank.")
        return c.section("missing", "What is missing", nothing)
    runs = tuple(
        (
            b.Link(line.part.title, "missing", partnership_page(line.id)),
            b.Quiet(f": {len(line.state.blank)} of {line.state.due} blank, among them {_examples(line)}"),
        )
        for line in blank
    )
    return c.section("missing", "What is missing", b.Listing(runs))


def _examples(line: Line) -> str:
    return listed([f"the {expectation.what}" for expectation in line.state.blank[:3]])


def _partnerships(lines: tuple[Line, ...], as_of: date) -> b.Section:
    if not lines:
        none = b.Blank("The workspace holds no partnership.", "optional")
        return b.Section("partnerships", "Partnerships", (none,))
    table = c.table(
        "Each partnership: where it stands, what is next, and its record in figures",
        ("Partnership", "Stage", "What is next", "Objectives", "Open actions", "Evidence", "Blank"),
        (_row(line, as_of) for line in lines),
        digits=("Objectives", "Open actions", "Evidence", "Blank"),
        note="Blank counts what is due by the stage reached and not on record, of all that is due.",
    )
    return b.Section("partnerships", "Partnerships", (table,), counted(len(lines), "partnership"))


def _unsettled(line: Line) -> int:
    return sum(not settled(action) for _, action in actions(line.part))


def _row(line: Line, as_of: date) -> b.Row:
    p = line.part
    unsettled = str(_unsettled(line))
    late = sum(duty.kind == "action" and duty.overdue(as_of) for duty in line.dates)
    return b.Row(
        (
            b.Lines(
                (
                    _link(line),
                    b.Quiet(listed([line.names.organisation(partner.organisation) for partner in p.partners])),
                )
            ),
            _stage(p),
            _upcoming(line, as_of),
            str(len(p.objectives)),
            b.Lines((unsettled, b.Badge(f"{late} overdue", "alert"))) if late else unsettled,
            str(len(p.evidence)),
            f"{len(line.state.blank)} of {line.state.due}",
        ),
        b.anchor("partnerships", line.id),
    )


def _stage(p: Partnership) -> b.Cell:
    entered = stages.since(p, p.stage)
    status: b.Inline = b.Missing("status not recorded")
    if p.status:
        status = b.Badge(said(p.status), STATUS.get(p.status, "plain"))
    return b.Lines(
        (
            b.Strong(f"{stages.position(p.stage)} of {len(stages.STAGES)} · {p.stage}"),
            (b.Quiet("since "), b.Day(entered)) if entered else b.Missing("since when is not recorded"),
            status,
        )
    )


def _upcoming(line: Line, as_of: date) -> b.Cell:
    """The earliest date still ahead, and how many have passed; the first that passed, where none is ahead."""
    if not line.dates:
        return b.Missing("no open date")
    late = line.overdue(as_of)
    ahead = next((duty for duty in line.dates if not duty.overdue(as_of)), None)
    shown = ahead or line.dates[0]
    lines: list[b.Run] = [
        (b.Day(shown.on), " ", badge(shown.on, as_of, shown.kind)),
        b.Link(shown.what, shown.anchor, partnership_page(line.id)),
    ]
    if late:
        lines.append((b.Badge(f"{late} overdue", "alert"), b.Quiet(" the oldest since "), b.Day(line.dates[0].on)))
    return b.Lines(tuple(lines))


def _link(line: Line) -> b.Link:
    return b.Link(line.part.title, page=partnership_page(line.id))


def _stages(lines: tuple[Line, ...]) -> b.Section | None:
    """How many partnerships stand on each stage; of no use for one."""
    if len(lines) < 2:  # noqa: PLR2004
        return None
    found: defaultdict[str, list[b.Run]] = defaultdict(list)
    for line in lines:
        found[line.part.stage].append(_link(line))
    rows = (
        b.Row(
            (
                f"{stages.position(stage)}. {title(stage)}",
                b.Share(len(found[stage]), len(lines), "partnerships") if found[stage] else "none",
                b.Lines(tuple(found[stage])) if found[stage] else b.Missing("none"),
            )
        )
        for stage in stages.STAGES
    )
    return b.Section("stages", "Stages", (c.table("Partnerships by stage", ("Stage", "Share", "Partnerships"), rows),))


def _programmes(workspace: Workspace, lines: tuple[Line, ...]) -> b.Section:
    paid: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.part.programme:
            item = line.names.item("programmes", line.part.programme)
            if item:
                paid[item.id].append(line)
    rows = tuple(_programme(workspace, record, paid, lines) for record in workspace.programmes)
    if not rows:
        none = b.Blank("The workspace holds no programme or funder.", "optional")
        return b.Section("programmes", "Programmes and funders", (none,))
    table = c.table(
        "What pays for the partnerships",
        ("Programme", "Funder", "Led by", "Period", "Grant", "Partnerships"),
        rows,
        digits=("Grant",),
    )
    return b.Section("programmes", "Programmes and funders", (table,), counted(len(rows), "programme"))


def _programme(workspace: Workspace, record: Record, paid: dict[str, list[Line]], lines: tuple[Line, ...]) -> b.Row:
    names = Names(workspace, record)
    part = record.part
    if not isinstance(part, Programme):
        return b.Row((record.id,))
    listed_ids = {reference.rpartition("/")[2] for reference in part.partnerships}
    found = {line.id: line for line in paid[record.id]} | {line.id: line for line in lines if line.id in listed_ids}
    links = tuple(map(_link, found.values()))
    return b.Row(
        (
            part.title,
            c.organisation(names, part.funder, "no funder named"),
            c.organisation(names, part.lead, "nobody named"),
            c.period(part.period),
            c.money(part.grant, "no sum"),
            b.Lines(links) if links else b.Missing("none of those shown"),
        ),
        b.anchor("programmes", record.id),
    )


def _organisations(lines: tuple[Line, ...]) -> b.Section:
    taking: defaultdict[str, list[tuple[Line, str]]] = defaultdict(list)
    parts: dict[str, Organisation] = {}
    for line in lines:
        for partner in line.part.partners:
            item = line.names.item("organisations", partner.organisation)
            if item and isinstance(item.part, Organisation):
                parts[item.id] = item.part
                taking[item.id].append((line, said(partner.role) if partner.role else "role not recorded"))
    ordered = sorted(parts.items(), key=lambda pair: (pair[1].name.casefold(), pair[0]))
    rows = tuple(_organisation(part, taking[id_]) for id_, part in ordered)
    if not rows:
        return b.Section("organisations", "Organisations", (b.Blank("No organisation takes part.", "optional"),))
    table = c.table("Who takes part, and in what", ("Organisation", "Type", "Place", "Takes part in"), rows)
    return b.Section("organisations", "Organisations", (table,), counted(len(rows), "organisation"))


def _organisation(part: Organisation, taking: list[tuple[Line, str]]) -> b.Row:
    sort = ", ".join(filter(None, (part.type and said(part.type), part.size)))
    return b.Row(
        (
            part.name,
            capital(sort) or b.Missing(),
            part.place or b.Missing(),
            b.Lines(
                tuple(
                    (b.Link(line.part.title, page=partnership_page(line.id)), b.Quiet(f" ({role})"))
                    for line, role in taking
                )
            ),
        ),
        b.anchor("organisations", part.id),
    )
