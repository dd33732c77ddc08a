"""What differs in an objective from what was sealed, in words, each with the place in the record where it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from partnerkit.model.base import Part
from partnerkit.model.partnership.objectives import Agreed, Indicator, Objective
from partnerkit.model.sealing import copy_of, sealed
from partnerkit.rules.objectives._indicators import called, figure
from partnerkit.rules.words import day, said

MOST = 3
"""So many differences are told in one sentence."""

Copy = Mapping[str, Any]
"""What a seal covers of a part, as plain data."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that is not what was sealed.

    Attributes:
        part: The part of the record in which it shows.
        field: The key in it; "" for the part as a whole.
        words: What differs, as a clause: `the target of “unaided” was 6 and is 4`.
    """

    part: Part
    field: str
    words: str


def differences(objective: Objective) -> tuple[Difference, ...]:
    """What differs in an objective from the copy of what was sealed; none if there is no copy that can be relied on."""
    agreed = sealed(objective)
    if not isinstance(agreed, Agreed):
        return ()
    then, now = copy_of(agreed), copy_of(objective)
    return (*_own(objective, then, now), *_of_indicators(objective, then, now))


def told(found: tuple[Difference, ...]) -> str:
    """Differences as the end of a sentence, after a colon: three of them, and how many more there are; "" for none."""
    if not found:
        return ""
    more = f", and {len(found) - MOST} more" if len(found) > MOST else ""
    return f": {'; '.join(one.words for one in found[:MOST])}{more}"


def _own(objective: Objective, then: Copy, now: Copy) -> Iterator[Difference]:
    yield from _reworded(objective, "statement", "the statement was changed", then, now)
    yield from _value(objective, "due", "the day it is due", then, now)


def _of_indicators(objective: Objective, before: Copy, after: Copy) -> Iterator[Difference]:
    then, now = before.get("indicators", {}), after.get("indicators", {})
    for one in objective.indicators:
        if one.id in then:
            yield from _of_indicator(one, then[one.id], now[one.id])
        else:
            yield Difference(one, "", f"the indicator {called(one)} is new")
    for id_ in then:
        if id_ not in now:
            yield Difference(objective, "indicators", f"the indicator “{said(id_)}” is gone")


def _of_indicator(indicator: Indicator, then: Copy, now: Copy) -> Iterator[Difference]:
    name = called(indicator)
    for key in ("measure", "unit", "direction"):
        yield from _value(indicator, key, f"the {key} of {name}", then, now)
    for key in ("baseline", "target"):
        yield from _stand(indicator, key, f"the {key} of {name}", then.get(key), now.get(key))
    yield from _reworded(indicator, "interim_targets", f"the interim targets of {name} were changed", then, now)


def _stand(indicator: Indicator, key: str, name: str, then: Copy | None, now: Copy | None) -> Iterator[Difference]:
    """What differs in a baseline or a target."""
    part = getattr(indicator, key)
    if then is None and now is None:
        return
    if then is None or now is None:
        yield Difference(indicator, key, _moved(name, (then or {}).get("value"), (now or {}).get("value"), now is None))
        return
    yield from _value(part, "value", name, then, now)
    yield from _reworded(part, "narrative", f"the words of {name} were changed", then, now)
    yield from _value(part, "on", f"the day of {name}", then, now)
    yield from _value(part, "tolerance", f"the tolerance of {name}", then, now)
    yield from _reworded(part, "source", f"the source of {name} was changed", then, now)


def _value(part: Part, key: str, name: str, then: Copy, now: Copy) -> Iterator[Difference]:
    was, is_ = then.get(key), now.get(key)
    if was != is_:
        yield Difference(part, key, _moved(name, was, is_, is_ is None))


def _reworded(part: Part, key: str, words: str, then: Copy, now: Copy) -> Iterator[Difference]:
    """What is too long to be told: only that it differs."""
    if then.get(key) != now.get(key):
        yield Difference(part, key, words)


def _moved(name: str, was: object, is_: object, is_gone: bool) -> str:
    first = "was not set" if was is None and not is_gone else "" if was is None else f"was {_said(was)}"
    last = "is gone" if is_gone else "" if is_ is None else f"is {_said(is_)}"
    return f"{name} {' and '.join(filter(None, (first, last)))}"


def _said(value: object) -> str:
    match value:
        case date():
            return day(value)
        case int() | float():
            return figure(value)
        case _:
            return f"“{value}”"
