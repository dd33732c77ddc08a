"""The JSON Schemas are sound, are described throughout, and agree with validation."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from partnerkit.model.kinds import KINDS, sections
from partnerkit.model.schema import json_schema, schema_names
from unit.model.adapters import adapter
from unit.model.faults import CASES, Case
from unit.model.reading import read, shape

if TYPE_CHECKING:
    from collections.abc import Iterator

Path = tuple[str | int, ...]

# One of each sort of value that may stand where another is due.
INTRUDERS: tuple[Any, ...] = (
    None,
    True,
    0,
    7,
    -1,
    1.5,
    1_000_000,
    "",
    "slug",
    "Two words",
    "2026-01-05",
    "2026-02-30",
    "https://a.example/b",
    "files/a.pdf",
    "GBP",
    [],
    ["slug"],
    [{}],
    {},
    {"x-own": None},
    {"slug": "slug"},
    {"not_applicable": "Text"},
)
NAMES = [name for name in schema_names() if not name.endswith("/item")]


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json_schema(name), format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("name", schema_names())
def test_it_is_a_json_schema(name: str) -> None:
    schema = json_schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:partnerkit:schema:{name}:1"


def test_a_name_that_is_none_is_refused() -> None:
    with pytest.raises(KeyError):
        json_schema("objectivs")


@pytest.mark.parametrize("name", schema_names())
def test_it_is_the_same_each_time(name: str) -> None:
    assert json.dumps(json_schema(name)) == json.dumps(json_schema(name))


@pytest.mark.parametrize("name", schema_names())
def test_every_mapping_and_every_key_is_described_and_none_takes_null(name: str) -> None:
    schema = json_schema(name)
    for part in (schema, *schema.get("$defs", {}).values()):
        assert part["title"]
        assert part["description"]
        for value in part.get("properties", {}).values():
            assert value["description"]
    assert '"null"' not in json.dumps(schema)
    assert ": null" not in json.dumps(schema)


@pytest.mark.parametrize("name", NAMES)
def test_it_takes_what_validation_takes(name: str) -> None:
    given = shape("partnership")[name] if name in sections() else shape(name)
    assert not list(validator(name).iter_errors(given))


def test_a_partnership_may_leave_its_sections_to_other_files() -> None:
    head = {key: value for key, value in shape("partnership").items() if key not in sections()}
    assert validator("partnership").is_valid(head)


@pytest.mark.parametrize("name", [name for name in schema_names() if name.endswith("/item")])
def test_an_item_in_a_file_of_its_own_may_leave_out_its_id(name: str) -> None:
    item = shape("partnership")[name.removesuffix("/item")][0]
    without = {key: value for key, value in item.items() if key != "id"}
    assert validator(name).is_valid(item)
    assert validator(name).is_valid(without)
    assert not validator(name.removesuffix("/item")).is_valid([without])


@pytest.mark.parametrize("case", CASES, ids=[case.why for case in CASES])
def test_it_refuses_what_validation_refuses(case: Case) -> None:
    assert validator(case.name).is_valid(case.given) == bool(case.beyond_schema)


@pytest.mark.parametrize("name", NAMES)
def test_it_agrees_with_validation_whatever_stands_in_a_place(name: str) -> None:
    given = shape("partnership")[name] if name in sections() else _head(name)
    for path in _paths(given):
        for intruder in INTRUDERS:
            other = _replaced(given, path, intruder)
            assert validator(name).is_valid(other) == _validates(name, other), (path, intruder)


def test_a_reference_says_what_it_points_to() -> None:
    actions = json_schema("meetings")["$defs"]["Action"]["properties"]
    assert actions["owner"]["description"].endswith("Refers to a person, by its id, or as organisation/id.")
    assert actions["evidence"]["items"]["description"] == "Refers to a piece of evidence, by its id, or as section/id."
    owners = json_schema("objectives")["$defs"]["Objective"]["properties"]["owners"]
    assert owners["propertyNames"]["description"] == "Refers to an organisation, by its id."
    assert owners["additionalProperties"]["description"].startswith("Refers to a person")


def test_only_what_differs_from_leaving_it_out_is_given_as_a_default() -> None:
    text = json.dumps([json_schema(name) for name in schema_names()])
    assert text.count('"default"') == 1
    assert json_schema("configuration")["$defs"]["RiskMatrix"]["properties"]["size"]["default"] == read("5")


def _head(name: str) -> Any:
    """A shape without the sections, which are tried by themselves."""
    left_out = set(sections()) if KINDS.get(name) is KINDS["partnership"] else set()
    return {key: value for key, value in shape(name).items() if key not in left_out}


def _validates(name: str, given: Any) -> bool:
    try:
        adapter(name).validate_python(given)
    except ValidationError:
        return False
    return True


def _paths(given: Any) -> Iterator[Path]:
    yield ()
    steps = given.items() if isinstance(given, dict) else enumerate(given) if isinstance(given, list) else ()
    for step, value in steps:
        for path in _paths(value):
            yield (step, *path)


def _replaced(given: Any, path: Path, intruder: Any) -> Any:
    if not path:
        return intruder
    copy = given.copy()
    copy[path[0]] = _replaced(given[path[0]], path[1:], intruder)
    return copy
