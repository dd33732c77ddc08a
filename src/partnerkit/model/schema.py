"""JSON Schema for every kind of record, every section's own file and the configuration, for editors and other tools.

The constraints are those that validation checks, taken from the same models; the descriptions are the docstrings.
Two things JSON Schema leaves open: many programs that read it do not check that a date is in the calendar (`format` is
a note to them), and 3.0 is a whole number to it, which here it is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from partnerkit.model.configuration import Configuration
from partnerkit.model.documentation import documentation, title
from partnerkit.model.fields import Field, Shape, fields
from partnerkit.model.kinds import KINDS, sections
from partnerkit.model.reference_words import reference_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import core_schema

    from partnerkit.model.base import Part
    from partnerkit.model.references import Reference

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FORMAT = 1
CONFIGURATION = "configuration"
ITEM = "/item"


def schema_names() -> tuple[str, ...]:
    """The names of all schemas: kinds, the configuration, sections, and `SECTION/item` for one item in a file."""
    of_items = (f"{section.name}{ITEM}" for section in sections().values() if section.many)
    return (*KINDS, CONFIGURATION, *sections(), *of_items)


def json_schema(name: str) -> dict[str, Any]:
    """A JSON Schema, draft 2020-12, in an order that does not change.

    Args:
        name: One of `schema_names()`.

    Raises:
        KeyError: There is no schema of that name.
    """
    head = {"$schema": DIALECT, "$id": f"urn:partnerkit:schema:{name}:{FORMAT}"}
    if name in KINDS:
        return head | _of(KINDS[name])
    if name == CONFIGURATION:
        return head | _of(Configuration)
    section = sections()[name.removesuffix(ITEM)]
    if not section.many:
        return head | _of(section.model)
    if name.endswith(ITEM):
        return head | _without_id(_of(section.model))
    return head | _list_of(section.name, section.model)


class _Generator(GenerateJsonSchema):
    """Pydantic's generator, taught what our values mean."""

    def chain_schema(self, schema: core_schema.ChainSchema) -> dict[str, Any]:
        """A date: its pattern, and the format that editors know. Of any other chain, the last and narrowest link."""
        last = schema["steps"][-1]
        if last["type"] == "date":
            return super().chain_schema(schema) | {"format": "date"}
        return self.generate_inner(last)

    def union_schema(self, schema: core_schema.UnionSchema) -> dict[str, Any]:
        """A number, which to pydantic is a whole one or a broken one."""
        choices = [choice[0] if isinstance(choice, tuple) else choice for choice in schema["choices"]]
        if [choice["type"] for choice in choices] == ["int", "float"]:
            return self.generate_inner(choices[1])
        return super().union_schema(schema)

    def dict_schema(self, schema: core_schema.DictSchema) -> dict[str, Any]:
        """A mapping that refuses keys of another form than its own."""
        keys, values = schema["keys_schema"], schema["values_schema"]
        return {
            "type": "object",
            "propertyNames": self.generate_inner(keys),
            "additionalProperties": self.generate_inner(values),
        }


def _of(model: type[Part]) -> dict[str, Any]:
    """The schema of a mapping, with the definitions of what it holds."""
    raw = model.model_json_schema(schema_generator=_Generator)
    definitions = raw.pop("$defs", {})
    schema = _mapping(model, raw)
    if definitions:
        models = {part.__name__: part for part in _models_in(model, set())}
        schema["$defs"] = {name: _mapping(models[name], definitions[name]) for name in sorted(definitions)}
    return schema


def _list_of(name: str, model: type[Part]) -> dict[str, Any]:
    item = _of(model)
    definitions = item.pop("$defs", {}) | {model.__name__: item}
    return {
        "title": name.replace("_", " ").capitalize(),
        "description": documentation(KINDS["partnership"]).attributes[name],
        "type": "array",
        "items": {"$ref": f"#/$defs/{model.__name__}"},
        "$defs": {key: definitions[key] for key in sorted(definitions)},
    }


def _without_id(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of an item in a file of its own, whose name gives the id."""
    required = [key for key in schema["required"] if key != "id"]
    return {key: required if key == "required" else value for key, value in schema.items() if value != [] or required}


def _mapping(model: type[Part], raw: dict[str, Any]) -> dict[str, Any]:
    described = documentation(model)
    holding = {field.key: field for field in fields(model)}
    properties = {}
    for name, info in model.model_fields.items():
        key = info.alias or name
        properties[key] = _property(raw["properties"][key], described.attributes[name], holding.get(key))
    schema = {
        "title": title(model),
        "description": described.summary,
        "type": "object",
        "properties": properties,
        "required": raw.get("required", []),
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
    }
    return {key: value for key, value in schema.items() if value != []}


def _property(raw: dict[str, Any], description: str, field: Field | None) -> dict[str, Any]:
    schema = {key: value for key, value in _untitled(raw).items() if key != "default" or value not in (None, [], {})}
    if field is not None and field.reference is not None:
        description = _refer(schema, description, field.shape, field.reference)
    if field is not None and field.key_reference is not None:
        schema["propertyNames"] = _referring(schema["propertyNames"], field.key_reference)
    return {"description": description} | schema


def _refer(schema: dict[str, Any], description: str, shape: Shape, reference: Reference) -> str:
    """Says what a reference points to: with each item of a list, else in the description that comes back."""
    match shape:
        case Shape.LIST:
            schema["items"] = _referring(schema["items"], reference)
        case Shape.MAPPING:
            schema["additionalProperties"] = _referring(schema["additionalProperties"], reference)
        case Shape.ONE:
            return f"{description} {reference_sentence(reference)}"
    return description


def _referring(schema: dict[str, Any], reference: Reference) -> dict[str, Any]:
    return {"description": reference_sentence(reference)} | schema


def _untitled(schema: Any) -> Any:
    """A schema without the titles that pydantic makes up."""
    if isinstance(schema, dict):
        return {key: _untitled(value) for key, value in schema.items() if key != "title"}
    if isinstance(schema, list):
        return [_untitled(value) for value in schema]
    return schema


def _models_in(model: type[Part], seen: set[type[Part]]) -> Iterator[type[Part]]:
    """A model and all models it holds, however deep."""
    if model in seen:
        return
    seen.add(model)
    yield model
    for field in fields(model):
        for part in field.parts:
            yield from _models_in(part, seen)
