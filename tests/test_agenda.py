"""`partnerkit agenda`: a small record with every kind of date, told by hand; choosing, formats, days, exit codes."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import icalendar
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console import PROJECT, Console, Done
from inside import run_inside
from partnerkit.emit.agenda_schema import agenda_schema
from partnerkit.emit.lines import width
from partnerkit.emit.prose import LONGEST
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.views.agenda import Agenda, Span, agenda, people_of
from partnerkit.views.api import Context
from partnerkit.views.dated import COUNTED_OTHERWISE
from partnerkit.views.engaging.appointments import appointments, contact_duties
from partnerkit.views.learning.calendar import calendars, review_duties
from partnerkit.views.making import dossiers
from partnerkit.views.reading.duties import duties
from properties.partnerships import originals, partnerships, record_of
from properties.test_rules import WITH_MATRIX
from properties.test_scores import scoring
from rule_cases import BASE

EXAMPLE = PROJECT / "examples" / "calder-valley"
DAY = "2026-10-14"
"""A Wednesday."""
RECORD = """\
kind: partnership
id: foundry-skills
title: Foundry skills
stage: run
partners:
  - {organisation: northgate-castings, role: lead}
  - {organisation: eastfield-college}
objectives:
  - id: obj-scrap
    statement: Scrap halved
    due: 2026-10-30
    owners: {northgate-castings: amy-okoro, eastfield-college: dan-price}
milestones:
  - {id: ms-half, title: Half tested, due: 2026-11-13, owner: dan-price}
  - {id: ms-beyond, title: All tested, due: 2026-11-14, owner: dan-price}
actions:
  - {id: act-late, text: Book the pouring bay, due: 2026-10-05, owner: amy-okoro}
  - {id: act-done, text: Clean the ladle, due: 2026-10-06, owner: amy-okoro, status: done}
  - {id: act-today, text: Send the plan, due: 2026-10-14, owner: dan-price}
  - {id: act-sunday, text: Print the cards, due: 2026-10-18}
  - {id: act-monday, text: Order sand, due: 2026-10-19, owner: amy-okoro}
agreements:
  - {id: mou, type: mou, title: Our memorandum, ends: 2026-11-30, renewal: automatic, notice_days: 30}
risks:
  - id: risk-pattern
    event: The patternmaker leaves
    owner: ben-hale
    review_on: 2026-10-12
    controls:
      - {text: A second one is trained, owner: amy-okoro, in_place: false, due: 2026-10-16}
      - {text: Drawings are kept, owner: amy-okoro, in_place: true, due: 2026-10-01}
health_and_safety:
  - id: hs-foundry
    site: Foundry
    hazards:
      - hazard: Molten metal
        controls:
          - {text: A screen at the ladle, owner: cat-ives, in_place: false, due: 2026-10-09}
    insurance: {insurer: Shire Mutual, expires: 2026-10-10}
learners:
  - {id: moulder-1, manager: cat-ives, started_on: 2026-01-05, completed_on: 2026-08-20}
stakeholders:
  - {id: st-ben, person: ben-hale, interval_days: 60, owner: amy-okoro}
  - {id: st-cat, person: cat-ives, interval_days: 60, owner: amy-okoro}
  - {id: st-night, group: Night shift, owner: amy-okoro}
  - {id: st-eve, person: eve-shaw, owner: amy-okoro}
  - {id: st-gail, person: gail-roe, owner: amy-okoro}
  - {id: st-ned, person: ned-left, owner: amy-okoro}
  - {id: st-finn, person: finn-todd, owner: dan-price}
contacts:
  - {id: ct-1, on: 2026-08-01, stakeholder: st-ben}
  - {id: ct-2, on: 2026-10-01, stakeholder: st-cat}
  - {id: ct-3, on: 2026-03-02, stakeholder: st-eve}
meetings:
  - {id: m-1, on: 2026-09-01, present: [gail-roe]}
suppress:
  - {rule: single-point-of-contact, reason: Dan is away, by: amy-okoro, until: 2026-10-20}
"""
TOLD = """\
What is due, as of 14 October 2026
5 overdue, 4 this week, 9 in the next 30 days

