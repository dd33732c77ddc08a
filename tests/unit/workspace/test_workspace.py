"""A workspace of records does not change, whatever happens to what it was made of."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from partnerkit.model.configuration import Configuration
from partnerkit.workspace.workspace import Workspace
from unit.workspace.writing import HEAD, records

FILES = {
    "organisations.yaml": """
        {kind: organisation, id: northquay-shipyard, name: Northquay Shipyard Ltd, people: [{id: maya-okafor}]}
        ---
        {kind: organisation, id: estuary-college, name: Estuary College}
        """,
    "partnerships/harbour-welding.yaml": HEAD + "bodies: [{id: steering, chair: maya-okafor}]\n",
}
CONFIGURATION = Configuration.model_validate({"format": 1})


def test_a_workspace_does_not_follow_the_list_it_was_made_of() -> None:
    given = list(records(FILES))
    made = Workspace(CONFIGURATION, given)
    given.clear()
    assert [record.id for record in made.organisations] == ["estuary-college", "northquay-shipyard"]


def test_records_and_what_is_in_them_cannot_be_changed() -> None:
    made = Workspace(CONFIGURATION, records(FILES))
    (partnership,) = made.partnerships
    with pytest.raises(FrozenInstanceError):
        partnership.id = "another"  # type: ignore[misc]
    with pytest.raises(ValueError, match="frozen"):
        partnership.part.title = "Another"  # type: ignore[attr-defined]
    item = made.target(partnership, "people", "maya-okafor")
    assert item is not None
    with pytest.raises(FrozenInstanceError):
        item.id = "another"  # type: ignore[misc]
    with pytest.raises(ValueError, match="frozen"):
        item.part.name = "Another"  # type: ignore[attr-defined]


def test_of_two_records_with_one_id_the_first_by_file_counts() -> None:
    twice = {
        "organisations/b.yaml": "{kind: organisation, id: a, name: In b}",
        "organisations/a.yaml": "{kind: organisation, id: a, name: In a}",
    }
    both = records(twice)
    for given in (both, both[::-1]):
        found = Workspace(CONFIGURATION, given).record("organisations", "a")
        assert found is not None
        assert found.origin.root == ("organisations/a.yaml", 0)
