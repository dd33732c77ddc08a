"""The page about exchange: who visited whom, what both sides make, and what the record leaves open."""

from __future__ import annotations

from typing import Any

import pytest

from partnerkit.audience.redaction import redacted
from partnerkit.render.inline import text_of
from partnerkit.views import blocks as b
from partnerkit.views.exchange import pages
from unit.views.reading_pages import assert_well_formed, judged, listed_in, page_of, rows_of, text
from unit.views.records import all_blocks, context, fullest, welding, workspace


def visit(id_: str, on: str, host: str | None = "yard", visitors: tuple[str, ...] = ("mae",), **more: Any) -> Any:
    return (
        {"id": id_, "on": on, "visitors": list(visitors), "focus": f"Focus of {id_}"}
        | more
        | ({"host": host} if host else {})
    )


def at_run(**sections: Any) -> b.Page:
    return page_of(pages, stage="run", **sections)


def test_a_record_without_exchange_says_so_in_a_sentence() -> None:
    page = at_run()
    assert text_of(page.verdict) == "Nothing is recorded that goes to and fro between the partners."
    assert listed_in(page, "missing") == [
        "No activity, due from stage 3, plan",
        "Nothing is recorded of exchange visits, changes to what is taught, teachers' time in industry, events or ways"
        " of working together, which no stage asks for",
    ]


def test_the_directions_of_visits_go_by_where_the_visitors_work() -> None:
    page = at_run(
        exchanges=[
            visit("a", "2025-10-01", "yard", ("mae",), level="leader"),
            visit("b", "2025-11-01", "yard", ("mae", "ivo"), level="teacher"),
            visit("c", "2025-12-01", "college", ("ivo", "shy"), level="leader"),
            visit("d", "2025-12-02", None, ()),
            visit("e", "2026-02-01", "college", ("ivo",)),
        ]
    )
    assert rows_of(page, "Who visited whom") == [
        ["Estuary College", "Northquay Shipyard", "2", "2", "Leaders and teachers", "1 Nov 2025"],
        ["Northquay Shipyard", "Estuary College", "1", "2", "Leaders", "1 Dec 2025"],
        ["visitors not named", "host not named", "1", "not recorded", "not recorded", "2 Dec 2025"],
    ]
    assert text_of(page.verdict).startswith(
        "4 visits: 2 to Northquay Shipyard, 1 to Estuary College and 1 to a host not named."
    )


def test_visits_that_are_to_come_are_next_and_not_counted() -> None:
    page = at_run(exchanges=[visit("a", "2026-02-01")], events=[{"id": "e", "title": "Open day", "on": "2026-01-20"}])
    assert "No visit to the other side is recorded." in text_of(page.verdict)
    (agenda,) = [one for one in all_blocks(page) if isinstance(one, b.Agenda)]
    assert [(text_of(entry.what), entry.on.day) for entry in agenda.entries] == [
        ("Event: Open day", 20),
        ("Visit: Focus of a", 1),
    ]
    assert not [point for point in listed_in(page, "missing") if "Visit" in point or "Event" in point]


def test_open_actions_that_followed_a_visit_are_next_and_others_are_not() -> None:
    page = at_run(
        exchanges=[visit("a", "2025-10-01", actions=["follow", "done"], learned={"yard": "Much", "college": "More"})],
        actions=[
            {"id": "follow", "text": "Send the drawings", "due": "2026-01-05", "owner": "ivo"},
            {"id": "done", "text": "Thank them", "due": "2025-10-05", "status": "done"},
            {"id": "other", "text": "Book a room", "due": "2026-01-06"},
        ],
    )
    (agenda,) = [one for one in all_blocks(page) if isinstance(one, b.Agenda)]
    assert [(text_of(entry.what), entry.state.text) for entry in agenda.entries] == [
        ("Send the drawings", "5 days overdue")
    ]
    assert not [point for point in listed_in(page, "missing") if point.startswith("Visit")]


