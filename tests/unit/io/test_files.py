"""Reading plain files and nothing else; writing files that are whole or as they were."""

from __future__ import annotations

import errno
import os
import signal
import socket
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from partnerkit.io.files import NotAFileError, deliver, digest, make_folders, read_bytes, write_new, write_whole

OLD, NEW = b"old\n", b"new " * 50_000


# ---------------------------------------------------------------------- reading


@pytest.mark.parametrize("content", [b"", b"x", b"\x00\xff" * 400, b"x" * 1_000])
def test_a_plain_file_is_read(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "f").write_bytes(content)
    assert read_bytes(str(tmp_path / "f"), 1_000) == content


@pytest.mark.parametrize("size", [1_001, 5_000, 3 * 1024**3])
def test_of_a_file_that_is_too_large_one_byte_more_is_read_than_it_may_have(tmp_path: Path, size: int) -> None:
    with (tmp_path / "f").open("wb") as file:
        file.truncate(size)
    assert len(read_bytes(str(tmp_path / "f"), 1_000)) == 1_001


def test_a_pipe_holds_nothing_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "f")
    started = time.monotonic()
    with pytest.raises(NotAFileError):
        read_bytes(str(tmp_path / "f"), 1_000)
    assert time.monotonic() - started < 5


def _folder(path: Path) -> None:
    path.mkdir()


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))


def _link(to: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(to)


NOT_FILES: dict[str, Callable[[Path], None]] = {
    "a folder": _folder,
    "a socket": _socket,
    "a link to a file": _link("other"),
    "a link to a device": _link("/dev/zero"),
    "a link to a folder": _link("/"),
    "a link to itself": _link("f"),
    "a dangling link": _link("nowhere"),
    "nothing": lambda _path: None,
}


@pytest.mark.parametrize("make", NOT_FILES.values(), ids=NOT_FILES)
def test_nothing_but_a_plain_file_is_read(tmp_path: Path, make: Callable[[Path], None]) -> None:
    (tmp_path / "other").write_bytes(b"secret")
    make(tmp_path / "f")
    with pytest.raises(OSError, match=r"/f'|plain file"):
        read_bytes(str(tmp_path / "f"), 1_000)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_a_device_is_not_read() -> None:
    with pytest.raises(NotAFileError):
        read_bytes("/dev/zero", 1_000)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system has no /proc")
def test_a_file_that_tells_no_size_is_read_to_its_end() -> None:
    assert Path("/proc/self/status").stat().st_size == 0
    assert b"\nPid:" in read_bytes("/proc/self/status", 100_000)


@pytest.mark.parametrize(("change", "expected"), [(b"more", b"0123456789more"), (None, b"0123")])
def test_a_file_that_changes_while_it_is_read_is_read_as_it_then_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: bytes | None, expected: bytes
) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"0123456789")
    look = os.fstat

    def look_then_change(handle: int) -> os.stat_result:
        state = look(handle)
        if change is None:
            os.truncate(path, 4)
        else:
            path.write_bytes(path.read_bytes() + change)
        return state

    monkeypatch.setattr(os, "fstat", look_then_change)
    assert read_bytes(str(path), 1_000) == expected


def test_a_file_that_grows_without_end_is_read_to_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"x")
    read = os.read

    def grow_then_read(handle: int, count: int) -> bytes:
        path.write_bytes(path.read_bytes() + b"x" * 100)
        return read(handle, min(count, 60))

    monkeypatch.setattr(os, "read", grow_then_read)
    assert len(read_bytes(str(path), 1_000)) == 1_001


@pytest.mark.parametrize("name", [b"caf\xe9", "日本".encode(), b"a\nb", b"-rf", b"[x]"])
def test_any_name_will_do(tmp_path: Path, name: bytes) -> None:
    path = os.path.join(os.fsencode(tmp_path), name)  # noqa: PTH118 - the name is no text
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(b"x")
    assert read_bytes(os.fsdecode(path), 10) == b"x"
    write_whole(os.fsdecode(path), b"y")
    assert read_bytes(os.fsdecode(path), 10) == b"y"


def test_digests_tell_bytes_apart() -> None:
    assert digest(b"") == "cae66941d9efbd404e4d88758ea67670"
    assert digest(b"a") != digest(b"b")


# ---------------------------------------------------------------------- writing


