"""The checks of a point: what is wanting with all there is to say of it, what is met in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.rubric.scores import State
from partnerkit.views import blocks as b
from partnerkit.views.reading.scoring import TONES
from partnerkit.views.reading.words import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkit.rubric.scores import Checked, Point
    from partnerkit.views.reading.places import Places


def checks(point: Point, places: Places) -> Iterator[b.Block]:
    """The checks of a point by their states, those that are wanting first."""
    for state in State.UNMET, State.UNKNOWN, State.MET:
        shown = _met if state is State.MET else _wanting
        yield from _group(state.words, [shown(check, places) for check in point.checks if check.state is state])
    yield from _group("outside the count", [_apart(check) for check in point.checks if not check.state.is_due])


def _group(title: str, runs: list[b.Run]) -> Iterator[b.Block]:
    if runs:
        yield b.Paragraph(b.Strong(f"{capital(title)}:"))
        yield b.Listing(tuple(runs))


def _wanting(check: Checked, places: Places) -> b.Run:
    answer = check.answer
    missing = "nowhere yet" if check.state is State.UNMET else "no place"
    todo: tuple[b.Inline, ...] = with_code(f"{answer.todo}.") if answer.todo else ()
    if check.state is State.UNKNOWN and not answer.todo:
        todo = (b.Missing("the record cannot tell"),)
    return b.joined(
        b.Strong(check.title),
        " ",
        *_badge(check),
        *with_code(f"{capital(answer.said)}. "),
        b.Quiet("Where: "),
        places.run(answer.facts, missing),
        *((b.Quiet(". To do: "), *todo) if todo else (".",)),
    )


def _met(check: Checked, places: Places) -> b.Run:
    """What is asked, as a link to the first place that shows it, and what the record shows."""
    where = places.first(check.answer.facts)
    asked: b.Inline = b.Link(check.title, where.anchor, where.page) if where else check.title
    return b.joined(asked, " ", *_badge(check), *with_code(f"{capital(check.answer.said)}."))


def _badge(check: Checked) -> tuple[b.Inline, ...]:
    """The rubric's own word for how it stands, where it has one."""
    return (b.Badge(check.word, TONES[check.state]), " ") if check.answer.word else ()


def _apart(check: Checked) -> b.Run:
    return b.joined(f"{check.title} ", b.Quiet(f"{capital(check.word)}: "), *with_code(f"{check.answer.said}."))


def with_code(text: str) -> tuple[b.Inline, ...]:
    """A sentence of ours, in which keys to be written stand between backticks."""
    parts = text.split("`")
    return tuple(b.Code(part) if place % 2 else part for place, part in enumerate(parts) if part)