def test_what_a_visit_leaves_open_is_missing() -> None:
    page = at_run(
        exchanges=[
            visit("a", "2025-10-01", learned={"college": "Much"}),
            visit("b", "2025-11-01", None, (), changed=[{"practice": "Briefs"}]),
        ]
    )
    assert listed_in(page, "missing")[1:3] == [
        "Visit: Focus of a: nothing is recorded that Northquay Shipyard learned and no action or change followed",
        "Visit: Focus of b: the host is not named and the visitors are not named",
    ]


def test_visits_in_one_direction_only_are_told_in_the_words_of_the_rule() -> None:
    page = at_run(exchanges=[visit("a", "2025-10-01"), visit("b", "2025-11-01")])
    found = [point for point in listed_in(page, "missing") if "none the other way" in point]
    assert found == ["Focus of b: all 2 recorded visits were to Northquay Shipyard, and none the other way."]


def test_the_balance_is_that_of_the_score() -> None:
    page = at_run(
        activities=[{"id": "a", "title": "Course", "start": "2026-01-05", "delivered_by": {"yard": 10, "college": 90}}],
        curriculum=[{"id": f"c{n}", "proposal": f"Idea {n}", "partner": "yard", "adopted": True} for n in range(2)],
    )
    assert rows_of(page, "What goes each way") == [
        ["Visits hosted", "none recorded by today", "Too few to say"],
        ["Sessions delivered (hours)", "10 of 100 (Northquay Shipyard) / 90 of 100 (Estuary College)", "One-sided"],
        [
            "Curriculum inputs adopted (proposals taken up)",
            "2 of 2 (Northquay Shipyard) / 0 of 2 (Estuary College)",
            "Too few to say",
        ],
    ]
    assert rows_of(page_of(pages, told=context(), stage="run"), "What goes each way") == []


def test_who_designs_and_delivers_is_told_activity_by_activity_and_partner_by_partner() -> None:
    page = at_run(
        activities=[
            {"id": "a", "title": "Course", "type": "co-design", "version": "2", "designed_by": ["yard", "college"],
             "delivered_by": {"yard": 10, "college": 30}},
            {"id": "b", "title": "Talk", "designed_by": ["college"], "delivered_by": {"college": 10, "yard": 0}},
            {"id": "c", "title": "Visit"},
        ],
        curriculum=[
            {"id": "x", "proposal": "Weld first", "activity": "a", "adopted": True},
            {"id": "y", "proposal": "Read first", "activity": "a", "adopted": False},
        ],
    )  # fmt: skip
    assert rows_of(page, "Who designed and who delivers") == [
        [
            "Course / Co-design, version 2",
            "Northquay Shipyard / Estuary College / together",
            "10 of 40 hours by Northquay Shipyard / 30 of 40 hours by Estuary College",
            "Weld first",
        ],
        ["Talk", "Estuary College", "10 of 10 hours by Estuary College / 0 of 10 hours by Northquay Shipyard", "none"],
        ["Visit", "not recorded", "not recorded", "none"],
    ]
    assert rows_of(page, "What each partner designs") == [
        ["Northquay Shipyard", "1", "10 of 50 hours"],
        ["Estuary College", "2", "40 of 50 hours"],
    ]
    assert "1 of 3 activities designed together, 1 delivered together." in text_of(page.verdict)


def test_what_is_claimed_undecided_or_without_fruit_is_missing() -> None:
    page = at_run(
        curriculum=[{"id": "x", "proposal": "Weld first"}],
        cpd=[{"id": "d", "person": "mae", "hours": 7.5}],
        events=[{"id": "e", "title": "Open day", "on": "2025-12-01"}],
        practices=[{"id": "p", "behaviour": "Both mark"}],
    )
    assert listed_in(page, "missing")[1:] == [
        "Proposal: Weld first: not decided",
        "Time in industry: Mae Lund: nothing is recorded that is taught differently since",
        "Event: Open day: nothing is recorded that came of it",
        "Way of working: Both mark: claimed, and no instance is named",
        "Nothing is recorded of exchange visits, which no stage asks for",
    ]
    assert "7.5 hours by 1 person" in text(page)


