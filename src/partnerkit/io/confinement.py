"""Work that nobody vouches for, done in a forked process: it may take so much time and memory, and write no file."""

from __future__ import annotations

import os
import signal
import struct
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

from partnerkit.io.processes import live

_LENGTH = struct.Struct("!Q")
_INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Limits:
    """How much the work may take.

    Attributes:
        seconds: How long each of its results may take.
        memory: How many bytes it may have besides those in use when it begins; held where the system can.
    """

    seconds: float
    memory: int


class OverstepError(Exception):
    """The work was ended; the text says why, as what is said of it: `took longer than 10 seconds`."""


def can_confine() -> bool:
    """Whether this system has what it takes."""
    return hasattr(os, "fork")


def confined(work: Callable[[], Iterable[bytes]], limits: Limits) -> list[bytes]:
    """What the work gives. It gives bytes and nothing else, which the caller looks at as at any other stranger's.

    Args:
        work: What to do. It must not raise what it wants to be known.
        limits: How much it may take.

    Raises:
        OverstepError: It took too much, or its process died.
    """
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    # Ctrl-C must find a parent that knows its child, or a child, and nothing in between.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process = os.fork()
        if process == 0:
            os.close(reading)
            live(lambda: _toil(work, limits, writing), before)
        os.close(writing)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    try:
        with os.fdopen(reading, "rb") as pipe:
            received = pipe.read()
    except BaseException:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        raise
    _, status = os.waitpid(process, 0)
    _judge(os.waitstatus_to_exitcode(status), limits)
    return _messages(received)


def _judge(code: int, limits: Limits) -> None:
    """Say how a process ended that did not end well."""
    if code == 0:
        return
    if code == _INTERRUPTED:
        raise KeyboardInterrupt
    if code == -signal.SIGALRM:
        raise OverstepError(f"took longer than {limits.seconds:g} seconds")
    raise OverstepError(f"ended the process that did it ({f'signal {-code}' if code < 0 else f'exit code {code}'})")


def _toil(work: Callable[[], Iterable[bytes]], limits: Limits, writing: int) -> None:
    _bound(limits)
    with os.fdopen(writing, "wb") as pipe:
        results = iter(work())
        while True:
            # The alarm has no handler: it ends the process, whatever that is at, and even if nobody waits for it.
            signal.setitimer(signal.ITIMER_REAL, limits.seconds)
            result = next(results, None)
            if result is None:
                break
            pipe.write(_LENGTH.pack(len(result)) + result)
        signal.setitimer(signal.ITIMER_REAL, 0)


def _bound(limits: Limits) -> None:
    import resource  # noqa: PLC0415 - not every system has it

    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    for which, most in (
        (resource.RLIMIT_AS, _occupied(resource.getpagesize()) + limits.memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        # A lower limit may be there already.
        with suppress(ValueError, OSError):
            resource.setrlimit(which, (most, most))


def _occupied(page: int) -> int:
    """How much memory this process has got the addresses of: a limit counts what the parent had, too."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[0]) * page
    except OSError:
        return 0


def _messages(received: bytes) -> list[bytes]:
    found = []
    at = 0
    while at < len(received):
        end = at + _LENGTH.size + _LENGTH.unpack_from(received, at)[0]
        found.append(received[at + _LENGTH.size : end])
        at = end
    return found
