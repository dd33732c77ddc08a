"""Work over several processes: all of it is done, and the death of one loses the item it died over and no other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from partnerkit.io.processes import WORTHWHILE, cores, spread

MANY = WORTHWHILE + 7


@pytest.fixture(params=[1, 2, 3, 8], ids=["1 core", "2 cores", "3 cores", "8 cores"])
def several(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    count: int = request.param
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(count)), raising=False)
    return count


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1}, raising=False)


def square(number: int) -> tuple[int, int, str]:
    return number, number * number, "ok"


def lost(number: int) -> tuple[int, int, str]:
    return number, 0, "lost"


def no_children() -> bool:
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
    return False


@pytest.mark.parametrize("count", [0, 1, WORTHWHILE - 1, WORTHWHILE, MANY])
def test_every_item_is_done_once(several: int, count: int) -> None:
    assert several
    assert sorted(spread(square, range(count), lost)) == [square(number) for number in range(count)]
    assert no_children()


def test_results_may_be_large(two: None) -> None:  # noqa: ARG001
    found = dict(spread(lambda number: (number, bytes([number % 256]) * 40_000), range(MANY), lambda _: (0, b"")))
    assert found == {number: bytes([number % 256]) * 40_000 for number in range(MANY)}


def test_the_work_is_done_in_other_processes(two: None) -> None:  # noqa: ARG001
    found = set(spread(lambda _number: os.getpid(), range(MANY), lambda _number: 0))
    assert len(found) == 2
    assert os.getpid() not in found


def die(by: Callable[[], object], *at: int) -> Callable[[int], tuple[int, int, str]]:
    def work(number: int) -> tuple[int, int, str]:
        if number in at:
            by()
        return square(number)

    return work


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def crash() -> None:
    signal.signal(signal.SIGSEGV, signal.SIG_DFL)  # pytest prints a traceback otherwise
    os.kill(os.getpid(), signal.SIGSEGV)


def leave() -> None:
    os._exit(0)


def fail() -> None:
    raise ValueError("a fault of ours")


def recurse() -> None:
    recurse()


DEATHS = {"killed": kill, "crashed": crash, "left": leave, "raised": fail, "recursed": recurse}


@pytest.mark.parametrize("by", DEATHS.values(), ids=DEATHS)
@pytest.mark.parametrize(
    "at",
    [(0,), (1,), (150,), (MANY - 1,), (4, 5), (4, 6), (0, 1, 2, 3), (7, 9, 11, MANY - 2)],
    ids=lambda at: "-".join(map(str, at)),
)
def test_whoever_dies_over_an_item_loses_that_one_alone(
    two: None,  # noqa: ARG001
    by: Callable[[], object],
    at: tuple[int, ...],
) -> None:
    found = sorted(spread(die(by, *at), range(MANY), lost))
    assert found == [lost(number) if number in at else square(number) for number in range(MANY)]
    assert no_children()


def test_a_result_that_cannot_be_sent_is_lost_alone(two: None) -> None:  # noqa: ARG001
    def work(number: int) -> object:
        return square(number) if number != 20 else (20, lambda: None)

    found = sorted(spread(work, range(MANY), lost), key=str)
    assert found == sorted([lost(20), *(square(number) for number in range(MANY) if number != 20)], key=str)


def test_whoever_stops_listening_leaves_no_process(two: None) -> None:  # noqa: ARG001
    results = spread(square, range(MANY), lost)
    next(iter(results))
    results.close()  # type: ignore[attr-defined]
    assert no_children()


def test_a_fault_of_the_listener_leaves_no_process(two: None) -> None:  # noqa: ARG001
    def listen() -> None:
        for _ in spread(square, range(MANY), lost):
            raise ValueError("of the listener")

    with pytest.raises(ValueError, match="of the listener"):
        listen()
    assert no_children()


def test_there_is_at_least_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    assert cores() >= 1
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert cores() == 1


# ---------------------------------------------------------------------- signals

PROGRAM = """
import os, signal, sys
os.sched_getaffinity = lambda _process: {0, 1}
from partnerkit.io.processes import spread

def work(number):
    if number in (0, 1):
        os.write(1, f"{os.getpid()}\\n".encode())
        signal.pause()
    return number, b"x" * 100_000

try:
    for _ in spread(work, range(1_000), lambda number: (number, b"")):
        pass
except KeyboardInterrupt:
    os.write(1, b"interrupted\\n")
    sys.exit(130)
"""


def started(program: str) -> tuple[subprocess.Popen[bytes], list[int]]:
    """The program, once both of its children have said who they are."""
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, start_new_session=True)
    assert process.stdout is not None
    return process, [int(process.stdout.readline()) for _ in range(2)]


def ended(process: subprocess.Popen[bytes], limit: float = 10) -> bytes:
    """What is printed until nobody holds the output any more: neither the program nor any child of it."""
    begun = time.monotonic()
    output, _ = process.communicate(timeout=limit)
    assert time.monotonic() - begun < limit
    return output


def test_an_interrupted_program_takes_its_children_with_it() -> None:
    process, _ = started(PROGRAM)
    os.kill(process.pid, signal.SIGINT)
    assert ended(process) == b"interrupted\n"
    assert process.returncode == 130


def test_ctrl_c_reaches_program_and_children_and_is_said_once() -> None:
    process, _ = started(PROGRAM)
    os.killpg(process.pid, signal.SIGINT)
    assert ended(process) == b"interrupted\n"
    assert process.returncode == 130


def test_children_of_a_killed_program_end_by_themselves() -> None:
    process, children = started(PROGRAM.replace("signal.pause()", "signal.sigwait({signal.SIGUSR1})").replace(
        "os.write(1,", "signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1}); os.write(1,", 1))  # fmt: skip
    process.kill()
    process.wait()
    for child in children:
        # They go on with their work, and find nobody to give it to.
        os.kill(child, signal.SIGUSR1)
    assert ended(process) == b""