def test_outcomes_without_a_place_at_work_come_first_and_are_counted() -> None:
    page = at_run(
        activities=[
            {"id": "a", "title": "Course", "type": "co-delivery",
             "line_of_sight": [{"outcome": "Weld", "task": "Hull", "role": "Welder"}, {"outcome": "Read"}]},
            {"id": "b", "title": "Silent", "type": "masterclass"},
        ]
    )  # fmt: skip
    assert rows_of(page, "From what is learned") == [
        ["Read", "no task named", "no job named", "Course"],
        ["Weld", "Hull", "Welder", "Course"],
    ]
    assert listed_in(page, "sight") == [
        "Course: the record does not say for which task or job “Read” is learned.",
        "The record does not say where at work the learning in “Silent” is used.",
    ]
    assert "1 of 2 outcomes with a task or a job at work." in text_of(page.verdict)
    assert "2 things to mend in the line of sight to work" in listed_in(page, "missing")


def test_in_a_closed_partnership_nothing_is_next() -> None:
    page = page_of(
        pages,
        stage="close",
        status="closed",
        exchanges=[visit("a", "2025-10-01", actions=["follow"])],
        actions=[{"id": "follow", "text": "Send the drawings", "due": "2025-11-05"}],
    )
    assert "The partnership is closed: nothing is due, and nothing is overdue." in text(page)


def test_follow_up_that_is_withheld_is_not_called_missing() -> None:
    held = welding(
        stage="run",
        exchanges=[visit("a", "2025-10-01", actions=["follow"], learned={"yard": "Much", "college": "More"})],
        actions=[{"id": "follow", "text": "Send the drawings"}],
    )
    page = page_of(pages, held=redacted(held, "public").workspace, told=judged(held, audience="public"))
    assert not [point for point in listed_in(page, "missing") if "Visit" in point]
    assert "Send the drawings" not in text(page)


MANY: dict[str, list[dict[str, Any]]] = {
    "exchanges": [visit(f"e{n}", "2025-10-01") for n in range(500)],
    "activities": [
        {"id": f"a{n}", "title": f"Work {n}", "designed_by": ["yard", "college"],
         "delivered_by": {"yard": 4, "college": 5}, "line_of_sight": [{"outcome": "Weld", "task": "Hull"}]}
        for n in range(500)
    ],
    "curriculum": [{"id": f"c{n}", "proposal": f"Proposal {n}"} for n in range(500)],
    "cpd": [{"id": f"d{n}", "person": "mae", "hours": 5} for n in range(500)],
    "events": [{"id": f"v{n}", "title": f"Evening {n}"} for n in range(500)],
    "practices": [{"id": f"p{n}", "behaviour": f"Habit {n}"} for n in range(500)],
}  # fmt: skip


@pytest.mark.parametrize("section", MANY)
def test_five_hundred_of_anything_keep_the_page_small(section: str) -> None:
    assert_well_formed(at_run(**{section: MANY[section]}))


def test_long_words_and_text_from_right_to_left_stay_whole() -> None:
    hebrew = "שותפות הכשרה"
    page = at_run(
        exchanges=[visit("a", "2025-10-01", focus=hebrew)],
        practices=[{"id": "p", "behaviour": "W" * 400}],
        curriculum=[{"id": "x", "proposal": hebrew}],
    )
    assert_well_formed(page)
    assert hebrew in text(page)


@pytest.mark.parametrize("held", [fullest(), welding(), welding(stage="review")])
def test_the_page_is_well_formed(held: Any) -> None:
    assert_well_formed(page_of(pages, held=held))


def test_an_empty_workspace_has_no_page_about_exchange() -> None:
    assert list(pages(workspace(), context())) == []
