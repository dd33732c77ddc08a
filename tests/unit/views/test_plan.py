"""The joint plan: what it counts, what it says is missing, and that it says nothing it cannot know."""

from __future__ import annotations

from typing import Any

import pytest

from partnerkit.audience.redaction import redacted
from partnerkit.render.inline import text_of
from partnerkit.views import blocks as b
from partnerkit.views.plan import pages
from unit.views.reading_pages import assert_well_formed, judged, listed_in, page_of, plain, rows_of, text
from unit.views.records import COLLEGE, SMALLEST, YARD, all_blocks, context, fullest, welding, workspace

MATRIX = {"format": 1, "risk_matrix": {"appetite": 6, "bands": {"low": 4, "moderate": 9, "high": 16, "critical": 25}}}
FULL_EXPERTISE = [
    {"id": f"r{place}", "type": "people", "partner": "yard", "expertise": kind}
    for place, kind in enumerate(("occupational", "business-process", "curriculum", "pedagogic"))
]


def at_run(**sections: Any) -> b.Page:
    return page_of(pages, stage="run", **sections)


def test_an_empty_early_record_says_that_no_plan_is_due() -> None:
    page = page_of(pages)
    assert text_of(page.verdict) == (
        "Nothing of the joint plan is on record. The plan is due from stage 3, plan; the partnership is at stage 1,"
        " identify."
    )
    assert listed_in(page, "missing") == []
    assert "7 parts not due yet" in text(page)


def test_an_empty_record_at_run_lists_every_blank_once() -> None:
    page = at_run()
    assert listed_in(page, "missing") == [
        "No line that says who is responsible for what, due from stage 2, agree",
        "No activity, due from stage 3, plan",
        "No milestone, due from stage 3, plan",
        "No resource, due from stage 3, plan",
        "No risk, due from stage 3, plan",
        "No health and safety assessment, due from stage 3, plan",
        "No communication plan, due from stage 3, plan",
    ]
    assert "to mend in" not in text(page)


def test_the_verdict_counts_what_is_planned_promised_and_open() -> None:
    page = at_run(
        objectives=[{"id": "o1", "statement": "Nine pass"}, {"id": "o2", "statement": "None leave"}],
        activities=[{"id": "a", "title": "Course", "objectives": ["o1"]}],
        milestones=[
            {"id": "m1", "title": "Begun", "due": "2026-01-05", "met_on": "2026-01-05"},
            {"id": "m2", "title": "Half", "due": "2026-01-06", "met_on": "2026-01-06", "status": "partially-met"},
            {"id": "m3", "title": "Done", "due": "2026-01-07"},
        ],
        resources=[
            {
                "id": "r1",
                "partner": "yard",
                "committed": {"quantity": 4, "unit": "hours"},
                "delivered": {"quantity": 4, "unit": "hours"},
            },
            {
                "id": "r2",
                "partner": "yard",
                "committed": {"quantity": 4, "unit": "hours"},
                "delivered": {"quantity": 3, "unit": "hours"},
            },
            {"id": "r3", "partner": "college", "committed": {"quantity": 9, "unit": "hours"}},
        ],
        risks=[{"id": "k", "event": "Rain"}],
    )
    assert text_of(page.verdict) == (
        "1 activity for 1 of 2 objectives; 1 of 3 milestones met."
        " 3 promises by 2 partners, 1 kept in full, 1 not reported on yet. 1 open risk, 1 not scored with controls."
        " 1 open date in the plan, 1 overdue."
    )


def test_what_nobody_reports_on_is_not_called_broken() -> None:
    page = at_run(resources=[{"id": "r", "partner": "yard", "committed": {"quantity": 4, "unit": "hours"}}])
    assert "1 promise by 1 partner, none reported on yet." in text_of(page.verdict)


