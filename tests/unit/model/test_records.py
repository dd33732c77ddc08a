"""Every kind of record and every section is read, and nothing of it is lost or altered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from partnerkit.model.base import Part
from partnerkit.model.configuration import Configuration
from partnerkit.model.fields import contents, fields
from partnerkit.model.kinds import KINDS, sections
from partnerkit.model.partnership.partnership import Partnership
from unit.model.reading import read, shape

if TYPE_CHECKING:
    from collections.abc import Iterator

MODELS: dict[str, type[Part]] = {**KINDS, "configuration": Configuration}

SMALLEST = {
    "organisation": "{kind: organisation, id: estuary-college, name: Estuary College}",
    "framework": "{kind: framework, id: coded-welding, title: Coded welding}",
    "programme": "{kind: programme, id: estuary-fund, title: Estuary fund}",
    "partnership": """
        kind: partnership
        id: harbour-welding
        title: Harbour welding
        stage: identify
        partners: [{organisation: northquay-shipyard}, {organisation: estuary-college}]
        """,
    "configuration": "format: 1",
}


@pytest.mark.parametrize("name", MODELS)
def test_a_record_that_uses_everything_comes_back_as_it_was_written(name: str) -> None:
    record = MODELS[name].model_validate(shape(name))
    assert record.model_dump(mode="json", by_alias=True, exclude_unset=True) == shape(name)


@pytest.mark.parametrize("name", MODELS)
def test_a_record_needs_little_to_start_with(name: str) -> None:
    data = read(SMALLEST[name])
    MODELS[name].model_validate(data)
    for key in data:
        less = {other: value for other, value in data.items() if other != key}
        with pytest.raises(ValueError, match="missing"):
            MODELS[name].model_validate(less)


@pytest.mark.parametrize("name", sections())
def test_every_section_has_a_shape(name: str) -> None:
    assert shape("partnership")[name]


def test_the_head_of_a_partnership_is_no_section() -> None:
    heads = set(Partnership.model_fields) - set(sections())
    assert heads == {
        "kind",
        "id",
        "title",
        "stage",
        "partners",
        "summary",
        "status",
        "place",
        "confidentiality",
        "programme",
        "stage_history",
        "not_applicable",
        "suppress",
    }


def test_sections_that_are_one_mapping_are_told_apart_from_lists() -> None:
    assert {name for name, section in sections().items() if not section.many} == {"culture_fit", "exit"}


def test_items_with_ids_inside_other_items_are_found() -> None:
    declared, _ = contents(Partnership.model_validate(shape("partnership")))
    found = {(item.collection, item.id) for item in declared}
    assert {
        ("indicators", "ind-passed"),
        ("decisions", "dec-bay"),
        ("actions", "act-delegate"),
        ("lessons", "les-1"),
        ("recommendations", "rec-1"),
    } <= found


def test_criteria_may_lie_inside_criteria() -> None:
    declared, _ = contents(KINDS["framework"].model_validate(shape("framework")))
    assert [item.id for item in declared] == ["W1", "1.1", "1.1.a", "W2"]


def test_the_shapes_use_every_key_of_the_format() -> None:
    used: dict[type[Part], set[str]] = {}
    for name, model in MODELS.items():
        for part in _parts(model.model_validate(shape(name))):
            used.setdefault(type(part), set()).update(part.model_fields_set)
    left_out = {(model.__name__, name) for model, names in used.items() for name in set(model.model_fields) - names}
    # Of the clauses, which are all alike, some are enough.
    assert {name for name in left_out if name[0] != "Clauses"} == set()


def test_numbers_keep_the_form_in_which_they_were_written() -> None:
    record = Partnership.model_validate(shape("partnership"))
    hours = record.activities[0].delivered_by
    assert [repr(value) for value in hours.values()] == ["12.5", "40"]
    assert repr(record.objectives[0].indicators[0].actuals[0].value) == "3.0"


def test_keys_of_ones_own_are_kept_in_every_mapping() -> None:
    data = read(
        SMALLEST["partnership"]
        + """
        x-file: {a: [1, null]}
        scans: [{id: s-1, on: 2026-01-05, x-room: 12}]
        exit: {x-note: yes}
        """
    )
    record = Partnership.model_validate(data)
    assert record.model_extra == {"x-file": {"a": [1, None]}}
    assert record.scans[0].model_extra == {"x-room": 12}
    assert record.exit is not None
    assert record.exit.model_extra == {"x-note": "yes"}


def test_records_cannot_be_changed() -> None:
    record = Partnership.model_validate(shape("partnership"))
    with pytest.raises(ValueError, match="frozen"):
        record.title = "Another"  # type: ignore[misc]


def _parts(part: Part) -> Iterator[Part]:
    """A part and all that it holds, however deep."""
    yield part
    for field in fields(type(part)):
        value = getattr(part, field.name)
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        for one in inner:
            if isinstance(one, Part):
                yield from _parts(one)
