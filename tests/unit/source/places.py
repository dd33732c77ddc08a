"""Diagnostics as short lines that a table can hold."""

from __future__ import annotations

from collections.abc import Iterable

from partnerkit.diagnostics.diagnostic import Diagnostic, Span


def place(span: Span) -> str:
    """Where a span starts, as people count: line and column from 1."""
    assert span.start is not None
    return f"{span.start.line + 1}:{span.start.column + 1}"


def short(faults: Iterable[Diagnostic]) -> list[str]:
    """Each diagnostic as its name and place, followed by the places that belong to it."""
    return [" ".join([fault.kind.name, place(fault.span), *_also(fault)]) for fault in faults]


def _also(fault: Diagnostic) -> list[str]:
    return [f"({place(related.span)})" for related in fault.related]


def extent(span: Span) -> str:
    """Where a span starts and ends, as people count; the end is the first place that is not part of it."""
    assert span.end is not None
    return f"{place(span)}-{span.end.line + 1}:{span.end.column + 1}"