Overdue
  Amy Okoro (Northgate Castings Ltd)
    30 Sep 2026  See Ben Hale · Foundry skills · 14 days overdue
    5 Oct 2026   Book the pouring bay · Foundry skills · 9 days overdue
  Ben Hale (Northgate Castings Ltd)
    12 Oct 2026  Risk review: The patternmaker leaves
                 Foundry skills · 2 days overdue
  Cat Ives (Northgate Castings Ltd)
    9 Oct 2026   Control to be in place: A screen at the ladle
                 Foundry skills · 5 days overdue
  Nobody named
    10 Oct 2026  Employer's liability insurance expires: Foundry
                 Foundry skills · 4 days ago

This week, 12 to 18 October 2026
  Amy Okoro (Northgate Castings Ltd)
    Fri 16 Oct   Control to be in place: A second one is trained
                 Foundry skills · in 2 days
  Cat Ives (Northgate Castings Ltd)
    Wed 14 Oct   Effect at work to be looked at: Moulder 1
                 Foundry skills · open now, until 18 November 2026
  Dan Price (Eastfield College)
    Wed 14 Oct   Send the plan · Foundry skills · today
  Nobody named
    Sun 18 Oct   Print the cards · Foundry skills · in 4 days

Next week, 19 to 25 October 2026
  Amy Okoro (Northgate Castings Ltd)
    Mon 19 Oct   Order sand · Foundry skills · in 5 days
    Tue 20 Oct   Last day of an excuse: Single point of contact
                 Foundry skills · in 6 days

26 October to 1 November 2026
  Amy Okoro (Northgate Castings Ltd) and Dan Price (Eastfield College)
    Fri 30 Oct   Objective: Scrap halved · Foundry skills · in 16 days
  Nobody named
    Sat 31 Oct   Last day to give notice: Our memorandum
                 Foundry skills · in 17 days

9 to 15 November 2026
  Dan Price (Eastfield College)
    Fri 13 Nov   Milestone: Half tested · Foundry skills · in 30 days
"""
AMYS = """\
Amy Okoro (Northgate Castings Ltd), as of 14 October 2026
2 overdue, 1 this week, 4 in the next 30 days

Overdue
  Amy Okoro (Northgate Castings Ltd)
    30 Sep 2026  See Ben Hale · Foundry skills · 14 days overdue
    5 Oct 2026   Book the pouring bay · Foundry skills · 9 days overdue

This week, 12 to 18 October 2026
  Amy Okoro (Northgate Castings Ltd)
    Fri 16 Oct   Control to be in place: A second one is trained
                 Foundry skills · in 2 days

Next week, 19 to 25 October 2026
  Amy Okoro (Northgate Castings Ltd)
    Mon 19 Oct   Order sand · Foundry skills · in 5 days
    Tue 20 Oct   Last day of an excuse: Single point of contact
                 Foundry skills · in 6 days

26 October to 1 November 2026
  Amy Okoro (Northgate Castings Ltd) and Dan Price (Eastfield College)
    Fri 30 Oct   Objective: Scrap halved · Foundry skills · in 16 days

Not met, or not lately
  “Night shift” · Foundry skills · no contact recorded
  Gail Roe · Foundry skills
    no contact recorded; heard at a meeting, on a visit or by feedback
  Eve Shaw · Foundry skills
    last contact 2 March 2026, 226 days ago; no next one agreed
  Ben Hale · Foundry skills
    last contact 1 August 2026, 74 days ago; next was due 30 September 2026
