"""The targets that the figures are held against, and whether they are met."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from measuring.rows import Measurement

Results = Mapping[str, Mapping[str, Measurement]]
"""The measurements by the name of their group (`start`, or a number of partnerships) and the key of their row."""

MOST_MEMORY = 1_500_000_000


class Ratio(NamedTuple):
    """A target: one wall time is at most so many times another one."""

    text: str
    limit: float
    group: str
    key: str
    base_group: str
    base_key: str


class Verdict(NamedTuple):
    """A target, what was measured, and whether that meets it."""

    target: str
    measured: str
    met: str


RATIOS = (
    Ratio("1,000 partnerships, cold: at most 0.6 of the CSafeLoader loop", 0.6, "1000", "cold", "1000", "loop"),
    Ratio("1,000 partnerships, warm: at most 0.25 of the CSafeLoader loop", 0.25, "1000", "warm", "1000", "loop"),
    Ratio(
        "1,000 partnerships, `lint` cold: at most 0.9 of the CSafeLoader loop", 0.9, "1000", "lint-cold", "1000", "loop"
    ),
    Ratio(
        "1,000 partnerships, `lint` warm: at most 0.5 of the CSafeLoader loop", 0.5, "1000", "lint-warm", "1000", "loop"
    ),
    Ratio(
        "1,000 partnerships, `score` warm: at most 0.6 of the CSafeLoader loop",
        0.6,
        "1000",
        "score-warm",
        "1000",
        "loop",
    ),
    Ratio("10,000 partnerships, `lint` cold: at most 11 times 1,000", 11, "10000", "lint-cold", "1000", "lint-cold"),
    Ratio("one record, cold: at most 4 times a bare interpreter", 4, "start", "one-cold", "start", "bare"),
    Ratio("one record, warm: at most 4 times a bare interpreter", 4, "start", "one-warm", "start", "bare"),
    Ratio("`--version`: at most 2.5 times a bare interpreter", 2.5, "start", "version", "start", "bare"),
    Ratio("10,000 partnerships, cold: at most 11 times 1,000", 11, "10000", "cold", "1000", "cold"),
    Ratio("10,000 partnerships, warm: at most 11 times 1,000", 11, "10000", "warm", "1000", "warm"),
)


def verdicts(results: Results) -> list[Verdict]:
    """Each target with what was measured."""
    return [*(_ratio(target, results) for target in RATIOS), _memory(results)]


def _ratio(target: Ratio, results: Results) -> Verdict:
    measured = _found(results, target.group, target.key)
    base = _found(results, target.base_group, target.base_key)
    if measured is None or base is None:
        return Verdict(target.text, "not measured", "")
    ratio = measured.wall / base.wall
    return Verdict(target.text, f"{ratio:.2f}", "met" if ratio <= target.limit else "missed")


def _memory(results: Results) -> Verdict:
    text = "10,000 partnerships: under 1.5 GB at the peak"
    found = [_found(results, "10000", key) for key in ("cold", "no-cache", "warm", "changed", "lint-cold")]
    peaks = [each.peak for each in found if each is not None]
    if len(peaks) < len(found):
        return Verdict(text, "not measured", "")
    return Verdict(text, f"{max(peaks) / 1e9:.2f} GB", "met" if max(peaks) < MOST_MEMORY else "missed")


def _found(results: Results, group: str, key: str) -> Measurement | None:
    measurement = results.get(group, {}).get(key)
    return measurement if measurement is not None and not measurement.failure else None
