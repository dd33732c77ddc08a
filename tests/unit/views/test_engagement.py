"""The page of engagement: who is overdue, who was never seen, whom nobody reached, and what was answered."""

from __future__ import annotations

from typing import Any

import pytest

from partnerkit.audience.redaction import redacted
from partnerkit.render.inline import text_of
from partnerkit.views import blocks as b
from partnerkit.views.engagement import pages
from unit.views.reading_pages import assert_well_formed, judged, listed_in, page_of, rows_of, text
from unit.views.records import COLLEGE, SMALLEST, YARD, all_blocks, context, fullest, welding, workspace

# The page speaks of 10 January 2026.
FOREMAN = {
    "id": "foreman", "person": "yard/ivo", "power": 5, "interest": 4, "interval_days": 60, "owner": "college/mae",
}  # fmt: skip
NIGHTS = {"id": "nights", "group": "Night shift", "power": 2, "interest": 3}


def contact(id_: str, on: str, who: str = "foreman", **more: Any) -> dict[str, Any]:
    return {"id": id_, "on": on, "stakeholder": who, "mode": "visit"} | more


def at(stage: str = "run", **sections: Any) -> b.Page:
    return page_of(pages, stage=stage, **sections)


def agenda(page: b.Page) -> list[tuple[str, str, str]]:
    found = [block for block in all_blocks(page) if isinstance(block, b.Agenda)]
    return [(e.on.isoformat(), text_of(e.what), text_of(e.detail)) for one in found for e in one.entries]


def table(page: b.Page) -> list[list[str]]:
    return rows_of(page, "Who is to be seen, and when")


def test_an_early_record_is_asked_for_nothing() -> None:
    page = at("identify")
    assert text_of(page.verdict) == "The record holds no stakeholder, no contact and no feedback."
    assert listed_in(page, "missing") == []
    assert_well_formed(page)


def test_an_empty_record_at_run_is_asked_for_each_part() -> None:
    assert listed_in(at("run"), "missing") == [
        "No contact with a stakeholder, due from stage 5, run",
        "No stakeholder: nobody is named whose support is needed, due from stage 4, activate",
        "No feedback: nothing is recorded of what people say, due from stage 5, run",
    ]


def test_what_is_declared_not_applicable_is_not_missing() -> None:
    page = at("run", not_applicable={"feedback": "Asked by the ministry", "stakeholders": "Two of us"})
    assert listed_in(page, "missing") == ["No contact with a stakeholder, due from stage 5, run"]
    assert "Asked by the ministry" in text(page)


def test_the_next_contact_is_due_by_the_day_agreed_or_by_the_interval() -> None:
    page = at(
        stakeholders=[FOREMAN, NIGHTS | {"interval_days": 30}],
        contacts=[contact("c1", "2025-11-01"), contact("c2", "2025-12-20", "nights", next_on="2026-02-03")],
    )
    assert agenda(page) == [
        ("2025-12-31", "See Ivo Brandt", "Mae Lund (Lecturer, Estuary College)"),
        ("2026-02-03", "See “Night shift”", "nobody named"),
    ]
    assert [(row[0], row[3], row[4]) for row in table(page)] == [
        ("Ivo Brandt (Welding Foreman, Northquay Shipyard)", "1 Nov 2025", "31 Dec 2025 10 days overdue"),
        ("Night shift", "20 Dec 2025", "3 Feb 2026 in 24 days"),
    ]
    assert text_of(page.verdict).startswith("2 stakeholders: 1 overdue to be seen, none never seen.")


def test_contacts_are_on_time_by_the_day_they_were_due() -> None:
    page = at(
        stakeholders=[FOREMAN],
        contacts=[contact("c1", "2025-06-01"), contact("c2", "2025-07-31"), contact("c3", "2025-12-01")],
    )
    assert table(page)[0][5] == "1 of 2"
    assert "1 of 2 contacts that were due came on time." in text(page)


def test_who_was_never_seen_stands_on_the_first_screen() -> None:
    page = at(stakeholders=[FOREMAN, NIGHTS])
    assert "2 stakeholders: none overdue to be seen, 2 never seen." in text_of(page.verdict)
    (callout,) = [one for one in page.opening if isinstance(one, b.Callout)]
    assert callout.title == "2 stakeholders never seen"
    (listing,) = [one for one in callout.blocks if isinstance(one, b.Listing)]
    assert [text_of(run) for run in listing.runs] == [
        "Ivo Brandt, to be seen by Mae Lund",
        "“Night shift”, and nobody is named to see them",
    ]


