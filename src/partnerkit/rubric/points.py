"""Making points of answers: counted, or graded by levels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from partnerkit.rubric.checking import Check, asked, facts, met, unmet
from partnerkit.rubric.grading import TOP, level_of
from partnerkit.rubric.scores import Checked, Fact, Point, State
from partnerkit.rubric.subject import Look
from partnerkit.rules.words import counted

NOT_DUE = "not yet due"
NOT_APPLICABLE = "not applicable"
ESSENTIAL = 2
"""The level of checks without which a point is only partly evidenced."""

_SHOWN = 20
"""Places of errors that are shown: who has more than that needs `lint`."""


def put(look: Look, essential: Iterable[Check] = (), others: Iterable[Check] = ()) -> tuple[Checked, ...]:
    """Checks put to a record: the essential ones, and those that count towards the first level only."""
    return (
        *(asked(look, check, ESSENTIAL) for check in essential),
        *(asked(look, check) for check in others),
    )


def counted_point(code: str, title: str, checks: Sequence[Checked], fact: Fact | None = None) -> Point:
    """A point that says how many of its due checks are met."""
    return Point(code, title, tuple(checks), None, said_count(checks), fact=fact)


def graded_point(
    code: str, title: str, checks: Sequence[Checked], levels: Sequence[str], fact: Fact | None = None
) -> Point:
    """A point that reaches a level."""
    level = level_of(checks, levels)
    return Point(code, title, tuple(checks), level, absent(checks) if level is None else levels[level], fact=fact)


def said_count(checks: Sequence[Checked]) -> str:
    """How many of the due checks are met, in words and numbers."""
    due = [one for one in checks if one.state.is_due]
    if not due:
        return absent(checks)
    return f"{sum(one.state is State.MET for one in due)} of {counted(len(due), 'due check')}"


def absent(checks: Sequence[Checked]) -> str:
    """Why nothing of some checks counts, in words."""
    return NOT_APPLICABLE if all(one.state is State.NOT_APPLICABLE for one in checks) else NOT_DUE


def without_errors(look: Look, rules: Sequence[str]) -> Checked:
    """Whether `lint` reports no error inside a point: with one, the point cannot be at the top.

    Args:
        look: The partnership.
        rules: The names of the rules, or of whole families, that lie inside the point.
    """
    errors = list(islice(look.errors(rules), _SHOWN))
    if not errors:
        answer = met("lint reports no error in it", [look.part])
    else:
        rule, first = errors[0]
        more = f", and {counted(len(errors) - 1, 'more error')}" if len(errors) > 1 else ""
        answer = unmet(
            f"lint reports an error, {rule.name}: {first.message}{more}",
            "Mend the errors that `partnerkit lint` reports in it",
            facts(Fact(finding.part, finding.field, at=finding.at) for _, finding in errors),
            len(errors),
        )
    return Checked("no-errors", "Lint reports no error inside this point.", answer, TOP)
