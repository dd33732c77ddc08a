"""For a pull request or the summary of a job: the verdict, the counts, and the findings of each file, as Markdown.

What the records say stays text: it opens no link, no tag and no code, and notifies nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from partnerkit.diagnostics.diagnostic import Severity, Span
from partnerkit.diagnostics.text import Piece
from partnerkit.emit.api import Checked, Summary, counted, number
from partnerkit.emit.entries import Entry, entries, path_of, sentence, worst_first
from partnerkit.emit.prose import code, fitting, prose

MOST_RELATED = 10


def emit(checked: Sequence[Checked], _summary: Summary) -> Iterable[Piece]:
    """The verdict, the counts, and the findings, as many as fit."""
    return fitting("".join(_head(checked)), list(_blocks(_by_file(entries(checked)))), "finding")


def _head(checked: Sequence[Checked]) -> Iterator[str]:
    counts = {f"{severity.word.capitalize()}s": counted(checked, severity) for severity in reversed(Severity)}
    found = [number(counted(checked, one), one.word) for one in reversed(Severity) if counted(checked, one)]
    records = sum(one.records for one in checked)
    if found:
        yield f"## partnerkit found {_listed(found)}\n"
    else:
        yield "## partnerkit found no problems\n" if records else "## partnerkit found nothing to check\n"
    if any(one.is_unusable for one in checked):
        yield "\nThe configuration is broken, so the rest was checked with the settings every workspace has.\n"
    counts["Suppressed in the records"] = sum(len(one.suppressed) for one in checked)
    counts["Known from the baseline"] = sum(len(one.known) for one in checked)
    counts |= {"Valid records": records, "Files": sum(one.files for one in checked)}
    yield "\n| | |\n|---|---:|\n"
    yield from (f"| {name} | {count:,} |\n" for name, count in counts.items())


def _listed(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))


def _by_file(found: Sequence[Entry]) -> list[Sequence[Entry]]:
    """The findings of each file together; files with errors come first, for what does not fit is at the end."""
    files: dict[str, list[Entry]] = {}
    for entry in worst_first(found):
        files.setdefault(entry.path, []).append(entry)
    return [sorted(of_file, key=lambda entry: entry.diagnostic.order) for of_file in files.values()]


def _blocks(files: Iterable[Sequence[Entry]]) -> Iterator[str]:
    """A finding each; the first of a file has the heading with it."""
    for found in files:
        heading = f"\n### {code(found[0].path)}\n\n"
        for entry in found:
            yield heading + "".join(f"{line}\n" for line in _lines(entry))
            heading = ""


def _lines(entry: Entry) -> Iterator[str]:
    diagnostic = entry.diagnostic
    place = _place(diagnostic.span)
    title = f"**{diagnostic.severity.word}** `{diagnostic.kind.code}` {diagnostic.kind.name}"
    hint = f" {prose(sentence(diagnostic.help))}" if diagnostic.help else ""
    yield f"- {title}{', ' + place if place else ''}\\"
    yield f"  {prose(sentence(diagnostic.message))}{hint}"
    for related in diagnostic.related[:MOST_RELATED]:
        where = " ".join(filter(None, [code(path_of(related.span, entry.checked)), _place(related.span)]))
        yield f"  - {where}\\"
        yield f"    {prose(sentence(related.message))}"
    if len(diagnostic.related) > MOST_RELATED:
        yield f"  - … and {number(len(diagnostic.related) - MOST_RELATED, 'more place')}"


def _place(span: Span) -> str:
    return "" if span.start is None else f"line {span.start.line + 1}, column {span.start.column + 1}"
