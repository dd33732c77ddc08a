"""Work spread over the processor's cores by forked processes, such that the death of one loses one item and no more."""

from __future__ import annotations

import gc
import os
import pickle
import selectors
import signal
import struct
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, NoReturn, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_LENGTH = struct.Struct("!Q")
_AT_ONCE = 20
"""So many results are sent together, unless one is careful: what they have in common is sent once."""
_INTERRUPTED = 130
_PATIENCE = 0.5
"""So many seconds may pass until Ctrl-C is noticed at the latest."""

WORTHWHILE = 300
"""Fewer items than this are done sooner in one process."""


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(work: Callable[[T], R], items: Sequence[T], lost: Callable[[T], R], least: int = WORTHWHILE) -> Iterator[R]:
    """Do some work for each item; results come in any order.

    Args:
        work: What to do. Its results are pickled if more than one process is used.
        items: What to do it for.
        lost: Gives the result for an item whose process died over it.
        least: Fewer items than this are done in one process.
    """
    jobs = min(cores(), 8)
    if jobs < 2 or len(items) < least or not hasattr(os, "fork"):  # noqa: PLR2004 - two is where sharing begins
        yield from map(work, items)
        return
    yield from _Crew(work, lost).run([items[start::jobs] for start in range(jobs)])


@dataclass(slots=True)
class _Worker(Generic[T]):
    """A process at work: what is left for it to do, and what has come from it so far.

    One that takes over from a dead one is careful: it sends each result at once, so that its own death, if it comes,
    can be put down to the item it was at.
    """

    process: int
    pipe: int
    left: deque[T]
    careful: bool
    received: bytearray = field(default_factory=bytearray)


class _Crew(Generic[T, R]):
    def __init__(self, work: Callable[[T], R], lost: Callable[[T], R]) -> None:
        self.work = work
        self.lost = lost
        self.workers: dict[int, _Worker[T]] = {}
        self.selector = selectors.DefaultSelector()

    def run(self, shares: Sequence[Sequence[T]]) -> Iterator[R]:
        # What exists now is shared with the children; collecting it there would copy every page of it.
        gc.freeze()
        try:
            for share in shares:
                self._hire(deque(share), careful=False)
            while self.workers:
                # Ctrl-C in the instant before the waiting begins does not end it: it is looked for now and then.
                for key, _ in self.selector.select(_PATIENCE):
                    yield from self._hear(self.workers[key.fd])
        finally:
            self._dismiss()
            gc.unfreeze()

    def _hire(self, share: deque[T], *, careful: bool) -> None:
        reading, writing = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        # Ctrl-C must find a parent that knows its child, or a child, and nothing in between.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            process = os.fork()
            if process == 0:
                # As long as anybody holds the reading end of a pipe, whoever writes to it waits, be the parent dead.
                for pipe in (reading, *self.workers):
                    os.close(pipe)
                live(lambda: _toil(self.work, share, writing, 1 if careful else _AT_ONCE), before)
            os.close(writing)
            self.workers[reading] = _Worker(process, reading, share, careful)
            self.selector.register(reading, selectors.EVENT_READ)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def _hear(self, worker: _Worker[T]) -> Iterator[R]:
        piece = os.read(worker.pipe, 1 << 20)
        if not piece:
            yield from self._bury(worker)
            return
        worker.received += piece
        while (message := _message(worker.received)) is not None:
            for result in pickle.loads(message):  # noqa: S301 - from our own child, by way of a pipe nobody else has
                worker.left.popleft()
                yield result

    def _bury(self, worker: _Worker[T]) -> Iterator[R]:
        # It is forgotten first: if Ctrl-C comes in between, it must not be buried a second time.
        del self.workers[worker.pipe]
        self.selector.unregister(worker.pipe)
        os.close(worker.pipe)
        _, status = os.waitpid(worker.process, 0)
        if os.waitstatus_to_exitcode(status) == _INTERRUPTED:
            raise KeyboardInterrupt
        if worker.left and worker.careful:
            yield self.lost(worker.left.popleft())
        if worker.left:
            self._hire(worker.left, careful=True)

    def _dismiss(self) -> None:
        for worker in self.workers.values():
            with suppress(ProcessLookupError):
                os.kill(worker.process, 15)
            os.close(worker.pipe)
            os.waitpid(worker.process, 0)
        self.workers.clear()
        self.selector.close()


def live(toil: Callable[[], None], unblocked: set[int | signal.Signals]) -> NoReturn:
    """Work as a child, and end without the parent's clean-up, whatever happens."""
    code = 1
    try:
        signal.pthread_sigmask(signal.SIG_SETMASK, unblocked)
        toil()
        code = 0
    except KeyboardInterrupt:
        code = _INTERRUPTED
    finally:
        os._exit(code)


def _toil(work: Callable[[T], R], share: Iterable[T], writing: int, at_once: int) -> None:
    gc.disable()
    items = iter(share)
    with os.fdopen(writing, "wb") as pipe:
        while results := [work(item) for item in islice(items, at_once)]:
            message = pickle.dumps(results, protocol=pickle.HIGHEST_PROTOCOL)
            pipe.write(_LENGTH.pack(len(message)) + message)
            pipe.flush()


def _message(received: bytearray) -> bytes | None:
    """The first whole message of what has been received, taken out of it."""
    if len(received) < _LENGTH.size:
        return None
    end = _LENGTH.size + _LENGTH.unpack_from(received)[0]
    if len(received) < end:
        return None
    message = bytes(received[_LENGTH.size : end])
    del received[:end]
    return message
