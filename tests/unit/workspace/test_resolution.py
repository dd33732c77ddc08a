"""Which text in which record names what."""

from __future__ import annotations

import pytest

from partnerkit.workspace.workspace import Workspace
from unit.workspace.writing import workspace

FILES = {
    "organisations.yaml": """
        kind: organisation
        id: northquay-shipyard
        name: Northquay Shipyard Ltd
        people: [{id: maya-okafor}, {id: sam-hill}]
        priorities: [{id: growth, statement: Two ships a year}, {id: welders, statement: Welders}]
        ---
        kind: organisation
        id: estuary-college
        name: Estuary College
        people: [{id: joan-price}, {id: sam-hill}]
        priorities: [{id: growth, statement: More apprentices}]
        ---
        kind: organisation
        id: harbour-trust
        name: Harbour Trust
        people: [{id: ann-roe}, {id: maya-okafor}]
        """,
    "frameworks/coded-welding.yaml": """
        kind: framework
        id: coded-welding
        title: Coded welding
        criteria: [{id: P1, statement: Prepare, criteria: [{id: P1.1, statement: Clean}]}, {id: "1.2", statement: Weld}]
        """,
    # A programme may have the id of an organisation: what it is asked for tells them apart.
    "programmes/harbour-trust.yaml": """
        kind: programme
        id: harbour-trust
        title: Harbour Trust fund
        """,
    "partnerships/harbour-welding.yaml": """
        kind: partnership
        id: harbour-welding
        title: Harbour welding
        stage: run
        partners: [{organisation: northquay-shipyard}, {organisation: estuary-college}]
        objectives:
          - id: obj-welders
            statement: Twelve coded welders
            indicators: [{id: ind-welders}]
          - {id: x-1, statement: Another}
        benefits: [{id: x-1}, {id: ben-pay}]
        meetings:
          - id: "2026-03-10"
            on: 2026-03-10
            actions: [{id: act-1, text: Ask for a quote}]
            decisions: [{id: act-1, text: To ask}]
        """,
    "partnerships/marine-engines.yaml": """
        kind: partnership
        id: marine-engines
        title: Marine engines
        stage: identify
        partners: [{organisation: harbour-trust}, {organisation: estuary-college}]
        """,
}
WELDING, ENGINES = ("partnerships", "harbour-welding"), ("partnerships", "marine-engines")
SHIPYARD, FRAMEWORK = ("organisations", "northquay-shipyard"), ("frameworks", "coded-welding")
PROGRAMME = ("programmes", "harbour-trust")


@pytest.fixture(scope="module")
def read() -> Workspace:
    return workspace(FILES)


