"""Runs a command in a process that is killed at one of its calls that change files, whichever is asked for."""

from __future__ import annotations

import builtins
import io
import os
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NoReturn
from unittest.mock import patch

from inside import run_inside

KILLED = -signal.SIGKILL
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_NEEDING_A_FILE = ("unlink", "remove", "rmdir")
_CALLS = ("fsync", "replace", "rename", "link", "symlink", "chmod", "truncate", "ftruncate")


def killed_at(at: int, folder: Path, *arguments: str) -> int:
    """Give a command in a folder, kill it at the so-manieth of its calls that change files (from 1), or let it end.

    It dies before the call, but of what is written half is there, and a file that Python opens itself is there, empty.

    Returns:
        `KILLED`, or the exit code of a command that had fewer calls.
    """
    return ended(lambda: _Fuse(at).lit(lambda: run_inside(folder, *arguments).code))


def ended(run: Callable[[], int]) -> int:
    """The exit code of something done in a process of its own, as `os.waitstatus_to_exitcode` gives it."""
    sys.stdout.flush()
    process = os.fork()
    if process:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    code = 70
    try:
        code = run()
    finally:
        os._exit(code)


class _Fuse:
    """Counts the calls of a process that change files, and kills it at one of them."""

    def __init__(self, at: int) -> None:
        self.left = at

    def lit(self, run: Callable[[], int]) -> int:
        around: dict[str, Callable[..., Any]] = {name: self._dying_before(getattr(os, name)) for name in _CALLS}
        around |= {name: self._dying_before(getattr(os, name), os.path.lexists) for name in _NEEDING_A_FILE}
        around["mkdir"] = self._dying_before(os.mkdir, lambda path: not os.path.lexists(path))
        around |= {"open": self._opening(os.open), "write": self._writing(os.write)}
        with ExitStack() as patched:
            for name, call in around.items():
                patched.enter_context(patch.object(os, name, call))
            for module in (builtins, io):
                patched.enter_context(patch.object(module, "open", self._opening_in_python(io.open)))
            return run()

    def _is_over(self) -> bool:
        self.left -= 1
        return self.left == 0

    def _dying_before(
        self, call: Callable[..., Any], counts: Callable[..., bool] = lambda _path: True
    ) -> Callable[..., Any]:
        def counted(path: Any, *arguments: Any, **named: Any) -> Any:
            if counts(path) and self._is_over():
                _die()
            return call(path, *arguments, **named)

        return counted

    def _opening(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(path: Any, flags: int, *arguments: Any, **named: Any) -> Any:
            if flags & _WRITING and self._is_over():
                _die()
            return call(path, flags, *arguments, **named)

        return counted

    def _writing(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(handle: int, content: Any) -> Any:
            if self._is_over():
                call(handle, content[: len(content) // 2])
                _die()
            return call(handle, content)

        return counted

    def _opening_in_python(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(path: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
            opened = call(path, mode, *arguments, **named)
            if not isinstance(path, int) and set(mode) & set("wxa+") and self._is_over():
                _die()
            return opened

        return counted


def _die() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("it is dead")
