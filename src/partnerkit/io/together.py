"""Files of a workspace changed together: all of them or none, even if the program is killed in between.

What is to be done is written down first, in a hidden file at the workspace's root. From then on every file is the old
one or the new one, and whoever comes next finds the note and brings the work to its end. A note may come from anywhere,
as any file of a repository may: it can change and rename records inside the workspace, and nothing else.
"""

from __future__ import annotations

import json
import os
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from partnerkit.io.files import digest, read_bytes, write_whole
from partnerkit.workspace.names import SUFFIXES

NOTE = ".partnerkit-unfinished.json"
SCHEMA = "partnerkit-unfinished/1"
MOST_BYTES = 256 * 1024 * 1024
"""More than any note needs to have."""

OTHER_FILES = frozenset({"partnerkit-baseline.json"})
"""Files that are no records, and may change with them."""


class Write(NamedTuple):
    """A file that gets other bytes; its path in the workspace, with `/`."""

    file: str
    before: bytes
    after: bytes


class Step(NamedTuple):
    """The same as it is noted: the bytes that the file had by their digest."""

    file: str
    before: str
    after: bytes


class Note(NamedTuple):
    """What is to be done.

    Attributes:
        what: What it is, in a few words.
        steps: The files that get other bytes; they have their old names at that time.
        moves: The files and folders that are renamed after that, as pairs of paths, in order.
    """

    what: str
    steps: tuple[Step, ...]
    moves: tuple[tuple[str, str], ...]


class InTheWayError(Exception):
    """The work cannot be done, or not be finished; the text says why, and what to do."""


def changed_together(
    root: str, what: str, writes: Sequence[Write], moves: Sequence[tuple[str, str]], check: Callable[[], str | None]
) -> None:
    """Write some files and rename some, all or none.

    Args:
        root: The folder of the workspace.
        what: What is done, in a few words, for whoever has to finish it.
        writes: The files to write, under the names that they have now.
        moves: What is renamed after that.
        check: Looks at what has been made of it, and says what is wrong; if anything is, all is put back.

    Raises:
        InTheWayError: A file is not what it was, a name is taken, or the check has found something; nothing is changed.
        OSError: A file could not be written; nothing is changed.
    """
    note = Note(what, tuple(Step(one.file, digest(one.before), one.after) for one in writes), tuple(moves))
    _refuse_strange(root, note)
    for step in note.steps:
        if digest(read_bytes(os.path.join(root, step.file), MOST_BYTES)) != step.before:
            raise InTheWayError(f"{step.file} has changed while it was looked at; nothing was changed.")
    for _, target in moves:
        if os.path.lexists(os.path.join(root, target)):
            raise InTheWayError(f"There is already a file or folder {target}; nothing was changed.")
    path = os.path.join(root, NOTE)
    handle = _opened(path)
    try:
        _put_down(handle, note)
        try:
            _go_on(root, note)
            if (wrong := check()) is not None:
                raise InTheWayError(f"{wrong} Nothing was changed.")  # noqa: TRY301 - all that goes wrong is put back
        except BaseException:
            _put_back(root, writes, moves)
            raise
    finally:
        # If putting back has failed, the note stays: it tells what is still to be done.
        if _is_settled(root, note):
            with suppress(OSError):
                os.unlink(path)
        os.close(handle)


def is_unfinished(root: str) -> bool:
    """Whether an earlier run was killed before its end, or another one is at work."""
    return os.path.lexists(os.path.join(root, NOTE))


def finished(root: str) -> str | None:
    """Bring to its end what an earlier run could not, because it was killed; what it was, or None if there is nothing.

    Raises:
        InTheWayError: Another run is at work here, or files have been changed since, so that it cannot be finished.
        OSError: A file could not be written.
    """
    path = os.path.join(root, NOTE)
    if not os.path.lexists(path):
        return None
    handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        _claim(handle)
        note = _noted(read_bytes(path, MOST_BYTES))
        if note is not None:
            _refuse_strange(root, note)
            _sweep(root, note)
        if note is None or (not _moved(root, note) and all(_has(root, one.file, one.before) for one in note.steps)):
            # The run was killed before it had changed anything.
            os.unlink(path)
            return None
        if not _can_go_on(root, note):
            raise InTheWayError(
                f"An earlier run was interrupted ({note.what}), and files have been changed since, so that it cannot "
                f"be finished. Look at what git shows as changed, put it in order, and delete {NOTE}."
            )
        _go_on(root, note)
        os.unlink(path)
    finally:
        os.close(handle)
    return note.what


# ---------------------------------------------------------------------- the note


def _opened(path: str) -> int:
    try:
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
        handle = os.open(path, flags, 0o666)
    except FileExistsError as error:
        raise InTheWayError("Another run is changing these records. Try again when it has ended.") from error
    _claim(handle)
    return handle


def _claim(handle: int) -> None:
    """Make sure that nobody else is at work; a process that ends gives its claim up by itself."""
    try:
        import fcntl  # noqa: PLC0415 - not every system has it
    except ImportError:  # pragma: no cover - without it, two runs at once are told apart by the note alone
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise InTheWayError("Another run is changing these records. Try again when it has ended.") from error


