"""How the partnerships have come along: stage, levels, open actions and findings over the moments of the history.

It is a page of the command `history`, and none of those that `report` writes: `pages(workspace, context)` shows one
state of the records and needs no repository, while this one shows many states and cannot be made without one. So it has
no function of that name and is not found as a view; who asks `report` for it is told which pages there are, and
`partnerkit history` says what is wrong where there is no repository.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.over_time import words as w
from partnerkit.views.over_time.moves import Move, moves, total
from partnerkit.views.over_time.partnerships import MOST_COLUMNS, anchor_of, item
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.lengths import points
from partnerkit.views.reading.pages import AUDIENCES
from partnerkit.views.reading.words import capital, counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from partnerkit.views.api import Context
    from partnerkit.views.over_time.history import History, Standing

TITLE = "How partnerships have come along"
NAME = "history"
MOST_CELLS = 4000
"""So many values are drawn on one page: about 23 partnerships with five points at 12 moments."""
BESIDES = 60
"""What is shown of a partnership besides takes up as much as so many values."""
SHEET = 16
"""More moments than these are drawn twice: at one go for screens, and in sheets for paper."""
LINES = 3
"""So many things are counted at each moment."""
MOST_OPEN = 4
"""Of more partnerships than these, each is folded under its title."""
MOST_ROWS = 400
LONG = 2

Parts = dict[str, tuple[Move, ...]]
"""The pages by their names, each with the partnerships whose pictures are on it."""


def history_pages(history: History, context: Context, workspace: str, filters: Sequence[str] = ()) -> Iterator[b.Page]:
    """The page, and where there are more partnerships than one page can hold, further pages with their pictures.

    Args:
        history: How the partnerships stood, at one moment at least.
        context: The day of the newest moment, the audience, and what is withheld from it.
        workspace: The title of the workspace.
        filters: What was looked at, for the stamp.
    """
    shown = moves(history)
    parts = _parts(history, shown)
    many = len(parts) > 1
    pages = {move.id: name for name, some in parts.items() for move in some} if many else {}
    yield b.Page(
        name=NAME,
        title=TITLE,
        kind="History",
        workspace=workspace,
        verdict=_verdict(history, shown),
        stamp=_stamp(history, context, filters, len(shown)),
        opening=(_figures(history, shown), _next(history, shown, pages), _missing(history, shown, pages)),
        sections=(
            _contents(parts) if many else _pictures(history, shown),
            _table(shown, pages),
            _moments(history),
            _reading(history, context),
        ),
    )
    for number, (name, some) in enumerate(parts.items() if many else (), 1):
        part_of = f"{len(some)} of {len(shown)} partnerships"
        yield b.Page(
            name=name,
            title=f"{TITLE}, {number} of {len(parts)}",
            kind="History",
            workspace=workspace,
            verdict=_verdict(history, some),
            stamp=_stamp(history, context, (*filters, part_of), len(some)),
            opening=(),
            sections=(_pictures(history, some), _table(some, {}), _reading(history, context)),
            trail=(b.Link("All partnerships", page=NAME),),
        )


def _parts(history: History, shown: Sequence[Move]) -> Parts:
    """As many partnerships on a page as it can hold, by title; all on the first page if it can hold them."""
    chunks: list[list[Move]] = [[]]
    cells = 0
    for move in shown:
        weight = _weight(len(history.moments), len(move.last.points))
        if chunks[-1] and cells + weight > MOST_CELLS:
            chunks.append([])
            cells = 0
        chunks[-1].append(move)
        cells += weight
    if len(chunks) == 1:
        return {NAME: tuple(chunks[0])}
    return {f"{NAME}-{number}": tuple(some) for number, some in enumerate(chunks, 1)}


def _weight(moments: int, points: int) -> int:
    drawn = min(moments, MOST_COLUMNS) * (points + 1)
    return BESIDES + drawn * (2 if moments > SHEET else 1) + LINES * moments


def _stamp(history: History, context: Context, filters: Sequence[str], records: int) -> b.Stamp:
    first, last = history.moments[0], history.moments[-1]
    between = last.commit if first.commit == last.commit else f"{first.commit} to {last.commit}"
    said = (*filters, *((context.withheld,) if context.withheld else ()))
    return b.Stamp(context.as_of, records, context.version, between, said, AUDIENCES[context.audience])


# ---------------------------------------------------------------------- the first screen


def _verdict(history: History, shown: Sequence[Move]) -> b.Run:
    begun, ended = _ends(shown)
    first, last = history.moments[begun], history.moments[ended]
    whole = counted(len(shown), "partnership")
    if begun == ended:
        return (
            b.Strong(f"{capital(whole)} seen at one moment only."),
            *(" That was ", b.Day(w.on(last)), "; what moves shows from the second moment on."),
        )
    on, back = sum(move.steps > 0 for move in shown), sum(move.steps < 0 for move in shown)
    went = f", {back} went back" if back else ""
    return (
        b.Strong(f"{on or 'None'} of {whole} moved on a stage{went}."),
        f" {_levels(shown)} From ",
        b.Day(w.on(first)),
        " to ",
        b.Day(w.on(last)),
        f": {_totals(shown, begun, ended)}.{_came_and_went(shown, begun, ended)}",
    )


def _levels(shown: Sequence[Move]) -> str:
    rose, fell = sum(bool(move.rose) for move in shown), sum(bool(move.fell) for move in shown)
    if not (rose or fell):
        return "No level rose or fell."
    return f"Levels rose in {rose or 'none'} and fell in {fell or 'none'}."


def _came_and_went(shown: Sequence[Move], begun: int, ended: int) -> str:
    """How many were not there at one of the ends, for these change the sums though nothing has moved."""
    came, went = sum(move.began > begun for move in shown), sum(move.ended < ended for move in shown)
    said = [f"{came} came in between"] if came else []
    said += [f"{went} {'is' if went == 1 else 'are'} no longer seen"] if went else []
    return f" {capital(' and '.join(said))}." if said else ""


def _ends(shown: Sequence[Move]) -> tuple[int, int]:
    """The places of the first and the last moment at which any of them was seen."""
    return min(move.began for move in shown), max(move.ended for move in shown)


def _totals(shown: Sequence[Move], begun: int, ended: int) -> str:
    said = []
    for what, count in (("open actions", _open_actions), ("findings", _findings)):
        then, now = total(shown, begun, count), total(shown, ended, count)
        hidden = then is None or now is None
        said.append(f"{what} withheld" if hidden else f"{what} {then} then and {now} now")
    return ", ".join(said)


def _open_actions(standing: Standing) -> int | None:
    return standing.open_actions


def _findings(standing: Standing) -> int | None:
    return standing.findings


def _figures(history: History, shown: Sequence[Move]) -> b.Figures:
    back, fell = sum(move.steps < 0 for move in shown), sum(bool(move.fell) for move in shown)
    on, rose = sum(move.steps > 0 for move in shown), sum(bool(move.rose) for move in shown)
    begun, ended = _ends(shown)
    return b.Figures(
        (
            b.Figure(f"{on} of {len(shown)}", "moved on a stage", "", "all"),
            b.Figure(str(back), "went back a stage", "", "next" if back else "", "alert" if back else "plain"),
            b.Figure(str(rose), "with a level that rose", "", "all"),
            b.Figure(str(fell), "with a level that fell", "", "next" if fell else "", "caution" if fell else "plain"),
            _count("open actions now", *(total(shown, place, _open_actions) for place in (begun, ended))),
            _count("findings now", *(total(shown, place, _findings) for place in (begun, ended))),
            b.Figure(str(len(history.moments)), "moments looked at", "", "moments"),
        )
    )


def _count(label: str, then: int | None, now: int | None) -> b.Figure:
    if then is None or now is None:
        return b.Figure("\N{EN DASH}", label, w.WITHHELD)
    return b.Figure(str(now), label, f"{then} then")


def _next(history: History, shown: Sequence[Move], pages: Mapping[str, str]) -> b.Section:
    """Where to look first: what went back, then what fell, then what has become more, then what stands still."""
    found = [(reasons, move) for move in shown if move.is_there and (reasons := tuple(_reasons(move)))]
    found.sort(key=lambda pair: (min(weight for weight, _ in pair[0]), -len(pair[0])))
    runs = tuple(
        b.joined(_link(move, pages), f": {'; '.join(said for _, said in reasons)}.") for reasons, move in found
    )
    if not runs:
        return c.section("next", "What is next", b.Paragraph("Nothing went back, fell or grew between these moments."))
    return c.section("next", "What is next: look at these first", *points(runs), _how_to_see(history))


def _reasons(move: Move) -> Iterator[tuple[int, str]]:
    """Why to look at a partnership, each with its rank."""
    if move.steps < 0:
        yield 0, f"it went back from {move.first.stage} to {move.last.stage}"
    if move.fell:
        yield 1, f"{w.level_move(move, move.fell)} fell"
    for rank, what, count in _COUNTED:
        if (more := move.more(count)) > 0:
            yield rank, f"{counted(more, f'{what} more', f'{what}s more')}"
    if move.is_still and (open_ := move.last.open_actions):
        yield 4, f"neither stage nor levels moved, and {counted(open_, 'action')} {'is' if open_ == 1 else 'are'} open"


_COUNTED: tuple[tuple[int, str, Callable[[Standing], int | None]], ...] = (
    (2, "error", lambda standing: standing.errors),
    (3, "warning", lambda standing: standing.warnings),
    (3, "open action", _open_actions),
)


def _how_to_see(history: History) -> b.Paragraph:
    first, last = history.moments[0], history.moments[-1]
    command = b.Code(f"partnerkit diff {first.commit} {last.commit}")
    return b.Paragraph((command, " says what each change was."))


def _link(move: Move, pages: Mapping[str, str]) -> b.Link:
    return b.Link(move.last.title, anchor_of(move.id), pages.get(move.id, ""))


def _missing(history: History, shown: Sequence[Move], pages: Mapping[str, str]) -> b.Section:
    runs: list[b.Run] = [
        b.joined(w.named(moment), " was passed over: its records could not be read as a whole.")
        for moment in history.passed
    ]
    runs += [
        b.joined(_link(move, pages), " was last seen on ", b.Day(w.on(history.moments[move.ended])), _GONE)
        for move in shown
        if not move.is_there
    ]
    runs += [
        b.joined(_link(move, pages), f" is missing from {counted(holes, 'moment')} in between.")
        for move in shown
        if (holes := sum(one is None for one in move.standings[move.began : move.ended]))
    ]
    if not runs:
        every = "Nothing: every moment could be read, and every partnership stands in the newest."
        return c.section("missing", "What is missing", b.Paragraph(every))
    return c.section("missing", "What is missing", *points(tuple(runs)))


_GONE = ": since then it is not there, has errors of form, or is not for the readers of this page."


# ---------------------------------------------------------------------- the rest


def _contents(parts: Parts) -> b.Section:
    rows = (
        b.Row((b.Link(f"Page {number}", page=name), str(len(some)), some[0].last.title, some[-1].last.title))
        for number, (name, some) in enumerate(parts.items(), 1)
    )
    table = c.table(
        "The pages with the pictures of the partnerships",
        ("Page", "Partnerships", "From", "To"),
        rows,
        digits=("Partnerships",),
    )
    many = sum(map(len, parts.values()))
    note = b.Paragraph(f"{many} partnerships are too many for one page; their pictures are on {len(parts)}, by title.")
    return b.Section("partnerships", "Each partnership over time", (note, table), counted(many, "partnership"))


def _pictures(history: History, shown: Sequence[Move]) -> b.Section:
    folded = len(shown) > MOST_OPEN
    items = tuple(item(history, move, folded=folded) for move in shown)
    return b.Section("partnerships", "Each partnership over time", items, counted(len(shown), "partnership"))


def _table(shown: Sequence[Move], pages: Mapping[str, str]) -> b.Section:
    rows = (_row(move, pages) for move in shown[:MOST_ROWS])
    left = len(shown) - MOST_ROWS
    table = c.table(
        "Every partnership, as it was first seen and as it was last seen",
        ("Partnership", "Stage", "Levels that rose", "Levels that fell", "Open actions", "Findings"),
        rows,
        digits=("Open actions", "Findings"),
        note=f"{counted(left, 'more is', 'more are')} left out here and stand on the pages with the pictures."
        if left > 0
        else (),
    )
    return b.Section("all", "All partnerships, then and now", (table,), counted(len(shown), "partnership"))


def _row(move: Move, pages: Mapping[str, str]) -> b.Row:
    first, last = move.first, move.last
    seen: tuple[b.Run, ...] = ()
    if move.began or not move.is_there:
        seen = (b.Quiet(f"seen at {counted(sum(one is not None for one in move.standings), 'moment')}"),)
    name: b.Cell = b.Lines((_link(move, pages), *seen)) if seen else _link(move, pages)
    return b.Row(
        (
            name,
            w.stage_move(move),
            w.level_move(move, move.rose) or "none",
            w.level_move(move, move.fell) or "none",
            w.then_and_now(first.open_actions, last.open_actions),
            w.then_and_now(first.findings, last.findings),
        )
    )


def _moments(history: History) -> b.Section:
    passed = {moment.commit for moment in history.passed}
    every = sorted((*history.moments, *history.passed), key=lambda moment: moment.day)
    rows = (
        b.Row(
            (
                b.Day(w.on(moment)),
                b.Code(moment.commit),
                moment.label if moment.label != moment.commit else b.Missing("no tag"),
                b.Badge("passed over", "caution") if moment.commit in passed else "looked at",
            )
        )
        for moment in every
    )
    table = c.table("The moments, oldest first", ("Day", "Commit", "Tag", "State"), rows)
    summary = counted(len(every), "moment")
    return b.Section("moments", "The moments", (b.Fold(summary, (table,)),) if len(every) > LONG else (table,), summary)


_FOUND = "Errors and warnings that the rules, as they are today, find in the records as they were then."
_FOR_KEEPERS = "What the rules find in the records is for the organisation that keeps them."


def _reading(history: History, context: Context) -> b.Section:
    measure = history.measure
    levels = ", ".join(f"{number} {word}" for number, word in enumerate(measure.levels))
    facts = c.facts(
        ("Moment", "A commit or a tag. Each is looked at as of its own day, by what the records said then."),
        ("Levels", f"{measure.title}: {levels}." if levels else f"{measure.title}: what is met of what is due."),
        ("Stages", "Each with the first of these moments at which the partnership was seen there."),
        ("Empty cells", "The partnership was not seen then: it was not there, or its record had errors of form."),
        ("Findings", _FOUND if context.audience == "internal" else _FOR_KEEPERS),
        ("Then and now", "The first and the last of these moments at which the partnership was seen."),
    )
    caveat = "A level that falls may mean that more is due at a later stage, and not that something was lost."
    return b.Section("reading", "How to read this page", (facts, b.Paragraph(caveat)))