"""


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    shutil.copytree(BASE, folder)
    (folder / "foundry.yaml").write_text(RECORD, encoding="utf-8")
    return folder


def told(folder: Path, *arguments: str, on: str = DAY) -> Done:
    return run_inside(folder, "agenda", "--as-of", on, *arguments)


def counts(done: Done) -> str:
    return done.output.splitlines()[1]


def add(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def other(id_: str, *actions: dict[str, str], **sections: Any) -> str:
    """A record with nothing in it but some actions; YAML holds JSON."""
    partners = [{"organisation": "northgate-castings"}, {"organisation": "eastfield-college"}]
    head = {"kind": "partnership", "id": id_, "title": id_.capitalize(), "stage": "plan", "partners": partners}
    return json.dumps(head | {"actions": actions} | sections)


# ---------------------------------------------------------------------- what is told


def test_everything_that_is_open_stands_in_its_week_under_who_sees_to_it(records: Path) -> None:
    done = told(records)
    assert (done.output, done.errors, done.code) == (TOLD, "", 0)


def test_the_agenda_of_a_person_holds_what_they_see_to_and_whom_they_have_not_met(records: Path) -> None:
    done = told(records, "--owner", "amy-okoro")
    assert (done.output, done.errors, done.code) == (AMYS, "", 0)
    assert told(records, "--owner", "northgate-castings/amy-okoro").output == AMYS


def test_who_keeps_in_touch_with_nobody_has_missed_nobody(records: Path) -> None:
    assert told(records, "--owner", "ben-hale").output.endswith("\nNot met, or not lately: nobody\n")


@pytest.mark.parametrize(("within", "words"), [
    ("0d", "5 overdue"),
    ("0w", "5 overdue"),
    ("3d", "5 overdue, 3 in the next 3 days"),
    ("4d", "5 overdue, 4 this week, 4 in the next 4 days"),
    ("1w", "5 overdue, 4 this week, 6 in the next week"),
    ("29d", "5 overdue, 4 this week, 8 in the next 29 days"),
    ("31d", "5 overdue, 4 this week, 10 in the next 31 days"),
    ("1m", "5 overdue, 4 this week, 10 in the next month"),
    # The contact with Cat Ives is due on 30 November.
    ("7w", "5 overdue, 4 this week, 11 in the next 7 weeks"),
    ("2m", "5 overdue, 4 this week, 11 in the next 2 months"),
    ("9999m", "5 overdue, 4 this week, 11 in the next 9999 months"),
])  # fmt: skip
def test_it_looks_ahead_as_far_as_it_is_told(records: Path, within: str, words: str) -> None:
    assert counts(told(records, "--within", within)) == words


@pytest.mark.parametrize(("span", "start", "end"), [
    (Span(1, "month"), date(2026, 1, 31), date(2026, 2, 28)),
    (Span(1, "month"), date(2028, 1, 31), date(2028, 2, 29)),
    (Span(2, "month"), date(2026, 11, 30), date(2027, 1, 30)),
    (Span(12, "month"), date(2026, 12, 1), date(2027, 12, 1)),
    (Span(6, "week"), date(2026, 10, 14), date(2026, 11, 25)),
    (Span(1, "month"), date(9999, 12, 1), date.max),
    (Span(40, "day"), date(9999, 12, 1), date.max),
    (Span(0, "month"), date(2026, 1, 31), None),
])  # fmt: skip
def test_a_month_ends_on_the_same_day_or_on_the_last_there_is(span: Span, start: date, end: date | None) -> None:
    assert span.until(start) == end


def test_weeks_begin_on_monday_and_may_lie_in_two_years(records: Path) -> None:
    days = {"act-sunday": "2026-12-27", "act-monday": "2026-12-28", "act-new-year": "2027-01-03"}
    actions = ({"id": id_, "text": id_, "due": due} for id_, due in days.items())
    add(records, "foundry.yaml", other("casting", *actions))
    shown = told(records, on="2026-12-27").output.split("\n\n")[1:]
    assert shown == [
        "This week, 21 to 27 December 2026\n  Nobody named\n    Sun 27 Dec   act-sunday · Casting · today",
        "Next week, 28 December 2026 to 3 January 2027\n  Nobody named\n"
        "    Mon 28 Dec   act-monday · Casting · tomorrow\n    Sun 3 Jan    act-new-year · Casting · in 7 days\n",
    ]


def test_a_window_stands_on_its_first_day_until_it_opens_and_is_overdue_once_it_has_closed(records: Path) -> None:
    def shown(on: str) -> list[tuple[str, str]]:
        entries = json.loads(told(records, "--format", "json", on=on).output)["entries"]
        return [(one["on"], one["words"]) for one in entries if one["kind"] == "impact review"]

    assert shown("2026-09-18") == [("2026-09-19", "tomorrow, until 18 November 2026")]
    assert shown("2026-11-18") == [("2026-11-18", "open now, until 18 November 2026")]
    assert shown("2026-11-19") == [("2026-11-18", "1 day overdue")]


def test_partnerships_that_are_closed_have_nothing_to_be_done_and_only_narrows_it_to_one(records: Path) -> None:
    action = {"id": "act-1", "text": "Tell the board", "due": "2026-10-13", "owner": "dan-price"}
    add(records, "welding.yaml", other("welding", action))
    add(records, "closed.yaml", other("closed", action, status="closed"))
    assert counts(told(records)).startswith("6 overdue")
    assert told(records, "--only", "foundry-skills").output == TOLD
    assert "Tell the board · Welding · 1 day overdue" in told(records, "--only", "welding").output
    nothing = told(records, "--only", "closed")
    assert (nothing.code, nothing.output) == (
        0, "What is due, as of 14 October 2026\nNothing overdue, nothing this week, nothing in the next 30 days\n",
    )  # fmt: skip


@pytest.mark.parametrize("on", ["2024-06-01", "2025-11-10", "2026-10-14", "2027-12-01"])
@pytest.mark.parametrize("owner", ["", "shaun-ellery", "ruth-adeyemi"])
def test_no_line_is_wider_than_a_terminal(on: str, owner: str) -> None:
    arguments = ("--owner", owner) if owner else ()
    output = told(EXAMPLE, "--within", "24m", *arguments, on=on).output
    assert [line for line in output.splitlines() if width(line) > 80 or line != line.rstrip()] == []


# ---------------------------------------------------------------------- mistakes and exit codes


@pytest.mark.parametrize(("arguments", "words"), [
    (("--owner", "amy-okora"), "There is no person amy-okora here. Did you mean amy-okoro?"),
    (("--owner", "Amy Okoro"), "There is no person Amy Okoro here. Did you mean amy-okoro?"),
    (("--owner", "northgate-casting/amy-okoro"), "There is no person northgate-casting/amy-okoro here. Did you mean "
     "northgate-castings/amy-okoro?"),
    (("--owner", "zzz"), "There is no person zzz here."),
    (("--only", "foundry"), "There is no partnership foundry here. Did you mean foundry-skills?"),
    (("--within", "30"), "30 is no span of time. Write --within as days, weeks or months: 30d, 6w or 3m; 0d for what "
     "is overdue and no more."),
    (("--within", "-1d"), "-1d is no span of time. Write --within as days, weeks or months: 30d, 6w or 3m; 0d for "
     "what is overdue and no more."),
])  # fmt: skip
def test_what_does_not_exist_is_an_error_with_the_nearest_name(
    records: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = told(records, *arguments)
    assert (done.code, done.output, done.errors) == (2, "", f"error: {words}\n")


def test_a_person_is_named_with_the_organisation_where_two_have_the_same_id(records: Path) -> None:
    person = "people:\n  - {id: amy-okoro, name: Amy Okoro the other}\n"
    add(records, "other.yaml", f"kind: organisation\nid: other\nname: Other\n{person}")
    done = told(records, "--owner", "amy-okoro")
    both = "northgate-castings/amy-okoro, other/amy-okoro"
    assert (done.code, done.errors) == (2, f"error: There are several people amy-okoro: {both}.\n")
    assert told(records, "--owner", "northgate-castings/amy-okoro").output == AMYS
    assert counts(told(records, "--owner", "other/amy-okoro")).startswith("Nothing overdue")


def test_it_fails_only_on_what_is_overdue_and_only_if_it_is_asked_to(records: Path) -> None:
    assert told(records, "--fail-on", "overdue").code == 1
    assert told(records, "--fail-on", "overdue").output == TOLD
    # Nothing that Dan sees to is overdue, whatever others have left undone.
    assert told(records, "--fail-on", "overdue", "--owner", "dan-price").code == 0
    assert told(records, "--fail-on", "overdue", on="2026-02-01").code == 0


def test_without_a_partnership_there_is_nothing_to_look_at(records: Path) -> None:
    (records / "foundry.yaml").unlink()
    done = told(records)
    assert (done.code, done.errors) == (3, "note: there is no partnership to look at\n")


@pytest.mark.parametrize("arguments", [(), ("--format", "json"), ("--ics", "--out", "dates.ics")])
def test_records_with_errors_are_told_and_there_is_no_agenda(records: Path, arguments: tuple[str, ...]) -> None:
    add(records, "welding.yaml", "kind: partnership\nid: welding\n")
    done = told(records, *arguments)
    assert done.code == 1
    assert "error[PK104 missing-key]" in done.output
    assert "Overdue" not in done.output
    assert done.errors == "note: there is no agenda: it would show less than the records hold\n"
    assert not (records / "dates.ics").exists()


# ---------------------------------------------------------------------- for programs


def events(text: str) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical(text)
    assert [event.errors for event in calendar.events if event.errors] == []
    return {str(event["UID"]): event for event in calendar.events}


def test_a_calendar_holds_what_the_agenda_holds_under_the_names_that_exports_use(records: Path) -> None:
    found = events(told(records, "--ics").output)
    document = json.loads(told(records, "--format", "json").output)
    assert len(found) == 14
    assert set(found) == {f"{one['partnership']}.{one['key']}@workspace.partnerkit" for one in document["entries"]}
    every = events(run_inside(records, "export", "--format", "ics", "--as-of", DAY).output)
    assert {uid: event.to_ical() for uid, event in found.items()} == {uid: every[uid].to_ical() for uid in found}
    window = found["foundry-skills.learners-moulder-1-impact-review@workspace.partnerkit"]
    assert (window.decoded("DTSTART"), window.decoded("DTEND")) == (date(2026, 9, 19), date(2026, 11, 19))


def test_the_calendar_of_a_person_says_whose_it_is_and_holds_theirs_alone(records: Path) -> None:
    output = told(records, "--ics", "--owner", "dan-price").output
    assert str(icalendar.Calendar.from_ical(output)["X-WR-CALNAME"]) == "Records for the rules' cases (Dan Price)"
    assert {str(event["SUMMARY"]) for event in events(output).values()} == {
        "Send the plan (Foundry skills)", "Scrap halved (Foundry skills)", "Half tested (Foundry skills)",
    }  # fmt: skip


@pytest.mark.parametrize("form", [("--ics",), ("--format", "text"), ("--format", "markdown"), ("--format", "json")])
def test_what_is_written_to_a_file_is_what_is_printed(records: Path, form: tuple[str, ...]) -> None:
    done = told(records, *form, "--out", "made/agenda")
    assert (done.code, done.output) == (0, "Wrote 1 file as of 2026-10-14:\n  made/agenda\n")
    printed = told(records, *form).output.encode("utf-8")
    assert (records / "made" / "agenda").read_bytes() == printed
    # It is written each time, and not only remembered.
    (records / "made" / "agenda").unlink()
    assert told(records, *form, "--out", "made/agenda", "--quiet").output == ""
    assert (records / "made" / "agenda").read_bytes() == printed


@pytest.mark.parametrize("owner", ["", "amy-okoro"])
def test_json_is_of_the_form_that_the_published_schema_describes(records: Path, owner: str) -> None:
    schema = agenda_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    document = json.loads(told(records, "--format", "json", "--owner", owner).output)
    jsonschema.validate(document, schema, jsonschema.Draft202012Validator)
    assert (document["not_met"] is None) == (not owner)


def test_json_says_of_each_entry_all_that_there_is_to_know(records: Path) -> None:
    document = json.loads(told(records, "--format", "json").output)
    assert document["counts"] == {"overdue": 5, "this_week": 4, "ahead": 9}
    assert (document["as_of"], document["until"]) == ("2026-10-14", "2026-11-13")
    (control,) = (one for one in document["entries"] if one["what"].endswith("A screen at the ladle"))
    cat = {"id": "northgate-castings/cat-ives", "name": "Cat Ives", "organisation": "Northgate Castings Ltd"}
    assert control == {
        "part": "overdue", "week": None, "on": "2026-10-09", "first": "2026-10-09", "last": "2026-10-09", "days": -5,
        "words": "5 days overdue", "kind": "control", "what": "Control to be in place: A screen at the ladle",
        "key": "health-and-safety-hs-foundry-control-A-screen-at-the-ladle", "people": [cat],
        "partnership": "foundry-skills", "title": "Foundry skills",
    }  # fmt: skip
    assert json.loads(told(records, "--format", "json", "--within", "0d").output)["until"] is None


def test_in_markdown_and_on_a_terminal_what_records_say_acts_on_nothing(records: Path) -> None:
    text = "<b>@all</b> [x](http://e)\n::error::x"
    add(records, "foundry.yaml", other("casting", {"id": "a", "text": text, "due": "2026-10-14"}))
    shown = told(records, "--format", "markdown").output
    assert "\\<b\\>@\u200ball\\</b\\> \\[x\\](http\\://e)" in shown
    lines = [line.lstrip() for line in (shown + told(records).output).splitlines()]
    assert [line for line in lines if line.startswith("::")] == []


def test_markdown_fits_into_a_comment_and_counts_what_did_not(records: Path) -> None:
    actions = ({"id": f"a-{at}", "text": f"Action {at}", "due": "2026-10-14"} for at in range(2_000))
    add(records, "foundry.yaml", other("casting", *actions))
    assert counts(told(records)) == "Nothing overdue, 2,000 this week, 2,000 in the next 30 days"
    output = told(records, "--format", "markdown").output
    shown = output.count("\n- ")
    assert len(output) <= LONGEST
    assert 0 < shown < 2_000
    assert f"… and {2_000 - shown:,} entries more," in output
    assert told(records).output.count(" · Casting · today") == 2_000


# ---------------------------------------------------------------------- answers from before


def test_an_answer_from_before_is_given_on_the_same_day_and_not_on_the_next(records: Path, tmp_path: Path) -> None:
    console = Console(tmp_path, records)
    # 14 and 15 October 2026, at noon.
    first, second = ({"SOURCE_DATE_EPOCH": str(1_791_979_200 + day * 86_400)} for day in range(2))
    assert console.run("agenda", environment=first).output == TOLD
    assert console.run("agenda", environment=first).output == TOLD
    assert list((tmp_path / "cache").rglob("runs/*"))
    later = console.run("agenda", environment=second)
    assert counts(later) == "6 overdue, 3 this week, 9 in the next 30 days"
    assert console.run("agenda", "--as-of", DAY, environment=second).output == TOLD
    add(records, "foundry.yaml", RECORD.replace("due: 2026-10-05", "due: 2026-10-14"))
    assert counts(console.run("agenda", environment=first)) == "4 overdue, 5 this week, 10 in the next 30 days"


# ---------------------------------------------------------------------- of any record


def every_duty(record: Partnership, around: Any, context: Context) -> Counter[tuple[date, str, str]]:
    """What the sections and the intervals ask for, each as its page tells it."""
    (d,) = dossiers(around, context)
    counted_otherwise = [*review_duties(calendars(d)), *contact_duties(d, appointments(d))]
    plain = [duty for duty in duties(record) if duty.kind not in COUNTED_OTHERWISE]
    return Counter((duty.on, duty.kind, duty.what) for duty in [*plain, *counted_otherwise])


def is_in_order(made: Agenda) -> None:
    assert [week.part for week in made.weeks] == sorted(
        (week.part for week in made.weeks), key=["overdue", "this week", "next week", "later"].index
    )
    for one, after in pairwise(week.first for week in made.weeks if week.first):
        assert one < after
    for week in made.weeks:
        people = [people for people, _ in week.groups]
        assert len(set(people)) == len(people)
        assert () not in people[:-1]
        for _, entries in week.groups:
            assert [entry.on for entry in entries] == sorted(entry.on for entry in entries)
        for entry in week.entries:
            if week.first is None:
                assert entry.dated.last < made.as_of
            else:
                assert entry.dated.last >= made.as_of
                assert timedelta(0) <= entry.on - week.first < timedelta(7)
                assert week.first.weekday() == 0 or week.first == date.min


AS_OF = [date.min, date(2025, 6, 1), date(2026, 1, 1), date(2026, 11, 22), date.max]


@given(partnerships(), st.sampled_from(AS_OF), st.integers(0, 400))
@settings(max_examples=80)
def test_every_open_duty_within_the_span_is_listed_once_and_in_order(data: Any, as_of: date, days: int) -> None:
    lists_all(data, as_of, days)


@pytest.mark.parametrize("days", [0, 45, 400])
@pytest.mark.parametrize("as_of", AS_OF)
def test_every_open_duty_of_the_records_there_are_is_listed_once_and_in_order(as_of: date, days: int) -> None:
    for data in originals():
        lists_all(data, as_of, days)


def lists_all(data: Any, as_of: date, days: int) -> None:
    record, _ = record_of(data)
    around = WITH_MATRIX.beside(record)
    context = Context(as_of, "1.0", frozenset({record.id}), scoring=scoring(as_of))
    made = agenda(around, context, Span(days, "day"))
    is_in_order(made)
    assert isinstance(record.part, Partnership)
    expected = every_duty(record.part, around, context)
    until = made.span.until(as_of)
    due = Counter({key: many for key, many in expected.items() if key[0] < as_of or (until and key[0] <= until)})
    listed = Counter((entry.on, entry.dated.kind, entry.dated.what) for entry in made.entries)
    others = {"next meeting", "indicator figure", "excuse", "impact review"}
    assert Counter({key: many for key, many in listed.items() if key[1] not in others}) == due
    assert len({entry.dated.key for entry in made.entries}) == len(made.entries)
    everybody = {person for entry in made.entries for person in entry.people}
    for person in sorted(everybody & {*people_of(around)}, key=lambda person: person.id)[:3]:
        own = agenda(around, context, Span(days, "day"), person)
        assert [entry.dated for week in own.weeks for entry in week.entries] == [
            entry.dated for entry in made.entries if person in entry.people
        ]