def left_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_file_is_written_new_and_over_an_old_one(tmp_path: Path) -> None:
    path = str(tmp_path / "f.yaml")
    write_whole(path, OLD)
    assert left_in(tmp_path) == {"f.yaml": OLD}
    write_whole(path, NEW)
    assert left_in(tmp_path) == {"f.yaml": NEW}
    write_whole(path, b"", lasting=False)
    assert left_in(tmp_path) == {"f.yaml": b""}


def test_a_file_in_the_current_folder_needs_no_folder_in_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_whole("f.yaml", NEW)
    assert left_in(tmp_path) == {"f.yaml": NEW}


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_who_may_read_a_file_stays_as_it_was(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "f"
    path.write_bytes(OLD)
    path.chmod(mode)
    write_whole(str(path), NEW)
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_what_a_killed_run_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / f".f.{os.getpid()}.tmp").write_bytes(b"half of it")
    write_whole(str(tmp_path / "f"), NEW)
    assert left_in(tmp_path) == {"f": NEW}


def test_a_link_is_replaced_and_what_it_leads_to_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(OLD)
    (tmp_path / "f").symlink_to("other")
    write_whole(str(tmp_path / "f"), NEW)
    assert left_in(tmp_path) == {"f": NEW, "other": OLD}
    assert not (tmp_path / "f").is_symlink()


def test_a_link_where_the_new_file_is_prepared_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(OLD)
    (tmp_path / f".f.{os.getpid()}.tmp").symlink_to("other")
    write_whole(str(tmp_path / "f"), NEW)
    assert left_in(tmp_path) == {"f": NEW, "other": OLD}


FAILURES: dict[str, BaseException] = {
    "no space": OSError(errno.ENOSPC, "No space left on device"),
    "broken disk": OSError(errno.EIO, "Input/output error"),
    "read-only": OSError(errno.EROFS, "Read-only file system"),
    "interrupted by the user": KeyboardInterrupt(),
}


@pytest.mark.parametrize("old", [None, OLD], ids=["new file", "old file"])
@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES)
@pytest.mark.parametrize("call", ["open", "write", "fsync", "close", "chmod", "replace"])
def test_whatever_fails_the_old_file_stays_and_nothing_else_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, failure: BaseException, old: bytes | None
) -> None:
    path = tmp_path / "f.yaml"
    if old is not None:
        path.write_bytes(old)
    real = getattr(os, call)

    def fail(*arguments: Any, **named: Any) -> Any:
        if call == "close":
            real(*arguments, **named)
        raise failure

    if call == "chmod" and old is None:
        return  # a new file has no mode to keep
    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        with pytest.raises(type(failure)):
            write_whole(str(path), NEW)
    assert left_in(tmp_path) == ({} if old is None else {"f.yaml": old})


def test_a_disk_that_fills_up_halfway_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(OLD)
    write = os.write
    written = 0

    def fill(handle: int, content: Any) -> int:
        nonlocal written
        if written > 50_000:
            raise OSError(errno.ENOSPC, "No space left on device")
        written += write(handle, content[:10_000])
        return 10_000

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", fill)
        with pytest.raises(OSError, match="No space left"):
            write_whole(str(path), NEW)
    assert written > 50_000
    assert left_in(tmp_path) == {"f.yaml": OLD}


def test_short_writes_are_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda handle, content: write(handle, content[:7_001]))
        write_whole(str(tmp_path / "f"), NEW)
    assert left_in(tmp_path) == {"f": NEW}


