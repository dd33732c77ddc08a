"""Reading a workspace from its folder: what is read, and that the way it is read does not change what is found."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from partnerkit.app.loading import Loaded, Loader, find_root
from partnerkit.app.outcome import CannotRunError, Settings
from partnerkit.io import processes

PROJECT = Path(__file__).resolve().parents[3]
CASES = PROJECT / "tests" / "cases" / "validate"
WORKSPACES = [
    CASES / "one-mistake-one-finding" / "bad",
    CASES / "dangling-reference" / "bad",
    CASES / "section-twice" / "bad",
    CASES / "section-without-partnership" / "bad",
    CASES / "text-cut-short" / "bad",
    PROJECT / "examples" / "calder-valley",
    PROJECT / "examples" / "two-way-street",
]


def load(root: Path, *, cache: bool = False) -> Loaded:
    return Loader(root, Settings(root, date(2026, 10, 15), cache=cache)).load()


def write(root: Path, **files: str) -> Path:
    for name, text in {"partnerkit.yaml": "format: 1\n", **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def organisation(id_: str) -> str:
    return f"{{kind: organisation, id: {id_}, name: {id_}}}\n"


def names(loaded: Loaded) -> list[tuple[str, str]]:
    return [(diagnostic.span.file, diagnostic.kind.name) for diagnostic in loaded.diagnostics]


# ---------------------------------------------------------------------- one way or another


@pytest.mark.parametrize("workspace", WORKSPACES, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_a_cold_cache_a_warm_one_and_none_give_the_same(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARTNERKIT_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "records"
    shutil.copytree(workspace, root)
    without = load(root)
    assert load(root, cache=True) == without
    assert list((tmp_path / "cache" / "documents").iterdir())
    assert load(root, cache=True) == without


def test_a_change_to_a_file_is_seen_with_a_warm_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTNERKIT_CACHE_DIR", str(tmp_path / "cache"))
    root = write(tmp_path / "records", **{"a.yaml": organisation("a")})
    assert load(root, cache=True).diagnostics == ()
    write(root, **{"a.yaml": organisation("a").replace("name", "nmae")})
    assert names(load(root, cache=True)) == [("a.yaml", "missing-key"), ("a.yaml", "unknown-key")]


def test_a_warning_is_given_again_when_the_same_bytes_have_been_read_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARTNERKIT_CACHE_DIR", str(tmp_path / "cache"))
    text = "kind: organisation\nid: a\nname: Hall #4\n"
    root = write(tmp_path / "records", **{"a.yaml": text, "b.yaml": organisation("b")})
    cold = load(root, cache=True)
    assert names(cold) == [("a.yaml", "text-cut-short")]
    assert load(root, cache=True) == cold
    write(root, **{"a.yaml": text.replace("#4", "# 4")})
    assert names(load(root, cache=True)) == []
    write(root, **{"a.yaml": text})
    assert load(root, cache=True) == cold


def test_a_warning_leaves_records_and_configuration_as_they_are(tmp_path: Path) -> None:
    text = "kind: organisation\nid: a\nname: Hall #4\n"
    root = write(tmp_path, **{"partnerkit.yaml": "format: 1\ntitle: Hall #4\n", "a.yaml": text})
    loaded = load(root)
    assert names(loaded) == [("a.yaml", "text-cut-short"), ("partnerkit.yaml", "text-cut-short")]
    assert loaded.is_valid
    assert loaded.records == (("organisation", "a.yaml"),)
    assert loaded.configuration is not None
    assert loaded.configuration.title == "Hall"


@pytest.mark.parametrize("workspace", WORKSPACES, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_many_processes_find_what_one_finds(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = load(workspace)
    monkeypatch.setattr(processes, "WORTHWHILE", 1)
    assert load(workspace) == alone


def partnership(id_: str) -> str:
    partners = "[{organisation: a}, {organisation: b}]"
    return f"{{kind: partnership, id: {id_}, title: T, stage: plan, partners: {partners}}}\n"


ADD_IT = "Add a partnership.yaml to the folder, or move the file into the folder of its partnership."
HOMELESS: dict[str, tuple[dict[str, str], list[tuple[str, str]]]] = {
    "no partnership at all": ({}, [("p/exit.yaml", ADD_IT)]),
    "a partnership under another name": (
        {"p/zwei.yml": partnership("zwei")},
        [("p/exit.yaml", "If it is a section of `p/zwei.yml`, rename that file to partnership.yml.")],
    ),
    "one that has faults": (
        {"p/zwei.yaml": partnership("zwei").replace("plan", "run").replace("title", "titel")},
        [("p/exit.yaml", "If it is a section of `p/zwei.yaml`, rename that file to partnership.yaml.")],
    ),
    "two of them": ({"p/a.yaml": partnership("a1"), "p/b.yaml": partnership("b1")}, [("p/exit.yaml", ADD_IT)]),
    "one in another folder": ({"q/zwei.yaml": partnership("zwei")}, [("p/exit.yaml", ADD_IT)]),
    "sections in two folders": (
        {"q/meetings/m.yaml": "id: m\n", "q/risks.yaml": "- id: r\n"},
        [("p/exit.yaml", ADD_IT), ("q/meetings/m.yaml", ADD_IT)],
    ),
    "a record with the name of a section before it": ({"p/aims.yaml": organisation("c")}, [("p/exit.yaml", ADD_IT)]),
}


@pytest.mark.parametrize(("files", "expected"), HOMELESS.values(), ids=HOMELESS)
def test_sections_without_a_partnership_are_told_once_a_folder(
    files: dict[str, str], expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    own = {"p/exit.yaml": "notice_days: 30\n", "p/risks.yaml": "- id: r\n", "o.yaml": organisation("a")}
    found = load(write(tmp_path, **own, **files, **{"o2.yaml": organisation("b")})).diagnostics
    told = [(one.span.file, one.help) for one in found if one.kind.name == "section-without-partnership"]
    assert told == expected
    assert not any(one.kind.name == "not-a-record" for one in found)


def test_a_large_workspace_is_read_whole(tmp_path: Path) -> None:
    size = processes.WORTHWHILE + 50
    root = write(tmp_path, **{f"organisations/o-{at}.yaml": organisation(f"o-{at}") for at in range(size)})
    write(root, **{"organisations/o-7.yaml": organisation("o-8"), "organisations/o-9.yaml": "kind: organisation\n"})
    done: list[tuple[int, int]] = []
    loaded = Loader(root, Settings(root, date(2026, 10, 15), cache=False)).load(lambda *so_far: done.append(so_far))
    assert len(loaded.records) == size - 1
    assert names(loaded) == [
        ("organisations/o-8.yaml", "duplicate-id"),
        ("organisations/o-9.yaml", "missing-key"),
        ("organisations/o-9.yaml", "missing-key"),
    ]
    assert done == [(at, size) for at in range(1, size + 1)]


# ---------------------------------------------------------------------- what is read


def test_what_is_hidden_or_evidence_or_no_yaml_is_left_alone(tmp_path: Path) -> None:
    root = write(
        tmp_path,
        **{
            "a.yaml": organisation("a"),
            ".hidden.yaml": "nonsense: [",
            ".github/workflow.yaml": "on: push",
            "partnerships/files/notes.yaml": "nonsense: [",
            "README.md": "nonsense: [",
            "data.json": "{}",
        },
    )
    loaded = load(root)
    assert loaded.diagnostics == ()
    assert [unit.file for unit in loaded.units] == ["a.yaml"]


def test_include_and_exclude_choose_the_files(tmp_path: Path) -> None:
    configuration = "format: 1\ninclude: [records/**]\nexclude: [records/drafts, '**/*.old.yaml']\n"
    root = write(
        tmp_path,
        **{
            "partnerkit.yaml": configuration,
            "records/a.yaml": organisation("a"),
            "records/b.old.yaml": organisation("b"),
            "records/drafts/c.yaml": organisation("c"),
            "other/d.yaml": organisation("d"),
        },
    )
    assert load(root).records == (("organisation", "records/a.yaml"),)


def test_a_broken_configuration_does_not_keep_the_records_from_being_checked(tmp_path: Path) -> None:
    root = write(tmp_path, **{"partnerkit.yaml": "format: 2\n", "a.yaml": "kind: organisation\n"})
    loaded = load(root)
    assert loaded.configuration is None
    assert names(loaded) == [
        ("a.yaml", "missing-key"),
        ("a.yaml", "missing-key"),
        ("partnerkit.yaml", "unknown-word"),
    ]


@pytest.mark.parametrize("configuration", ["", "# only a comment\n", "---\n"])
def test_an_empty_configuration_lacks_its_format(configuration: str, tmp_path: Path) -> None:
    loaded = load(write(tmp_path, **{"partnerkit.yaml": configuration}))
    assert [(found.kind.name, found.help) for found in loaded.diagnostics] == [
        ("missing-key", "Add a line `format: 1`.")
    ]


# ---------------------------------------------------------------------- what is in the way


def test_names_that_differ_in_capitals_only_are_reported(tmp_path: Path) -> None:
    if (write(tmp_path) / "PARTNERKIT.YAML").exists():
        pytest.skip("this file system does not tell capitals apart")
    root = write(tmp_path, **{"o/Halden.yaml": organisation("a"), "o/halden.yaml": organisation("b")})
    (found,) = load(root).diagnostics
    assert (found.kind.name, found.span.file, found.related[0].span.file) == (
        "names-collide",
        "o/halden.yaml",
        "o/Halden.yaml",
    )


def test_names_that_differ_in_the_encoding_of_accents_only_are_reported(tmp_path: Path) -> None:
    composed, decomposed = "o/caf\u00e9.yaml", "o/cafe\u0301.yaml"
    root = write(tmp_path, **{composed: organisation("a"), decomposed: organisation("b")})
    if len(os.listdir(root / "o")) < 2:  # noqa: PTH208 - the names as the system keeps them
        pytest.skip("this file system does not tell them apart")
    assert names(load(root)) == [(composed, "names-collide")]


@pytest.fixture
def unreadable(tmp_path: Path) -> Iterator[Path]:
    root = write(tmp_path, **{"a.yaml": organisation("a"), "b/c.yaml": organisation("c")})
    (root / "a.yaml").chmod(0)
    (root / "b").chmod(0)
    yield root
    (root / "b").chmod(0o700)


def test_files_and_folders_that_cannot_be_read_are_reported(unreadable: Path) -> None:
    if os.access(unreadable / "a.yaml", os.R_OK):
        pytest.skip("whoever runs this may read everything")
    assert names(load(unreadable)) == [("a.yaml", "unreadable-file"), ("b", "unreadable-file")]


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", **{"secret.yaml": organisation("secret")})
    root = write(tmp_path / "records", **{"a.yaml": organisation("a")})
    (root / "linked.yaml").symlink_to(outside / "secret.yaml")
    (root / "linked").symlink_to(outside)
    loaded = load(root)
    assert names(loaded) == [("linked", "linked-folder"), ("linked.yaml", "not-a-plain-file")]
    assert loaded.records == (("organisation", "a.yaml"),)


def test_a_folder_named_like_a_file_is_reported(tmp_path: Path) -> None:
    root = write(tmp_path, **{"a.yaml/b.yaml": organisation("b")})
    assert names(load(root)) == [("a.yaml", "not-a-plain-file")]


@pytest.mark.parametrize("text", [None, "kind: organisation\nid: a\nname: Another\n", "nonsense: ["])
def test_a_record_that_is_not_there_a_second_time_is_told(tmp_path: Path, text: str | None) -> None:
    root = write(tmp_path, **{"a.yaml": organisation("a"), "b.yaml": organisation("b")})
    loader = Loader(root, Settings(root, date(2026, 10, 15), cache=False))
    units = loader.load().units
    assert [record.id for record in loader.records_of(units)] == ["a", "b"]
    if text is None:
        (root / "a.yaml").unlink()
    else:
        write(root, **{"a.yaml": text})
    with pytest.raises(CannotRunError, match=r"a\.yaml has changed while it was looked at"):
        list(loader.records_of(units))


# ---------------------------------------------------------------------- where the workspace is


def test_the_root_is_the_nearest_folder_upwards_with_a_configuration(tmp_path: Path) -> None:
    outer = write(tmp_path / "outer", **{"a/b/c.yaml": "", "inner/partnerkit.yaml": "format: 1\n", "inner/d.yaml": ""})
    assert find_root(outer) == outer
    assert find_root(outer / "a" / "b") == outer
    assert find_root(outer / "a" / "b" / "c.yaml") == outer
    assert find_root(outer / "inner" / "d.yaml") == outer / "inner"


def test_without_a_configuration_there_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match="No workspace here"):
        find_root(tmp_path)
