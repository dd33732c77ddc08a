"""A rubric with its answers: how it stands, what would raise it, and every check with what the record shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from partnerkit.rubric.next_steps import next_steps
from partnerkit.rubric.points import NOT_APPLICABLE
from partnerkit.rubric.scores import BANNER, State, counts
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.scoring import NOT_TOLD, TONES
from partnerkit.views.reading.words import capital, counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from partnerkit.rubric.next_steps import Step
    from partnerkit.rubric.scores import Checked, Figures, Point
    from partnerkit.views.reading.places import Places
    from partnerkit.views.reading.scoring import Scored

MOST_POINTS, MOST_CHECKS = 60, 180
"""So many points, and checks that are due, are shown of one rubric: a page must stay one that can be opened."""
COUNTS = ("Met", "Not met", "Unknown", "Not due", "Not applicable")
FIRST_STEPS = 3


@dataclass(frozen=True, slots=True)
class Shown:
    """The points of a rubric that a page has room for, each with whether its checks are told one by one."""

    told: tuple[Point, ...]
    left_out: int


def anchor(one: Scored) -> str:
    """The anchor of a rubric's section."""
    return b.anchor("rubric", one.rubric.name)


def section(one: Scored, places: Places, id_: str, *, is_first: bool) -> b.Section:
    """The section about a rubric; the levels of the first one, and what would raise it, stand above all sections."""
    due = [point for point in one.score.points if point.is_due]
    shown = _shown(due)
    steps = () if is_first else steps_of(one)[:FIRST_STEPS]
    blocks: list[b.Block] = [
        b.Paragraph(one.rubric.page.split("\n\n", 1)[0].replace("\n", " ")),
        b.Paragraph((b.Strong(BANNER), f" {one.rubric.caveat}" if one.rubric.caveat else "")),
        *_standing(one, is_first=is_first),
        *((b.Paragraph("What would raise it, cheapest first:"), step_list(one, steps)) if steps else ()),
        *(_point(one, point, places) for point in shown.told),
        *_rest(one, shown, id_),
        *_not_due(one),
        *map(_figures, one.score.figures),
    ]
    return b.Section(anchor(one), one.rubric.title, tuple(blocks), capital(standing(one)))


def standing(one: Scored) -> str:
    """How the whole stands, in words: never without its level if it has one."""
    if one.score.faults:
        return "not scored: the program failed at it"
    if one.score.level is None:
        return one.score.word
    return f"{one.score.word}, level {one.score.level} of {len(one.rubric.levels) - 1}"


def tally(found: Mapping[State, int]) -> str:
    """How many checks are in each state, in a sentence."""
    due, apart = (
        [f"{found[state]} {state.words}" for state in State if state.is_due is counts_] for counts_ in (True, False)
    )
    many = sum(found[state] for state in State if state.is_due)
    return f"{capital(counted(many, 'check'))} due: {listed(due)}. Outside the count: {listed(apart)}."


def steps_of(one: Scored) -> tuple[Step, ...]:
    """The changes that would raise something, cheapest first; none where some checks are not for the readers."""
    if one.left_out:
        return ()
    return next_steps(one.score, one.rubric.grade, one.rubric.whole)


def step_list(one: Scored, steps: Sequence[Step]) -> b.Listing:
    """For each step the point it raises, to which level, and what is to be done."""
    return b.Listing(tuple(_step(one, step) for step in steps), ordered=True)


def _step(one: Scored, step: Step) -> b.Run:
    level = f" to {one.rubric.levels[step.level]}" if step.level is not None else ""
    whole = ", and the whole with it" if step.raises_whole else ""
    entries = f"about {counted(step.entries, 'entry', 'entries')}"
    done = dict.fromkeys(check.answer.todo for check in step.checks)
    return b.joined(
        b.Link(named(step.point), _anchor(one, step.point)),
        b.Quiet(f"{level}{whole}, {entries}: "),
        *(part for todo in done for part in (*with_code(f"{todo}."), " ")),
    )


def with_code(text: str) -> tuple[b.Inline, ...]:
    """A sentence of ours, in which keys to be written stand between backticks."""
    parts = text.split("`")
    return tuple(b.Code(part) if place % 2 else part for place, part in enumerate(parts) if part)


def _standing(one: Scored, *, is_first: bool) -> Iterator[b.Block]:
    points = one.score.points
    if one.score.faults:
        yield b.Callout("alert", "Not scored", (b.Listing(one.score.faults),))
    if one.left_out:
        text = f"{capital(counted(one.left_out, 'check'))}: what they look into is not for the readers of this page."
        yield b.Blank(text, "withheld")
    if one.rubric.levels and points and not is_first:
        yield levels(one)
    if points:
        yield _table(one)


def levels(one: Scored) -> b.Levels:
    """The points with the levels they have reached."""
    return b.Levels(
        f"{one.rubric.title}: the level of each point",
        len(one.rubric.levels) - 1,
        tuple(_level(one, point) for point in one.score.points[:MOST_POINTS]),
        b.Quiet(f"The levels: {listed([f'{place} {word}' for place, word in enumerate(one.rubric.levels)])}."),
    )


