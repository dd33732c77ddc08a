"""Every partnership: stage, sector, size and place, how complete its record is, what is due, who gains and who pays."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.overview.dates import dated, due, upcoming
from partnerkit.views.overview.funding import Fund, funds, item, programmes
from partnerkit.views.overview.gains import benefits
from partnerkit.views.overview.lines import Line, by_stage, lines_of
from partnerkit.views.overview.organisations import organisations
from partnerkit.views.overview.profiles import profiles, standings
from partnerkit.views.overview.rows import partnerships, stage_table
from partnerkit.views.overview.spread import spread
from partnerkit.views.reading import cells as c
from partnerkit.views.reading import stages
from partnerkit.views.reading.pages import PORTFOLIO, chosen, partnership_page, stamp, workspace_title
from partnerkit.views.reading.scoring import NOT_TOLD
from partnerkit.views.reading.words import capital, counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from partnerkit.views.api import Context
    from partnerkit.workspace.workspace import Workspace

TITLE = "Portfolio"
PLACE = 1
MOST_ON_ONE_PAGE = 150
ROWS_OF_A_PART = 120
PROGRAMMES_OF_A_PART = 30
MOST_MISSING = 12
OFTENEST = 5
PROGRAMMES = f"{PORTFOLIO}-programmes"

Parts = dict[str, tuple[str, tuple[Line, ...]]]
"""The pages of the partnerships by their names: what each is called, and what is on it."""


def pages(workspace: Workspace, context: Context) -> Iterable[b.Page]:
    """The portfolio; where there are many partnerships, their rows and the programmes stand on pages of their own."""
    shown = chosen(workspace, context)
    lines = lines_of(workspace, shown, context)
    held = funds(workspace, lines)
    parts = _parts(lines) if len(lines) > MOST_ON_ONE_PAGE else {}
    records = sum(
        map(len, (workspace.organisations, workspace.frameworks, workspace.programmes, workspace.partnerships))
    )
    yield b.Page(
        name=PORTFOLIO,
        title=workspace_title(workspace),
        kind="Portfolio",
        workspace=workspace_title(workspace),
        verdict=_verdict(lines, context.as_of),
        stamp=stamp(workspace, context, shown, records, single=False),
        opening=(_figures(lines, context.as_of), upcoming(dated(lines), context.as_of), _missing(lines)),
        sections=tuple(section for section in _sections(lines, held, parts, context.as_of) if section is not None),
    )
    for name, (title_, some) in parts.items():
        yield _part(workspace, context, name, title_, some)
    if parts:
        yield from _programme_pages(workspace, context, held)


def _sections(
    lines: tuple[Line, ...], held: tuple[Fund, ...], parts: Parts, as_of: date
) -> tuple[b.Section | None, ...]:
    whole = not parts
    return (
        _contents(parts) if parts else partnerships(lines, as_of),
        stage_table(lines, _pages_by_stage(parts)),
        spread(lines),
        profiles(lines, with_rows=whole),
        due(dated(lines), as_of),
        benefits(lines) if lines else None,
        programmes(held, lines, _programme_names(held) if parts else {}),
        organisations(lines, by_name=whole),
    )


# ---------------------------------------------------------------------- pages of their own


def _parts(lines: Sequence[Line]) -> Parts:
    """The partnerships stage by stage, as many on a page as it can hold."""
    found: Parts = {}
    for stage, held in sorted(by_stage(lines).items(), key=lambda pair: stages.STAGES.index(pair[0])):
        chunks = [tuple(held[at : at + ROWS_OF_A_PART]) for at in range(0, len(held), ROWS_OF_A_PART)]
        for number, chunk in enumerate(chunks, 1):
            suffix = f"-{number}" if len(chunks) > 1 else ""
            which = f", {number} of {len(chunks)}" if len(chunks) > 1 else ""
            found[f"{PORTFOLIO}-{stage}{suffix}"] = (f"Partnerships at {stage}{which}", chunk)
    return found


def _contents(parts: Parts) -> b.Section:
    rows = (
        b.Row((b.Link(title_, page=name), str(len(lines)), lines[0].part.title, lines[-1].part.title))
        for name, (title_, lines) in parts.items()
    )
    table = c.table(
        "The pages with the rows and the profiles of the partnerships",
        ("Page", "Partnerships", "From", "To"),
        rows,
        digits=("Partnerships",),
    )
    many = sum(len(lines) for _, lines in parts.values())
    return b.Section("partnerships", "Partnerships", (table,), counted(many, "partnership"))


def _pages_by_stage(parts: Parts) -> Mapping[str, Sequence[b.Link]]:
    found: dict[str, list[b.Link]] = {}
    for name, (title_, lines) in parts.items():
        found.setdefault(lines[0].part.stage, []).append(b.Link(title_, page=name))
    return found


def _part(workspace: Workspace, context: Context, name: str, title_: str, lines: tuple[Line, ...]) -> b.Page:
    dates = dated(lines)
    ids = {line.id for line in lines}
    shown = tuple(record for record in workspace.partnerships if record.id in ids)
    sections = (partnerships(lines, context.as_of), profiles(lines, with_rows=True))
    return b.Page(
        name=name,
        title=title_,
        kind="Portfolio",
        workspace=workspace_title(workspace),
        verdict=_verdict(lines, context.as_of),
        stamp=stamp(workspace, context, shown, len(lines), single=True),
        opening=(upcoming(dates, context.as_of, PORTFOLIO), _missing(lines)),
        sections=tuple(section for section in sections if section is not None),
        trail=(b.Link("All partnerships", page=PORTFOLIO),),
    )


def _programme_names(held: Sequence[Fund]) -> Mapping[str, str]:
    """The page that each programme stands on, where they have pages of their own."""
    numbers = ((fund, place // PROGRAMMES_OF_A_PART) for place, fund in enumerate(held))
    return {fund.record.id: f"{PROGRAMMES}-{number + 1}" if number else PROGRAMMES for fund, number in numbers}


def _programme_pages(workspace: Workspace, context: Context, held: Sequence[Fund]) -> Iterator[b.Page]:
    names = _programme_names(held)
    for name in dict.fromkeys(names.values()):
        some = [fund for fund in held if names[fund.record.id] == name]
        shown = {line.id for fund in some for line in fund.lines}
        many = f"{counted(len(some), 'programme')} with {counted(len(shown), 'partnership')} between them"
        records = tuple(record for record in workspace.partnerships if record.id in shown)
        yield b.Page(
            name=name,
            title="Programmes and funders",
            kind="Portfolio",
            workspace=workspace_title(workspace),
            verdict=b.Strong(f"{capital(many)}."),
            stamp=stamp(workspace, context, records, len(some) + len(shown), single=True),
            opening=(),
            sections=(b.Section("programmes", "Programmes and funders", tuple(map(item, some))),),
            trail=(b.Link("All partnerships", page=PORTFOLIO),),
        )


# ---------------------------------------------------------------------- the first screen


def _verdict(lines: Sequence[Line], as_of: date) -> b.Run:
    if not lines:
        return b.Strong("No partnerships are on record.")
    many = Counter(line.part.stage for line in lines)
    spread_ = listed([f"{many[stage]} at {stage}" for stage in stages.STAGES if many[stage]])
    late = sum(line.overdue(as_of) for line in lines)
    behind = sum(line.overdue(as_of) > 0 for line in lines)
    blank = sum(len(line.state.blank) for line in lines)
    due_ = sum(line.state.due for line in lines)
    overdue = f"{counted(late, 'date')} overdue in {counted(behind, 'partnership')}" if late else "nothing is overdue"
    return (
        b.Strong(f"{capital(counted(len(lines), 'partnership'))}: {spread_}."),
        f" {capital(overdue)}. {due_ - blank} of {due_} parts due by the stage each has reached are on record"
        f"{f', {blank} blank' if blank else ''}.",
        *_scores(lines),
    )


def _scores(lines: Sequence[Line]) -> tuple[b.Inline, ...]:
    first = lines[0].scored
    if first is None or all(line.scored is not None and line.scored.score.word == NOT_TOLD for line in lines):
        return ()
    return (f" By the {first.rubric.title.lower()}: {standings(lines)}.",)


def _figures(lines: Sequence[Line], as_of: date) -> b.Figures:
    late = sum(line.overdue(as_of) for line in lines)
    blank = sum(len(line.state.blank) for line in lines)
    partners = {partner.organisation for line in lines for partner in line.part.partners}
    return b.Figures(
        (
            b.Figure(str(len(lines)), "partnerships", "", "partnerships"),
            b.Figure(str(len(partners)), "organisations", "", "organisations"),
            b.Figure(str(sum(len(line.part.objectives) for line in lines)), "objectives"),
            _open_actions(lines),
            b.Figure(str(late), "dates overdue", "", "next", "alert" if late else "good"),
            b.Figure(str(blank), "due parts blank", "", "missing", "caution" if blank else "good"),
        )
    )


def _open_actions(lines: Sequence[Line]) -> b.Figure:
    if any(line.hides_actions for line in lines):
        return b.Figure("\u2013", "open actions", "withheld")
    return b.Figure(str(sum(line.unsettled for line in lines)), "open actions")


def _missing(lines: Sequence[Line]) -> b.Section:
    blank = sorted((line for line in lines if line.state.blank), key=lambda line: (-len(line.state.blank), line.id))
    if not blank:
        nothing = b.Paragraph("Nothing that is due by the stage a partnership has reached is blank.")
        return c.section("missing", "What is missing", nothing)
    runs = tuple(
        (
            b.Link(line.part.title, "missing", partnership_page(line.id)),
            b.Quiet(f": {len(line.state.blank)} of {line.state.due} blank, among them {_examples(line)}"),
        )
        for line in blank[:MOST_MISSING]
    )
    rest = len(blank) - len(runs)
    more = (
        b.Paragraph((f"{capital(counted(rest, 'more partnership'))} with fewer blanks. ", _oftenest(blank)))
        if rest
        else None
    )
    return c.section("missing", "What is missing", b.Listing(runs), more)


def _examples(line: Line) -> str:
    return listed([f"the {expectation.what}" for expectation in line.state.blank[:3]])


def _oftenest(blank: Sequence[Line]) -> str:
    """What is blank in most partnerships."""
    many = Counter(expectation.what for line in blank for expectation in line.state.blank)
    found = [f"the {what} (in {count})" for what, count in many.most_common(OFTENEST)]
    return f"Blank most often: {listed(found)}."
