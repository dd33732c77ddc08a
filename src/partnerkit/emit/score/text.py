"""For people at a terminal of 80 columns: one partnership point by point, or several beside one another.

Colour repeats what words say, and says nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from partnerkit.diagnostics.text import Piece, Style, one_line
from partnerkit.emit.api import number
from partnerkit.emit.lines import cut, padded, width, wrapped
from partnerkit.emit.score.api import (
    Scored,
    codes,
    lowest_first,
    said_below,
    said_counts,
    said_step,
    said_whole,
    steps,
    words_of,
)
from partnerkit.rubric.catalogue import Rubric
from partnerkit.rubric.next_steps import holding
from partnerkit.rubric.scores import BANNER, DASH, Checked, Figures, Point, Score, State, fraction, standing
from partnerkit.rules.words import day

PLACES = False
FOR_PROGRAMS = False

COLUMNS = 80
MOST_POINTS = 9
"""So many points have a column each beside one another."""
MOST_PLACES = 5
MOST_PARTNERSHIPS = 1_000
_LEFT = (State.UNMET, State.UNKNOWN)
_STYLES: dict[State, Style] = {State.MET: "good", State.UNMET: "error", State.UNKNOWN: "warning"}


def emit(scored: Scored) -> Iterable[Piece]:
    """The scores by each rubric, and what every output must say."""
    partnerships = {score.partnership for score in scored.scores}
    if not partnerships:
        where = one_line(scored.workspace.path(""))
        yield "Nothing was scored: ", "warning"
        yield f"there is no partnership without errors in {where}.\n", "plain"
        return
    for at, rubric in enumerate(scored.rubrics):
        yield ("\n" if at else ""), "plain"
        if len(partnerships) == 1 or scored.explain:
            yield from _one_by_one(scored, rubric)
        else:
            yield from _side_by_side(scored, rubric)
    yield from _too_low(scored)
    yield "\n", "plain"
    for text in dict.fromkeys((BANNER, *(rubric.caveat for rubric in scored.rubrics if rubric.caveat))):
        yield from _paragraph(text, "help")


def _too_low(scored: Scored) -> Iterator[Piece]:
    rubrics = {rubric.name: rubric for rubric in scored.rubrics}
    if scored.below:
        yield f"\n{number(len(scored.below), 'point')} below the level asked for\n", "error"
        for one in scored.below:
            yield from _paragraph(said_below(one, rubrics[one.score.rubric]), "plain", "  ")


# ---------------------------------------------------------------------- one partnership


def _one_by_one(scored: Scored, rubric: Rubric) -> Iterator[Piece]:
    for at, score in enumerate(scored.of(rubric)):
        yield ("\n" if at else ""), "plain"
        yield from _paragraph(f"{score.title} ({score.partnership})", "strong")
        yield from _paragraph(f"{rubric.title}, stage {score.stage.word}, as of {day(scored.as_of)}", "plain")
        yield "\n", "plain"
        yield from _explained(scored, score, rubric) if scored.explain else _table(score, rubric)
        yield "\n", "plain"
        yield from _labelled("Whole", said_whole(score, rubric), "strong")
        yield from _labelled("Checks", said_counts(score), "plain")
        if scored.next:
            yield "\n", "plain"
            yield from _raising(score, rubric)
        for figures in score.figures:
            yield from _figures(figures)


def _table(score: Score, rubric: Rubric) -> Iterator[Piece]:
    """A line a point, and below it what holds it back."""
    first = max((width(one_line(point.code)) for point in score.points), default=0)
    first = min(first, COLUMNS // 3)
    words = max((len(point.word) for point in score.points), default=0)
    squares = max(len(rubric.levels) - 1, 0)
    right = words + (squares + 1 if squares else 0)
    last = max((len(fraction(point)) for point in score.points), default=0)
    title = max(COLUMNS - 4 - first - right - last - (4 if squares else 2), 16)
    for point in score.points:
        yield f"  {padded(point.code, first)}", "strong"
        yield f"  {padded(point.title, title)}  ", "plain"
        drawn = f"{_squares(point, squares)} " if squares else ""
        met = f"  {fraction(point):>{last}}" if point.level is not None else ""
        yield drawn + (padded(point.word, words) if met else cut(point.word, words)), _style(point, rubric)
        yield f"{met}\n", "plain"
        yield from _below(point, rubric, 4 + first)


def _squares(point: Point, most: int) -> str:
    if point.level is None:
        return ("" if point.is_due else "·" * most).ljust(most)
    return "■" * point.level + "□" * (most - point.level)


def _style(point: Point, rubric: Rubric) -> Style:
    if not point.is_due:
        return "margin"
    if point.level is None:
        return "plain"
    return "error" if point.level == 0 else "good" if point.level >= len(rubric.levels) - 2 else "warning"


def _below(point: Point, rubric: Rubric, indent: int) -> Iterator[Piece]:
    for remark in point.remarks:
        yield from _paragraph(remark, "plain", " " * indent)
    if (one := holding(point, rubric.grade)) is not None:
        yield f"{' ' * indent}{cut(f'held back: {one.answer.said}', COLUMNS - indent)}\n", "margin"


def _explained(scored: Scored, score: Score, rubric: Rubric) -> Iterator[Piece]:
    """Every check of every point with its facts."""
    words = min(max((width(one.word) for point in score.points for one in point.checks), default=0), COLUMNS // 4)
    for at, point in enumerate(score.points):
        yield ("\n" if at else ""), "plain"
        level = "" if point.level is None else f" ({point.level} of {len(rubric.levels) - 1})"
        yield from _paragraph(f"{point.code} {point.title}: {point.word}{level}", "strong")
        for remark in point.remarks:
            yield from _paragraph(remark, "plain", "  ")
        for one in point.checks:
            yield from _check(scored, one, words)


def _check(scored: Scored, one: Checked, words: int) -> Iterator[Piece]:
    """A check beside how it stands, in a column of so many characters for the words."""
    indent = " " * (words + 4)
    yield f"  {padded(one.word, words)}  ", _STYLES.get(one.state, "margin")
    yield f"\n{indent}".join(wrapped(one.title, COLUMNS - len(indent))) + "\n", "plain"
    weight = "" if one.weight == 1 else f", weight {one.weight:g}"
    yield from _paragraph(f"{one.name}{weight}: {one.answer.said}", "plain", indent)
    if one.answer.todo:
        yield from _paragraph(f"To meet it: {one.answer.todo}", "help", indent)
    places = list(dict.fromkeys(filter(None, map(scored.place, one.answer.facts))))
    for place in places[:MOST_PLACES]:
        yield f"{indent}{place}\n", "place"
    if len(places) > MOST_PLACES:
        yield f"{indent}and {number(len(places) - MOST_PLACES, 'more place')}\n", "plain"


def _raising(score: Score, rubric: Rubric) -> Iterator[Piece]:
    found = steps(score, rubric)
    if not found:
        left = [f"{count} {state.words}" for state, count in score.counts.items() if state in _LEFT and count]
        told = f" Of the checks, {' and '.join(left)}." if left else ""
        yield f"No entry that is due would raise {'a level' if rubric.levels else 'it'}.{told}\n", "plain"
        return
    yield "What would raise it, cheapest first\n" if rubric.levels else "What is wanting, cheapest first\n", "strong"
    for at, step in enumerate(found, 1):
        yield from _paragraph(f"{at}. {said_step(step, rubric)}", "plain", "  ", 5)
        for check in step.checks:
            yield from _paragraph(f"- {check.answer.todo} ({check.name})", "help", "     ", 7)
    if score.level is not None and not any(step.raises_whole for step in found):
        lowest = [point.code for point in score.points if point.level == score.level]
        if len(lowest) > 1:
            text = f"No single change raises the whole: it takes all of {', '.join(lowest)}."
            yield from _paragraph(text, "plain", "  ")


def _figures(figures: Figures) -> Iterator[Piece]:
    """Figures that stand beside the score."""
    yield "\n", "plain"
    yield from _paragraph(f"Beside the score: {figures.title}", "strong")
    rows = [figures.columns, *figures.rows]
    columns = list(zip(*rows, strict=True))
    widths = _shares([max(map(width, map(one_line, cells))) for cells in columns], [_least(cells) for cells in columns])
    yield from _grid(rows, widths) if widths else _entries(figures)
    if figures.note:
        yield from _paragraph(figures.note, "plain", "  ")


def _least(cells: Iterable[str]) -> int:
    """The width of the longest word of some cells, which is not to be broken."""
    return max((width(word) for cell in cells for word in one_line(cell).split()), default=1)


def _shares(widths: list[int], least: list[int]) -> list[int]:
    """The widths of columns such that all fit and no word is broken: the widest give way; () if that cannot be."""
    found, room = [*widths], COLUMNS - 2 * len(widths)
    if sum(least) > room:
        return []
    while sum(found) > room:
        at = max((at for at in range(len(found)) if found[at] > least[at]), key=lambda at: found[at])
        found[at] -= 1
    return found


def _grid(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[Piece]:
    for at, row in enumerate(rows):
        cells = [wrapped(cell, columns) for cell, columns in zip(row, widths, strict=True)]
        for line in zip_longest(*cells, fillvalue=""):
            shown = "  ".join(padded(text, columns) for text, columns in zip(line, widths, strict=True))
            yield f"  {shown}".rstrip() + "\n", "plain" if at else "margin"


def _entries(figures: Figures) -> Iterator[Piece]:
    """A row after the other, each cell with the head of its column."""
    for row in figures.rows:
        pairs = zip(figures.columns[1:], row[1:], strict=True)
        yield from _paragraph(f"{row[0]}: " + "; ".join(f"{head} {cell}" for head, cell in pairs), "plain", "  ", 4)


# ---------------------------------------------------------------------- several partnerships


def _side_by_side(scored: Scored, rubric: Rubric) -> Iterator[Piece]:
    scores = lowest_first(scored.of(rubric))
    known = codes(scores)
    yield from _paragraph(f"{rubric.title}, {number(len(scores), 'partnership')}, as of {day(scored.as_of)}", "strong")
    if rubric.levels:
        levels = ", ".join(f"{at} {word}" for at, word in enumerate(rubric.levels))
        yield from _paragraph(f"Levels: {levels}, {DASH} not due. The lowest come first.", "plain")
    else:
        yield from _paragraph("What is met of what is due. The lowest come first.", "plain")
    yield "\n", "plain"
    few = 0 < len(known) <= MOST_POINTS
    shown = scores[:MOST_PARTNERSHIPS]
    yield from _columns(shown, known, rubric) if few else _words(shown, rubric)
    if len(scores) > MOST_PARTNERSHIPS:
        yield f"… and {number(len(scores) - MOST_PARTNERSHIPS, 'more partnership')}; --format csv has all.\n", "plain"
    if scored.next:
        for score in shown:
            yield "\n", "plain"
            yield from _paragraph(f"{score.title} ({score.partnership})", "strong")
            yield from _raising(score, rubric)


def _columns(scores: Sequence[Score], known: Sequence[str], rubric: Rubric) -> Iterator[Piece]:
    """A line each with a column a point; what holds the lowest point back stands below."""
    cells = {id(score): [standing(point) for point in score.points] for score in scores}
    widths = [max(len(code), *(len(cells[id(score)][at]) for score in scores)) for at, code in enumerate(known)]
    right = sum(widths) + 2 * len(widths)
    title = COLUMNS - 2 - 10 - right
    heads = "  ".join(f"{code:>{columns}}" for code, columns in zip(known, widths, strict=True))
    yield f"  {padded('partnership', title)}{padded('stage', 10)}{heads}\n", "margin"
    for score in scores:
        yield f"  {padded(score.title, title - 2)}  ", "strong"
        yield f"{padded(score.stage.word, 8)}", "plain"
        for at, point in enumerate(score.points):
            yield f"  {cells[id(score)][at]:>{widths[at]}}", _style(point, rubric)
        yield "\n", "plain"
        yield from _held(score, rubric)


def _held(score: Score, rubric: Rubric) -> Iterator[Piece]:
    """What holds the lowest point back, under the line of a partnership."""
    if not score.points:
        yield f"    {score.word}\n", "error"
        return
    lowest = [point for point in score.points if point.is_due and point.level == score.level]
    lowest.sort(key=lambda point: point.met / point.due if point.due else 1)
    found = next(((point, one) for point in lowest if (one := holding(point, rubric.grade)) is not None), None)
    if found is not None:
        point, one = found
        yield f"    {cut(f'{point.code}: {one.answer.said}', COLUMNS - 4)}\n", "margin"


def _words(scores: Sequence[Score], rubric: Rubric) -> Iterator[Piece]:
    """A line each, and below it how many points stand at each word; without levels, how all of them stand."""
    for score in scores:
        yield f"  {padded(score.title, COLUMNS - 12)}", "strong"
        yield f"  {score.stage.word}\n", "plain"
        counts = ", ".join(f"{count} {word}" for word, count in words_of(score)) if rubric.levels else score.word
        yield from _paragraph(f"{number(len(score.points), 'point')}: {counts}", "plain", "    ")


# ---------------------------------------------------------------------- lines


def _paragraph(text: str, style: Style, indent: str = "", further: int = 0) -> Iterator[Piece]:
    """A text in lines of its own, those after the first indented by `further` blanks if that is more."""
    columns = COLUMNS - max(len(indent), further)
    for at, line in enumerate(wrapped(text, columns)):
        yield f"{indent if not at else indent.ljust(further)}{line}\n", style


def _labelled(label: str, text: str, style: Style) -> Iterator[Piece]:
    lines = wrapped(text, COLUMNS - 8)
    yield f"{label:<8}", "margin"
    yield f"\n{' ' * 8}".join(lines) + "\n", style