def test_practice_is_simulation_and_learning_on_the_job() -> None:
    page = at_run(
        activities=[
            {
                "id": "a",
                "title": "Course",
                "type": "co-delivery",
                "mode_hours": {"face_to_face": 10, "online": 0, "simulation": 5, "on_job": 5},
            },
            {"id": "b", "title": "Silent", "type": "masterclass"},
            {"id": "c", "title": "Open evening", "type": "event"},
        ]
    )
    assert rows_of(page, "Hours of one learner") == [
        ["Course", "10", "0", "5", "5", "20", "10 of 20 hours"],
        ["Silent", *["not recorded"] * 5, "hours not recorded"],
    ]
    (table,) = [one for one in all_blocks(page) if isinstance(one, b.Table) and one.caption.startswith("Hours of one")]
    assert plain(table.note).endswith("1 activity in which nobody is taught is left out.")


def test_the_ledger_adds_up_what_is_counted_alike_and_keeps_the_rest_apart() -> None:
    def resource(id_: str, promised: Any, given: Any = None, **more: Any) -> dict[str, Any]:
        return (
            {"id": id_, "partner": "yard", "type": "people", "committed": promised}
            | more
            | ({"delivered": given} if given else {})
        )

    page = at_run(
        resources=[
            resource("r1", {"quantity": 10, "unit": "hours"}, {"quantity": 12, "unit": "hours"}),
            resource("r2", {"quantity": 20, "unit": "hours"}, {"quantity": 9, "unit": "hours"}),
            resource("r3", {"quantity": 5, "unit": "hours"}),
            resource("r4", {"quantity": 3, "unit": "days"}),
            resource(
                "r5",
                {"money": {"amount": 800, "currency": "GBP"}},
                {"money": {"amount": 500, "currency": "GBP"}},
                type="money",
            ),
            {"id": "r6", "partner": "yard", "type": "data"},
            resource("r7", {"quantity": 2, "unit": "days"}, {"quantity": 2, "unit": "hours"}, type="time"),
        ]
    )
    assert rows_of(page, "What each partner has given") == [
        [
            "Northquay Shipyard",
            "21 of 30 hours (people); besides 5 hours promised, nothing reported yet"
            " / 3 days promised, nothing reported yet (people) / 500 of 800 GBP (money)"
            " / no amount promised (data) / no amounts that can be compared (time)",
            "7",
            "1",
            "3",
        ],
        ["Estuary College", "nothing promised", "0", "0", "0"],
    ]


def test_expertise_that_nobody_brings_in_is_named() -> None:
    page = at_run(resources=FULL_EXPERTISE[:1] + FULL_EXPERTISE[2:3])
    assert rows_of(page, "Expertise by partner") == [
        ["Northquay Shipyard", "People", "none", "People", "none"],
        ["Estuary College", "none", "none", "none", "none"],
    ]
    assert "No expertise is recorded in running the business or teaching" in listed_in(page, "missing")
    assert "All four kinds of expertise are brought in." in text(at_run(resources=FULL_EXPERTISE))


def test_defects_of_the_table_of_responsibilities_are_those_of_the_rules() -> None:
    page = at_run(
        raci=[
            {"id": "money", "decision": "Spending", "responsible": ["ivo"]},
            {"id": "rota", "decision": "The rota", "accountable": "mae"},
        ]
    )
    assert listed_in(page, "agreement-raci") == [
        "Nobody is recorded as responsible for “The rota”.",
        "Nobody is recorded as accountable for “Spending”.",
    ]
    assert "2 things to mend in the table of responsibilities" in listed_in(page, "missing")


def test_a_person_who_answers_for_nearly_everything_is_a_defect_too() -> None:
    rows = [{"id": f"r{n}", "decision": f"Point {n}", "responsible": ["mae"], "accountable": "ivo"} for n in range(4)]
    page = at_run(raci=rows)
    assert listed_in(page, "agreement-raci") == [
        "Point 0: Ivo Brandt answers for 4 of the 4 things in the table of responsibilities."
    ]


