"""A rubric with its answers: how it stands, what would raise it, and every check, in full where it is not met."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from partnerkit.rubric.next_steps import next_steps
from partnerkit.rubric.points import NOT_APPLICABLE
from partnerkit.rubric.scores import BANNER, State, counts
from partnerkit.views import blocks as b
from partnerkit.views.marking.checks import checks, with_code
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.scoring import NOT_TOLD, TONES
from partnerkit.views.reading.words import capital, counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from partnerkit.rubric.next_steps import Step
    from partnerkit.rubric.scores import Figures, Point
    from partnerkit.views.reading.places import Places
    from partnerkit.views.reading.scoring import Scored

MOST_POINTS, MOST_CHECKS = 60, 180
"""So many points, and checks that are due, are shown of one rubric: a page must stay one that can be opened."""
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
    shown = _shown(one)
    # Without levels, each check that is not met is a step, and stands below with what would meet it.
    steps = steps_of(one)[:FIRST_STEPS] if one.rubric.levels and not is_first else ()
    blocks: list[b.Block] = [
        b.Paragraph(one.rubric.page.split("\n\n", 1)[0].replace("\n", " ")),
        b.Paragraph((b.Strong(BANNER), f" {one.rubric.caveat}" if one.rubric.caveat else "")),
        *_standing(one, is_first=is_first),
        *((b.Paragraph(_raised_by(one, steps)),) if steps else ()),
        *(_point(one, point, places) for point in shown.told),
        *_rest(one, shown, id_),
        *_not_due(one, id_),
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
    done = dict.fromkeys(check.answer.todo for check in step.checks)
    return b.joined(
        *_raising(one, step),
        b.Quiet(": "),
        *(part for todo in done for part in (*with_code(f"{todo}."), " ")),
    )


def _raised_by(one: Scored, steps: Sequence[Step]) -> b.Run:
    """The steps in a sentence: what is to be done stands with the points."""
    parts = (b.joined("; " if place else "", *_raising(one, step)) for place, step in enumerate(steps))
    return b.joined(b.Quiet("What would raise it, cheapest first: "), *parts, ".")


def _raising(one: Scored, step: Step) -> tuple[b.Inline, ...]:
    level = f" to {one.rubric.levels[step.level]}" if step.level is not None else ""
    whole = ", and the whole with it" if step.raises_whole else ""
    entries = f"about {counted(step.entries, 'entry', 'entries')}"
    return b.Link(named(step.point), _anchor(one, step.point)), b.Quiet(f"{level}{whole}, {entries}")


def _standing(one: Scored, *, is_first: bool) -> Iterator[b.Block]:
    points = one.score.points
    if one.score.faults:
        yield b.Callout("alert", "Not scored", (b.Listing(one.score.faults),))
    if one.left_out:
        text = f"{capital(counted(one.left_out, 'check'))}: what they look into is not for the readers of this page."
        yield b.Blank(text, "withheld")
    if one.rubric.levels and points and not is_first:
        yield levels(one)


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


def _shown(one: Scored) -> Shown:
    told: list[Point] = []
    checks_ = 0
    due = [point for point in one.score.points if point.is_due]
    for point in due[:MOST_POINTS]:
        checks_ += len(point.checks)
        if checks_ > MOST_CHECKS:
            break
        told.append(point)
    return Shown(tuple(told), len(due) - len(told))


def _point(one: Scored, point: Point, places: Places) -> b.Item:
    """A point, folded: what is wanting with all there is to say of it, and a line for each check that is met."""
    return b.Item(
        _anchor(one, point),
        named(point),
        (*(b.Paragraph(f"{capital(remark)}.") for remark in point.remarks), *checks(point, places)),
        badges=tuple(_badges(one, point)),
        folded=True,
    )


def _badges(one: Scored, point: Point) -> Iterator[b.Badge]:
    """How it stands, and the counts that make it so."""
    found = counts(point.checks)
    yield b.Badge(point.word, _tone(one, point))
    if one.rubric.levels:
        yield b.Badge(f"{found[State.MET]} of {sum(found[state] for state in State if state.is_due)} met", "plain")
    for state in (State.UNMET, State.UNKNOWN):
        if found[state]:
            yield b.Badge(f"{found[state]} {state.words}", TONES[state])


def _tone(one: Scored, point: Point) -> b.Tone:
    if point.level is None:
        return "plain" if point.met < point.due or not point.due else "good"
    return "good" if point.level >= len(one.rubric.levels) - 2 else "caution"


def _rest(one: Scored, shown: Shown, id_: str) -> Iterator[b.Block]:
    if shown.left_out:
        room = f"There is no room here for {counted(shown.left_out, 'more point')} of this rubric. "
        yield b.Paragraph((room, *_explained(one, id_)))


def _not_due(one: Scored, id_: str) -> Iterator[b.Block]:
    """The points of which nothing counts, with why, folded."""
    points = [point for point in one.score.points if not point.is_due and point.checks]
    many = sum(len(point.checks) for point in points)
    if points:
        title = f"Nothing due yet: {counted(len(points), 'point')} with {counted(many, 'check')}"
        told = tuple(_reasons(point) for point in points[:MOST_POINTS])
        yield b.Fold(title, (b.Listing(told), b.Paragraph(_explained(one, id_))))


def _reasons(point: Point) -> b.Run:
    """For each reason why checks of a point do not count, how many they are."""
    many = Counter(f"{check.word}: {check.answer.said}" for check in point.checks)
    reasons = (f"{counted(count, 'check')} {reason}" for reason, count in many.items())
    return b.joined(b.Strong(named(point)), ": ", *with_code(f"{'; '.join(reasons)}."))


def _explained(one: Scored, id_: str) -> tuple[b.Inline, ...]:
    return b.Code(f"partnerkit score {id_} --rubric {one.rubric.name} --explain"), " shows them."


def _figures(figures: Figures) -> b.Fold:
    table = c.table(
        figures.title,
        figures.columns,
        (b.Row(tuple(cells)) for cells in figures.rows[:MOST_CHECKS]),
        note=figures.note or (),
    )
    return b.Fold(f"Beside the score, and no part of it: {figures.title}", (table,))