@pytest.mark.parametrize(
    ("record", "collection", "written", "named"),
    [
        # Records, by their ids.
        (WELDING, "organisations", "estuary-college", "organisation/estuary-college"),
        (WELDING, "partnerships", "marine-engines", "partnership/marine-engines"),
        (WELDING, "frameworks", "coded-welding", "framework/coded-welding"),
        (WELDING, "programmes", "harbour-trust", "programme/harbour-trust"),
        (WELDING, "organisations", "harbour-trust", "organisation/harbour-trust"),
        (WELDING, "organisations", "coded-welding", None),
        # People and priorities: of a partner by the id alone, if only one has it; of others with the organisation.
        (WELDING, "people", "joan-price", "organisation/estuary-college people/joan-price"),
        (WELDING, "people", "maya-okafor", "organisation/northquay-shipyard people/maya-okafor"),
        (ENGINES, "people", "maya-okafor", "organisation/harbour-trust people/maya-okafor"),
        (WELDING, "people", "sam-hill", None),
        (WELDING, "people", "estuary-college/sam-hill", "organisation/estuary-college people/sam-hill"),
        (WELDING, "people", "ann-roe", None),
        (WELDING, "people", "harbour-trust/ann-roe", "organisation/harbour-trust people/ann-roe"),
        (WELDING, "people", "harbour-trust/joan-price", None),
        (WELDING, "priorities", "welders", "organisation/northquay-shipyard priorities/welders"),
        (WELDING, "priorities", "growth", None),
        (ENGINES, "priorities", "growth", "organisation/estuary-college priorities/growth"),
        (WELDING, "priorities", "joan-price", None),
        # In an organisation the id alone means its own.
        (SHIPYARD, "people", "sam-hill", "organisation/northquay-shipyard people/sam-hill"),
        (SHIPYARD, "people", "joan-price", None),
        (SHIPYARD, "people", "estuary-college/joan-price", "organisation/estuary-college people/joan-price"),
        (SHIPYARD, "people", "northquay-shipyard/sam-hill", "organisation/northquay-shipyard people/sam-hill"),
        # A programme has no people of its own.
        (PROGRAMME, "people", "joan-price", None),
        (PROGRAMME, "people", "estuary-college/joan-price", "organisation/estuary-college people/joan-price"),
        # Criteria always with their framework, except in the framework itself.
        (WELDING, "criteria", "P1", None),
        (WELDING, "criteria", "coded-welding/P1", "framework/coded-welding criteria/P1"),
        (WELDING, "criteria", "coded-welding/P1.1", "framework/coded-welding criteria/P1.1"),
        (WELDING, "criteria", "coded-welding/1.2", "framework/coded-welding criteria/1.2"),
        (FRAMEWORK, "criteria", "P1.1", "framework/coded-welding criteria/P1.1"),
        (FRAMEWORK, "criteria", "p1.1", None),
        # Items of the same partnership, however deep.
        (WELDING, "objectives", "obj-welders", "partnership/harbour-welding objectives/obj-welders"),
        (WELDING, "objectives", "objectives/obj-welders", "partnership/harbour-welding objectives/obj-welders"),
        (WELDING, "indicators", "ind-welders", "partnership/harbour-welding indicators/ind-welders"),
        (WELDING, "meetings", "2026-03-10", "partnership/harbour-welding meetings/2026-03-10"),
        (WELDING, "actions", "act-1", "partnership/harbour-welding actions/act-1"),
        (WELDING, "objectives", "x-1", "partnership/harbour-welding objectives/x-1"),
        (WELDING, "benefits", "objectives/x-1", None),
        (WELDING, "benefits", "obj-welders", None),
        # Any item of the same partnership.
        (WELDING, "*", "obj-welders", "partnership/harbour-welding objectives/obj-welders"),
        (WELDING, "*", "x-1", None),
        (WELDING, "*", "benefits/x-1", "partnership/harbour-welding benefits/x-1"),
        (WELDING, "*", "decisions/act-1", "partnership/harbour-welding decisions/act-1"),
        (WELDING, "*", "joan-price", None),
        # The items of another partnership cannot be named.
        (ENGINES, "objectives", "obj-welders", None),
        (ENGINES, "objectives", "harbour-welding/obj-welders", None),
        (ENGINES, "*", "harbour-welding/obj-welders", None),
    ],
)
def test_a_reference_names(
    read: Workspace, record: tuple[str, str], collection: str, written: str, named: str | None
) -> None:
    holder = read.record(*record)
    assert holder is not None
    item = read.target(holder, collection, written)
    if item is None:
        assert named is None
        return
    where = f"{item.record.kind}/{item.record.id}"
    assert (where if item.part is item.record.part else f"{where} {item.collection}/{item.id}") == named
    assert getattr(item.part, "id", None) == item.id


def test_a_record_is_found_by_its_collection_and_id(read: Workspace) -> None:
    found = read.record("programmes", "harbour-trust")
    assert found is not None
    assert found.kind == "programme"
    assert read.record("programmes", "coded-welding") is None


def test_records_are_listed_by_kind_and_sorted_by_id(read: Workspace) -> None:
    assert [record.id for record in read.organisations] == ["estuary-college", "harbour-trust", "northquay-shipyard"]
    assert [record.id for record in read.partnerships] == ["harbour-welding", "marine-engines"]
    assert [record.id for record in (*read.frameworks, *read.programmes)] == ["coded-welding", "harbour-trust"]
