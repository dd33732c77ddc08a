"""How complete the records are by one rubric: a profile for each partnership, and how many stand on each level."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from partnerkit.rubric.scores import BANNER
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.pages import partnership_page
from partnerkit.views.reading.scoring import LEVEL_TONES, NOT_TOLD
from partnerkit.views.reading.words import capital, counted, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkit.rubric.scores import Point
    from partnerkit.views.overview.lines import Line
    from partnerkit.views.reading.scoring import Scored

WITHOUT = ("not yet due", "not applicable", NOT_TOLD)
"""The words of points that have no level."""


def profiles(lines: Sequence[Line], *, with_rows: bool) -> b.Section | None:
    """How many points stand on which level, and the profile of each partnership; nothing where nothing is judged."""
    found = [line.scored for line in lines if line.scored is not None and line.scored.score.points]
    if not found:
        return None
    rubric = found[0].rubric
    if all(one.score.word == NOT_TOLD for one in found):
        none = b.Blank("What the scores look into is not for the readers of this page.", "withheld")
        return b.Section("profiles", f"Score profiles: {rubric.title}", (none,))
    intro = b.Paragraph((rubric.page.split("\n\n", 1)[0].replace("\n", " "), " ", b.Strong(BANNER)))
    blocks: list[b.Block] = [intro]
    if len(found) > 1:
        blocks.append(_spread(found))
    if with_rows:
        blocks.append(_grid(lines))
    return b.Section("profiles", f"Score profiles: {rubric.title}", tuple(blocks), capital(standings(lines)))


def standings(lines: Sequence[Line]) -> str:
    """How many partnerships stand at which level as a whole, the highest first; "" where nothing is judged."""
    found = [line.scored for line in lines if line.scored is not None]
    many = Counter(one.score.word for one in found)
    levels = found[0].rubric.levels if found else ()
    words = [word for word in (*reversed(levels), *WITHOUT) if many[word]]
    others = [word for word in many if word not in words]
    return listed([f"{many[word]} {word}" for word in (*words, *others)])


def _spread(found: Sequence[Scored]) -> b.Table:
    held = {point.word for one in found for point in one.score.points}
    words = (*found[0].rubric.levels, *(word for word in WITHOUT if word in held))
    names = tuple(map(capital, words))
    return c.table(
        "How many partnerships stand where, point by point",
        ("Point", *names),
        (_point_row(found, point, words) for point in found[0].score.points),
        digits=names,
        note="A point is not yet due before the stage from which it is asked for.",
    )


def _point_row(found: Sequence[Scored], point: Point, words: Sequence[str]) -> b.Row:
    many = Counter(other.word for one in found for other in one.score.points if other.code == point.code)
    cells = (str(many[word]) if many[word] else b.Quiet("\u2013") for word in words)
    return b.Row((f"{point.code} {point.title}", *cells))


def _grid(lines: Sequence[Line]) -> b.Grid:
    scored = [(line, line.scored) for line in lines if line.scored is not None and line.scored.score.points]
    first = scored[0][1]
    return b.Grid(
        f"The profile of {counted(len(scored), 'partnership')}",
        "Partnership",
        tuple(b.GridColumn(point.code, point.title) for point in first.score.points),
        tuple(_row(line, one) for line, one in scored),
        "Whole",
        _note(first.rubric.levels),
    )


def _note(levels: Sequence[str]) -> b.Run:
    named = listed([f"{place} {word}" for place, word in enumerate(levels)])
    return f"The levels: {named}. The whole stands at the lowest point that is due."


def _row(line: Line, one: Scored) -> b.GridRow:
    cells = tuple(_cell(point) for point in one.score.points)
    link = b.Link(line.part.title, page=partnership_page(line.id, "scorecard"))
    return b.GridRow(link, cells, total=one.score.word)


def _cell(point: Point) -> b.GridCell:
    if point.level is None:
        return b.GridCell(point.word)
    return b.GridCell(f"{point.level} {point.word}", LEVEL_TONES[min(point.level, len(LEVEL_TONES) - 1)])
