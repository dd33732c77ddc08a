"""What is kept between runs: found again only if it is whole and of this program, never trusted, never in the way."""

from __future__ import annotations

import errno
import json
import os
import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from partnerkit.app.loading import Loader
from partnerkit.io import cache
from partnerkit.io.cache import DocumentCache, cache_folder, fingerprint, load, packed, save, unpacked
from partnerkit.io.files import digest
from scratch import GOOD, settings, workspace

KEY = "0123456789abcdef"
CONTENT = b'{"a": [1, 2]}\n\x00\xff more\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    kept = tmp_path / "kept"
    monkeypatch.setenv("PARTNERKIT_CACHE_DIR", str(kept))
    return kept


# ---------------------------------------------------------------------- where it is


PLACES: dict[str, tuple[dict[str, str], str | None]] = {
    "our own variable": ({"PARTNERKIT_CACHE_DIR": "/x/kept", "XDG_CACHE_HOME": "/y", "HOME": "/z"}, "/x/kept"),
    "the folder for caches": ({"XDG_CACHE_HOME": "/y", "HOME": "/z"}, "/y/partnerkit"),
    "a relative folder for caches does not count": ({"XDG_CACHE_HOME": "y", "HOME": "/z"}, "/z/.cache/partnerkit"),
    "the home": ({"HOME": "/z"}, "/z/.cache/partnerkit"),
    "a relative home does not count": ({"HOME": "z"}, None),
    "an empty home": ({"HOME": ""}, None),
    "no home": ({}, None),
}