def test_who_sat_in_a_meeting_was_heard() -> None:
    meeting = {"id": "m", "on": "2025-12-01", "present": ["yard/ivo"]}
    page = at(stakeholders=[FOREMAN], meetings=[meeting])
    assert table(page)[0][3] == "heard otherwise"
    assert "none never seen" in text_of(page.verdict)


def test_the_map_places_people_by_power_and_interest() -> None:
    page = at(stakeholders=[FOREMAN, NIGHTS, {"id": "owner", "group": "Owners"}], contacts=[contact("c", "2026-01-02")])
    (drawn,) = [block for block in all_blocks(page) if isinstance(block, b.Scatter)]
    assert [(dot.name, dot.x, dot.y, dot.state.text if dot.state else "") for dot in drawn.dots] == [
        ("“Night shift”", 3, 2, "never seen"),
        ("“Owners”", None, None, "never seen"),
        ("Ivo Brandt", 4, 5, "seen"),
    ]
    assert (drawn.y.title, drawn.x.title, drawn.quadrants.top_right) == ("Power", "Interest", "Manage closely")


def test_the_last_twelve_months_end_with_the_day_of_the_page() -> None:
    page = at(
        stakeholders=[FOREMAN],
        contacts=[contact("old", "2025-01-31"), contact("a", "2025-02-01"), contact("b", "2026-01-10")],
    )
    (grid,) = [block for block in all_blocks(page) if isinstance(block, b.Grid)]
    assert (grid.columns[0].name, grid.columns[-1].name, len(grid.columns)) == ("Feb 2025", "Jan 2026", 12)
    assert [cell.text if cell else "" for cell in grid.rows[0].cells] == ["1", *[""] * 10, "1"]
    assert grid.rows[0].total == "2"


PEOPLE = [
    {"id": "ivo", "name": "Ivo Brandt", "title": "Welding Foreman", "function": "Welding", "site": "North"},
    {"id": "una", "name": "Una Reid", "function": "Paint", "site": "South"},
]


def employer(**sections: Any) -> b.Page:
    yard = YARD | {"type": "employer", "people": PEOPLE}
    return page_of(pages, held=workspace(yard, COLLEGE, SMALLEST | {"stage": "run"} | sections))


def test_functions_and_sites_that_nobody_reached_come_first() -> None:
    page = employer(stakeholders=[FOREMAN], contacts=[contact("c1", "2025-12-20", place="Shop floor")])
    assert rows_of(page, "Functions and sites") == [
        ["Paint", "Function", "never reached"],
        ["South", "Site", "never reached"],
        ["Welding", "Function", "by a contact on 20 Dec 2025"],
        ["North", "Site", "by a contact on 20 Dec 2025"],
    ]
    missing = listed_in(page, "missing")
    assert "1 of 2 functions reached; never contacted: Paint" in missing
    assert "1 of 2 sites reached; never contacted: South" in missing
    assert "1 of 1 visit to the shop floor." in text(page)


def test_the_ladder_says_what_the_next_rung_asks() -> None:
    page = employer(stakeholders=[FOREMAN], contacts=[contact("c1", "2025-12-20")])
    (levels,) = [block for block in all_blocks(page) if isinstance(block, b.Levels)]
    assert [(text_of(level.label), level.steps, level.word) for level in levels.levels] == [
        ("Northquay Shipyard", 1, "in contact")
    ]
    assert rows_of(page, "What shows it") == [
        ["Northquay Shipyard", "In contact on 1 day", "Presence at a meeting, or an exchange visit made or hosted"]
    ]


def test_feedback_is_closed_when_the_person_was_told() -> None:
    told = {"id": "f1", "text": "Too loud", "on": "2025-12-01", "sentiment": "negative", "closed_on": "2025-12-11"}
    open_ = {"id": "f2", "text": "Too cold", "on": "2025-10-01", "sentiment": "negative"}
    page = at(feedback=[told, open_, {"id": "f3", "text": "Fine", "closed_on": "2026-02-01"}])
    assert "1 of 3 pieces of feedback closed with the person who gave it." in text_of(page.verdict)
    assert "The median is 10 days, of 1 piece of feedback." in text(page)
    assert "1 thing to mend in the answers to feedback" in listed_in(page, "missing")
    assert listed_in(page, "feedback")[-1] == "Too cold: no answer is recorded to this criticism of 1 October 2025."


