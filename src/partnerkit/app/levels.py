"""Which levels are too low: what the command line says of it, or else the configuration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from partnerkit.app.outcome import CannotRunError
from partnerkit.model.configuration import Configuration
from partnerkit.model.suggestions import nearest
from partnerkit.rubric.catalogue import DEFAULT, Rubric
from partnerkit.rubric.scores import Score


@dataclass(frozen=True, slots=True)
class Limits:
    """The least levels.

    Attributes:
        level: What every point must reach; None if nothing is asked of all.
        points: What single points must reach, in place of that.
    """

    level: int | None = None
    points: Mapping[str, int] = field(default_factory=dict)

    def of(self, code: str) -> int | None:
        """What a point must reach; None if nothing is asked of it."""
        return self.points.get(code, self.level)


def limits_of(rubric: Rubric, given: Sequence[str], configuration: Configuration, scores: Sequence[Score]) -> Limits:
    """The least levels for a rubric. The configuration speaks of the configured rubric only.

    Args:
        rubric: The rubric.
        given: What the command line says: `2`, `evidenced`, `P2=2`; what stands there stands alone.
        configuration: The configuration.
        scores: All scores, which know what points there are.

    Raises:
        CannotRunError: There is no such level or point, or the rubric has no levels.
    """
    asked = list(_given(given) if given else _configured(rubric, configuration))
    if not asked:
        return Limits()
    if not rubric.levels:
        raise CannotRunError(
            f"The rubric {rubric.name} has no levels, so nothing can be below one. Leave out --fail-under, or "
            "score.fail_under in partnerkit.yaml."
        )
    points = {code: _level(rubric, word) for code, word in asked if code}
    _known(rubric, points, scores)
    return Limits(next((_level(rubric, word) for code, word in reversed(asked) if not code), None), points)


def _given(given: Sequence[str]) -> Iterator[tuple[str, str]]:
    for text in given:
        code, equals, word = text.rpartition("=")
        if equals and not code.strip():
            raise CannotRunError(f"Write --fail-under as LEVEL or POINT=LEVEL, not {text}.")
        yield code.strip(), word.strip()


def _configured(rubric: Rubric, configuration: Configuration) -> Iterator[tuple[str, str]]:
    score = configuration.score
    if score is None or score.fail_under is None or rubric.name != (score.rubric or DEFAULT):
        return
    if score.fail_under.level is not None:
        yield "", str(score.fail_under.level)
    yield from ((code, str(level)) for code, level in score.fail_under.points.items())


def _level(rubric: Rubric, word: str) -> int:
    folded = word.casefold().replace("-", " ")
    names = [one.casefold().replace("-", " ") for one in rubric.levels]
    if folded in names:
        return names.index(folded)
    if word.isascii() and word.isdigit() and int(word) < len(names):
        return int(word)
    near = nearest(word, rubric.levels)
    shown = ", ".join(f"{at} {name}" for at, name in enumerate(rubric.levels))
    hint = f" Did you mean {near}?" if near else ""
    raise CannotRunError(f"The rubric {rubric.name} has no level {word}.{hint} Its levels are {shown}.")


def _known(rubric: Rubric, points: Mapping[str, int], scores: Sequence[Score]) -> None:
    known = dict.fromkeys(point.code for score in scores if score.rubric == rubric.name for point in score.points)
    for code in points if known else ():
        if code not in known:
            near = nearest(code, known)
            hint = f"Did you mean {near}?" if near else f"There are {', '.join(known)}."
            raise CannotRunError(f"The rubric {rubric.name} has no point {code}. {hint}")
