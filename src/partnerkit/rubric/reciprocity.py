"""Whether a partnership is a two-way street: how much of what it lives on comes from its smallest side.

Seven dimensions are looked at, each by itself; they are never added up.

- **Resources**: the kinds of resource (people, money, equipment and so on) of which a partner has given something by
  now. Machine hours and pounds cannot be added, so kinds are counted; what was promised and not yet reported as given
  is left out, and not taken for nothing. The amounts of each kind stand beside it.
- **Actions owned**: the actions whose owner is one of a partner's people, but for those that were dropped.
- **Sessions delivered**: the hours in `delivered_by` of activities that have begun.
- **Visits hosted**: the exchange visits to each partner.
- **Curriculum inputs adopted**: the proposals of each partner that are taught.
- **Benefits realised**: what employers have gained, against what providers and their teachers have gained, where
  evidence or another partner confirms it. What learners, the community or the system gain belongs to no side.
- **Meeting attendance**: how often somebody from each partner was present at the meetings of bodies to which all
  partners belong.

A dimension is *balanced* if the smaller of two sides has a quarter of the whole or more (`reciprocity-share-least` of
the rule pack), else *one-sided*. With more than two partners the smallest one's part is measured against an equal
share, which is the whole divided by their number: it needs half of an equal share, as a quarter is half of an equal
share of two. So of three partners the smallest needs a sixth, of four an eighth.

Where fewer than four items (`reciprocity-items-least`) are counted, whether actions, visits or hours, it is *too few to
say*: unknown, and not a fault. Funders, associates and partners that have left are not counted; if a partnership has
ended, all that were partners are.

A one-sided dimension is a question to the partners and no verdict: a small firm may give little of everything and yet
what matters most.

Source: seed document 001, the two-way street between employers and providers; the dimensions, the quarter and the four
items are practice.
"""

from __future__ import annotations

from collections import Counter

from partnerkit.rubric.api import (
    Check,
    Figures,
    Iterator,
    Look,
    Point,
    Sequence,
    State,
    Whole,
    asked,
    counted,
    said,
    said_count,
)
from partnerkit.rubric.checks import _sides, reciprocity
from partnerkit.rubric.checks._sides import Dimension, amount

TITLE = "Reciprocity: the two-way street"
DECIDED = frozenset({State.MET, State.UNMET})
DIMENSIONS = (
    ("R1", reciprocity.resources_two_way, _sides.resources),
    ("R2", reciprocity.actions_two_way, _sides.actions),
    ("R3", reciprocity.sessions_two_way, _sides.sessions),
    ("R4", reciprocity.visits_two_way, _sides.visits),
    ("R5", reciprocity.curriculum_inputs_two_way, _sides.inputs),
    ("R6", reciprocity.benefits_two_way, _sides.benefits),
    ("R7", reciprocity.attendance_two_way, _sides.attendance),
)


def points(look: Look) -> Iterator[Point]:
    """A point for each dimension."""
    for code, check, counting in DIMENSIONS:
        yield _point(look, code, check, counting(look))


def _point(look: Look, code: str, check: Check, found: Dimension) -> Point:
    checked = asked(look, check)
    return Point(code, found.title, (checked,), None, checked.word, tuple(_remarks(look, checked.state, found)))


def _remarks(look: Look, state: State, found: Dimension) -> Iterator[str]:
    share = look.limit(reciprocity.SHARE_LEAST)
    if state is State.UNMET:
        yield share.words.rstrip(".")
    if state in DECIDED and len(found.sides) > 2:  # noqa: PLR2004 - with two sides it is what the limit says
        yield f"Of {len(found.sides)} sides the smallest needs {share.value * 2:g} per cent of an equal share"


def whole(points: Sequence[Point]) -> Whole:
    """How many dimensions are balanced, one-sided, and too small to say."""
    due = [one for point in points for one in point.checks if one.state.is_due]
    if not due:
        return None, said_count([one for point in points for one in point.checks])
    words = Counter(one.word for one in due)
    return None, (
        f"{words[reciprocity.BALANCED]} of {counted(len(due), 'dimension')} {reciprocity.BALANCED},"
        f" {words[reciprocity.ONE_SIDED]} {reciprocity.ONE_SIDED}, {words[reciprocity.TOO_FEW]} {reciprocity.TOO_FEW}"
    )


def figures(look: Look) -> Iterator[Figures]:
    """Each partner's part in each dimension, and in each kind of resource."""
    columns = ("Dimension", "Side", "Part", "Of", "Counted")
    every = [found for _, _, counting in DIMENSIONS if (found := counting(look)).total]
    if every:
        yield Figures(
            "Each partner's part", columns, tuple(row for found in every for row in _rows(found, found.title))
        )
    kinds = tuple(row for found in _sides.given_by_kind(look) for row in _rows(found, said(found.title).capitalize()))
    if kinds:
        note = "Kinds that are counted in different units stand apart, because they cannot be added"
        yield Figures("Resources given, by kind", ("Kind", *columns[1:]), kinds, note)


def _rows(found: Dimension, title: str) -> Iterator[tuple[str, ...]]:
    for name, part in found.sides:
        yield title, name, amount(part), amount(found.total), found.unit
