"""Rows: what is measured, side by side, and how the rounds go."""

from __future__ import annotations

import os
import statistics
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from measuring.process import Run, peak_of_tree, run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def nothing() -> None:
    """Does nothing: what most rows do before and after a run."""


@dataclass(frozen=True, slots=True)
class Row:
    """A command to measure.

    Attributes:
        key: What targets call it.
        title: What the table calls it.
        command: The program and its arguments.
        rounds: How often it is timed.
        environment: Its whole environment.
        before: Makes the state that it is to meet, untimed.
        after: Undoes that, untimed.
        primed: Whether it is run once before everything else, to fill its cache.
        sampled: Whether an untimed run measures the memory of all its processes.
        share: Which part of the corpus it covers; its ratio is scaled by it.
        finds: Whether it ends with exit code 1, having found something.
    """

    key: str
    title: str
    command: Sequence[str]
    rounds: int
    environment: Mapping[str, str]
    before: Callable[[], None] = nothing
    after: Callable[[], None] = nothing
    primed: bool = False
    sampled: bool = True
    share: float = 1.0
    finds: bool = False


@dataclass(slots=True)
class Measurement:
    """The runs of a row, or why it has none."""

    row: Row
    runs: list[Run] = field(default_factory=list)
    tree_peak: int = 0
    failure: str = ""

    @property
    def wall(self) -> float:
        """The median wall time in seconds, scaled to the whole corpus where the row covers a part."""
        return statistics.median(each.wall for each in self.runs) / self.row.share

    @property
    def cpu(self) -> float:
        """The median processor time in seconds, scaled likewise."""
        return statistics.median(each.cpu for each in self.runs) / self.row.share

    @property
    def range(self) -> tuple[float, float]:
        """The shortest and the longest wall time in seconds, scaled likewise."""
        walls = [each.wall / self.row.share for each in self.runs]
        return min(walls), max(walls)

    @property
    def peak(self) -> int:
        """The most memory held at one time, in bytes."""
        return max(self.tree_peak, *(each.peak for each in self.runs))


def measure(rows: Sequence[Row]) -> dict[str, Measurement]:
    """Measures rows in interleaved rounds (A B C, A B C, …), so that a change of the machine's pace meets them all."""
    measurements = {row.key: Measurement(row) for row in rows}
    for measurement in measurements.values():
        _prepare(measurement)
    for number in range(max(row.rounds for row in rows)):
        _say(f"round {number + 1}")
        for measurement in measurements.values():
            if number < measurement.row.rounds and not measurement.failure:
                _time(measurement)
    return measurements


def _prepare(measurement: Measurement) -> None:
    """The untimed runs of a row: one that fills its cache, and one that samples its memory and warms the page cache."""
    row = measurement.row
    if row.primed:
        _fail_if(measurement, run(row.command, row.environment))
    if not row.sampled or measurement.failure:
        return
    _say(f"memory of {row.title}")
    row.before()
    measurement.tree_peak, failed = peak_of_tree(row.command, row.environment)
    row.after()
    if failed:
        _fail_if(measurement, failed)


def _time(measurement: Measurement) -> None:
    row = measurement.row
    row.before()
    # What the row before has written goes to the disk now, and not while this one is timed.
    os.sync()
    result = run(row.command, row.environment)
    row.after()
    measurement.runs.append(result)
    _fail_if(measurement, result)
    _say(f"  {row.title}: {result.wall:.3f} s, {result.cpu:.3f} s CPU; {result.said}")


def _fail_if(measurement: Measurement, result: Run) -> None:
    if result.exit not in {0, int(measurement.row.finds)}:
        measurement.failure = f"exit {result.exit}: {result.said}"
        _say(f"  {measurement.row.title} failed, {measurement.failure}")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
