"""What a format is: a function from checked workspaces to text in pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from partnerkit.diagnostics.diagnostic import Diagnostic, Severity
from partnerkit.diagnostics.text import Piece


@dataclass(frozen=True, slots=True)
class Checked:
    """A workspace that was checked, or the part of it that was asked for.

    Attributes:
        root: Its folder, relative to the current folder, with `/`.
        diagnostics: What was found, sorted.
        counts: The number of valid records of each kind.
        files: The number of files.
        is_unusable: Whether its configuration is broken, so that nothing else can be relied on.
        asked: The parts of it that were asked for, relative to its folder; "" is all of it.
        suppressed: What was found and is excused in the records, each with the reason given there.
        known: What was found and stands in the baseline.
        rules: How many rules have looked; 0 if the records were only validated.
        profile_met: The strictest profile of whose rules nothing was found; "" if there is none, or nobody asked.
    """

    root: str
    diagnostics: tuple[Diagnostic, ...]
    counts: Mapping[str, int]
    files: int
    is_unusable: bool = False
    asked: tuple[str, ...] = ("",)
    suppressed: tuple[tuple[Diagnostic, str], ...] = ()
    known: tuple[Diagnostic, ...] = ()
    rules: int = 0
    profile_met: str = ""

    @property
    def records(self) -> int:
        """The number of valid records."""
        return sum(self.counts.values())

    def path(self, file: str) -> str:
        """A file of the workspace, relative to the current folder, so that it can be opened from there."""
        path = file if self.root == "." else f"{self.root}/{file}" if file else self.root
        # A name at the beginning of a line must not be taken for a command by a CI system, nor for an option. GitHub
        # looks behind blanks, too.
        return f"./{path}" if path.lstrip()[:1] in {":", "#", "-"} else path or "."


@dataclass(frozen=True, slots=True)
class Summary:
    """What the summary is to say besides the findings.

    Attributes:
        elapsed: The time it took, in words.
        quiet: Leave it out.
        verbose: Say more.
    """

    elapsed: str
    quiet: bool = False
    verbose: bool = False


Emit = Callable[[Sequence[Checked], Summary], Iterable[Piece]]
"""A format."""

PLURALS = {
    "organisation": "organisations",
    "framework": "frameworks",
    "programme": "programmes",
    "partnership": "partnerships",
}
MOST_SHOWN = 1_000
"""So many findings are printed; the rest is counted."""


def number(count: int, singular: str, plural: str | None = None) -> str:
    """A count with its noun: `1 record`, `2 records`."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def counted(checked: Sequence[Checked], severity: Severity) -> int:
    """How many diagnostics there are of a severity."""
    return sum(1 for one in checked for diagnostic in one.diagnostics if diagnostic.severity is severity)
