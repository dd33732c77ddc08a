"""Findings to print, made by hand."""

from __future__ import annotations

from partnerkit.diagnostics.diagnostic import Diagnostic, Kind, Position, Related, Severity, Span
from partnerkit.emit.api import Checked

MISSING = Kind("PK104", "missing-key", "It is missing.", "Add it.")
NESTED = Kind("PK209", "nested-workspace", "It is nested.", "Move it.", Severity.WARNING)


def span(excerpt: str, marked: str, *, file: str = "a.yaml", line: int = 1) -> Span:
    """The span of a piece of a line; the line is counted from 1."""
    start = excerpt.index(marked)
    return Span(file, Position(line - 1, start), Position(line - 1, start + len(marked)), excerpt)


def finding(
    where: Span, message: str = "the record has no `title`", help_: str = "", *related: Related, kind: Kind = MISSING
) -> Diagnostic:
    """A finding at a place."""
    return Diagnostic(kind, message, where, help_, related)


def checked(*found: Diagnostic, root: str = ".", records: int = 1, files: int = 2) -> Checked:
    """A workspace in which something was found."""
    return Checked(root, found, {"partnership": records} if records else {}, files)
