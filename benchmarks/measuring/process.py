"""Runs of a whole process: wall time, processor time with its children's, and the peak memory of all of them."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SAMPLE_SECONDS = 0.02
_PROC = Path("/proc")
_SESSION_FIELD = 3
_MAXRSS_UNIT = 1024
_SAID_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a command took.

    Attributes:
        wall: Seconds from before it was started until it was waited for.
        cpu: Seconds of processor time, user and system, with all children it waited for.
        peak: The largest resident size of any one of its processes, in bytes.
        exit: Its exit code; negative for a signal.
        said: The last line it wrote, to either stream.
    """

    wall: float
    cpu: float
    peak: int
    exit: int
    said: str


def run(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Runs a command to its end, its output going to a file."""
    with tempfile.TemporaryFile() as output:
        begin = time.perf_counter()
        process = _start(command, environment, output.fileno())
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        lines = output.read().decode(errors="replace").strip().splitlines()
    return Run(
        wall=wall,
        cpu=usage.ru_utime + usage.ru_stime,
        peak=usage.ru_maxrss * _MAXRSS_UNIT,
        exit=process.returncode,
        said=lines[-1][:_SAID_CHARACTERS] if lines else "",
    )


def peak_of_tree(command: Sequence[str], environment: Mapping[str, str]) -> tuple[int, Run | None]:
    """The most memory that a command and its children hold at one time, in bytes, and the run if it failed.

    Sampled from the proportional set sizes of its session, so that pages shared between processes count once. The
    sampling costs time: these runs are never timed.
    """
    with tempfile.TemporaryFile() as output:
        process = _start(command, environment, output.fileno())
        peaks = [0]
        done = threading.Event()
        sampler = threading.Thread(target=_sample, args=(process.pid, peaks, done))
        sampler.start()
        code = process.wait()
        done.set()
        sampler.join()
        output.seek(0)
        lines = output.read().decode(errors="replace").strip().splitlines()
    return peaks[0], Run(0, 0, 0, code, lines[-1][:_SAID_CHARACTERS] if lines else "") if code else None


def _start(command: Sequence[str], environment: Mapping[str, str], output: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def _sample(session: int, peaks: list[int], done: threading.Event) -> None:
    while not done.wait(SAMPLE_SECONDS):
        peaks[0] = max(peaks[0], sum(_proportional_size(process) for process in _session(session)))


def _session(session: int) -> list[Path]:
    """The processes of a session; none where there is no /proc."""
    return [entry for entry in _PROC.glob("[0-9]*") if _session_of(entry) == session]


def _session_of(process: Path) -> int:
    try:
        # The name of the program may hold spaces and brackets: the fields are counted from behind it.
        return int((process / "stat").read_text().rpartition(")")[2].split()[_SESSION_FIELD])
    except OSError:
        return -1


def _proportional_size(process: Path) -> int:
    try:
        lines = (process / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
