"""The page about meetings: attendance, quorum, closure, where actions come from."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest

from partnerkit.app.score import scoring_of
from partnerkit.audience.redaction import redacted
from partnerkit.model.configuration import Configuration
from partnerkit.render import html, markdown
from partnerkit.views import blocks as b
from partnerkit.views import log
from partnerkit.workspace.workspace import Workspace
from unit.render.outline import outline
from unit.render.samples import TEMPLATES
from unit.views.records import AS_OF, all_blocks, context, fullest, welding

BODY = {"id": "group", "members": ["ivo", "mae"], "quorum": {"members": 2, "each_partner": True}, "cadence_days": 30}


def page(held: Workspace) -> b.Page:
    scoring = scoring_of(Configuration.model_validate({"format": 1}), AS_OF)
    (made,) = log.pages(held, context(scoring=scoring))
    return made


def verdict(made: b.Page) -> str:
    return re.sub(r"[*\\]", "", markdown.render(made, TEMPLATES).split("\n\n")[2])


def meeting(on: str, **more: Any) -> dict[str, Any]:
    return {"id": on, "on": on, "body": "group", **more}


def action(id_: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "text": f"Do {id_}", **more}


def test_the_verdict_counts_meetings_decisions_and_what_became_of_actions() -> None:
    actions = [
        action("timely", due="2025-10-31", status="done", done_on="2025-10-31"),
        action("late", due="2025-10-31", status="done", done_on="2025-11-01"),
        action("undated", status="done"),
        action("dropped", status="dropped"),
        action("overdue", due="2026-01-09"),
        action("today", due="2026-01-10"),
    ]
    held = welding(
        stage="run",
        bodies=[BODY],
        meetings=[
            meeting("2025-10-01", present=["ivo", "mae"], decisions=[{"id": "d1", "text": "Start"}], actions=actions),
            meeting("2025-11-05", present=["ivo"], decisions=[{"id": "d2", "text": "Stop"}]),
            meeting("2026-02-01"),
        ],
    )
    assert verdict(page(held)) == (
        "2 meetings since 1 Oct 2025, the last on 5 Nov 2025. 2 decisions, 1 of them without a quorum. "
        "6 actions: 3 done (1 of 2 by their day), 1 dropped and 2 open, 1 of them overdue."
    )


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        ("identify", "No meeting and no action is on record. They are due from stage 4, activate."),
        ("run", "No meeting and no action is on record. They are due from stage 4, activate."),
    ],
)
def test_nothing_on_record_is_said_once_and_counted_nowhere(stage: str, expected: str) -> None:
    made = page(welding(stage=stage))
    assert verdict(made) == expected
    assert not any(isinstance(block, b.Figures) for block in made.opening)


def test_attendance_is_counted_by_partner_and_the_quorum_said() -> None:
    held = welding(
        stage="run",
        bodies=[BODY],
        meetings=[
            meeting("2025-09-01", present=["ivo", "mae"], quorate=True),
            meeting("2025-10-01", present=["ivo", "mae"]),
            meeting("2025-11-01", present=["ivo", "shy"], apologies=["mae"]),
            meeting("2025-12-01"),
        ],
    )
    grid = next(block for block in all_blocks(page(held)) if isinstance(block, b.Grid))
    assert [[cell.text if cell else None for cell in row.cells] for row in grid.rows] == [
        ["not recorded", "not recorded", "not recorded", "none"],
        ["2", "nobody, with apologies", "no", "none"],
        ["1", "1", "yes, by numbers", "none"],
        ["1", "1", "yes", "none"],
    ]
    assert [column.total for column in grid.columns] == ["3 of 3 meetings", "2 of 3 meetings", "", ""]


def test_a_partner_without_members_in_the_body_is_not_expected() -> None:
    body = {"id": "group", "members": ["ivo"]}
    held = welding(stage="run", bodies=[body], meetings=[meeting("2025-09-01", present=["ivo"])])
    grid = next(block for block in all_blocks(page(held)) if isinstance(block, b.Grid))
    assert grid.rows[0].cells[1] is None
    assert grid.columns[1].total == ""


def test_what_is_next_holds_actions_and_the_meetings_due_overdue_first() -> None:
    held = welding(
        stage="run",
        bodies=[BODY],
        meetings=[meeting("2025-12-20", present=["ivo", "mae"], actions=[action("a", due="2026-01-31")])],
        actions=[action("b", due="2026-01-05")],
    )
    agenda = next(block for block in all_blocks(page(held)) if isinstance(block, b.Agenda))
    assert [entry.on for entry in agenda.entries] == [date(2026, 1, 5), date(2026, 1, 19), date(2026, 1, 31)]
    assert agenda.entries[1].what == b.Link(
        "Next meeting: Group (at least every 30 days)", "bodies-group", "partnership-welding"
    )


def test_actions_that_outlived_their_meetings_are_named_and_counted() -> None:
    days = [date(2025, 5, 1) + timedelta(days=30 * n) for n in range(6)]
    meetings = [meeting(day.isoformat(), present=["ivo", "mae"], minutes="m") for day in days]
    meetings[0]["actions"] = [action("old", owner="ivo", due="2026-05-01")]
    evidence = [{"id": "m", "title": "Minutes", "type": "minutes"}]
    made = page(welding(stage="run", bodies=[BODY], meetings=meetings, evidence=evidence))
    figures = next(block for block in made.opening if isinstance(block, b.Figures))
    assert [figure.value for figure in figures.figures if "outlived" in figure.label] == ["1"]
    written = markdown.render(made, TEMPLATES)
    assert "[Do old](#actions-old): this action is open, 5 meetings after the one that agreed it" in written


def test_sources_of_actions_are_counted() -> None:
    held = welding(
        stage="run",
        bodies=[BODY],
        risks=[{"id": "fire", "event": "Fire"}],
        feedback=[{"id": "noise", "text": "Too loud"}],
        meetings=[meeting("2025-09-01", actions=[action("m"), action("r", **{"from": "fire"}, due="2025-12-31")])],
        actions=[action("f", **{"from": "noise"}, status="done"), action("n"), action("r2", **{"from": "risks/fire"})],
    )
    table = next(
        block
        for block in all_blocks(page(held))
        if isinstance(block, b.Table) and block.caption == "Where the actions come from"
    )
    assert [row.cells for row in table.rows] == [
        ("A risk", "2", "2", "1"),
        ("A meeting, with no other cause named", "1", "1", "0"),
        ("Between meetings, with no cause named", "1", "1", "0"),
        ("Feedback", "1", "0", "0"),
    ]


def test_nothing_is_overdue_where_the_partnership_is_over() -> None:
    held = welding(
        stage="close",
        status="closed",
        bodies=[BODY],
        meetings=[meeting("2025-09-01", actions=[action("a", due="2025-09-30")])],
    )
    made = page(held)
    assert verdict(made).endswith("1 action: none done and 1 open.")
    assert not any(isinstance(block, b.Agenda) for block in all_blocks(made))
    assert "overdue" not in str(made.sections).replace("overdue first", "").replace("Overdue", "")


def test_what_is_withheld_is_neither_counted_nor_called_missing() -> None:
    held = redacted(
        welding(stage="run", bodies=[BODY], meetings=[meeting("2025-09-01", actions=[action("a", due="2025-09-30")])]),
        "public",
    ).workspace
    made = page(held)
    assert verdict(made) == "The meetings and what they agreed are withheld from the readers of this page."
    written = markdown.render(made, TEMPLATES)
    assert "Do a" not in written
    assert "No meeting" not in written
    assert "What is open is withheld from the readers of this page." in written


def test_pages_are_whole() -> None:
    for held in (fullest(), welding()):
        made = page(held)
        for block in all_blocks(made):
            if isinstance(block, b.Table):
                assert {len(row.cells) for row in block.rows} == {len(block.columns)}, block.caption
        parsed = outline(html.render(made, TEMPLATES))
        assert parsed.unbalanced == []
        assert len(parsed.values("id")) == len(set(parsed.values("id")))


def test_five_hundred_meetings_stay_a_page_that_says_how_many_it_leaves_out() -> None:
    days = [(date(2014, 1, 1) + timedelta(days=8 * n)).isoformat() for n in range(500)]
    meetings = [
        meeting(
            day,
            present=["ivo", "mae"],
            decisions=[{"id": f"d{day}", "text": "Welding goes on"}],
            actions=[action(f"o{day}", due="2026-03-01"), action(f"s{day}", status="done", done_on=day)],
        )
        for day in days
    ]
    made = page(welding(stage="run", bodies=[BODY], meetings=meetings))
    grids = [block for block in all_blocks(made) if isinstance(block, b.Grid)]
    assert [len(grid.rows) for grid in grids] == [12, 108]
    written = markdown.render(made, TEMPLATES).replace("\\", "")
    for left in ("500 meetings", "500 decisions", "500 open actions", "500 actions done or dropped"):
        assert f"Shown are the first 120 of {left}" in written
    assert len(html.render(made, TEMPLATES).encode()) < 500_000
