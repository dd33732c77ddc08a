"""How a page was made, in its last line, so that it can be made again and compared: a comment that nobody is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from partnerkit.model.configuration import Audience

_LINE = re.compile(rb"<!-- partnerkit (\{[^\n]{0,20000}\}) -->\r?\n?\Z")
_LONGEST = 21_000
_REVISION = re.compile(r"(?:[0-9a-f]{4,64}(?:, with changes not committed)?|not committed)")
"""What `app/reading.py` says of the state under version control; nothing else is taken for it."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How pages were made.

    Attributes:
        as_of: The day they speak of.
        audience: Who they are for.
        version: The version of partnerkit that made them.
        is_named: Whether the command line named this audience.
        only: The ids of the partnerships that were asked for, as this audience is shown them, sorted; () means all.
        pages: The names of the views, sorted; () means all.
        linked: Whether they are a site.
        own: Whether templates of the user's own were used.
    """

    as_of: date
    audience: Audience
    version: str
    is_named: bool = False
    only: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    linked: bool = False
    own: bool = False


def signed(content: bytes, recipe: Recipe, revision: str | None) -> bytes:
    """A page with the line that tells how it was made, and from which revision."""
    data: dict[str, Any] = {"as_of": recipe.as_of.isoformat(), "audience": recipe.audience, "version": recipe.version}
    for name, values in {"only": recipe.only, "pages": recipe.pages}.items():
        if values:
            data[name] = " ".join(values)
    flags = {"named": recipe.is_named, "site": recipe.linked, "own": recipe.own}
    data |= {name: True for name, value in flags.items() if value}
    if revision is not None:
        data["revision"] = revision
    # Two hyphens would be the beginning of the end of a comment.
    text = json.dumps(data, separators=(",", ":")).replace("--", "-\\u002d").replace(">", "\\u003e")
    end = b"" if content.endswith(b"\n") else b"\n"
    return content + end + f"<!-- partnerkit {text} -->\n".encode("ascii")


def recipe_of(content: bytes) -> tuple[Recipe, str | None] | None:
    """How a page was made, and from which revision; None if it does not say so, for then it is none of ours."""
    found = _LINE.search(content, max(0, len(content) - _LONGEST))
    if found is None:
        return None
    with suppress(ValueError, KeyError, TypeError, RecursionError):
        data = json.loads(found[1])
        if data["audience"] in get_args(Audience):
            revision = _text(data, "revision")
            return _recipe(data), revision if revision is None or _REVISION.fullmatch(revision) else ""
    return None


def _recipe(data: Mapping[str, Any]) -> Recipe:
    return Recipe(
        date.fromisoformat(data["as_of"]),
        data["audience"],
        str(_text(data, "version")),
        data.get("named") is True,
        _words(data, "only"),
        _words(data, "pages"),
        data.get("site") is True,
        data.get("own") is True,
    )


def _text(data: Mapping[str, Any], name: str) -> str | None:
    value = data.get(name)
    if value is not None and not isinstance(value, str):
        raise TypeError(name)
    return value


def _words(data: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple((_text(data, name) or "").split())
