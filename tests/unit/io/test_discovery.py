"""Which files are records: what is found in a folder, what is left out, and what is odd about the rest."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path

import pytest

from partnerkit.io.discovery import Oddity, find_root, listing

TREE = {
    "partnerkit.yaml": "format: 1",
    "a.yaml": "",
    "b.yml": "",
    "c.yaml.bak": "",
    "d.json": "",
    "notes.md": "",
    "yaml": "",
    ".hidden.yaml": "",
    ".hidden/x.yaml": "",
    ".github/workflows/ci.yml": "",
    "partnerships/halden/partnership.yaml": "",
    "partnerships/halden/risks.yaml": "",
    "partnerships/halden/files/minutes.yaml": "",
    "partnerships/halden/files/deep/er.yaml": "",
    "partnerships/halden/risks/r-1.yaml": "",
    "drafts/x.yaml": "",
    "drafts/2026/y.yaml": "",
    "with space/ä ö.yaml": "",
    "files.yaml": "",
}


def plant(root: Path, tree: dict[str, str] | None = None) -> Path:
    for name, content in (TREE if tree is None else tree).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return root


def test_all_yaml_files_are_found_but_hidden_ones_and_evidence(tmp_path: Path) -> None:
    found = listing(plant(tmp_path))
    assert found.files == (
        "a.yaml",
        "b.yml",
        "drafts/2026/y.yaml",
        "drafts/x.yaml",
        "files.yaml",
        "partnerships/halden/partnership.yaml",
        "partnerships/halden/risks.yaml",
        "partnerships/halden/risks/r-1.yaml",
        "with space/ä ö.yaml",
    )
    assert (found.oddities, found.notes) == ((), ())


PATTERNS: dict[str, tuple[list[str], list[str], str]] = {
    "one file": (["a.yaml"], [], "a.yaml"),
    "a star at the top": (["*.yaml"], [], "a.yaml files.yaml"),
    "a folder": (["drafts"], [], "drafts/2026/y.yaml drafts/x.yaml"),
    "a folder with a slash": (["drafts/"], [], "drafts/2026/y.yaml drafts/x.yaml"),
    "a folder from here": (["./drafts"], [], "drafts/2026/y.yaml drafts/x.yaml"),
    "all in a folder": (["drafts/**"], [], "drafts/2026/y.yaml drafts/x.yaml"),
    "the files of a folder": (["drafts/*.yaml"], [], "drafts/x.yaml"),
    "a name anywhere": (["**/risks.yaml"], [], "partnerships/halden/risks.yaml"),
    "a folder anywhere": (["**/risks"], [], "partnerships/halden/risks/r-1.yaml"),
    "a question mark": (["?.y?ml", "drafts/?.yaml"], [], "a.yaml drafts/x.yaml"),
    "several": (["b.yml", "drafts/2*"], [], "b.yml drafts/2026/y.yaml"),
    "nothing fits": (["A.yaml", "draft", "rafts"], [], ""),
    "left out": ([], ["drafts", "partnerships/**", "with*"], "a.yaml b.yml files.yaml"),
    "in and out": (["drafts"], ["**/2026"], "drafts/x.yaml"),
    "everything left out": ([], ["**"], ""),
}


@pytest.mark.parametrize(("include", "exclude", "files"), PATTERNS.values(), ids=PATTERNS)
def test_patterns_choose_among_the_files(tmp_path: Path, include: list[str], exclude: list[str], files: str) -> None:
    assert " ".join(listing(plant(tmp_path), include, exclude).files) == files


def odd(root: Path) -> list[tuple[str, str]]:
    return [(oddity.path, oddity.what) for oddity in listing(root).oddities]


def test_what_is_named_like_a_record_and_is_no_plain_file_is_odd(tmp_path: Path) -> None:
    plant(tmp_path, {"a.yaml": "", "folder.yaml/b.yaml": "", "plain/c.yaml": ""})
    (tmp_path / "link.yaml").symlink_to("a.yaml")
    (tmp_path / "dangling.yaml").symlink_to("nowhere")
    (tmp_path / "loop.yml").symlink_to("loop.yml")
    (tmp_path / "out.yaml").symlink_to("/etc/passwd")
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe.yaml")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "plain" / "socket.yml"))
    started = time.monotonic()
    assert odd(tmp_path) == [
        ("dangling.yaml", "link"),
        ("folder.yaml", "folder"),
        ("link.yaml", "link"),
        ("loop.yml", "link"),
        ("out.yaml", "link"),
        ("pipe.yaml", "device"),
        ("plain/socket.yml", "device"),
        ("zero.yaml", "link"),
    ]
    assert listing(tmp_path).files == ("a.yaml", "plain/c.yaml")
    assert time.monotonic() - started < 5


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    plant(tmp_path / "outside", {"x.yaml": ""})
    root = plant(tmp_path / "root", {"a/b.yaml": ""})
    (root / "out").symlink_to(tmp_path / "outside")
    (root / "up").symlink_to("..")
    (root / "a" / "self").symlink_to(".")
    (root / "to-a-file").symlink_to("a/b.yaml")
    (root / "dangling").symlink_to("nowhere")
    assert listing(root).files == ("a/b.yaml",)
    assert odd(root) == [("a/self", "linked folder"), ("out", "linked folder"), ("up", "linked folder")]


def test_a_workspace_within_a_workspace_is_left_out(tmp_path: Path) -> None:
    plant(tmp_path, {"a.yaml": "", "inner/partnerkit.yaml": "", "inner/b.yaml": "", "inner/deep/c.yaml": ""})
    assert listing(tmp_path).files == ("a.yaml",)
    assert odd(tmp_path) == [("inner", "nested workspace")]


def test_a_folder_that_cannot_be_read_is_odd_and_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(tmp_path, {"a.yaml": "", "locked/b.yaml": ""})
    scan = os.scandir

    def refuse(path: str) -> object:
        # Permissions do not keep out the user root, who runs the tests in some places.
        if path.endswith("locked/"):
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert listing(tmp_path).oddities == (Oddity("locked", "unreadable", "Permission denied"),)
    assert listing(tmp_path).files == ("a.yaml",)


@pytest.mark.parametrize(
    "name", [b"caf\xe9.yaml", b"a\nb.yaml", b"\x1b[31m.yaml", b"--help.yaml", b"$(id).yaml", b"*.yaml"]
)
def test_any_name_is_found_as_it_is(tmp_path: Path, name: bytes) -> None:
    with open(os.path.join(os.fsencode(tmp_path), name), "wb"):  # noqa: PTH118, PTH123 - the name may be no text
        pass
    assert listing(tmp_path).files == (os.fsdecode(name),)
    assert listing(tmp_path, ["**"]).files == (os.fsdecode(name),)
    assert listing(tmp_path, [], ["*"]).files == ()


def test_folders_may_be_as_deep_as_a_path_can_be_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(60):
        name = "d" * 100
        Path(name).mkdir()
        os.chdir(name)
        Path("a.yaml").touch()
    monkeypatch.chdir(tmp_path)
    found = listing(tmp_path)
    assert 30 < len(found.files) < 60
    assert [(oddity.what, oddity.reason) for oddity in found.oddities] == [("unreadable", "File name too long")]


def test_the_order_does_not_depend_on_that_of_the_file_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(tmp_path)
    first = listing(tmp_path)
    scan = os.scandir

    class Backwards:
        def __init__(self, path: str) -> None:
            with scan(path) as entries:
                self.entries = sorted(entries, key=lambda entry: entry.name, reverse=True)

        def __enter__(self) -> list[os.DirEntry[str]]:
            return self.entries

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(os, "scandir", Backwards)
    assert listing(tmp_path) == first


def test_the_root_is_the_nearest_folder_with_a_configuration(tmp_path: Path) -> None:
    plant(tmp_path, {"partnerkit.yaml": "", "a/b/c.yaml": "", "inner/partnerkit.yaml": "", "inner/d/e.yaml": ""})
    assert find_root(tmp_path) == tmp_path
    assert find_root(tmp_path / "a" / "b") == tmp_path
    assert find_root(tmp_path / "inner" / "d") == tmp_path / "inner"


def test_a_folder_named_like_the_configuration_makes_no_root(tmp_path: Path) -> None:
    (tmp_path / "a" / "partnerkit.yaml").mkdir(parents=True)
    assert find_root(tmp_path / "a") is None
