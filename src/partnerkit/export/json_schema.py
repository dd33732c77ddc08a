"""The JSON Schema of what `export/json.py` writes, for the programs that read it.

It is the schema of the record format, with objects in the place of references. A key that is added to the format is
added here too; the version changes when one is taken away or means something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from partnerkit.export.json import SCHEMA
from partnerkit.model.base import Part
from partnerkit.model.configuration import Audience
from partnerkit.model.fields import Field, Shape, fields
from partnerkit.model.kinds import KINDS
from partnerkit.model.schema import DIALECT, json_schema

_TEXT = {"type": "string"}
_NAME = {"type": "string", "minLength": 1}
_REFERENCE = {"$ref": "#/$defs/reference"}


def records_schema() -> Mapping[str, Any]:
    """The schema, draft 2020-12."""
    definitions: dict[str, Any] = {"reference": _reference()}
    for kind, model in KINDS.items():
        schema = {key: value for key, value in json_schema(kind).items() if not key.startswith("$")}
        inner = json_schema(kind).get("$defs", {})
        models = _models(model)
        definitions |= {
            name: _resolved(models[name], found) for name, found in {model.__name__: schema, **inner}.items()
        }
    properties = {
        "schema": {"const": SCHEMA, "description": "The name of this format, and its version."},
        "title": {**_NAME, "description": "The title of the workspace."},
        "as_of": {"type": "string", "format": "date", "description": "The day that counted as today."},
        "audience": {"enum": list(get_args(Audience)), "description": "Who may read it."},
        "withheld": {**_TEXT, "description": "What is withheld from them, in a sentence; empty if nothing is."},
        **{f"{kind}s": _list(model) for kind, model in KINDS.items()},
    }
    return {
        "$schema": DIALECT,
        "$id": f"urn:partnerkit:schema:{SCHEMA.replace('partnerkit-', '').replace('/', ':')}",
        "title": "Records",
        "description": "What `partnerkit export --format json` writes.",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def _list(model: type[Part]) -> Mapping[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{model.__name__}"}, "description": "Sorted by id."}


def _reference() -> Mapping[str, Any]:
    properties = {
        "id": {**_NAME, "description": "The id of what is named."},
        "title": {**_TEXT, "description": "What it is called."},
        "collection": {"type": ["string", "null"], "description": "The collection it belongs to, such as people."},
        "record": {"type": ["string", "null"], "description": "The id of the record it stands in."},
    }
    return {
        "title": "Reference",
        "description": "Something that is named, here or in another record; null where it is not known.",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _models(model: type[Part]) -> Mapping[str, type[Part]]:
    found: dict[str, type[Part]] = {}
    todo = [model]
    while todo:
        one = todo.pop()
        if one.__name__ not in found:
            found[one.__name__] = one
            todo += [part for field in fields(one) for part in field.parts]
    return found


def _resolved(model: type[Part], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema of a mapping, with objects in the place of references."""
    properties = dict(schema["properties"])
    for field in fields(model):
        if field.reference is not None or field.key_reference is not None:
            properties[field.key] = _of(field, properties[field.key])
    return {**schema, "properties": properties}


def _of(field: Field, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    head = {"description": schema["description"]}
    match field.shape:
        case Shape.ONE:
            return head | _REFERENCE
        case Shape.LIST:
            return {**schema, "items": _REFERENCE}
        case Shape.MAPPING if field.key_reference is not None:
            value = _REFERENCE if field.reference is not None else schema["additionalProperties"]
            pair = {"type": "object", "properties": {"of": _REFERENCE, "value": value}, "required": ["of", "value"]}
            return head | {"type": "array", "items": pair | {"additionalProperties": False}}
        case Shape.MAPPING:
            return {**schema, "additionalProperties": _REFERENCE}