def _put_down(handle: int, note: Note) -> None:
    content = {
        "schema": SCHEMA,
        "what": note.what,
        "writes": [[step.file, step.before, b64encode(step.after).decode("ascii")] for step in note.steps],
        "moves": [list(move) for move in note.moves],
    }
    view = memoryview(json.dumps(content).encode("ascii"))
    while view:
        view = view[os.write(handle, view) :]
    os.fsync(handle)


def _noted(raw: bytes) -> Note | None:
    """A note as it was put down; None if that was not brought to its end, so that nothing else can have been begun."""
    try:
        content: Any = json.loads(raw)
        if content["schema"] != SCHEMA:
            return None
        steps = tuple(Step(str(file), str(before), b64decode(after)) for file, before, after in content["writes"])
        moves = tuple((str(source), str(target)) for source, target in content["moves"])
        return Note(str(content["what"]), steps, moves)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


_NAME = re.compile(r"[^./\\:\x00-\x1f][^/\\:\x00-\x1f]*")


def _refuse_strange(root: str, note: Note) -> None:
    """Refuse to touch anything that is no record of this workspace.

    Raises:
        InTheWayError: A path is hidden, leads out, or goes through a link.
    """
    real = os.path.realpath(root)
    for path in (*(step.file for step in note.steps), *(path for move in note.moves for path in move)):
        names = path.split("/")
        folder = os.path.join(root, *names[:-1])
        is_inside = os.path.realpath(folder) == os.path.normpath(os.path.join(real, *names[:-1]))
        if (
            not all(_NAME.fullmatch(name) for name in names)
            or not is_inside
            or os.path.islink(os.path.join(root, path))
        ):
            raise InTheWayError(f"{path} is no place for a record, so nothing was changed.")
    for step in note.steps:
        if not step.file.endswith(SUFFIXES) and step.file not in OTHER_FILES:
            raise InTheWayError(f"{step.file} is no record, so nothing was changed.")


# ---------------------------------------------------------------------- the work


def _go_on(root: str, note: Note) -> None:
    """Do what has not been done yet.

    Raises:
        InTheWayError: A file is neither the old one nor the new one.
        OSError: A file could not be read or written.
    """
    # The renaming comes last: where it has begun, all files are the new ones.
    for step in () if _moved(root, note) else note.steps:
        known = digest(read_bytes(os.path.join(root, step.file), MOST_BYTES))
        if known == step.before:
            write_whole(os.path.join(root, step.file), step.after)
        elif known != digest(step.after):
            raise InTheWayError(f"{step.file} has changed while it was looked at; nothing was changed.")
    for source, target in note.moves:
        if os.path.lexists(os.path.join(root, source)):
            _move(root, source, target)


def _put_back(root: str, writes: Iterable[Write], moves: Sequence[tuple[str, str]]) -> None:
    for source, target in reversed(moves):
        if os.path.lexists(os.path.join(root, target)) and not os.path.lexists(os.path.join(root, source)):
            _move(root, target, source)
    for one in writes:
        if _has(root, one.file, digest(one.after)):
            write_whole(os.path.join(root, one.file), one.before)


def _move(root: str, source: str, target: str) -> None:
    os.rename(os.path.join(root, source), os.path.join(root, target))
    folder = os.path.dirname(os.path.join(root, target))
    with suppress(OSError):
        # Not every system lets a folder be opened; where it does, the new name survives a power cut.
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _has(root: str, file: str, known: str) -> bool:
    """Whether a file is there and has the bytes of a digest."""
    try:
        return digest(read_bytes(os.path.join(root, file), MOST_BYTES)) == known
    except OSError:
        return False


def _moved(root: str, note: Note) -> bool:
    """Whether any of the renaming has been done."""
    return any(
        os.path.lexists(os.path.join(root, target)) and not os.path.lexists(os.path.join(root, source))
        for source, target in note.moves
    )


def _can_go_on(root: str, note: Note) -> bool:
    """Whether every file is the old one or the new one, and stands under its old name or its new one."""
    where = [(_there(root, source), _there(root, target)) for source, target in note.moves]
    if any(old == new for old, new in where):
        return False
    done = [move for move, (old, _) in zip(note.moves, where, strict=True) if not old]
    return all(
        _has(root, _after(step.file, done), digest(step.after)) or (not done and _has(root, step.file, step.before))
        for step in note.steps
    )


def _there(root: str, path: str) -> bool:
    return os.path.lexists(os.path.join(root, path))


def _after(file: str, moves: Iterable[tuple[str, str]]) -> str:
    for source, target in moves:
        if file == source or file.startswith(source + "/"):
            file = target + file[len(source) :]
    return file


def _is_settled(root: str, note: Note) -> bool:
    """Whether all is done, or nothing is."""
    moved = [not _there(root, source) for source, _ in note.moves]
    if any(moved):
        files = [_has(root, _after(step.file, note.moves), digest(step.after)) for step in note.steps]
        return all(moved) and all(files)
    old = all(_has(root, step.file, step.before) for step in note.steps)
    return old or (not note.moves and all(_has(root, step.file, digest(step.after)) for step in note.steps))


def _sweep(root: str, note: Note) -> None:
    """Take away what a run that was killed left half written beside the files."""
    for step in note.steps:
        folder, name = os.path.split(os.path.join(root, step.file))
        leftover = re.compile(re.escape(f".{name}.") + r"[0-9]+\.tmp")
        for found in os.listdir(folder) if os.path.isdir(folder) else ():
            if leftover.fullmatch(found):
                os.unlink(os.path.join(folder, found))
