"""What holds of any workspace: neither order, nor line endings, nor the way it is laid out changes what it says."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerkit.model.configuration import Configuration
from partnerkit.model.kinds import sections
from partnerkit.workspace.examination import Examination, examine
from partnerkit.workspace.layout import units
from partnerkit.workspace.linking import Links, Unsettled
from partnerkit.workspace.records import Record
from partnerkit.workspace.workspace import Workspace
from unit.model.reading import shape

PROJECT = Path(__file__).resolve().parents[2]
CASES = PROJECT / "tests" / "cases" / "validate"
EXAMPLES = PROJECT / "examples"
WORKSPACES = sorted([*CASES.glob("*/bad"), *CASES.glob("*/good"), *EXAMPLES.iterdir()])
NAMES = [path.relative_to(PROJECT).as_posix() for path in WORKSPACES]
MANY = {name: section.many for name, section in sections().items()}

Files = Mapping[str, bytes]


def files_of(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.y*ml")}
    return {name: raw for name, raw in found.items() if name != "partnerkit.yaml" and "/files/" not in name}


def examined(files: Files) -> list[Examination]:
    return [
        examine(unit, {file: files[file] for file in unit.files}, lambda _raw, reader: reader())
        for unit in units(files, MANY)
    ]


def links_of(examinations: Iterable[Examination]) -> Links:
    found = list(examinations)
    return Links(chain.from_iterable(one.facts for one in found), chain.from_iterable(one.broken for one in found))


def said(unsettled: Iterable[Unsettled]) -> list[tuple[str, str, str, str, str]]:
    return [(one.facts.kind, one.facts.id, one.request[1], one.message, one.help) for one in unsettled]


# ---------------------------------------------------------------------- order


@given(st.data())
@settings(max_examples=50)
def test_the_order_in_which_files_are_listed_does_not_matter(data: st.DataObject) -> None:
    workspace = data.draw(st.sampled_from(WORKSPACES))
    files = sorted(files_of(workspace))
    assert units(data.draw(st.permutations(files)), MANY) == units(files, MANY)


LINKED = [CASES / name / "bad" for name in ("dangling-reference", "ambiguous-reference", "duplicate-id")]
LINKED += [EXAMPLES / "two-way-street", CASES / "one-mistake-one-finding" / "bad"]
EXAMINED = {folder: examined(files_of(folder)) for folder in LINKED}


@given(st.data())
@settings(max_examples=50)
def test_the_order_in_which_records_are_read_does_not_matter_to_their_links(data: st.DataObject) -> None:
    found = EXAMINED[data.draw(st.sampled_from(LINKED))]
    plain, shuffled = links_of(found), links_of(data.draw(st.permutations(found)))
    assert said(shuffled.unsettled()) == said(plain.unsettled())
    assert [one.facts.origin for one in shuffled.shared] == [one.facts.origin for one in plain.shared]
    assert [facts.origin for facts in shuffled.facts] == [facts.origin for facts in plain.facts]


@given(st.data())
@settings(max_examples=25)
def test_the_order_in_which_records_are_read_does_not_matter_to_the_workspace(data: st.DataObject) -> None:
    records = [record for one in EXAMINED[EXAMPLES / "two-way-street"] for record in one.records]
    configuration = Configuration.model_validate({"format": 1})
    plain, shuffled = (Workspace(configuration, some) for some in (records, data.draw(st.permutations(records))))
    assert _listed(shuffled) == _listed(plain)
    for record in records:
        for part in ("organisations", "people"):
            for reference in ("ealing-hammersmith-west-london", "mace", "nobody"):
                assert shuffled.target(record, part, reference) == plain.target(record, part, reference)


def _listed(workspace: Workspace) -> list[tuple[str, str]]:
    found = (*workspace.organisations, *workspace.frameworks, *workspace.programmes, *workspace.partnerships)
    return [(record.kind, record.id) for record in found]


# ---------------------------------------------------------------------- line endings


@pytest.mark.parametrize("workspace", WORKSPACES, ids=NAMES)
def test_line_endings_do_not_matter(workspace: Path) -> None:
    files = files_of(workspace)
    assert all(b"\r" not in raw for raw in files.values())
    plain = examined(files)
    windows = examined({name: raw.replace(b"\n", b"\r\n") for name, raw in files.items()})
    assert windows == plain


# ---------------------------------------------------------------------- layout

COMPLETE = {
    "everything there is": shape("partnership"),
    **{
        record.id: record.part.model_dump(mode="json", by_alias=True, exclude_unset=True)
        for one in examined(files_of(EXAMPLES / "calder-valley"))
        for record in one.records
        if record.kind == "partnership"
    },
}


@given(st.data())
@settings(max_examples=40)
def test_a_partnership_in_a_folder_is_the_same_as_in_one_file(data: st.DataObject) -> None:
    record = COMPLETE[data.draw(st.sampled_from(sorted(COMPLETE)))]
    layout = {name: data.draw(st.sampled_from(["inline", "file", "folder"])) for name in sections() if name in record}
    together = examined({"p/x/partnership.yaml": _yaml(record)})
    apart = examined(dict(_laid_out(record, layout)))
    assert _record(apart).part == _record(together).part
    # The same is wrong with it, in other places.
    assert _findings(apart) == _findings(together)
    assert [(one.items, one.requests, one.homes) for one in apart[0].facts] == [
        (one.items, one.requests, one.homes) for one in together[0].facts
    ]


def _laid_out(record: Mapping[str, Any], layout: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    head = {key: value for key, value in record.items() if layout.get(key, "inline") == "inline"}
    for name, where in layout.items():
        if where == "folder" and MANY[name]:
            yield from _items(name, record[name])
            if not record[name]:
                head[name] = []
        elif where != "inline":
            yield f"p/x/{name}.yaml", _yaml(record[name])
    yield "p/x/partnership.yaml", _yaml(head)


def _items(name: str, items: list[dict[str, Any]]) -> Iterator[tuple[str, bytes]]:
    """Each item in a file of its own, named after its id if the files then stand in the order of the list."""
    files = [f"{item['id']}.yaml" for item in items]
    if files == sorted(files):
        for item, file in zip(items, files, strict=True):
            yield f"p/x/{name}/{file}", _yaml({key: value for key, value in item.items() if key != "id"})
    else:
        for at, item in enumerate(items):
            yield f"p/x/{name}/{at:04}.yaml", _yaml(item)


def _yaml(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def _record(found: list[Examination]) -> Record:
    (one,) = found
    (record,) = one.records
    return record


def _findings(found: list[Examination]) -> list[tuple[str, str, str]]:
    return sorted((one.kind.name, one.message, one.help) for one in found[0].diagnostics)
