"""The local network: who is linked to whom, who stands apart, and which public priorities nobody serves."""

from __future__ import annotations

from typing import Any

import pytest

from partnerkit.audience.redaction import redacted
from partnerkit.render import html
from partnerkit.views import blocks as b
from partnerkit.views import ecology
from partnerkit.views.locality.web import groups, web_of
from partnerkit.workspace.workspace import Workspace
from unit.render.outline import outline
from unit.render.samples import TEMPLATES
from unit.views.records import AS_OF, COLLEGE, SMALLEST, YARD, all_blocks, context, fullest, workspace

MAKER = YARD | {"type": "employer", "place": "Northquay"}
SCHOOL = COLLEGE | {"type": "fe-college", "place": "Northquay"}
COUNCIL: dict[str, Any] = {
    "kind": "organisation",
    "id": "council",
    "name": "Quay Council",
    "type": "local-authority",
    "priorities": [
        {"id": "welders", "statement": "Forty welders by 2030", "type": "skills-plan"},
        {"id": "own", "statement": "A new town hall", "type": "business"},
    ],
}
PIPES = SMALLEST | {"id": "pipes", "title": "Pipes"}


def pages(held: Workspace, **more: Any) -> dict[str, b.Page]:
    return {page.name: page for page in ecology.pages(held, context(**more))}


def text(page: b.Page) -> str:
    return " ".join(outline(html.render(page, TEMPLATES)).text.split())


def rows(page: b.Page, words: str) -> list[tuple[b.Cell, ...]]:
    (table,) = [block for block in all_blocks(page) if isinstance(block, b.Table) and words in block.caption]
    return [row.cells for row in table.rows]


def network(page: b.Page) -> b.Network:
    (found,) = [block for block in all_blocks(page) if isinstance(block, b.Network)]
    return found


def test_organisations_are_linked_by_the_partnerships_they_take_part_in() -> None:
    partners = [{"organisation": "yard", "role": "lead"}, {"organisation": "college", "role": "partner"}]
    found = network(pages(workspace(MAKER, SCHOOL, SMALLEST | {"partners": partners}))["ecology"])
    assert [(node.label, node.kind) for node in found.nodes] == [
        ("Northquay Shipyard", "Employers"),
        ("Harbour welding", "Partnerships"),
        ("Estuary College", "Colleges, providers, schools"),
    ]
    assert {(edge.source, edge.target, edge.label) for edge in found.edges} == {
        ("organisation yard", "partnership welding", "lead"),
        ("organisation college", "partnership welding", "partner"),
    }


def test_programmes_stand_between_those_who_fund_and_the_partnerships() -> None:
    fund = {"kind": "programme", "id": "fund", "title": "Quay fund", "funder": "council", "partnerships": ["welding"]}
    found = network(pages(workspace(MAKER, SCHOOL, COUNCIL, SMALLEST, fund))["ecology"])
    assert list(dict.fromkeys(node.kind for node in found.nodes)) == [
        "Bodies around them",
        "Programmes",
        "Partnerships",
        "Employers and providers",
    ]
    assert {
        ("organisation council", "programme fund", "funds"),
        ("programme fund", "partnership welding", "pays for"),
    } <= {(edge.source, edge.target, edge.label) for edge in found.edges}


def test_who_nothing_links_stands_apart() -> None:
    page = pages(workspace(MAKER, SCHOOL, COUNCIL, SMALLEST))["ecology"]
    assert "1 organisation on record stands apart." in text(page)
    assert "Quay Council" not in [node.label for node in network(page).nodes]


def test_whoever_another_acts_for_does_not_stand_apart() -> None:
    partners = [{"organisation": "yard"}, {"organisation": "college", "on_behalf_of": "council"}]
    page = pages(workspace(MAKER, SCHOOL, COUNCIL, SMALLEST | {"partners": partners}))["ecology"]
    assert "No organisation on record stands apart." in text(page)
    assert ("organisation college", "organisation council") in {
        (edge.source, edge.target) for edge in network(page).edges
    }


def test_a_partner_that_has_left_is_no_link() -> None:
    partners = [
        {"organisation": "yard"},
        {"organisation": "college"},
        {"organisation": "council", "until": "2026-01-09"},
    ]
    held = workspace(MAKER, SCHOOL, COUNCIL, SMALLEST | {"partners": partners})
    assert set(web_of(held, held.partnerships, AS_OF).joints[0].members) == {"yard", "college"}


def test_who_carries_many_and_what_would_end_without_them() -> None:
    over = SMALLEST | {"id": "old", "title": "Old rivets", "status": "closed"}
    page = pages(workspace(MAKER, SCHOOL, SMALLEST, PIPES, over))["ecology"]
    assert [(row[1], row[2], row[3], row[4]) for row in rows(page, "more than one partnership")] == [
        (b.Share(3, 3, "partnerships"), "0", "2", "1 organisation"),
        (b.Share(3, 3, "partnerships"), "0", "2", "1 organisation"),
    ]
    assert "3 partnerships, 1 of them over" in text(page)


