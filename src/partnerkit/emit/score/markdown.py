"""For a pull request or the summary of a job: each partnership point by point, with what holds it back, as Markdown.

What the records say stays text: it opens no link, no tag and no code, and notifies nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from partnerkit.diagnostics.text import Piece
from partnerkit.emit.api import number
from partnerkit.emit.prose import code, escaped, fitting, prose
from partnerkit.emit.score.api import (
    Scored,
    lowest_first,
    said_below,
    said_counts,
    said_step,
    said_whole,
    steps,
)
from partnerkit.rubric.catalogue import Rubric
from partnerkit.rubric.next_steps import holding
from partnerkit.rubric.scores import BANNER, Checked, Figures, Point, Score, fraction
from partnerkit.rules.words import day

PLACES = False
FOR_PROGRAMS = False

MOST_PLACES = 5


def emit(scored: Scored) -> Iterable[Piece]:
    """The verdict, then each partnership, as many as fit; what every output must say comes first."""
    blocks = [block for rubric in scored.rubrics for block in _blocks(scored, rubric)]
    return fitting("".join(_head(scored)), blocks, "partnership")


def _head(scored: Scored) -> Iterator[str]:
    if not scored.scores:
        yield "## partnerkit found nothing to score\n"
        return
    below = scored.below
    if below:
        yield f"## {number(len(below), 'point')} below the level asked for\n\n"
    else:
        titles = " and ".join(rubric.title for rubric in scored.rubrics)
        yield f"## {escaped(titles if len(scored.rubrics) < 3 else 'Scores')}\n\n"  # noqa: PLR2004 - a heading is short
    rubrics = {rubric.name: rubric for rubric in scored.rubrics}
    yield from (f"- {prose(said_below(one, rubrics[one.score.rubric]))}\n" for one in below)
    yield "\n" if below else ""
    yield f"As of {day(scored.as_of)}. **{BANNER}**\n"
    for caveat in dict.fromkeys(rubric.caveat for rubric in scored.rubrics if rubric.caveat):
        yield f"\n{prose(caveat)}\n"


def _blocks(scored: Scored, rubric: Rubric) -> Iterator[str]:
    """A partnership each."""
    for score in lowest_first(scored.of(rubric)):
        yield "".join(_partnership(scored, score, rubric))


def _partnership(scored: Scored, score: Score, rubric: Rubric) -> Iterator[str]:
    also = f", {escaped(rubric.title)}" if len(scored.rubrics) > 1 else ""
    yield f"\n### {escaped(score.title)} ({code(score.partnership)}){also}\n\n"
    yield f"Stage {score.stage.word}. {escaped(said_whole(score, rubric))}. Checks: {said_counts(score)}.\n\n"
    yield "| point | | stands at | met of due | held back by |\n|---|---|---|---:|---|\n"
    for point in score.points:
        yield _row(point, rubric)
    if scored.explain:
        for point in score.points:
            yield from _explained(scored, point)
    if scored.next:
        yield from _next(score, rubric)
    for figures in score.figures:
        yield from _figures(figures)


def _row(point: Point, rubric: Rubric) -> str:
    held = holding(point, rubric.grade)
    cells = (
        escaped(point.code),
        escaped(point.title),
        escaped(f"{point.word} ({point.level})" if point.level is not None else point.word),
        fraction(point) if point.is_due else "",
        prose("; ".join((*point.remarks, *([held.answer.said] if held else [])))),
    )
    return f"| {' | '.join(cells)} |\n"


def _explained(scored: Scored, point: Point) -> Iterator[str]:
    """Every check of a point, folded away."""
    yield f"\n<details><summary>{escaped(point.code)} {escaped(point.title)}</summary>\n\n"
    for one in point.checks:
        yield from _check(scored, one)
    yield "\n</details>\n"


def _check(scored: Scored, one: Checked) -> Iterator[str]:
    yield f"- **{escaped(one.word)}** {prose(one.title)} ({code(one.name)})\\\n"
    yield f"  {prose(one.answer.said)}" + (f"\\\n  To meet it: {prose(one.answer.todo)}" if one.answer.todo else "")
    places = list(dict.fromkeys(filter(None, map(scored.place, one.answer.facts))))
    more = f" and {number(len(places) - MOST_PLACES, 'more place')}" if len(places) > MOST_PLACES else ""
    yield f"\\\n  {', '.join(map(code, places[:MOST_PLACES]))}{more}\n" if places else "\n"


def _next(score: Score, rubric: Rubric) -> Iterator[str]:
    found = steps(score, rubric)
    yield "\n**What would raise it, cheapest first**\n\n" if found else "\nNo entry that is due would raise it.\n"
    for at, step in enumerate(found, 1):
        yield f"{at}. {prose(said_step(step, rubric))}\n"
        yield from (f"   - {prose(check.answer.todo)} ({code(check.name)})\n" for check in step.checks)


def _figures(figures: Figures) -> Iterator[str]:
    yield f"\n**Beside the score: {escaped(figures.title)}**\n\n"
    yield _line(figures.columns) + _line(["---"] * len(figures.columns), written=True)
    yield from map(_line, figures.rows)
    yield f"\n{prose(figures.note)}\n" if figures.note else ""


def _line(cells: Sequence[str], *, written: bool = False) -> str:
    return f"| {' | '.join(cells if written else map(escaped, cells))} |\n"
