"""`partnerkit export`: what it prints and writes for the example, read by other people's programs as well.

tests/cases/export holds a folder for each format with what it prints for the example. To write them again after a
change that is meant, and to look at each:

    PARTNERKIT_BLESS=1 python -m pytest tests/test_export.py
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import icalendar
import jsonschema
import networkx as nx
import openpyxl
import pytest

from console import Console, Done
from inside import run_inside
from partnerkit.app.export import formats, of_tables
from partnerkit.app.exports_page import exports_page
from partnerkit.export.tables.listings import LISTINGS, listing_names
from partnerkit.units import unit

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLE = PROJECT / "examples" / "calder-valley"
CASES = PROJECT / "tests" / "cases" / "export"
DAY = ("--as-of", "2026-10-15")


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("reports"))
    return folder


def run(folder: Path, *arguments: str) -> Done:
    return run_inside(folder, "export", *arguments, *DAY)


def printed(folder: Path, *arguments: str) -> bytes:
    done = run(folder, *arguments)
    assert (done.code, done.errors) == (0, "")
    return done.output.encode("utf-8")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


# ---------------------------------------------------------------------- what it was


def is_as_it_was(name: str, content: bytes) -> None:
    case = CASES / name
    if os.environ.get("PARTNERKIT_BLESS"):
        case.parent.mkdir(parents=True, exist_ok=True)
        case.write_bytes(content)
    assert content == case.read_bytes()


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("ics/calder-valley.ics", ("--format", "ics")),
        ("ics/public.ics", ("--format", "ics", "--audience", "public", "--only", "toolroom-skills")),
        ("json/pump-technicians.json", ("--format", "json", "--only", "pump-technicians")),
        ("json/public.json", ("--format", "json", "--only", "line-leaders", "--audience", "public")),
        ("graphml/line-leaders.graphml", ("--format", "graphml", "--only", "line-leaders")),
    ],
)
def test_what_is_printed_is_what_it_was(name: str, arguments: tuple[str, ...]) -> None:
    is_as_it_was(name, printed(EXAMPLE, *arguments))


@pytest.mark.parametrize("name", listing_names())
def test_a_table_is_what_it_was(name: str) -> None:
    is_as_it_was(f"csv/{name}.csv", printed(EXAMPLE, "--format", "csv", "--table", name, "--audience", "internal"))


def test_every_format_has_cases_or_is_read_here() -> None:
    assert set(formats()) == {path.name for path in CASES.iterdir()} | {"xlsx"}


# ---------------------------------------------------------------------- read by others


def events(content: bytes) -> dict[str, Any]:
    found = {}
    for event in icalendar.Calendar.from_ical(content).events:
        assert event.errors == []
        assert event["UID"] not in found
        found[str(event["UID"])] = event
    return found


def test_a_calendar_holds_an_event_for_each_date_with_its_days_and_its_state() -> None:
    found = events(printed(EXAMPLE, "--format", "ics"))
    kinds = {str(event["CATEGORIES"].cats[0]) for event in found.values()}
    assert kinds >= {
        "Action", "Activity", "Agreement end", "Contact", "Event", "Exchange", "Health and safety review",
        "Impact review", "Indicator figure", "Insurance", "Learner review", "Meeting", "Milestone", "Next meeting",
        "Objective", "Review", "Risk review",
    }  # fmt: skip
    late = found["line-leaders.actions-act-line-stops-action@calder-valley-college.partnerkit"]
    assert late.decoded("DTSTART") == date(2025, 3, 31)
    assert late.decoded("DTEND") == date(2025, 4, 1)
    assert late["SUMMARY"] == "Ask Brackwell for the line stop figures (Line leader development)"
    assert late["STATUS"] == "CONFIRMED"
    done = found["line-leaders.actions-act-register-action@calder-valley-college.partnerkit"]
    assert done["SUMMARY"].startswith("Done: ")


def test_importing_a_calendar_again_moves_what_was_put_off_and_adds_nothing(records: Path) -> None:
    before = events(printed(records, "--format", "ics"))
    path = records / "partnerships" / "line-leaders.yaml"
    edit(path, "text: Renew the memorandum", "text: Renew it at last")
    edit(path, "due: 2026-01-30", "due: 2026-11-20")
    later = run_inside(records, "export", "--format", "ics", "--as-of", "2026-10-16")
    after = events(later.output.encode("utf-8"))
    assert after.keys() == before.keys()
    key = "line-leaders.actions-act-renew-mou-action@calder-valley-college.partnerkit"
    assert (before[key].decoded("DTSTART"), after[key].decoded("DTSTART")) == (date(2026, 1, 30), date(2026, 11, 20))
    assert all(after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"] for uid in after)
    assert all(after[uid].decoded("DTSTAMP") > before[uid].decoded("DTSTAMP") for uid in after)


def test_the_open_dates_of_a_partnership_that_is_closed_are_cancelled_and_what_took_place_is_not(records: Path) -> None:
    edit(records / "partnerships" / "line-leaders.yaml", "status: active", "status: closed")
    found = events(printed(records, "--format", "ics", "--only", "line-leaders"))
    assert {str(event["STATUS"]) for uid, event in found.items() if ".meetings-" in uid} == {"CONFIRMED"}
    assert found["line-leaders.actions-act-line-stops-action@calder-valley-college.partnerkit"]["STATUS"] == "CANCELLED"


@pytest.mark.parametrize("only", [(), ("--only", "toolroom-skills")])
def test_plain_data_are_of_the_form_that_the_published_schema_describes(only: tuple[str, ...]) -> None:
    schema = json.loads(run_inside(EXAMPLE, "schema", "records").output)
    jsonschema.Draft202012Validator.check_schema(schema)
    for audience in ("public", "partners", "internal"):
        document = json.loads(printed(EXAMPLE, "--format", "json", "--audience", audience, *only))
        jsonschema.validate(document, schema, jsonschema.Draft202012Validator)
        assert document["audience"] == audience


def test_plain_data_have_titles_beside_ids() -> None:
    document = json.loads(printed(EXAMPLE, "--format", "json", "--only", "pump-technicians"))
    (partnership,) = document["partnerships"]
    assert partnership["partners"][0]["organisation"] == {
        "id": "calder-valley-college", "title": "Calder Valley College", "collection": "organisations",
        "record": "calder-valley-college",
    }  # fmt: skip
    owners = partnership["objectives"][0]["owners"]
    assert owners[0]["value"]["collection"] == "people"


def test_of_one_partnership_only_the_records_it_refers_to_are_told() -> None:
    document = json.loads(printed(EXAMPLE, "--format", "json", "--only", "line-leaders"))
    assert [one["id"] for one in document["partnerships"]] == ["line-leaders"]
    assert [one["id"] for one in document["organisations"]] == ["brackwell-foods", "osierfield-training"]


def test_a_network_has_typed_nodes_and_edges() -> None:
    network = nx.read_graphml(io.BytesIO(printed(EXAMPLE, "--format", "graphml")))
    assert network.is_directed()
    types = {data["type"] for _, data in network.nodes(data=True)}
    assert types >= {"organisations", "people", "partnerships", "objectives", "indicators", "evidence", "criteria"}
    edges = {(source, target, data["type"]) for source, target, data in network.edges(data=True)}
    toolroom = "partnerships/toolroom-skills"
    assert {
        (toolroom, f"{toolroom}/objectives/obj-scrap", "holds"),
        (f"{toolroom}/objectives/obj-scrap", "organisations/halden-precision/people/tom-ashworth", "owners"),
        (f"{toolroom}/objectives/obj-scrap", "organisations/halden-precision", "owners"),
        ("partnerships/line-leaders", "organisations/brackwell-foods", "organisation"),
    } <= edges
    assert nx.is_weakly_connected(network.subgraph(network.nodes - nx.isolates(network)))


def test_a_workbook_holds_the_tables_with_days_as_days_and_numbers_as_numbers(records: Path) -> None:
    run(records, "--format", "xlsx", "--audience", "internal")
    book = openpyxl.load_workbook(records / "reports" / "records.xlsx")
    assert book.sheetnames == [listing.title for listing in LISTINGS]
    for name, sheet in zip(listing_names(), book, strict=True):
        text = printed(EXAMPLE, "--format", "csv", "--table", name, "--audience", "internal").decode("utf-8")
        rows = list(csv.reader(io.StringIO(text, newline="")))
        held = [[cell.value for cell in row] for row in sheet.iter_rows()]
        pairs = [zip(*both, strict=True) for both in zip(held, rows, strict=True)]
        assert [[in_csv(value, cell) for value, cell in pair] for pair in pairs] == rows
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    sheet = book["Indicators"]
    values = dict(zip((cell.value for cell in sheet[1]), (cell.value for cell in sheet[4]), strict=True))
    assert isinstance(values["Baseline"], int)
    assert isinstance(values["Baseline on"], datetime)


def in_csv(value: Any, text: str) -> str:
    """A value of a workbook as a table in text has it; of a number, any way to write it."""
    match value:
        case datetime():
            return value.date().isoformat()
        case int() | float():
            return text if float(text) == value else str(value)
        case None:
            return ""
        case _:
            return f"'{value}" if value.startswith(("=", "+", "-", "@")) else str(value)


# ---------------------------------------------------------------------- where it goes


def test_tables_go_into_a_folder_a_file_each_that_excel_reads(records: Path) -> None:
    done = run(records, "--format", "csv", "--out", "tables", "--audience", "internal")
    assert done.code == 0
    assert sorted(path.stem for path in (records / "tables").iterdir()) == sorted(listing_names())
    raw = (records / "tables" / "risks.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw[3:] == printed(records, "--format", "csv", "--table", "risks", "--audience", "internal")
    assert done.output.startswith(f"Wrote {len(LISTINGS)} files as of 2026-10-15:\n  tables/partnerships.csv\n")


def test_without_a_name_what_is_not_printed_goes_to_the_folder_of_reports(records: Path) -> None:
    run(records, "--format", "csv")
    run(records, "--format", "xlsx", "--table", "risks")
    assert {path.name for path in (records / "reports").iterdir()} >= {"risks.csv", "risks.xlsx", "actions.csv"}


@pytest.mark.parametrize("form", ["ics", "json", "graphml"])
def test_a_file_holds_what_is_printed_without_it(records: Path, form: str) -> None:
    done = run(records, "--format", form, "--out", f"out/all.{form}")
    assert (done.code, done.output) == (0, f"Wrote 1 file as of 2026-10-15:\n  out/all.{form}\n")
    assert (records / "out" / f"all.{form}").read_bytes() == printed(records, "--format", form)


@pytest.mark.parametrize("form", formats())
def test_the_same_records_and_day_give_the_same_bytes(records: Path, form: str) -> None:
    is_folder = form in of_tables() and not unit("partnerkit.export", form).MANY
    found = []
    for out in ("first", "second"):
        assert run(records, "--format", form, "--out", out if is_folder else f"{out}/file").code == 0
        found.append({path.name: path.read_bytes() for path in (records / out).iterdir()})
    assert found[0] == found[1]


def test_a_file_that_cannot_be_written_leaves_nothing_behind(records: Path, tmp_path: Path) -> None:
    (records / "taken").mkdir()
    done = Console(tmp_path, records).run("export", "--format", "json", "--out", "taken")
    assert done.code == 2
    assert list((records / "taken").iterdir()) == []
    assert not [path for path in records.iterdir() if path.name.endswith(".tmp")]


# ---------------------------------------------------------------------- what it refuses


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--format", "xls"), "Did you mean xlsx?"),
        (("--format", "csv", "--table", "risk"), "There is no table risk. Did you mean risks?"),
        (("--format", "ics", "--table", "risks"), "ics holds no tables; --table goes with csv and xlsx."),
        (("--format", "csv", "--only", "toolroom"), "There is no partnership toolroom here."),
        (("--format", "csv", "--table", "contacts", "--audience", "partners"), "contacts is not for the partners."),
        ((), "Missing option"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: tuple[str, ...], expected: str) -> None:
    done = run_inside(EXAMPLE, "export", *arguments)
    assert (done.code, done.output) == (2, "")
    assert expected in done.errors


def test_without_the_extra_it_is_said_how_to_get_it(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    done = run(records, "--format", "xlsx", "--out", "book.xlsx")
    assert done.code == 2
    assert "pip install 'partnerkit[xlsx]'" in done.errors
    assert not (records / "book.xlsx").exists()


def test_tables_that_are_not_for_the_audience_are_left_out_and_named(records: Path) -> None:
    done = run(records, "--format", "csv", "--out", "tables", "--audience", "partners")
    assert done.errors == "note: left out, as not for the partners: stakeholders, contacts\n"
    assert not (records / "tables" / "contacts.csv").exists()


def test_nothing_is_exported_of_records_with_errors(records: Path) -> None:
    edit(records / "partnerships" / "line-leaders.yaml", "status: active", "status: lively")
    done = run(records, "--format", "json", "--out", "all.json")
    assert done.code == 1
    assert "nothing was exported" in done.errors
    assert not (records / "all.json").exists()


# ---------------------------------------------------------------------- what is said of it


def test_every_column_says_what_it_means_and_has_a_head_of_its_own() -> None:
    for listing in LISTINGS:
        heads = [column.head for column in listing.columns]
        assert len(set(heads)) == len(heads), listing.name
        assert all(column.meaning.endswith((".", "`")) for column in listing.columns), listing.name


def test_the_page_tells_every_table_and_format() -> None:
    page = exports_page()
    assert [name for name in listing_names() if f"`--table {name}`" not in page] == []
    assert [name for name in formats() if f"| {name} |" not in page] == []
