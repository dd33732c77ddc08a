"""Links of a page to what it does not show itself: they lead to the partnership's thread, which shows everything."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from partnerkit.views import blocks as b

if TYPE_CHECKING:
    from collections.abc import Iterator

T = TypeVar("T")


def led_home(page: b.Page, home: str) -> b.Page:
    """The page, with its links to anchors it has not got leading to those of the page `home`."""
    anchors: set[str] = set()
    targets: set[str] = set()
    for part in _parts((page.verdict, page.opening, page.sections)):
        match part:
            case b.Link(_, anchor, ""):
                targets.add(b.anchor(anchor))
            case b.Figure() | b.Link():
                continue
            case _ if anchor := getattr(part, "anchor", ""):
                anchors.add(b.anchor(anchor))
    away = targets - anchors - {""}
    return _led(page, away, home) if away else page


def _names(value: object) -> tuple[str, ...]:
    """The fields of a block or an inline value; none for what is no part of a page."""
    sort: Any = type(value)  # mypy does not take a class for something that can be hashed
    return _names_of(sort)


@cache
def _names_of(sort: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(sort)) if is_dataclass(sort) else ()


def _parts(value: Any) -> Iterator[Any]:
    """All blocks and inline values within a value, itself among them."""
    todo = [value]
    while todo:
        part = todo.pop()
        if type(part) is tuple:
            todo.extend(part)
        elif names := _names(part):
            yield part
            todo.extend(getattr(part, name) for name in names)


def _led(value: T, away: set[str], home: str) -> T:
    """The very value where nothing in it changes."""
    match value:
        case b.Link(_, anchor, ""):
            return replace(value, page=home) if b.anchor(anchor) in away else value
        case tuple():
            changed = tuple(_led(part, away, home) for part in value)
            return changed if any(new is not old for new, old in zip(changed, value, strict=True)) else value  # type: ignore[return-value]
        case _ if names := _names(value):
            old = {name: getattr(value, name) for name in names}
            new = {name: _led(part, away, home) for name, part in old.items()}
            return replace(value, **new) if any(new[name] is not old[name] for name in names) else value  # type: ignore[type-var]
        case _:
            return value