def _level(one: Scored, point: Point) -> b.Level:
    where = _anchor(one, point) if point.is_due else anchor(one)
    due: b.Due = "due"
    if point.level is None:
        due = "withheld" if point.word == NOT_TOLD else "excused" if point.word == NOT_APPLICABLE else "later"
    return b.Level(b.Link(named(point), where), point.level or 0, point.word, due)


def named(point: Point) -> str:
    """A point by its title; with its short name where that is a code that people use."""
    return f"{point.code} {point.title}" if point.code[-1:].isdigit() and len(point.code) <= 4 else point.title  # noqa: PLR2004


def _anchor(one: Scored, point: Point) -> str:
    return b.anchor(one.rubric.name, point.code)


def _table(one: Scored) -> b.Table:
    rows = tuple(_row(one, point) for point in one.score.points[:MOST_POINTS])
    total = one.score.counts
    sums = b.Row((b.Strong("All points"), standing(one), *(str(total[state]) for state in State)))
    return c.table(
        f"{one.rubric.title}: the checks of each point, by how they stand",
        ("Point", "Stands", *COUNTS),
        (*rows, sums),
        digits=COUNTS,
        note="Not due and not applicable are outside the count; what is unknown stays in it.",
    )


def _row(one: Scored, point: Point) -> b.Row:
    found = counts(point.checks)
    name: b.Inline = b.Link(named(point), _anchor(one, point)) if point.is_due else named(point)
    return b.Row((name, point.word, *(str(found[state]) for state in State)))


def _shown(points: Iterable[Point]) -> Shown:
    told: list[Point] = []
    checks = 0
    all_ = tuple(points)
    for point in all_[:MOST_POINTS]:
        checks += len(point.checks)
        if checks > MOST_CHECKS:
            break
        told.append(point)
    return Shown(tuple(told), len(all_) - len(told))


def _point(one: Scored, point: Point, places: Places) -> b.Item:
    table = c.table(
        f"{named(point)}: every check",
        ("Check", "State", "What the record shows", "Where", "What would meet it"),
        (_check(check, places) for check in sorted(point.checks, key=lambda check: _ORDER[check.state])),
    )
    remarks = [b.Paragraph(f"{capital(remark)}.") for remark in point.remarks]
    return b.Item(
        _anchor(one, point),
        named(point),
        (*remarks, table),
        badges=(b.Badge(point.word, _tone(one, point)),),
        folded=True,
    )


_ORDER = {
    state: place
    for place, state in enumerate((State.UNMET, State.UNKNOWN, State.MET, State.NOT_DUE, State.NOT_APPLICABLE))
}


def _tone(one: Scored, point: Point) -> b.Tone:
    if point.level is None:
        return "plain" if point.met < point.due or not point.due else "good"
    return "good" if point.level >= len(one.rubric.levels) - 2 else "caution"


def _check(check: Checked, places: Places) -> b.Row:
    answer = check.answer
    missing = "nowhere yet" if check.state is State.UNMET else "no place"
    todo: b.Run = b.Quiet("nothing to do" if check.state is State.MET else "\u2013")
    if answer.todo:
        todo = with_code(f"{answer.todo}.")
    if check.state is State.UNKNOWN and not answer.todo:
        todo = b.Missing("the record cannot tell")
    return b.Row(
        (
            check.title,
            b.Badge(check.word, TONES[check.state]),
            with_code(f"{capital(answer.said)}."),
            places.cell(answer.facts, missing),
            todo,
        )
    )


def _rest(one: Scored, shown: Shown, id_: str) -> Iterator[b.Block]:
    if shown.left_out:
        command = f"partnerkit score {id_} --rubric {one.rubric.name} --explain"
        yield b.Paragraph(
            (
                f"There is no room here for {counted(shown.left_out, 'more point')} of this rubric. ",
                b.Code(command),
                " shows them.",
            )
        )


def _not_due(one: Scored) -> Iterator[b.Block]:
    """The points of which nothing counts: their checks with why, folded into one table."""
    points = [point for point in one.score.points if not point.is_due and point.checks]
    rows = [
        b.Row(
            (
                named(point),
                check.title,
                b.Badge(check.word, TONES[check.state]),
                with_code(f"{capital(check.answer.said)}."),
            )
        )
        for point in points
        for check in point.checks
    ]
    if rows:
        many = b.Fold(
            f"Nothing due yet: {counted(len(points), 'point')} with {counted(len(rows), 'check')}",
            (
                c.table(
                    f"{one.rubric.title}: what does not count yet",
                    ("Point", "Check", "State", "Why"),
                    rows[:MOST_CHECKS],
                    note=f"{len(rows) - MOST_CHECKS} more are not shown." if len(rows) > MOST_CHECKS else (),
                ),
            ),
        )
        yield many


def _figures(figures: Figures) -> b.Fold:
    table = c.table(
        figures.title,
        figures.columns,
        (b.Row(tuple(cells)) for cells in figures.rows[:MOST_CHECKS]),
        note=figures.note,
    )
    return b.Fold(f"Beside the score, and no part of it: {figures.title}", (table,))