@pytest.mark.parametrize(("environment", "expected"), PLACES.values(), ids=PLACES)
def test_the_cache_is_where_the_system_keeps_such_things(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str | None
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("PARTNERKIT_CACHE_DIR", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert cache_folder() == expected


@pytest.mark.parametrize(
    ("platform", "home", "expected"),
    [("darwin", "HOME", "/z/Library/Caches/partnerkit"), ("win32", "LOCALAPPDATA", "/z/partnerkit/Cache")],
)
def test_other_systems_keep_such_things_elsewhere(
    monkeypatch: pytest.MonkeyPatch, platform: str, home: str, expected: str
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    for name in ("PARTNERKIT_CACHE_DIR", "XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(home, "/z")
    assert cache_folder() == expected


# ---------------------------------------------------------------------- what is found again


def test_what_is_kept_is_found_again(folder: Path) -> None:
    path = str(folder / "deep" / "x")
    assert load(path, KEY) is None
    save(path, KEY, CONTENT)
    assert load(path, KEY) == CONTENT
    save(path, KEY, b"")
    assert load(path, KEY) == b""


def test_nobody_else_may_look_into_the_cache(folder: Path) -> None:
    save(str(folder / "x"), KEY, CONTENT)
    assert folder.stat().st_mode & 0o077 == 0


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _raw: b"",
    "only the header": lambda raw: raw.partition(b"\n")[0],
    "cut off": lambda raw: raw[:-1],
    "cut off in the header": lambda raw: raw[:20],
    "a byte more": lambda raw: raw + b"x",
    "a byte changed": lambda raw: raw[:-3] + b"X" + raw[-2:],
    "another content": lambda raw: raw.partition(b"\n")[0] + b"\n" + b'{"a": []}',
    "another version of the cache": lambda raw: raw.replace(b"partnerkit-cache/1", b"partnerkit-cache/2"),
    "another version of the program": lambda raw: raw.replace(KEY.encode(), b"f" * 16),
    "random bytes": lambda raw: random.Random(1).randbytes(len(raw)),  # noqa: S311 - for a test
    "a pickle": lambda _raw: b"cos\nsystem\n(S'echo no'\ntR.",
    "two headers": lambda raw: raw.partition(b"\n")[0] + b"\n" + raw,
    "line breaks of Windows": lambda raw: raw.replace(b"\n", b"\r\n"),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_whatever_is_not_whole_and_ours_is_as_good_as_absent(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    path = folder / "x"
    save(str(path), KEY, CONTENT)
    path.write_bytes(damage(path.read_bytes()))
    assert load(str(path), KEY) is None
    save(str(path), KEY, CONTENT)
    assert load(str(path), KEY) == CONTENT


def _a_folder(path: Path) -> None:
    path.mkdir()


def _a_link_to_what_was_kept(path: Path) -> None:
    other = path.with_name("other")
    save(str(other), KEY, CONTENT)
    path.symlink_to(other)


@pytest.mark.parametrize("make", [_a_folder, _a_link_to_what_was_kept, os.mkfifo])
def test_nothing_but_a_plain_file_is_taken_from_the_cache(folder: Path, make: Callable[[Path], None]) -> None:
    folder.mkdir()
    make(folder / "x")
    assert load(str(folder / "x"), KEY) is None


def test_a_link_in_the_place_of_a_kept_file_is_replaced_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"mine")
    folder.mkdir()
    (folder / "x").symlink_to(tmp_path / "precious")
    save(str(folder / "x"), KEY, CONTENT)
    assert load(str(folder / "x"), KEY) == CONTENT
    assert (tmp_path / "precious").read_bytes() == b"mine"


def test_where_nothing_can_be_kept_nothing_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    save(str(tmp_path / "file" / "below" / "x"), KEY, CONTENT)
    save("/dev/null/x", KEY, CONTENT)
    save("/proc/x", KEY, CONTENT)

    def fail(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", fail)
    save(str(tmp_path / "x"), KEY, CONTENT)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


def test_only_the_newest_are_kept(folder: Path) -> None:
    for number in range(cache.KEPT + 3):
        save(str(folder / f"x{number}"), KEY, CONTENT)
        os.utime(folder / f"x{number}", (number, number))
    save(str(folder / "last"), KEY, CONTENT)
    left = {path.name for path in folder.iterdir()}
    assert len(left) == cache.KEPT
    assert {"last", f"x{cache.KEPT + 2}"} <= left
    assert "x0" not in left


def test_the_same_program_has_the_same_fingerprint() -> None:
    assert fingerprint() == fingerprint()
    assert len(fingerprint()) == 32


# ---------------------------------------------------------------------- documents


def test_documents_come_back_as_they_were(tmp_path: Path) -> None:
    documents: tuple[Any, ...] = ({"a": [1, 2.5, None, True, "é\U0001f600\n", -(10**19) + 1]}, [], "x", None)
    raw = packed(documents)
    assert unpacked(raw) == documents
    first = DocumentCache(tmp_path, enabled=True)
    first.add({digest(b"1"): raw, digest(b"2"): packed(())})
    assert first.get(digest(b"1")) == raw
    first.close({digest(b"1"), digest(b"2")})
    second = DocumentCache(tmp_path, enabled=True)
    assert [second.get(digest(name)) for name in (b"1", b"2", b"3")] == [raw, b"[]", None]


def test_what_is_not_used_any_more_is_dropped(tmp_path: Path) -> None:
    first = DocumentCache(tmp_path, enabled=True)
    first.add({"a": b"[1]", "b": b"[2]"})
    first.close({"a", "b"})
    second = DocumentCache(tmp_path, enabled=True)
    second.add({"c": b"[3]"})
    second.close({"b", "c"})
    third = DocumentCache(tmp_path, enabled=True)
    assert [third.get(name) for name in "abc"] == [None, b"[2]", b"[3]"]


def test_workspaces_do_not_share_what_is_kept(tmp_path: Path) -> None:
    first = DocumentCache(tmp_path / "a", enabled=True)
    first.add({"x": b"[1]"})
    first.close({"x"})
    assert DocumentCache(tmp_path / "b", enabled=True).get("x") is None


def test_a_cache_that_is_switched_off_keeps_nothing(tmp_path: Path, folder: Path) -> None:
    off = DocumentCache(tmp_path, enabled=False)
    assert not off.enabled
    off.add({"x": b"[1]"})
    off.close({"x"})
    assert not folder.exists()


@pytest.mark.parametrize("kept", [b"", b"{", b"12", b'{"a": 1}', b"null", b"[" * 100_000, b"\xff", b"9" * 5_000])
def test_what_is_no_list_of_documents_is_nothing(kept: bytes) -> None:
    assert unpacked(kept) is None


def plant(root: Path, index: object, blob: bytes) -> None:
    """Put a pack in the cache as somebody would who may write there: with the right header and digest."""
    folder = cache_folder()
    assert folder is not None
    content = (index if isinstance(index, bytes) else json.dumps(index).encode()) + b"\n" + blob
    save(str(Path(folder) / "documents" / digest(os.fsencode(root))), fingerprint(), content)


def names(root: Path) -> list[str]:
    return [diagnostic.kind.name for diagnostic in Loader(root, settings(root, cache=True)).load().diagnostics]


RECORD = b'[{"kind":"organisation","id":"halden-precision","name":"Halden Precision"}]'
PLANTED: dict[str, tuple[bytes, list[str]]] = {
    "the truth": (RECORD, []),
    "a wrong type": (RECORD.replace(b'"Halden Precision"', b"12"), ["unquoted-text"]),
    "an unknown key": (RECORD.replace(b'"name"', b'"nmae"'), ["missing-key", "unknown-key"]),
    "an id with a way out": (RECORD.replace(b"halden-precision", b"../../etc"), ["bad-id"]),
    "no record": (b"[1]", ["not-a-record"]),
    "nothing": (b"[]", ["not-a-record"]),
    "not a number": (RECORD.replace(b'"Halden Precision"', b"NaN"), ["unquoted-text"]),
    "broken": (RECORD[:-2], []),
    "no list": (b'{"kind": 1}', []),
    "very deep": (b"[" * 100_000, []),
    "deep within a record": (
        RECORD.replace(b'"Halden', b'"x","x-a":' + b"[" * 900 + b"]" * 900 + b',"b":"'),
        ["unknown-key"],
    ),
}


@pytest.mark.parametrize(("blob", "expected"), PLANTED.values(), ids=PLANTED)
def test_what_somebody_planted_in_the_cache_is_checked_like_what_was_read(
    tmp_path: Path, blob: bytes, expected: list[str]
) -> None:
    root = workspace(tmp_path / "workspace", {"halden-precision.yaml": GOOD})
    plant(root, {digest(GOOD.encode()): [0, len(blob)]}, blob)
    assert sorted(names(root)) == expected


INDICES: dict[str, object] = {
    "no JSON": b"{",
    "a list": [],
    "a number": 12,
    "places that are none": {digest(GOOD.encode()): "x"},
    "places that are texts": {digest(GOOD.encode()): ["a", "b"]},
    "places outside": {digest(GOOD.encode()): [10**9, 10**9 + 5]},
    "places the wrong way round": {digest(GOOD.encode()): [50, 5]},
    "very deep": b"[" * 100_000,
    "nothing": b"",
}


@pytest.mark.parametrize("index", INDICES.values(), ids=INDICES)
def test_an_index_that_somebody_broke_is_no_hindrance(tmp_path: Path, index: object) -> None:
    root = workspace(tmp_path / "workspace", {"halden-precision.yaml": GOOD})
    plant(root, index, RECORD)
    assert names(root) == []


def test_any_byte_of_the_pack_may_be_lost(tmp_path: Path, folder: Path) -> None:
    root = workspace(tmp_path / "workspace", {"halden-precision.yaml": GOOD, "b.yaml": "kind: organisation\nid: b\n"})
    assert names(root) == ["missing-key"]
    [pack] = (folder / "documents").iterdir()
    whole = pack.read_bytes()
    for at in range(0, len(whole), 11):
        pack.write_bytes(whole[:at] + b"\x00" + whole[at + 1 :])
        assert names(root) == ["missing-key"]


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("PARTNERKIT_CACHE_DIR", str(tmp_path / "file"))
    root = workspace(tmp_path / "workspace", {"halden-precision.yaml": GOOD})
    assert names(root) == []


def test_two_runs_at_once_leave_one_whole_pack(tmp_path: Path, folder: Path) -> None:
    root = workspace(
        tmp_path / "workspace", {f"o{n}.yaml": f"kind: organisation\nid: o{n}\nname: O\n" for n in range(40)}
    )
    children = []
    for _ in range(4):
        if (process := os.fork()) == 0:
            with suppress(BaseException):
                os._exit(len(names(root)))
            os._exit(99)
        children.append(process)
    codes = [os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) for process in children]
    assert codes == [0, 0, 0, 0]
    [pack] = (folder / "documents").iterdir()
    assert load(str(pack), fingerprint()) is not None
