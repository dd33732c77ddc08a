"""From which file each value of a record is, and how it is put together."""

from __future__ import annotations

import pytest

from partnerkit.model.fields import Path
from partnerkit.workspace.records import Origin, Place, Sources
from unit.workspace.writing import HEAD, examined, records

FOLDER = {
    "p/harbour-welding/partnership.yaml": HEAD + "risks: [{id: risk-bay, event: The bay floods}]\n",
    "p/harbour-welding/bodies.yaml": "- {id: steering, chair: maya-okafor}\n- {id: delivery}\n",
    "p/harbour-welding/exit.yaml": "notice_days: 30\n",
    "p/harbour-welding/meetings/2026-03-10.yaml": "on: 2026-03-10\nbody: steering\n",
    "p/harbour-welding/meetings/summer.yaml": "id: 2026-06-09\non: 2026-06-09\n",
    "p/harbour-welding/meetings/two.yaml": "{id: a, on: 2026-07-01}\n---\n{id: b, on: 2026-07-02}\n",
}


def test_sections_and_items_become_parts_of_the_record() -> None:
    (record,) = records(FOLDER)
    part = record.part.model_dump()
    assert [risk["id"] for risk in part["risks"]] == ["risk-bay"]
    assert [body["id"] for body in part["bodies"]] == ["steering", "delivery"]
    assert part["exit"]["notice_days"] == 30
    # The name of a file is the id of the item in it, unless the item has one of its own.
    assert [meeting["id"] for meeting in part["meetings"]] == ["2026-03-10", "2026-06-09", "a", "b"]


def test_the_files_of_a_record_are_its_own_then_the_others_by_name() -> None:
    (record,) = records(FOLDER)
    assert record.files == (
        "p/harbour-welding/partnership.yaml",
        "p/harbour-welding/bodies.yaml",
        "p/harbour-welding/exit.yaml",
        "p/harbour-welding/meetings/2026-03-10.yaml",
        "p/harbour-welding/meetings/summer.yaml",
        "p/harbour-welding/meetings/two.yaml",
    )


@pytest.mark.parametrize(
    ("path", "file", "line", "marked"),
    [
        (("id",), "partnership.yaml", 2, "harbour-welding"),
        (("risks", 0, "id"), "partnership.yaml", 6, "risk-bay"),
        (("bodies", 0, "chair"), "bodies.yaml", 1, "maya-okafor"),
        (("bodies", 1), "bodies.yaml", 2, "{id: delivery}"),
        (("exit", "notice_days"), "exit.yaml", 1, "30"),
        (("meetings", 0, "body"), "meetings/2026-03-10.yaml", 2, "steering"),
        (("meetings", 1, "id"), "meetings/summer.yaml", 1, "2026-06-09"),
        (("meetings", 3, "on"), "meetings/two.yaml", 3, "2026-07-02"),
        # An id that is not written is where its item begins, and a list in several files where its first item is.
        (("meetings", 0, "id"), "meetings/2026-03-10.yaml", 1, "on: 2026-03-10"),
        (("meetings",), "meetings/2026-03-10.yaml", 1, "on: 2026-03-10"),
        (("aims", 0, "id"), "partnership.yaml", 1, "kind: partnership"),
    ],
)
def test_a_value_is_found_in_its_file(path: Path, file: str, line: int, marked: str) -> None:
    (record,) = records(FOLDER)
    texts = {name: text.lstrip("\n") for name, text in FOLDER.items()}
    span = Sources(texts.get).span(Place(record.origin, path))
    assert span.start is not None
    assert span.end is not None
    assert (span.file, span.start.line + 1) == (f"p/harbour-welding/{file}", line)
    assert span.excerpt[span.start.column : span.end.column] == marked


def test_a_value_in_a_file_that_has_gone_is_the_file_as_a_whole() -> None:
    (record,) = records(FOLDER)
    sources = Sources(lambda _file: None)
    assert sources.span(Place(record.origin, ("id",))).start is None
    assert sources.written(Place(record.origin, ("id",))) == ""


def test_a_value_is_given_as_it_is_written() -> None:
    text = 'a: "90"   # why\nb: [1, 2]\n'
    place = Origin(("x.yaml", 0))
    sources = Sources(lambda _file: text)
    assert sources.written(Place(place, ("a",))) == '"90"'
    assert sources.written(Place(place, ("b",))) == "[1, 2]"
    assert sources.written(Place(place, ("c",))) == ""


def test_a_file_with_several_documents_holds_several_records() -> None:
    found = records({"o.yaml": "{kind: organisation, id: a, name: A}\n---\n{kind: organisation, id: b, name: B}\n"})
    assert [(record.id, record.origin.root) for record in found] == [("a", ("o.yaml", 0)), ("b", ("o.yaml", 1))]


def test_a_file_beside_the_sections_may_hold_a_second_record() -> None:
    files = FOLDER | {"p/harbour-welding/partnership.yaml": HEAD + "---\n{kind: organisation, id: a, name: A}\n"}
    assert [(record.kind, record.id) for record in records(files)] == [
        ("partnership", "harbour-welding"),
        ("organisation", "a"),
    ]


@pytest.mark.parametrize(
    ("files", "broken"),
    [
        # The id as it is written, and the one that the file's name suggests.
        ({"o/halden.yaml": "{kind: organisation, id: halden-precision}"}, {"halden-precision", "halden"}),
        ({"o/halden.yaml": "{kind: organisation, id: 12, name: Halden}"}, {"halden"}),
        ({"o/halden.yaml": "{id: halden-precision, name: Halden}"}, {"halden-precision", "halden"}),
        ({"o/halden.yaml": "kind: organisation\nid: halden-works\nname: 'Halden\n"}, {"halden-works", "halden"}),
        ({"o/two.yaml": "kind: organisation\nid: a\nname: A\n---\nid: 'b'  # b\nname: 'B\n"}, {"a", "b", "two"}),
        ({"o/halden.yaml": "# nothing yet"}, {"halden"}),
        ({"p/toolroom/partnership.yaml": "id: [", "p/toolroom/risks.yaml": "[]"}, {"toolroom", "["}),
        ({"o/halden.yaml": "{kind: organisation, id: halden, name: Halden}"}, set()),
    ],
)
def test_the_ids_of_what_would_be_records_are_remembered(files: dict[str, str], broken: set[str]) -> None:
    (found,) = examined(files)
    assert set(found.broken) == broken
