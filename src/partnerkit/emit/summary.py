"""The last lines of a check for people: how many records, of which kinds, what was found, and in what time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from partnerkit.diagnostics.diagnostic import Severity
from partnerkit.diagnostics.text import Piece, one_line
from partnerkit.emit.api import PLURALS, Checked, Summary, counted, number
from partnerkit.emit.styles import STYLES


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
    yield from _of_rules(checked)
    if any(one.is_unusable for one in checked):
        yield "The configuration is broken, so the rest was checked with the settings every workspace has.\n", "warning"


def _of_rules(checked: Sequence[Checked]) -> Iterator[Piece]:
    """What there is to say where rules have looked: how many, what does not count, what could be mended."""
    if not any(one.rules for one in checked):
        return
    said = [f"{number(max(one.rules for one in checked), 'rule')} looked"]
    said += [f"{count} excused" for count in [sum(len(one.suppressed) for one in checked)] if count]
    said += [f"{count} known from the baseline" for count in [sum(len(one.known) for one in checked)] if count]
    safe, unsafe = (_mendable(checked, safe=safe) for safe in (True, False))
    said += [f"{safe} can be mended with --fix"] if safe else []
    said += [f"{unsafe} can be mended with --fix --unsafe-fixes"] if unsafe else []
    met = next((one.profile_met for one in checked if one.profile_met), "")
    said += [f"the profile {met} is met"] if met and len(checked) == 1 else []
    yield f"{'; '.join(said)}.\n", "plain"


def _mendable(checked: Sequence[Checked], *, safe: bool) -> int:
    mendings = [diagnostic.mending for one in checked for diagnostic in one.diagnostics]
    return sum(1 for mending in mendings if mending is not None and mending.is_safe is safe)


def _verdict(found: dict[Severity, int]) -> Iterator[Piece]:
    if not any(found.values()):
        yield "No problems", "good"
        return
    yield "Found ", "plain"
    counts = [(severity, count) for severity, count in found.items() if count]
    for at, (severity, count) in enumerate(counts):
        yield ("" if at == 0 else " and " if at == len(counts) - 1 else ", "), "plain"
        yield number(count, severity.word), STYLES[severity]


def _kinds(checked: Sequence[Checked]) -> str:
    counts: Counter[str] = Counter()
    for one in checked:
        counts.update(one.counts)
    named = [number(counts[kind], kind, plural) for kind, plural in reversed(PLURALS.items()) if counts[kind]]
    return f" ({', '.join(named)})" if named else ""


def _nothing(checked: Sequence[Checked]) -> Iterator[Piece]:
    paths = [one.path(path) for one in checked for path in one.asked]
    where = ", ".join("this folder" if path == "." else one_line(path) for path in paths)
    yield "Nothing was checked: ", "warning"
    yield f"there are no records in {where}.\n", "plain"
    yield (
        "A record is a .yaml file that begins with `kind:`; hidden files and files that git ignores do not count.\n",
        "plain",
    )