def test_without_judgement_the_page_says_what_is_recorded_and_no_more() -> None:
    page = page_of(pages, told=context(), stage="run", raci=[{"id": "money", "decision": "Spending"}])
    assert "to mend" not in text(page)
    assert rows_of(page, "Decisions and work") == [["Spending", *["nobody named"] * 4]]


def test_open_risks_are_drawn_in_the_order_of_the_register_within_the_declared_matrix() -> None:
    risks = [
        {
            "id": "k1",
            "event": "Rain",
            "inherent": {"likelihood": 4, "impact": 4},
            "residual": {"likelihood": 1, "impact": 2},
        },
        {"id": "k2", "event": "Fire", "residual": {"likelihood": 2, "impact": 5}},
        {"id": "k3", "event": "Flood", "status": "closed", "residual": {"likelihood": 5, "impact": 5}},
    ]
    held = workspace(YARD, COLLEGE, SMALLEST | {"stage": "run", "risks": risks}, configuration=MATRIX)
    page = page_of(pages, held=held)
    (matrix,) = [one for one in all_blocks(page) if isinstance(one, b.RiskMatrix)]
    assert [(one.name, plain(one.label), one.inherent, one.residual) for one in matrix.risks] == [
        ("R1", "Fire", None, b.Rating(2, 5)),
        ("R2", "Rain", b.Rating(4, 4), b.Rating(1, 2)),
    ]
    assert (matrix.size, matrix.appetite) == (5, 6)
    assert matrix.bands == (b.Band("low", 4), b.Band("moderate", 9), b.Band("high", 16), b.Band("critical", 25))
    assert matrix.note == "1 closed risk is not drawn."
    assert "2 open risks, 1 over the declared appetite." in text_of(page.verdict)


def test_without_a_declared_matrix_no_appetite_is_invented() -> None:
    page = at_run(risks=[{"id": "k", "event": "Rain", "residual": {"likelihood": 5, "impact": 5}}])
    assert "1 open risk." in text_of(page.verdict)
    assert "Risks are scored here, and partnerkit.yaml declares no risk matrix." in listed_in(page, "plan-risks")


def test_work_without_an_assessment_is_shown_in_the_annex() -> None:
    page = at_run(
        activities=[
            {"id": "a", "title": "Placement", "type": "placement", "start": "2026-01-05", "route": {"under_18": 2}},
            {"id": "b", "title": "Practice", "mode_hours": {"simulation": 4}},
            {"id": "c", "title": "Lecture", "mode_hours": {"face_to_face": 4}},
        ],
        health_and_safety=[
            {"id": "h", "site": "Dock", "activities": ["a"], "assessed_on": "2025-12-01",
             "insurance": {"expires": "2026-01-01"}},
        ],
    )  # fmt: skip
    assert rows_of(page, "Activities at work") == [
        ["Placement", "people learn at work", "2", "Dock, 1 Dec 2025"],
        ["Practice", "people practise on simulated work", "not recorded", "no assessment"],
    ]
    assert rows_of(page, "Each assessment") == [
        [
            "Dock",
            "1 Dec 2025 / site checked on not recorded / review due no date",
            "none named",
            "none named",
            "until 1 Jan 2026 9 days ago",
            "not recorded",
        ]
    ]
    assert (
        "Learners under 18 take part in “Placement”, and the assessment of “Dock” does not mention them."
        in listed_in(page, "plan-health_and_safety")
    )


def test_what_has_no_day_is_named_and_not_drawn() -> None:
    page = at_run(
        activities=[{"id": "a", "title": "Course", "start": "2026-01-05"}, {"id": "b", "title": "Someday"}],
        milestones=[{"id": "m", "title": "Undated"}],
    )
    (line,) = [one for one in all_blocks(page) if isinstance(one, b.Timeline)]
    assert [plain(row.label) for row in line.rows] == ["Course"]
    assert plain(line.note) == "Without a day in the record, and so not drawn: “Someday” and “Undated”."


