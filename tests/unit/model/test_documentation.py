"""Every model and every attribute is described in its source, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from partnerkit.model.configuration import Configuration
from partnerkit.model.documentation import documentation, title
from partnerkit.model.fields import fields
from partnerkit.model.kinds import KINDS

if TYPE_CHECKING:
    from partnerkit.model.base import Part


def _models() -> dict[str, type[Part]]:
    found: dict[str, type[Part]] = {}
    todo: list[type[Part]] = [*KINDS.values(), Configuration]
    while todo:
        model = todo.pop()
        if model.__name__ not in found:
            found[model.__name__] = model
            todo += [part for field in fields(model) for part in field.parts]
    return found


MODELS = _models()


@pytest.mark.parametrize("name", MODELS)
def test_a_model_and_its_attributes_are_described_in_sentences(name: str) -> None:
    described = documentation(MODELS[name])
    texts = [described.summary, *(described.attributes[attribute] for attribute in MODELS[name].model_fields)]
    assert all(text[0].isupper() or text[0] == "`" for text in texts)
    assert all(text.endswith(".") for text in texts)


def test_the_names_of_models_differ_for_they_name_definitions_in_schemas() -> None:
    seen = [part for model in MODELS.values() for field in fields(model) for part in field.parts]
    assert {part.__name__ for part in seen} <= set(MODELS)
    assert all(MODELS[part.__name__] is part for part in seen)


def test_titles_are_in_plain_words() -> None:
    assert title(MODELS["HealthAndSafety"]) == "Health and safety"
    assert title(MODELS["Raci"]) == "Raci"
