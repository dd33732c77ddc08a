"""Links of a page to what it does not show itself: they lead to the partnership's thread, which shows everything."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from operator import attrgetter, is_not
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from partnerkit.views import blocks as b

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

T = TypeVar("T")

_LEAVES = frozenset((*get_args(b.Inline), b.Column, bool, int, float, date, type(None))) - {b.Link}
"""What holds no link and is no place to lead to: most of a page."""


def led_home(page: b.Page, home: str) -> b.Page:
    """The page, with its links to anchors it has not got leading to those of the page `home`."""
    anchors: set[str] = set()
    targets: set[str] = set()
    for part in _parts((page.verdict, page.opening, page.sections)):
        if type(part) is b.Link:
            if not part.page:
                targets.add(part.anchor)
        elif type(part) is not b.Figure and (anchor := getattr(part, "anchor", "")):
            anchors.add(b.anchor(anchor))
    away = {target for target in targets if target and b.anchor(target) not in anchors}
    return _led(page, away, home) if away else page


@cache
def _names(sort: Hashable) -> tuple[str, ...]:
    """The fields of a block or a link; none for what is no part of a page."""
    return tuple(field.name for field in fields(sort)) if isinstance(sort, type) and is_dataclass(sort) else ()


@cache
def _values(sort: Hashable) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives the values of those fields."""
    names = _names(sort)
    # With one name only, attrgetter gives the bare value.
    return attrgetter(*names) if len(names) > 1 else (lambda part: (getattr(part, names[0]),)) if names else None


def _parts(value: Any) -> Iterator[Any]:
    """All blocks and links within a value, itself among them."""
    todo = [value]
    while todo:
        part = todo.pop()
        sort: Any = type(part)  # mypy does not take a class for something that can be hashed
        if sort is tuple:
            todo += [inner for inner in part if type(inner) not in _LEAVES]
        elif values := _values(sort):
            yield part
            todo += [inner for inner in values(part) if type(inner) not in _LEAVES]


def _led(value: T, away: set[str], home: str) -> T:
    """The very value where nothing in it changes."""
    sort: Any = type(value)
    if sort is tuple:
        changed = tuple([part if type(part) in _LEAVES else _led(part, away, home) for part in value])  # type: ignore[attr-defined]
        return changed if any(map(is_not, changed, value)) else value  # type: ignore[return-value, call-overload]
    if sort is b.Link:
        return replace(value, page=home) if not value.page and value.anchor in away else value  # type: ignore[attr-defined, type-var]
    if (values := _values(sort)) is None:
        return value
    old = values(value)
    new = [part if type(part) in _LEAVES else _led(part, away, home) for part in old]
    if not any(map(is_not, new, old)):
        return value
    return replace(value, **dict(zip(_names(sort), new, strict=True)))  # type: ignore[type-var]