def test_in_a_closed_partnership_nothing_is_overdue() -> None:
    page = page_of(
        pages,
        stage="close",
        status="closed",
        milestones=[{"id": "m", "title": "Never", "due": "2025-01-05"}],
        health_and_safety=[{"id": "h", "site": "Dock", "review_on": "2025-02-01"}],
    )
    assert "No open dates in the plan, none overdue." in text_of(page.verdict)
    assert "The partnership is closed: nothing is due, and nothing is overdue." in text(page)
    assert rows_of(page, "Points on the way")[0][2] == "not recorded as met"


def test_what_is_withheld_is_not_called_missing() -> None:
    held = welding(
        stage="run",
        raci=[{"id": "x", "decision": "Spending", "responsible": ["ivo"], "accountable": "mae"}],
        resources=[
            {"id": "r", "partner": "yard", "type": "money", "committed": {"money": {"amount": 800, "currency": "GBP"}}},
        ],
        activities=[{"id": "a", "title": "Placement", "type": "placement", "start": "2026-01-05"}],
        risks=[{"id": "k", "event": "Rain"}],
        health_and_safety=[{"id": "h", "site": "Dock", "activities": ["a"]}],
        communications=[{"id": "c", "audience": "Staff"}],
    )  # fmt: skip
    page = page_of(pages, held=redacted(held, "public").workspace, told=judged(held, audience="public"))
    missing = listed_in(page, "missing")
    assert "3 parts withheld from the readers of this page, and not counted" in text(page)
    assert not [point for point in missing if "health" in point or "risk" in point or "communication" in point]
    assert "how much was promised" not in text(page)
    assert "the risks are withheld from the readers of this page" in text_of(page.verdict).lower()
    assert rows_of(page, "What each partner has given")[0][1] == "withheld (money)"
    assert "Rain" not in text(page)


MANY: dict[str, list[dict[str, Any]]] = {
    "activities": [
        {"id": f"a{n}", "title": f"Work {n}", "type": "placement", "start": "2026-01-05"} for n in range(500)
    ],
    "milestones": [{"id": f"m{n}", "title": f"Milestone {n}", "due": "2026-01-05"} for n in range(500)],
    "resources": [{"id": f"r{n}", "partner": "yard", "expertise": "occupational"} for n in range(500)],
    "raci": [{"id": f"x{n}", "decision": f"Decision {n}"} for n in range(500)],
    "risks": [{"id": f"k{n}", "event": f"Storm {n}", "controls": [{"text": "Watch"}]} for n in range(500)],
    "health_and_safety": [{"id": f"h{n}", "site": f"Dock {n}", "hazards": [{"hazard": "Arc"}]} for n in range(500)],
}  # fmt: skip


@pytest.mark.parametrize("section", MANY)
def test_five_hundred_of_anything_keep_the_page_small_and_say_what_is_left_out(section: str) -> None:
    page = at_run(**{section: MANY[section]})
    assert_well_formed(page)
    assert "300 more are left out here and stand in" in text(page)


def test_long_words_and_text_from_right_to_left_stay_whole() -> None:
    long, hebrew = "W" * 400, "שותפות הכשרה"
    page = at_run(
        activities=[{"id": "a", "title": long, "start": "2026-01-05"}, {"id": "b", "title": hebrew}],
        risks=[{"id": "k", "event": hebrew, "residual": {"likelihood": 1, "impact": 1}}],
        raci=[{"id": "x", "decision": hebrew}],
    )
    assert_well_formed(page)
    assert hebrew in text(page)


@pytest.mark.parametrize("held", [fullest(), welding(), welding(stage="review")])
def test_the_page_is_well_formed(held: Any) -> None:
    assert_well_formed(page_of(pages, held=held))


def test_an_empty_workspace_has_no_joint_plan() -> None:
    assert list(pages(workspace(), context())) == []
