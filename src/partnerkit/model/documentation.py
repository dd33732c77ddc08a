"""The docstrings of the models and of their attributes, read from the source when a page or a schema is asked for.

Attributes carry their docstrings as string literals, which Python drops when it runs the module. Reading them from
the source costs nothing until somebody wants them.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from partnerkit.model.base import Part


@dataclass(frozen=True, slots=True)
class Documentation:
    """What the source says of a model.

    Attributes:
        summary: The docstring of the model, on one line.
        attributes: The docstring of each attribute, on one line, by the attribute's name.
        annotations: The annotation of each attribute as it is written, by the attribute's name.
    """

    summary: str
    attributes: Mapping[str, str]
    annotations: Mapping[str, ast.expr]


def documentation(model: type[Part]) -> Documentation:
    """What the source says of a model."""
    return _module(model.__module__)[model.__name__]


def title(model: type[Part]) -> str:
    """A model's name in plain words: `HealthAndSafety` is Health and safety."""
    return re.sub(r"(?<=[a-z])[A-Z]", lambda found: " " + found[0].lower(), model.__name__)


@cache
def _module(name: str) -> Mapping[str, Documentation]:
    tree = ast.parse(inspect.getsource(sys.modules[name]))
    return {node.name: _documentation(node) for node in tree.body if isinstance(node, ast.ClassDef)}


def _documentation(node: ast.ClassDef) -> Documentation:
    annotations = {
        statement.target.id: statement.annotation
        for statement in node.body
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)
    }
    return Documentation(
        _one_line(ast.get_docstring(node) or ""),
        MappingProxyType(dict(_attributes(node.body))),
        MappingProxyType(annotations),
    )


def _attributes(body: Sequence[ast.stmt]) -> Iterator[tuple[str, str]]:
    for statement, following in pairwise(body):
        match statement, following:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, _one_line(text)


def _one_line(text: str) -> str:
    return " ".join(text.split())
