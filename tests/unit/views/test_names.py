from __future__ import annotations

from partnerkit.views import blocks as b
from partnerkit.views.reading.names import Names
from unit.views.records import welding


def names() -> Names:
    workspace = welding(aims=[{"id": "own", "statement": "A yard that codes its own welders"}])
    return Names(workspace, workspace.partnerships[0])


def test_a_person_is_introduced_once_in_each_part_of_a_page() -> None:
    found = names()
    introduced = ("Ivo Brandt", b.Quiet(" (Welding Foreman, Northquay Shipyard)"))
    assert found.person("yard/ivo") == introduced
    assert found.person("ivo") == "Ivo Brandt"
    found.start()
    assert found.person("ivo") == introduced


def test_a_pseudonym_stands_for_a_name() -> None:
    assert names().person("shy") == ("A welder", b.Quiet(" (Northquay Shipyard)"))


def test_what_names_nothing_is_shown_in_words() -> None:
    assert names().person("yard/jo-smith") == "Jo smith"
    assert names().organisation("no-such-firm") == "No such firm"
    assert names().criterion("unknown/P1") == b.Code("unknown/P1")


def test_items_of_the_record_are_links_and_those_of_others_are_not() -> None:
    assert names().link("aims", "own") == b.Link("A yard that codes its own welders", "aims-own")
    assert names().link("priorities", "yard/welders") == "Nine coded welders"


def test_records_read_are_counted() -> None:
    found = names()
    assert found.records == 1
    found.person("ivo")
    found.person("mae")
    assert found.records == 3