def test_partnerships_that_share_nobody_fall_into_groups() -> None:
    mill, mine = (MAKER | {"id": id_, "name": id_, "people": [], "priorities": []} for id_ in ("mill", "mine"))
    apart = PIPES | {"partners": [{"organisation": "mill"}, {"organisation": "mine"}]}
    held = workspace(MAKER, SCHOOL, mill, mine, SMALLEST, apart)
    assert groups(web_of(held, held.partnerships, AS_OF)) == (
        frozenset({"college", "yard"}),
        frozenset({"mill", "mine"}),
    )
    assert "2 groups that share no partner, of 2 and 2 organisations" in text(pages(held)["ecology"])


def test_levels_follow_from_types() -> None:
    page = pages(workspace(MAKER, COLLEGE, COUNCIL, SMALLEST))["ecology"]
    assert [row[:3] for row in rows(page, "by level")] == [
        ("Micro: where people learn and work", "1", "0"),
        ("Meso: bodies that link them", "0", "0"),
        ("Macro: bodies that set the frame and pay", "1", "1"),
        ("Type not recorded", "1", "0"),
    ]


def test_a_public_priority_that_nothing_serves_comes_first_and_is_what_is_next() -> None:
    page = pages(workspace(MAKER, SCHOOL, COUNCIL, SMALLEST))["ecology"]
    assert rows(page, "skills plans") == [
        (
            (b.Words("Forty welders by 2030"), b.Quiet("")),
            "Quay Council",
            b.Missing("none of those shown"),
            b.Missing("none"),
        )
    ]
    assert "Find a partnership for the priority Forty welders by 2030" in text(page)


def test_a_public_priority_is_served_by_whatever_names_it() -> None:
    aims = [{"id": "a", "statement": "More welders", "priorities": ["council/welders"]}]
    page = pages(workspace(MAKER, SCHOOL, COUNCIL, SMALLEST | {"aims": aims}))["ecology"]
    ((_, _, joints, _),) = rows(page, "skills plans")
    assert joints == b.Lines((b.Link("Harbour welding", page="partnership-welding"),))
    assert "Find a partnership for" not in text(page)


def test_what_is_shared_is_counted_and_what_is_not_said_is_not_nought() -> None:
    sections = {
        "events": [{"id": "e", "title": "Open evening", "on": "2025-11-01", "participants": 30}],
        "cpd": [{"id": "c", "person": "college/mae"}],
        "curriculum": [
            {"id": "k", "proposal": "Teach it on steel", "adopted": True},
            {"id": "l", "proposal": "Shorter"},
        ],
    }
    page = pages(workspace(MAKER, SCHOOL, SMALLEST | sections))["ecology"]
    ((_, *counts),) = rows(page, "passes between")
    assert counts == ["0", b.Missing("no number"), "1", b.Number(30), "1 of 2 taken up"]


def test_scans_that_are_withheld_are_not_called_missing() -> None:
    scans = [{"id": "s", "on": "2025-11-03", "source": "lsip", "finding": "Welders are short"}]
    held = redacted(workspace(MAKER, SCHOOL, SMALLEST | {"scans": scans}), "public").workspace
    shown = text(pages(held, audience="public")["ecology"])
    assert "Scans are not for the readers of this page." in shown
    assert "No partnership records a scan." not in shown


@pytest.mark.parametrize("held", [workspace(), workspace(MAKER), fullest()])
def test_pages_are_whole_whatever_there_is(held: Workspace) -> None:
    for page in pages(held).values():
        parsed = outline(html.render(page, TEMPLATES))
        ids = parsed.values("id")
        assert len(ids) == len(set(ids))
        within = [href[1:] for href in parsed.values("href") if href.startswith("#")]
        assert set(within) <= set(ids)
        for block in all_blocks(page):
            if isinstance(block, b.Table):
                assert {len(row.cells) for row in block.rows} == {len(block.columns)}


def test_a_large_network_has_a_page_for_each_place_and_none_is_too_large() -> None:
    places = ("Northquay", "Ōtepoti", "otepoti", "الميناء")
    makers = [
        MAKER | {"id": f"m{n}", "name": f"Maker {n} {'of many long words ' * 4}", "place": places[n % 4]}
        for n in range(100)
    ]
    joints = [
        SMALLEST
        | {"id": f"p{n}", "title": f"Partnership {n}", "place": places[n % 4]}
        | {"partners": [{"organisation": f"m{n % 100}"}, {"organisation": f"m{(n + 4) % 100}"}]}
        for n in range(500)
    ]
    found = pages(workspace(*makers, *joints))
    assert len(found) == 5
    assert max(len(html.render(page, TEMPLATES).encode()) for page in found.values()) < 500_000
    assert [row[1:] for row in rows(found["ecology"], "network of each place")] == [("125", "25")] * 4
    assert len(network(found["ecology-northquay"]).nodes) == 25
