"""Tell which files of evidence are missing, or have changed since they were judged, and which nobody claims.

ID is a partnership, or a piece of evidence (ev-scan, toolroom-skills/ev-scan); without any, all are looked at. A file
is missing; changed, if it has another digest than was noted or judged, or if git has a later commit of it than its last
judgement and no digest was noted; oversized, if it is too large to be looked at (256 MiB); unmapped, if it supports no
criterion and nothing rests on it; or unclaimed, if it lies in a folder `files` and no evidence names it.

FORMAT is text or json.

Exit code: 0 nothing is missing or changed; 1 something is; 2 the job could not be done.
"""

from __future__ import annotations

import time
from typing import Annotated, Literal

import typer


def command(
    context: typer.Context,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="What to look at.", show_default=False)
    ] = None,
    format_: Annotated[Literal["text", "json"], typer.Option("--format", metavar="FORMAT", help="How to print it.")] = (
        "text"
    ),
) -> None:
    """Verify the files of evidence."""
    from partnerkit.app.evidence_verifying import verify_evidence
    from partnerkit.cli.answers import finish

    started = time.perf_counter()
    answer = verify_evidence(tuple(ids or ()), format_, context.obj)
    finish(context.obj, answer.pieces, answer.notes, time.perf_counter() - started)
    raise typer.Exit(answer.code)
