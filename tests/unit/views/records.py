"""Workspaces made of plain data, without files."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

from partnerkit.model.configuration import Configuration
from partnerkit.model.kinds import KINDS
from partnerkit.views import blocks as b
from partnerkit.views.api import Context
from partnerkit.workspace.records import Origin, Record
from partnerkit.workspace.workspace import Workspace
from unit.model.reading import shape

AS_OF = date(2026, 1, 10)

YARD: dict[str, Any] = {
    "kind": "organisation",
    "id": "yard",
    "name": "Northquay Shipyard",
    "people": [{"id": "ivo", "name": "Ivo Brandt", "title": "Welding Foreman"}, {"id": "shy", "pseudonym": "A welder"}],
    "priorities": [{"id": "welders", "statement": "Nine coded welders"}],
}
COLLEGE: dict[str, Any] = {
    "kind": "organisation",
    "id": "college",
    "name": "Estuary College",
    "people": [{"id": "mae", "name": "Mae Lund", "title": "Lecturer"}],
}
SMALLEST: dict[str, Any] = {
    "kind": "partnership",
    "id": "welding",
    "title": "Harbour welding",
    "stage": "identify",
    "partners": [{"organisation": "yard"}, {"organisation": "college"}],
}


def workspace(*records: dict[str, Any], configuration: dict[str, Any] | None = None) -> Workspace:
    """A workspace of records, each as plain data."""
    made = [
        Record(data["kind"], data["id"], KINDS[data["kind"]].model_validate(data), Origin((f"{data['id']}.yaml", 0)))
        for data in records
    ]
    return Workspace(Configuration.model_validate(configuration or {"format": 1}), made)


def welding(**sections: Any) -> Workspace:
    """The smallest partnership and its partners, with sections added or changed."""
    return workspace(YARD, COLLEGE, SMALLEST | sections)


def context(as_of: date = AS_OF, **more: Any) -> Context:
    """What a view is told."""
    return Context(as_of, "1.0", **more)


def fullest() -> Workspace:
    """A partnership that uses every field of the format, with its partners."""
    college = {
        "kind": "organisation", "id": "estuary-college", "name": "Estuary College",
        "people": [{"id": "mae-lund", "name": "Mae Lund", "title": "Lecturer in Welding"}],
    }  # fmt: skip
    others = [{"kind": "organisation", "id": id_, "name": id_.title()} for id_ in ("estuary-council", "port-authority")]
    shapes = [deepcopy(shape(name)) for name in ("partnership", "organisation", "framework", "programme")]
    return workspace(*shapes, college, *others, configuration=shape("configuration"))


def all_blocks(page: b.Page) -> list[b.Block]:
    """Every block of a page, from the outside in."""
    found: list[b.Block] = []
    todo: list[b.Block] = [*page.opening, *page.sections]
    while todo:
        block = todo.pop(0)
        found.append(block)
        if isinstance(block, b.Section | b.Item | b.Callout | b.Fold):
            todo.extend(block.blocks)
    return found
