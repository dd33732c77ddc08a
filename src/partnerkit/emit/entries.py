"""What the formats for machines share: each diagnostic with its fingerprint, its path and its text in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from partnerkit.diagnostics.diagnostic import Diagnostic, Span
from partnerkit.diagnostics.fingerprint import fingerprints
from partnerkit.diagnostics.text import one_line
from partnerkit.emit.api import Checked

_ENDINGS = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class Entry:
    """A diagnostic as an entry of a format.

    Attributes:
        diagnostic: What was found.
        checked: The workspace it was found in.
        fingerprint: What identifies it from one run to the next, within its workspace.
        excuse: The reason the records give for excusing it; "" if it counts.
    """

    diagnostic: Diagnostic
    checked: Checked
    fingerprint: str
    excuse: str = ""

    @property
    def path(self) -> str:
        """The file, relative to the current folder, without `./`, on one line."""
        return path_of(self.diagnostic.span, self.checked)

    @property
    def title(self) -> str:
        """The code and the name."""
        return f"{self.diagnostic.kind.code} {self.diagnostic.kind.name}"

    @property
    def text(self) -> str:
        """What is wrong and what to do about it, in sentences, on one line."""
        return " ".join(sentence(part) for part in (self.diagnostic.message, self.diagnostic.help) if part)

    @property
    def place(self) -> str:
        """`line:column`, both from 1; "" if it is the whole file."""
        start = self.diagnostic.span.start
        return f"{start.line + 1}:{start.column + 1}" if start is not None else ""


def entries(checked: Sequence[Checked]) -> list[Entry]:
    """What counts, in the order it was found in."""
    return [entry for one in checked for entry in _entries(one) if not entry.excuse]


def all_entries(checked: Sequence[Checked]) -> list[Entry]:
    """What counts, and what the records excuse."""
    return [entry for one in checked for entry in _entries(one)]


def worst_first(found: Sequence[Entry]) -> list[Entry]:
    """Errors, then warnings, then the rest, each in the order given."""
    return sorted(found, key=lambda entry: -entry.diagnostic.severity)


def path_of(span: Span, checked: Checked) -> str:
    """The file of a span, relative to the current folder, without `./`, on one line."""
    return one_line(checked.path(span.file).removeprefix("./"))


def last_line(span: Span) -> int:
    """The last line, from 1, of which any character belongs to a span with positions."""
    assert span.start is not None  # noqa: S101 - the caller has looked
    if span.end is None or span.end.line == span.start.line:
        return span.start.line + 1
    return span.end.line + (1 if span.end.column else 0)


def sentence(text: str) -> str:
    """A message as a sentence of its own, on one line."""
    shown = one_line(text)
    return shown[:1].upper() + shown[1:] + ("" if shown.endswith(_ENDINGS) else ".")


def _entries(checked: Checked) -> Iterator[Entry]:
    # What is known takes part in the numbering of equals, so that a fingerprint here is the one the baseline has.
    counting = sorted((*checked.diagnostics, *checked.known), key=lambda diagnostic: diagnostic.order)
    excused = [diagnostic for diagnostic, _ in checked.suppressed]
    everything = [*counting, *excused]
    prints = {id(one): print_ for one, print_ in zip(everything, fingerprints(everything), strict=True)}
    for diagnostic in checked.diagnostics:
        yield Entry(diagnostic, checked, prints[id(diagnostic)])
    for diagnostic, reason in checked.suppressed:
        yield Entry(diagnostic, checked, prints[id(diagnostic)], reason or "No reason is given.")
