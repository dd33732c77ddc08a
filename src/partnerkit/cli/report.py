"""Write pages that show the records: the portfolio, and each partnership from opportunity to review.

PAGE is the name of a page; without any, all pages are written. They go to the folder `reports` of the workspace, each a
single file that needs nothing else: send it, print it, put it on a website.

Exit code: 0 written, 1 the records have errors, 2 the job could not be done, 3 there are no records.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated, Literal

import typer


def command(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    pages: Annotated[
        list[str] | None, typer.Argument(metavar="[PAGE]...", help="The pages to write.", show_default=False)
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="ID", help="Only this partnership; may be repeated.", show_default=False),
    ] = None,
    format_: Annotated[Literal["html", "markdown"], typer.Option("--format", help="How to write them.")] = "html",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="The folder to write to.", show_default="reports")
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the pages there are, and end.")] = False,
) -> None:
    """Write pages."""
    from partnerkit.app.report import Request, described_pages, report
    from partnerkit.cli.answers import finish
    from partnerkit.io.replay import ELAPSED

    started = time.perf_counter()
    if list_:
        finish(context.obj, described_pages(), (), 0.0)
        return
    written = report(Request(pages or (), only or (), format_, out), context.obj, ELAPSED)
    finish(context.obj, written.pieces, written.notes, time.perf_counter() - started)
    raise typer.Exit(written.code)
