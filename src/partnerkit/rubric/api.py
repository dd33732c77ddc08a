"""All that a rubric and its checks may import: what they are given, what they answer, and the words they are put in.

A rubric is a module of this package, named after its file. Its docstring is its page: what it asks, how its levels
come about, and the source. It has

    TITLE = "Five marking points"
    LEVELS = ("not evidenced", "partly evidenced", …)   # the words of its levels from 0 up; left out if it has none
    CAVEAT = "…"                                        # optional: what every output must say besides the banner

    def points(look: Look) -> Iterator[Point]: ...
    def figures(look: Look) -> Iterator[Figures]: ...   # optional: figures that stand beside the score
    def whole(points: Sequence[Point]) -> Whole: ...    # optional: if it is not the lowest level, or the count
    def grade(checks: Sequence[Checked]) -> int | None: # optional: if points are graded otherwise than `graded_point`

A check is a function in `checks/`, whose docstring says in one sentence what it asks:

    @check(Stage.AGREE, "objectives")
    def objectives_agreed_by_all(look: Look) -> Answer:
        \"\"\"Every objective is agreed by all partners.\"\"\"

It says that something is met only with a place in the record that shows it. Presence of text shows nothing; what is
typed, dated or linked does. Where a rule asks the same, it asks the rule (`look.found`, `quiet`). It knows no day but
`look.as_of`. What is to be done is a sentence that begins with a capital and has no full stop.

The modules of a rule family that begin with an underscore hold what its rules share, and are there for checks too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from partnerkit.model.base import Part
from partnerkit.rubric.checking import Check, asked, check, facts, met, not_applicable, quiet, unknown, unmet
from partnerkit.rubric.grading import TOP
from partnerkit.rubric.points import ESSENTIAL, counted_point, graded_point, put, said_count, without_errors
from partnerkit.rubric.scores import Answer, Checked, Fact, Figures, Point, State
from partnerkit.rubric.subject import Look
from partnerkit.rules.stages import Stage
from partnerkit.rules.words import counted, day, days_after, listed, said

Whole = tuple[int | None, str]
"""The level of the whole, if it has one, and how it stands in words."""

__all__ = [
    "ESSENTIAL", "TOP", "Answer", "Check", "Checked", "Fact", "Figures", "Iterator", "Look", "Part", "Point",
    "Sequence", "Stage", "State", "Whole", "asked", "check", "counted", "counted_point", "date", "day", "days_after",
    "facts", "graded_point", "listed", "met", "not_applicable", "put", "quiet", "said", "said_count", "unknown",
    "unmet", "without_errors",
]  # fmt: skip
