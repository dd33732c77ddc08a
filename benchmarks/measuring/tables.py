"""Figures as Markdown tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from measuring.rows import Measurement
    from measuring.targets import Verdict

_MILLISECONDS_UNDER = 1.0


def machine_table(facts: Iterable[tuple[str, str]]) -> str:
    """What was measured on."""
    return _table(("machine", ""), facts)


def figures_table(measurements: Mapping[str, Measurement], base: str, base_title: str) -> str:
    """The rows of one group, with the ratio of each median wall time to that of the row `base`."""
    yardstick = measurements[base]
    header = ("", "median", "min to max", "CPU", "peak memory", f"times {base_title}", "rounds")
    return _table(header, (_cells(each, yardstick) for each in measurements.values()))


def targets_table(verdicts: Iterable[Verdict]) -> str:
    """Each target, what was measured, and whether that meets it."""
    return _table(("target", "measured", ""), verdicts)


def _cells(measurement: Measurement, yardstick: Measurement) -> Sequence[str]:
    title = measurement.row.title
    if measurement.failure:
        return (title, f"failed: {measurement.failure}", "", "", "", "", "")
    shortest, longest = measurement.range
    return (
        title,
        _seconds(measurement.wall),
        f"{_seconds(shortest)} to {_seconds(longest)}",
        _seconds(measurement.cpu),
        f"{measurement.peak / 1e6:.0f} MB",
        "" if yardstick.failure else f"{measurement.wall / yardstick.wall:.2f}",
        str(len(measurement.runs)),
    )


def _seconds(value: float) -> str:
    return f"{value * 1000:.0f} ms" if value < _MILLISECONDS_UNDER else f"{value:.2f} s"


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines) + "\n"
