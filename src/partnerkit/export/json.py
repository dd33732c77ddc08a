"""Everything as plain data for programs: JSON in UTF-8, of the form that `partnerkit schema records` describes.

The keys are those of the records; what a record leaves out is left out here. A reference is an object with the id, the
title of what it names, and where that stands. A mapping whose keys are references is a list of pairs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from partnerkit.export.scope import collection_of, records_of
from partnerkit.model.base import Part
from partnerkit.model.fields import Field, fields
from partnerkit.model.references import Reference
from partnerkit.views.api import Context
from partnerkit.views.reading.names import Names
from partnerkit.views.reading.pages import workspace_title
from partnerkit.workspace.workspace import Workspace

SUFFIX = ".json"
SCHEMA = "partnerkit-records/1"
COLLECTIONS = ("organisations", "frameworks", "programmes", "partnerships")


def export(workspace: Workspace, context: Context) -> bytes:
    """The partnerships that are asked for, with the records they refer to."""
    held: dict[str, list[Any]] = {name: [] for name in COLLECTIONS}
    for record in records_of(workspace, context):
        held[collection_of(record)].append(_part(record.part, Names(workspace, record)))
    document = {
        "schema": SCHEMA,
        "title": workspace_title(workspace),
        "as_of": context.as_of.isoformat(),
        "audience": context.audience,
        "withheld": context.withheld,
        **held,
    }
    text = json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False, default=str)
    return f"{_UNSHOWN.sub(_escape, text)}\n".encode()


# What a terminal does not show, and what CI systems take for a command, mean the same to a reader as escapes.
_UNSHOWN = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
    r"|(?<=##)\[|(?<=##vso)\["
)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


def _part(part: Part, names: Names) -> dict[str, Any]:
    holding = {field.name: field for field in fields(type(part))}
    found: dict[str, Any] = {}
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        if value is not None and value not in ((), {}):
            found[info.alias or name] = _value(value, holding.get(name), names)
    return found | (part.model_extra or {})


def _value(value: Any, field: Field | None, names: Names) -> Any:
    match value:
        case tuple():
            return [_value(item, field, names) for item in value]
        case dict():
            return _mapping(value, field, names)
        case Part():
            return _part(value, names)
        case date():
            return value.isoformat()
        case str() if field is not None and field.reference is not None:
            return _reference(value, field.reference, names)
        case _:
            return value


def _mapping(value: Mapping[str, Any], field: Field | None, names: Names) -> Any:
    if field is None or field.key_reference is None:
        return {key: _value(item, field, names) for key, item in value.items()}
    return [
        {"of": _reference(key, field.key_reference, names), "value": _value(item, field, names)}
        for key, item in value.items()
    ]


def _reference(written: str, reference: Reference, names: Names) -> Mapping[str, Any]:
    for collection in reference.collections:
        item = names.item(collection, written)
        if item is not None:
            title = names.name(collection, written)
            return {"id": item.id, "title": title, "collection": item.collection, "record": item.record.id}
    id_ = written.rpartition("/")[2]
    return {"id": id_, "title": names.name(reference.collections[0], written), "collection": None, "record": None}
