"""The page docs/diagnostics.md: every kind of diagnostic, what it means, what to do about it, and an example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from partnerkit.app.gate import kinds as gate_kinds
from partnerkit.app.loading import Loader
from partnerkit.app.outcome import Settings
from partnerkit.diagnostics.diagnostic import Diagnostic, Kind, Span
from partnerkit.diagnostics.text import plain
from partnerkit.emit.api import Checked, Summary
from partnerkit.emit.full import emit
from partnerkit.model import faults
from partnerkit.rules import engine, suppression
from partnerkit.source import kinds as source_kinds
from partnerkit.workspace import kinds as workspace_kinds

HEAD = """
<!-- Written by `make docs` from the kinds of diagnostics in the source; what is changed here is lost. -->

# The diagnostics

What `partnerkit validate` can find, and what `partnerkit lint` says besides the findings of [its rules](rules.md), and
what only `partnerkit check` finds.
Every finding says what is wrong, where, and what to do; this page says why it is one. A code is never given to another
kind, so that it can be searched for.

An **error** keeps a record from being used, and ends the check with exit code 1. A **warning** does not.
"""
CHAPTERS = {
    "PK0": "The text of a file",
    "PK1": "The data of a record",
    "PK2": "Files and references",
    "PK3": "What `check` finds besides",
    "PK9": "What `lint` says of itself and of excuses",
}
_EXPECTATION = re.compile(r" *#[^#]*\bexpect(?:-file|-folder)?: .*$")


def kinds() -> tuple[Kind, ...]:
    """All kinds of diagnostics, sorted by code."""
    found = (
        value
        for module in (source_kinds, faults, workspace_kinds, gate_kinds, engine, suppression)
        for value in vars(module).values()
    )
    return tuple(sorted((kind for kind in found if isinstance(kind, Kind)), key=lambda kind: kind.code))


def diagnostics_page(cases: Path) -> str:
    """The page, as Markdown.

    Args:
        cases: The folder that holds a workspace `NAME/bad` for each kind that can be shown.
    """
    blocks = [HEAD.strip(), _contents()]
    for beginning, heading in CHAPTERS.items():
        blocks.append(f"## {heading}")
        for kind in kinds():
            if kind.code.startswith(beginning):
                blocks += _entry(kind, cases / kind.name / "bad")
    return "\n\n".join(blocks) + "\n"


def _contents() -> str:
    rows = ["| code | name | |", "|---|---|---|"]
    rows += [f"| {kind.code} | [{kind.name}](#{kind.name}) | {kind.severity.word} |" for kind in kinds()]
    return "\n".join(rows)


def _entry(kind: Kind, workspace: Path) -> Iterator[str]:
    yield f"### {kind.name}"
    yield f"`{kind.code}`, {kind.severity.word}. {kind.meaning}"
    yield f"**What to do:** {kind.remedy}"
    if workspace.is_dir():
        yield f"```text\n{_example(kind, workspace)}\n```"


def _example(kind: Kind, workspace: Path) -> str:
    """The first finding of a kind in a workspace, as it is printed."""
    loaded = Loader(workspace, Settings(workspace, date.min, cache=False)).load()
    found = next(diagnostic for diagnostic in loaded.diagnostics if diagnostic.kind is kind)
    # Without a record, a warning would be followed by the words for a folder that holds nothing.
    shown = Checked(".", (_without_expectation(found),), {"partnership": 1}, 0)
    return plain(emit([shown], Summary("", quiet=True))).strip("\n")


def _without_expectation(diagnostic: Diagnostic) -> Diagnostic:
    """The same without the comments by which tests tell what they expect."""

    def bare(span: Span) -> Span:
        return replace(span, excerpt=_EXPECTATION.sub("", span.excerpt))

    related = tuple(replace(one, span=bare(one.span)) for one in diagnostic.related)
    return replace(diagnostic, span=bare(diagnostic.span), related=related)