@pytest.mark.parametrize("status", ["closed", "cancelled"])
def test_nobody_is_to_be_seen_when_a_partnership_has_ended(status: str) -> None:
    page = at("close", status=status, stakeholders=[FOREMAN, NIGHTS], contacts=[contact("c1", "2025-06-01")])
    assert agenda(page) == []
    assert [row[4] for row in table(page)] == [f"partnership {status}"] * 2
    assert not [one for one in page.opening if isinstance(one, b.Callout)]


def test_a_paused_partnership_awaits_no_contact() -> None:
    page = at(status="paused", stakeholders=[FOREMAN], contacts=[contact("c1", "2025-06-01")])
    assert table(page)[0][4] == "partnership paused"
    assert "none overdue to be seen" in text_of(page.verdict)


def test_who_has_left_is_not_to_be_seen() -> None:
    yard = YARD | {"people": [{"id": "ivo", "name": "Ivo Brandt", "until": "2025-12-31"}]}
    held = workspace(
        yard, COLLEGE, SMALLEST | {"stage": "run", "stakeholders": [FOREMAN], "contacts": [contact("c", "2025-06-01")]}
    )
    page = page_of(pages, held=held)
    assert table(page)[0][4] == "has left"
    assert agenda(page) == []


def test_the_public_is_told_that_it_is_withheld() -> None:
    held = redacted(welding(stage="run", stakeholders=[FOREMAN], contacts=[contact("c", "2025-12-01")]), "public")
    page = page_of(pages, held=held.workspace, told=judged(held.workspace, audience="public"))
    assert text_of(page.verdict) == (
        "Stakeholders, contacts and feedback of this partnership are withheld from the readers of this page."
    )
    assert "Brandt" not in text(page)


def test_partners_read_who_is_seen_and_not_who_has_power() -> None:
    feedback = [{"id": "f", "text": "Too loud", "from": "yard/ivo"}]
    held = redacted(welding(stage="run", stakeholders=[FOREMAN], feedback=feedback), "partners").workspace
    page = page_of(pages, held=held, told=judged(held, audience="partners"))
    assert not [block for block in all_blocks(page) if isinstance(block, b.Scatter)]
    assert "Power and interest: what the record holds here is not for the readers of this page." in text(page)
    assert "Who gave feedback is withheld from the readers of this page, and not counted here." in text(page)
    assert "not recorded" not in text(page).split("Who is to be seen, and when")[0]


def test_without_judgement_the_map_is_the_list_of_stakeholders() -> None:
    page = page_of(pages, told=context(), stage="run", stakeholders=[FOREMAN], contacts=[contact("c", "2025-12-01")])
    assert rows_of(page, "People whose support")[0][1:3] == ["5 of 5", "4 of 5"]
    assert "overdue" not in text_of(page.verdict)
    assert_well_formed(page)


def test_every_field_of_the_format_is_shown_well_formed() -> None:
    assert_well_formed(page_of(pages, held=fullest()))


@pytest.mark.parametrize("words", ["משמרת לילה", "W" * 400, "<b>bold</b> | pipe"])
def test_hard_words_keep_the_page_whole(words: str) -> None:
    page = at(
        stakeholders=[NIGHTS | {"group": words}],
        contacts=[contact("c", "2025-12-01", "nights", place=words, summary=words)],
        feedback=[{"id": "f", "text": words}],
    )
    assert_well_formed(page)


def test_five_hundred_stakeholders_and_contacts_make_a_page_that_can_be_opened() -> None:
    page = at(
        stakeholders=[NIGHTS | {"id": f"s{i}", "group": f"Shift {i}", "interval_days": 30} for i in range(500)],
        contacts=[contact(f"c{i}", "2025-11-01", f"s{i}") for i in range(500)],
    )
    assert_well_formed(page)
    assert "500 stakeholders: 500 overdue to be seen" in text_of(page.verdict)
