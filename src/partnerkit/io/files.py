"""Reading files without being led astray or held up, and writing them so that they are whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

try:
    # The same function without OpenSSL, which `hashlib` loads for others that are not used here.
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - an interpreter built otherwise
    from hashlib import blake2b

_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_OPEN |= getattr(os, "O_BINARY", 0)


class NotAFileError(OSError):
    """What stands at the path is no plain file."""


def read_bytes(path: str, most: int) -> bytes:
    """The bytes of a plain file, at most one more than `most`.

    A pipe does not hold it up, a link is not followed, and a huge file is not read to its end.

    Raises:
        NotAFileError: It is a folder, a pipe or a device.
        OSError: It cannot be read.
    """
    handle = os.open(path, _OPEN)
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            raise NotAFileError("it is not a plain file")
        raw = os.read(handle, min(state.st_size, most) + 1)
        # A file may grow while it is read, and some file systems do not tell a size.
        while len(raw) != state.st_size and len(raw) <= most and (more := os.read(handle, most + 1 - len(raw))):
            raw += more
        return raw
    finally:
        os.close(handle)


def digest(raw: bytes) -> str:
    """The digest by which the program tells whether it has read these bytes before (BLAKE2b, 128 bits, hexadecimal)."""
    return blake2b(raw, digest_size=16).hexdigest()


def deliver(stream: TextIO, raw: bytes) -> None:
    """Write bytes to the terminal, a pipe or wherever else a stream leads.

    A reader that has seen enough and gone (`| head`) is no fault: what is left goes nowhere, and the run goes on to its
    end and its exit code.

    Raises:
        OSError: They could not be written.
    """
    try:
        stream.buffer.write(raw)
        stream.flush()
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def write_whole(path: str, content: bytes, *, lasting: bool = True) -> None:
    """Write a file so that a reader finds the old one or the new one, whatever happens in between.

    Who may read and write it stays as it was. What need not survive a power cut is written faster if it is not
    `lasting`.

    Raises:
        OSError: It could not be written; the old file is as it was.
    """
    _write_beside(path, content, _replace, lasting=lasting)


def write_new(path: str, content: bytes) -> None:
    """Write a file that is not there yet: after this it is there as a whole, or not at all.

    Raises:
        FileExistsError: Something of this name is there; it is as it was.
        OSError: It could not be written.
    """
    _write_beside(path, content, _put, lasting=True)


def make_folders(root: str, folder: str) -> None:
    """Make the folders on the way to one below `root` (a relative path, with `/`), as far as they are missing.

    Raises:
        NotAFileError: Something else is in the way, such as a link, which may lead out of `root`.
        OSError: They could not be made.
    """
    path = root
    for name in filter(None, folder.split("/")):
        path = os.path.join(path, name)
        with suppress(FileExistsError):
            os.mkdir(path)
        if not stat.S_ISDIR(os.stat(path, follow_symlinks=False).st_mode):
            raise NotAFileError(errno.ENOTDIR, "it is not a plain folder", path)


def _replace(temporary: str, path: str) -> None:
    with suppress(FileNotFoundError):
        os.chmod(temporary, stat.S_IMODE(os.stat(path).st_mode))
    os.replace(temporary, path)


def _put(temporary: str, path: str) -> None:
    try:
        # Unlike a renaming, this fails where the name is taken, also when it has been taken just now.
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems have no such links.
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path) from None
        os.rename(temporary, path)
    else:
        os.unlink(temporary)


def _write_beside(path: str, content: bytes, place: Callable[[str, str], None], *, lasting: bool) -> None:
    """Write a file under a name of its own, then give it the one that is meant."""
    folder, name = os.path.split(path)
    temporary = os.path.join(folder, f".{name}.{os.getpid()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with suppress(FileNotFoundError):
        # Left by a run that was killed: it had the same number as this one.
        os.unlink(temporary)
    handle = os.open(temporary, flags, 0o666)
    try:
        try:
            view = memoryview(content)
            while view:
                view = view[os.write(handle, view) :]
            if lasting:
                os.fsync(handle)
        finally:
            os.close(handle)
        place(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
