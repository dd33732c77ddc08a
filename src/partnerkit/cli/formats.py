"""The option that chooses an output format, found by name like the formats themselves."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from partnerkit.units import unit, unit_names

if TYPE_CHECKING:
    from collections.abc import Collection

    from partnerkit.emit.api import Emit

PACKAGE = "partnerkit.emit"


def format_names(package: str = PACKAGE) -> tuple[str, ...]:
    """The names of all formats that a package holds, sorted."""
    return unit_names(package, "emit")


def known_format(name: str) -> str:
    """A format's name, if there is such a format of findings.

    Raises:
        BadParameter: There is none.
    """
    return format_in(PACKAGE, name)


def format_in(package: str, name: str) -> str:
    """A format's name, if a package holds such a format.

    Raises:
        BadParameter: It holds none.
    """
    return format_among(format_names(package), name)


def format_among(names: Collection[str], name: str) -> str:
    """A format's name, if it is one of some.

    Raises:
        BadParameter: It is none of them.
    """
    if name not in names:
        near = get_close_matches(name, sorted(names), n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise typer.BadParameter(f"there is no format {name}; there are {', '.join(sorted(names))}.{hint}")
    return name


def emitter(name: str) -> Emit:
    """The function that writes a format."""
    emit: Emit = unit(PACKAGE, name).emit
    return emit


def outputs(pairs: list[str]) -> tuple[tuple[str, Path], ...]:
    """Formats and the files they are to be written to, as the command line gives them: `FORMAT=PATH`.

    Raises:
        BadParameter: One is written otherwise, or there is no such format.
    """
    found = []
    for pair in pairs:
        name, equals, path = pair.partition("=")
        if not equals or not path:
            raise typer.BadParameter(f"write it as FORMAT=PATH, not {pair}.", param_hint="--output")
        found.append((known_format(name), Path(path)))
    return tuple(found)
