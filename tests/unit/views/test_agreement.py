"""The page about agreements: where each stands, what rests on whom, and the draft that invents nothing."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from partnerkit.app.score import scoring_of
from partnerkit.audience.redaction import redacted
from partnerkit.model.configuration import Configuration
from partnerkit.render import html, markdown
from partnerkit.views import agreement
from partnerkit.views import blocks as b
from partnerkit.workspace.workspace import Workspace
from unit.render.outline import outline
from unit.render.samples import TEMPLATES
from unit.views.records import AS_OF, all_blocks, context, fullest, welding, workspace

BOTH = ["yard", "college"]
SIGNED = [{"partner": "yard", "person": "ivo", "on": "2025-03-01"}, {"partner": "college", "on": "2025-03-04"}]


def page(held: Workspace) -> b.Page:
    scoring = scoring_of(Configuration.model_validate({"format": 1}), AS_OF)
    (made,) = agreement.pages(held, context(scoring=scoring))
    return made


def text(made: b.Page) -> str:
    return re.sub(r"\s+", " ", outline(html.render(made, TEMPLATES)).text)


def verdict(made: b.Page) -> str:
    return re.sub(r"[*\\]", "", markdown.render(made, TEMPLATES).split("\n\n")[2])


def agreed(**more: Any) -> dict[str, Any]:
    return {"id": "mou", "type": "mou", "partners": BOTH, "signatories": SIGNED, **more}


@pytest.mark.parametrize(
    ("agreements", "expected"),
    [
        ([], "No agreement is on record. One is due from stage 4, activate."),
        ([agreed()], "In force and signed by all its parties: the memorandum of understanding."),
        ([agreed(title="Heads of terms")], "In force and signed by all its parties: “Heads of terms”."),
        ([agreed(signatories=[])], "Nothing is in force; drafted and not signed: the memorandum of understanding."),
        (
            [agreed(signatories=SIGNED[:1])],
            "Nothing is in force; waiting for signatures: the memorandum of understanding.",
        ),
        # A day in the future is no signature yet.
        (
            [agreed(signatories=[SIGNED[0], {"partner": "college", "on": "2026-02-01"}])],
            "Nothing is in force; waiting for signatures: the memorandum of understanding.",
        ),
        (
            [agreed(ends="2026-01-09")],
            "Nothing is in force; ended: the memorandum of understanding on 9 Jan 2026.",
        ),
        # The last day is still in force, and what renews by itself does not end.
        ([agreed(ends="2026-01-10")], "In force and signed by all its parties: the memorandum of understanding."),
        (
            [agreed(ends="2025-12-31", renewal="automatic")],
            "In force and signed by all its parties: the memorandum of understanding.",
        ),
        (
            [agreed(effective="2026-03-01")],
            "Nothing is in force; signed, and in force later: the memorandum of understanding on 1 Mar 2026.",
        ),
        # A letter is replaced by what supersedes it, and named no more.
        (
            [{"id": "letter", "type": "letter-of-intent", "partners": BOTH, "signatories": SIGNED},
             agreed(supersedes="letter")],
            "In force and signed by all its parties: the memorandum of understanding.",
        ),
        (
            [agreed(), {"id": "data", "type": "data-sharing-agreement", "partners": BOTH}],
            "In force and signed by all its parties: the memorandum of understanding; "
            "drafted and not signed: the data sharing agreement.",
        ),
    ],
)  # fmt: skip
def test_the_verdict_says_what_is_in_force(agreements: list[dict[str, Any]], expected: str) -> None:
    assert verdict(page(welding(stage="run", agreements=agreements))).startswith(expected)


def test_the_verdict_names_few_open_matters_and_counts_many() -> None:
    settled = dict.fromkeys(
        ("purpose", "scope", "roles", "governance", "finance", "intellectual_property", "confidentiality",
         "data_protection", "variation", "dispute"),
        "present",
    )  # fmt: skip
    most = agreed(clauses={**settled, "exit": "absent", "termination": {"reference": "Contract 4"}})
    assert "leaves open 1 of the 12 matters that an agreement of its type should settle: exit." in verdict(
        page(welding(stage="run", agreements=[most]))
    )
    few = agreed(clauses={"purpose": "present"})
    found = verdict(page(welding(stage="run", agreements=[few])))
    assert "leaves open 11 of the 12 matters that an agreement of its type should settle." in found


def test_the_clauses_are_told_apart_by_what_the_type_asks_for() -> None:
    clauses = {
        "purpose": "present", "scope": "absent", "equality": "absent", "confidentiality": "present",
        "finance": {"not_applicable": "No money"}, "exit": {"reference": "Contract 4"},
    }  # fmt: skip
    held = welding(
        stage="run", agreements=[agreed(clauses=clauses, binding="partial", binding_clauses=["confidentiality"])]
    )
    grid = next(block for block in all_blocks(page(held)) if isinstance(block, b.Grid))
    cells = {str(row.label): row.cells[0] for row in grid.rows}
    assert {name: (cell.text, cell.tone) for name, cell in cells.items() if cell} == {
        "Purpose": ("present", "good"),
        "Scope": ("absent", "alert"),
        "Roles": ("not mentioned", "alert"),
        "Governance": ("not mentioned", "alert"),
        "Finance": ("not needed", "plain"),
        "Intellectual property": ("not mentioned", "alert"),
        "Confidentiality": ("present, binding", "good"),
        "Data protection": ("not mentioned", "alert"),
        "Equality": ("absent", "plain"),
        "Variation": ("not mentioned", "alert"),
        "Dispute": ("not mentioned", "alert"),
        "Termination": ("not mentioned", "alert"),
        "Exit": ("elsewhere", "note"),
    }
    assert grid.columns[0].total == "4 of 12"


def test_what_rests_on_one_person_is_counted_by_the_rule() -> None:
    roles = [
        {"id": "lead", "role": "relationship-lead", "partner": "yard", "holder": "ivo"},
        {"id": "ser", "role": "senior-executive-responsible", "partner": "yard", "holder": "ivo", "deputy": "shy"},
        {"id": "self", "role": "delivery-lead", "partner": "college", "holder": "mae", "deputy": "mae"},
        {"id": "past", "role": "delivery-lead", "partner": "yard", "holder": "shy", "until": "2025-12-31"},
    ]
    body = {"id": "group", "chair": "ivo"}
    made = page(welding(stage="agree", key_roles=roles, bodies=[body], raci=[{"id": "rota", "accountable": "ivo"}]))
    assert "Nobody is recorded who could stand in for 2 of the 3 key roles held today." in verdict(made)
    table = next(
        block
        for block in all_blocks(made)
        if isinstance(block, b.Table) and block.caption == "What rests on whom, the most exposed first"
    )
    assert [row.cells[2] for row in table.rows] == [
        (b.Badge("nobody stands in", "alert"), " as relationship lead"),
        (b.Badge("nobody stands in", "alert"), " as delivery lead"),
    ]
    assert table.rows[0].cells[4:] == ("Group", b.Lines(("Rota",)))


def test_the_way_up_between_bodies_is_drawn_where_there_are_two() -> None:
    bodies = [{"id": "top", "level": "strategic"}, {"id": "part", "level": "working-group", "escalates_to": "top"}]
    networks = [block for block in all_blocks(page(welding(bodies=bodies))) if isinstance(block, b.Network)]
    assert [(edge.source, edge.target) for edge in networks[0].edges] == [("part", "top")]
    assert [node.kind for node in networks[0].nodes] == ["Works on a part", "Steers"]
    alone = page(welding(bodies=bodies[:1]))
    assert not any(isinstance(block, b.Network) for block in all_blocks(alone))


def test_the_time_line_holds_agreements_with_their_days_and_the_terms_of_bodies() -> None:
    held = welding(
        stage="run",
        agreements=[
            agreed(effective="2025-03-01", ends="2026-12-31", review_on="2026-06-01"),
            {"id": "n", "type": "mou"},
        ],
        bodies=[{"id": "top", "terms": {"review_on": "2026-05-01"}}],
    )
    (line,) = (block for block in all_blocks(page(held)) if isinstance(block, b.Timeline))
    bars = [row for row in line.rows if isinstance(row, b.Bar)]
    days = [row.on for row in line.rows if isinstance(row, b.Milestone)]
    assert [(bar.start, bar.end) for bar in bars] == [(date(2025, 3, 1), date(2026, 12, 31))]
    assert days == [date(2025, 3, 4), date(2026, 6, 1), date(2026, 5, 1)]


# ---------------------------------------------------------------------- the draft


def draft(made: b.Page) -> str:
    written = markdown.render(made, TEMPLATES).replace("\\", "")
    return written[written.index("## Draft memorandum") :]


def test_the_draft_leaves_open_what_the_record_does_not_hold_and_counts_it() -> None:
    found = draft(page(welding()))
    assert "A draft made from records, and no legal advice" in found
    told = re.search(r"(\d+) places in square brackets are still to be agreed", found)
    assert told
    assert int(told.group(1)) == len(re.findall(r"\[to be agreed", found))
    assert "[to be agreed: what would bring the end about]" in found


def test_the_draft_says_what_the_record_says() -> None:
    held = welding(
        stage="agree",
        aims=[{"id": "a", "statement": "Welders trained on the slip"}],
        objectives=[
            {
                "id": "o", "statement": "Nine weld overhead", "due": "2026-09-30",
                "indicators": [{"id": "i", "unit": "welders", "baseline": {"value": 0}, "target": {"value": 9}}],
            }
        ],
        exit={"triggers": ["Loss of the slip"], "notice_days": 60, "learner_protection": "The college finishes"},
        resources=[
            {"id": "r", "type": "premises", "partner": "yard", "committed": {"quantity": 3, "unit": "bays"}},
            {"id": "s", "type": "time", "partner": "yard"},
        ],
    )  # fmt: skip
    found = draft(page(held))
    for words in (
        "Welders trained on the slip",
        "| Nine weld overhead | Welders | 0 welders | 9 welders | 30 Sep 2026 |",
        "- Loss of the slip",
        "says so in writing 60 days before",
        "The college finishes",
        "- Premises: 3 bays",
        "- Time: *[to be agreed: how much, and by when]*",
    ):
        assert words in found, words


def test_the_draft_takes_over_clauses_and_says_why_one_is_not_needed() -> None:
    clauses = {
        "safeguarding": {"not_applicable": "Adults only"},
        "equality": {"reference": "Policy 3"},
        "dispute": "present",
    }
    found = draft(page(welding(stage="run", agreements=[agreed(clauses=clauses)])))
    assert "Not needed: Adults only." in found
    assert "Settled elsewhere: Policy 3." in found
    assert "Disputes: *[to be agreed, or taken over from the memorandum of understanding: " in found
    assert "This draft does not change it." in found


def test_the_draft_has_nobody_sign_who_has_left() -> None:
    yard = {
        "kind": "organisation", "id": "yard", "name": "Northquay Shipyard",
        "people": [{"id": "ivo", "name": "Ivo Brandt", "until": "2025-12-31"}],
    }  # fmt: skip
    college = {"kind": "organisation", "id": "college", "name": "Estuary College"}
    record = {
        "kind": "partnership", "id": "welding", "title": "Harbour welding", "stage": "run", "agreements": [agreed()],
        "partners": [{"organisation": "yard"}, {"organisation": "college"}],
    }  # fmt: skip
    found = draft(page(workspace(yard, college, record)))
    assert "| Northquay Shipyard | *[to be agreed: who signs, and in what capacity]* |" in found


@pytest.mark.parametrize("status", ["closed", "cancelled"])
def test_no_draft_is_made_of_what_is_over_and_nothing_is_due_in_it(status: str) -> None:
    made = page(welding(stage="close", status=status, agreements=[agreed(ends="2025-12-31", review_on="2025-06-01")]))
    assert f"The partnership is {status}, so no draft is made." in text(made)
    assert f"The partnership is {status}: nothing is due, and nothing is overdue." in text(made)
    assert not any(isinstance(block, b.Agenda) for block in all_blocks(made))


# ---------------------------------------------------------------------- shapes


def test_what_is_withheld_is_not_called_missing() -> None:
    held = redacted(
        welding(
            stage="run",
            exit={"triggers": ["Loss of the slip"], "learner_protection": "The college finishes"},
            agreements=[agreed(clauses={"safeguarding": {"not_applicable": "Adults only"}})],
        ),
        "public",
    ).workspace
    made = page(held)
    missing = next(block for block in made.opening if isinstance(block, b.Section) and block.anchor == "missing")
    assert "exit arrangement" not in str(missing).lower()
    found = text(made)
    assert "Loss of the slip" not in found
    assert "Adults only" not in found
    assert "[withheld from the readers of this page]" in found
    assert "[to be agreed: what would bring the end about]" not in found


def test_every_table_has_a_cell_for_each_column() -> None:
    for held in (fullest(), welding()):
        made = page(held)
        for block in all_blocks(made):
            if isinstance(block, b.Table):
                assert {len(row.cells) for row in block.rows} == {len(block.columns)}, block.caption
        parsed = outline(html.render(made, TEMPLATES))
        assert parsed.unbalanced == []
        assert len(parsed.values("id")) == len(set(parsed.values("id")))


def test_five_hundred_objectives_stay_a_page() -> None:
    objectives = [
        {"id": f"o{n}", "statement": f"هدف {n} " + "لحام" * 12, "due": "2026-09-30",
         "indicators": [{"id": f"i{n}", "unit": "welders", "target": {"value": n}}]}
        for n in range(500)
    ]  # fmt: skip
    made = page(welding(stage="agree", objectives=objectives))
    assert len(html.render(made, TEMPLATES).encode()) < 500_000


def test_placement_agreements_by_the_hundred_come_after_those_that_hold_for_the_whole() -> None:
    placements = [agreed(id=f"p{n}", type="placement-agreement", effective="2025-03-01") for n in range(200)]
    made = page(welding(stage="run", agreements=[*placements, agreed()]))
    items = [
        block for block in all_blocks(made) if isinstance(block, b.Item) and block.anchor.startswith("agreements-")
    ]
    assert [item.anchor for item in items[:2]] == ["agreements-mou", "agreements-p0"]
    assert len(items) == 40
    assert "Shown are the first 40 of 201 agreements" in text(made)
    assert len(html.render(made, TEMPLATES).encode()) < 500_000
