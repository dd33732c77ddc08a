"""Show how partnerships stood over time: stage, levels of the rubric, open actions and findings, commit by commit.

ID is the id of a partnership; without any, all are shown. The newest commits that touched the workspace are looked at,
or the tags with --tags; --every week, month or year looks at the last one of each. Each is looked at as of its own day,
and read from the repository without checking it out. FORMAT is text or json.

Exit code: 0 shown, 2 it could not be done.
"""

from __future__ import annotations

import time
from typing import Annotated, Literal

import typer

from partnerkit.cli.formats import format_in

PACKAGE = "partnerkit.emit.history"


def _known(name: str) -> str:
    return format_in(PACKAGE, name)


def command(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="The partnerships to show.", show_default=False)
    ] = None,
    tags: Annotated[bool, typer.Option("--tags", help="Look at tags in place of commits.")] = False,
    every: Annotated[
        Literal["commit", "week", "month", "year"], typer.Option("--every", help="Look at the last one of each.")
    ] = "commit",
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="Look at N at most, the newest.")] = 12,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="How to print it.", callback=_known)
    ] = "text",
) -> None:
    """Show how partnerships stood."""
    from partnerkit.app.history import Asked, answer
    from partnerkit.cli.answers import finish
    from partnerkit.io.terminal import Progress
    from partnerkit.units import unit

    started = time.perf_counter()
    progress = Progress(quiet=context.obj.quiet)
    asked = Asked(tuple(ids or ()), unit(PACKAGE, format_).emit, tags, every, limit)
    try:
        given = answer(asked, context.obj, progress.tell)
    finally:
        progress.close()
    finish(context.obj, given.pieces, given.notes, time.perf_counter() - started)
    raise typer.Exit(given.code)
