"""What a field holds, in plain words: the annotation as it is written, put into a phrase for people."""

from __future__ import annotations

import ast
import sys
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, get_args

from partnerkit.model.audiences import NAMES
from partnerkit.model.base import Part
from partnerkit.model.reference_words import pointed_to
from partnerkit.model.references import Reference

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

VALUES: Mapping[str, str] = MappingProxyType(
    {
        "Amount": "number, 0 or more",
        "Clause": "`present`, `absent`, `{not_applicable: why}` or `{reference: where}`",
        "Code": "code",
        "Count": "whole number, 0 or more",
        "Country": "country code",
        "Currency": "currency code",
        "Date": "date",
        "Days": "days, 1 to 3660",
        "Email": "e-mail address",
        "File": "path of a file",
        "FormatVersion": "`1`",
        "Hours": "hours, 0 or more",
        "Level5": "level, 1 to 5",
        "Link": "web address",
        "MatrixLevel": "level of the risk matrix",
        "Name": "name",
        "Number": "number",
        "PointLevel": "level, 0 to 5",
        "Position": "whole number, 1 or more",
        "Prose": "prose",
        "RuleName": "name of a rule",
        "Seal": "seal",
        "Sha256": "SHA-256 digest",
        "Slug": "id",
        "Text": "text",
        "Timecode": "time code",
        "bool": "`true` or `false`",
        "int": "whole number",
    }
)


def holds(annotation: ast.expr, model: type[Part], link: Callable[[type[Part]], str]) -> str:
    """What a field holds.

    Args:
        annotation: The field's annotation, as it stands in the source.
        model: The model whose field it is; the annotation's names are those of its module.
        link: How to refer to the description of another model.
    """
    names = vars(sys.modules[model.__module__])

    def of(node: ast.expr) -> str:
        match node:
            case ast.Name(id=name):
                return _named(name, names.get(name), link)
            case ast.Subscript(value=ast.Name(id=name), slice=inner) if name == "Maybe" or name in NAMES:
                return of(inner)
            case ast.Subscript(value=ast.Name(id="Many"), slice=inner):
                return f"list, each: {of(inner)}"
            case ast.Subscript(value=ast.Name(id="dict"), slice=ast.Tuple(elts=[key, value])):
                return f"mapping, for each {_bare(of(key))}: {of(value)}"
            case ast.Subscript(value=ast.Name(id="Annotated"), slice=ast.Tuple(elts=[inner, ast.Call() as field])):
                return f"{of(inner)} ({_limits(field.keywords)})"
            case ast.Subscript(value=ast.Name(id="Literal"), slice=ast.Constant(value=str() | int() as word)):
                return f"`{word}`"
            case _:
                raise ValueError(f"no words for {ast.unparse(node)}")

    return of(annotation)


def _named(name: str, value: Any, link: Callable[[type[Part]], str]) -> str:
    if name in VALUES:
        return VALUES[name]
    if isinstance(value, type) and issubclass(value, Part):
        return link(value)
    for note in getattr(value, "__metadata__", ()):
        if isinstance(note, Reference):
            return f"reference to {pointed_to(note)}"
    return "one of " + ", ".join(f"`{word}`" for word in get_args(value))


def _bare(phrase: str) -> str:
    """A reference as the key of a mapping: `organisation` for `reference to an organisation`."""
    return phrase.removeprefix("reference to ").removeprefix("an ").removeprefix("a ")


def _limits(limits: list[ast.keyword]) -> str:
    figures = {limit.arg: ast.unparse(limit.value) for limit in limits}
    if "max_length" in figures:
        return f"{figures['min_length']} to {figures['max_length']}"
    if "min_length" in figures:
        return f"{figures['min_length']} or more"
    return f"{figures['ge']} to {figures['le']}"