@pytest.mark.parametrize("call", ["write", "fsync", "close", "chmod", "replace"])
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_process_killed_at_any_call_leaves_the_old_file_or_the_new_one(
    tmp_path: Path, call: str, after: bool
) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(OLD)
    process = os.fork()
    if process == 0:
        real = getattr(os, call)

        def die(*arguments: Any) -> None:
            if after:
                real(*arguments)
            os.kill(os.getpid(), signal.SIGKILL)

        setattr(os, call, die)
        with suppress(BaseException):
            write_whole(str(path), NEW)
        os._exit(0)
    _, status = os.waitpid(process, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    left = left_in(tmp_path)
    assert left.pop("f.yaml") == (NEW if (call, after) == ("replace", True) else OLD)
    # What it leaves behind is hidden, so that it is never taken for a record.
    assert all(name.startswith(".") for name in left)


def test_where_nothing_can_be_written_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(OLD)
    with pytest.raises(NotADirectoryError):
        write_whole(str(tmp_path / "f" / "g"), NEW)
    with pytest.raises(FileNotFoundError):
        write_whole(str(tmp_path / "no" / "g"), NEW)
    with pytest.raises(IsADirectoryError):
        write_whole(str(tmp_path), NEW)
    assert left_in(tmp_path) == {"f": OLD}
    assert [path.name for path in tmp_path.parent.iterdir() if path.name.endswith(".tmp")] == []


# ---------------------------------------------------------------------- writing what is not there yet


def test_a_new_file_is_written_whole(tmp_path: Path) -> None:
    write_new(str(tmp_path / "f.yaml"), NEW)
    assert left_in(tmp_path) == {"f.yaml": NEW}


@pytest.mark.parametrize("make", [Path.touch, Path.mkdir, _link("nowhere"), _link("other")])
def test_what_has_the_name_already_is_never_written_over(tmp_path: Path, make: Callable[[Path], None]) -> None:
    (tmp_path / "other").write_bytes(OLD)
    make(tmp_path / "f.yaml")
    before = os.lstat(tmp_path / "f.yaml")
    with pytest.raises(FileExistsError):
        write_new(str(tmp_path / "f.yaml"), NEW)
    after = os.lstat(tmp_path / "f.yaml")
    assert (before.st_ino, before.st_size, before.st_mode) == (after.st_ino, after.st_size, after.st_mode)
    assert (tmp_path / "other").read_bytes() == OLD
    assert len(list(tmp_path.iterdir())) == 2


def test_where_a_file_cannot_have_two_names_it_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: Any) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    write_new(str(tmp_path / "f.yaml"), NEW)
    with pytest.raises(FileExistsError):
        write_new(str(tmp_path / "f.yaml"), OLD)
    assert left_in(tmp_path) == {"f.yaml": NEW}


@pytest.mark.parametrize("failure", [FAILURES["no space"], FAILURES["interrupted by the user"]], ids=str)
@pytest.mark.parametrize("call", ["open", "write", "fsync", "close"])
def test_whatever_fails_no_part_of_a_new_file_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, failure: BaseException
) -> None:
    real = getattr(os, call)

    def fail(*arguments: Any, **named: Any) -> Any:
        if call == "close":
            real(*arguments, **named)
        raise failure

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        with pytest.raises(type(failure)):
            write_new(str(tmp_path / "f.yaml"), NEW)
    assert left_in(tmp_path) == {}


@pytest.mark.parametrize("call", ["write", "fsync", "close", "link", "unlink"])
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_process_killed_at_any_call_leaves_a_new_file_whole_or_not_at_all(
    tmp_path: Path, call: str, after: bool
) -> None:
    process = os.fork()
    if process == 0:
        real = getattr(os, call)

        def die(path: Any, *arguments: Any) -> Any:
            # The first thing that is unlinked is what a run that was killed may have left.
            if call == "unlink" and not os.path.lexists(path):
                return real(path, *arguments)
            if after:
                real(path, *arguments)
            return os.kill(os.getpid(), signal.SIGKILL)

        setattr(os, call, die)
        with suppress(BaseException):
            write_new(str(tmp_path / "f.yaml"), NEW)
        os._exit(0)
    _, status = os.waitpid(process, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    left = left_in(tmp_path)
    assert left.pop("f.yaml", None) == (NEW if (call, after) == ("link", True) or call == "unlink" else None)
    assert all(name.startswith(".") for name in left)


def test_folders_are_made_as_far_as_they_are_missing(tmp_path: Path) -> None:
    make_folders(str(tmp_path), "")
    make_folders(str(tmp_path), "a/b")
    make_folders(str(tmp_path), "a/b/c")
    assert (tmp_path / "a" / "b" / "c").is_dir()


@pytest.mark.parametrize("make", [Path.touch, _link("other"), _link("nowhere")])
def test_folders_are_not_made_where_something_else_is_in_the_way(tmp_path: Path, make: Callable[[Path], None]) -> None:
    (tmp_path / "other").mkdir()
    make(tmp_path / "a")
    with pytest.raises(NotAFileError, match="not a plain folder"):
        make_folders(str(tmp_path), "a/b")
    assert list((tmp_path / "other").iterdir()) == []


# ---------------------------------------------------------------------- printing


def test_a_reader_that_has_gone_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as stream:
        deliver(stream, b"x" * 200_000)
        deliver(stream, b"and more")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_one() -> None:
    with suppress(OSError), Path("/dev/full").open("w") as stream, pytest.raises(OSError, match="No space left"):
        deliver(stream, b"x")
