"""The last lines of a check for people: how many records, of which kinds, what was found, and in what time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from partnerkit.diagnostics.diagnostic import Severity
from partnerkit.diagnostics.text import Piece, Style, one_line
from partnerkit.emit.api import PLURALS, Checked, Summary, counted, number


def summary_of(checked: Sequence[Checked], summary: Summary) -> Iterator[Piece]:
    """The summary. If the run is to be quiet, only that nothing was checked, where that is so."""
    empty = [one for one in checked if not one.records and not counted([one], Severity.ERROR)]
    if not summary.quiet and any(one.diagnostics or one.records for one in checked):
        yield from _findings(checked, summary)
    if empty:
        yield from _nothing(empty)


def _findings(checked: Sequence[Checked], summary: Summary) -> Iterator[Piece]:
    records = sum(one.records for one in checked)
    found = {severity: counted(checked, severity) for severity in reversed(Severity)}
    if summary.verbose:
        for one in checked:
            yield (
                f"{one_line(one.path(''))}: {number(one.files, 'file')}, {number(one.records, 'valid record')}\n",
                "plain",
            )
    yield from _verdict(found)
    files = number(sum(one.files for one in checked), "file")
    counted_records = f"{number(records, 'record')}{_kinds(checked)}"
    if any(found.values()):
        valid = f"{counted_records} {'is' if records == 1 else 'are'} valid" if records else "No record is valid"
        yield f" in {files}, {summary.elapsed}. {valid}.\n", "plain"
    else:
        yield f" in {counted_records}, {files}, {summary.elapsed}.\n", "plain"
    if any(one.is_unusable for one in checked):
        yield "The configuration is broken, so the rest was checked with the settings every workspace has.\n", "warning"


def _verdict(found: dict[Severity, int]) -> Iterator[Piece]:
    if not any(found.values()):
        yield "No problems", "good"
        return
    yield "Found ", "plain"
    first = True
    for severity, count in found.items():
        if count:
            style: Style = "error" if severity is Severity.ERROR else "warning"
            yield ("" if first else " and "), "plain"
            yield number(count, severity.word), style
            first = False


def _kinds(checked: Sequence[Checked]) -> str:
    counts: Counter[str] = Counter()
    for one in checked:
        counts.update(one.counts)
    named = [number(counts[kind], kind, plural) for kind, plural in reversed(PLURALS.items()) if counts[kind]]
    return f" ({', '.join(named)})" if named else ""


def _nothing(checked: Sequence[Checked]) -> Iterator[Piece]:
    where = ", ".join(one_line(one.path(path)) for one in checked for path in one.asked)
    yield "Nothing was checked: ", "warning"
    yield f"there are no records in {where}.\n", "plain"
    yield (
        "A record is a .yaml file that begins with `kind:`; hidden files and files that git ignores do not count.\n",
        "plain",
    )
