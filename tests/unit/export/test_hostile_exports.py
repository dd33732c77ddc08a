"""Whatever the records say, each format holds it as text and other people's programs read it whole."""

from __future__ import annotations

import csv as reader
import io
import json as plain
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import icalendar
import networkx as nx
import openpyxl
import pytest

from partnerkit.export import csv, graphml, ics, json, xlsx
from partnerkit.export.tables.listings import LISTINGS, tables
from partnerkit.model.base import Part
from partnerkit.model.fields import is_line
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.workspace.workspace import Workspace
from unit.views.records import context, fullest

TEXTS = {
    "a formula": '=HYPERLINK("http://evil.example")',
    "a sum": "+1+1",
    "a difference": "-1+1",
    "a function": "@SUM(A1)",
    "a tab and a formula": "\t=1+1",
    "a full-width formula": "\uff1d1+1",
    "parts of rows": 'a","b;=1+1\nc',
    "control characters": "a\x00\x07\x1b[31m\x7f\x9bb",
    "turned round": "a\u202egnp.exe\u2069\ufeff",
    "markup": ']]><data key="x"/>&amp;<!--',
    "an alarm": "a\r\nBEGIN:VALARM\r\nEND:VEVENT",
    "what a calendar escapes": 'a\\e;b,c:d"e\\n',
    "two-byte letters": "é" * 200,
    "faces": "\U0001f469\U0001f3fd\u200d\U0001f527" * 60,
    "a command": "a\n::error::x\n  ::warning::y ##[error]z",
    "a line separator": "a\u2028b\u0085c",
}  # fmt: skip
LONG = "word " * 200_000
"""1 MB."""


def spoilt(text: str, models: tuple[type[Part], ...] = (Part,)) -> Workspace:
    """The workspace that uses every key, with this text in each place for a text, or in each of some models."""

    def within(value: Any) -> Any:
        match value:
            case tuple():
                return tuple(map(within, value))
            case dict():
                return {key: within(item) for key, item in value.items()}
            case Part():
                return of(value)
            case _:
                return value

    def of(part: Part) -> Part:
        changes = {}
        for name in type(part).model_fields:
            value = getattr(part, name)
            is_text = isinstance(value, str) and is_line(type(part), name) and isinstance(part, models)
            changes[name] = text if is_text else within(value)
        return part.model_copy(update=changes | {"x-own": text})

    whole = fullest()
    records = (*whole.organisations, *whole.frameworks, *whole.programmes, *whole.partnerships)
    return Workspace(whole.configuration, [replace(one, part=of(one.part), gathered=None) for one in records])


def formats() -> dict[str, Callable[[Workspace], bytes]]:
    return {
        "ics": lambda workspace: ics.export(workspace, context()),
        "json": lambda workspace: json.export(workspace, context()),
        "graphml": lambda workspace: graphml.export(workspace, context()),
        "xlsx": lambda workspace: xlsx.write(tables(workspace, context(), LISTINGS)),
    }


def read_calendar(raw: bytes) -> list[str]:
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\r\n" in raw
    assert b"\n" not in raw.replace(b"\r\n", b"")
    calendar = icalendar.Calendar.from_ical(raw)
    assert [component.name for component in calendar.walk()] == ["VCALENDAR"] + ["VEVENT"] * len(calendar.events)
    assert [event.errors for event in calendar.events if event.errors] == []
    return sorted(str(event["UID"]) for event in calendar.events)


@pytest.fixture(scope="module")
def harmless() -> Workspace:
    return spoilt("plain")


@pytest.mark.parametrize("name", TEXTS)
def test_a_calendar_has_the_events_it_has_with_harmless_texts(name: str, harmless: Workspace) -> None:
    expected = read_calendar(ics.export(harmless, context()))
    assert len(expected) > 20
    # A key may be made from a text only where an item has no id: substances, equipment, controls.
    found = read_calendar(ics.export(spoilt(TEXTS[name]), context()))
    assert len(found) == len(expected)
    assert sum(one in expected for one in found) >= len(expected) - 4


@pytest.mark.parametrize("name", TEXTS)
def test_plain_data_hold_the_text_as_it_is_and_show_nothing_hidden(name: str) -> None:
    raw = json.export(spoilt(TEXTS[name]), context())
    document = plain.loads(raw)
    assert document["partnerships"][0]["summary"] == TEXTS[name]
    assert raw.decode("utf-8").replace("\n", "").isprintable()
    assert b"##[" not in raw


@pytest.mark.parametrize("name", TEXTS)
def test_a_network_has_the_nodes_and_edges_it_has_with_harmless_texts(name: str, harmless: Workspace) -> None:
    expected, found = (
        nx.read_graphml(io.BytesIO(graphml.export(workspace, context())))
        for workspace in (harmless, spoilt(TEXTS[name]))
    )
    assert set(found.nodes) == set(expected.nodes)
    assert sorted(found.edges(data="type")) == sorted(expected.edges(data="type"))


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_in_a_workbook_is_a_formula(name: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(formats()["xlsx"](spoilt(TEXTS[name]))))
    assert book.sheetnames == [listing.title for listing in LISTINGS]
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}


@pytest.mark.parametrize("name", TEXTS)
def test_a_table_has_its_rows_and_columns_and_nothing_that_is_run(name: str) -> None:
    for table in tables(spoilt(TEXTS[name]), context(), LISTINGS):
        text = csv.write([table]).decode("utf-8")
        rows = list(reader.reader(io.StringIO(text, newline=""), strict=True))
        assert len(rows) == len(table.rows) + 1
        assert {len(row) for row in rows} == {len(table.columns)}
        cells = [cell for row in rows for cell in row]
        assert [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\uff1d"))] == []
        assert [line for line in text.splitlines() if line.strip().startswith("::")] == []


@pytest.mark.parametrize("form", formats())
def test_a_megabyte_in_a_text_is_exported(form: str) -> None:
    workspace = spoilt(LONG, (Partnership,))
    raw = formats()[form](workspace)
    assert raw
    if form == "ics":
        read_calendar(raw)
