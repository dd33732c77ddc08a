"""The schemas that are published, by name."""

from __future__ import annotations

import json

import jsonschema
import pytest

from partnerkit.app.outcome import CannotRunError
from partnerkit.app.schema import schema
from partnerkit.diagnostics.text import plain

NAMES = plain(schema(None)).splitlines()


def test_all_are_listed_once() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert {"partnership", "organisation", "configuration", "risks", "risks/item", "exit", "diagnostics"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_schema_of_its_own(name: str) -> None:
    published = json.loads(plain(schema(name)))
    jsonschema.Draft202012Validator.check_schema(published)
    assert published["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert published["$id"].startswith(f"urn:partnerkit:schema:{name}:")


def test_a_name_that_is_nearly_right_is_suggested() -> None:
    with pytest.raises(CannotRunError, match=r"There is no schema of objectivs\. Did you mean objectives\?"):
        plain(schema("objectivs"))


def test_for_another_name_the_list_is_offered() -> None:
    with pytest.raises(CannotRunError, match="`partnerkit schema` lists all there are"):
        plain(schema("zebra"))
