"""Check that the records are well formed, and that everything they refer to exists.

PATHS are workspaces, folders or files; without any, the workspace around the current folder is checked. A workspace is
always read as a whole; naming a folder or a file only narrows what is printed.

REV is a branch, a tag or a commit. With --rev, the records are read as they were, from the repository, and nothing is
checked out. With --changed-since, changed records are reported, and those that refer to something shared that has
changed; the rest is counted.

FORMAT is full (each finding with the line and help), concise (a line each), json, or what a CI system reads: github,
gitlab, sarif, junit, checkstyle, rdjsonl, markdown.

Exit code: 0 nothing wrong, 1 errors found, 2 the check could not be done, 3 there was nothing to check.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from partnerkit.cli import options
from partnerkit.cli.formats import emitter, known_format


def command(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATHS]...", help="What to check.", show_default=False)
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="How to print what was found.", callback=known_format)
    ] = "full",
    rev: Annotated[
        str | None,
        typer.Option("--rev", metavar="REV", help="Check the records as they were at REV.", show_default=False),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(
            "--changed-since",
            metavar="REV",
            help="Report only what a change since REV could have caused.",
            show_default=False,
        ),
    ] = None,
    config_from: Annotated[str | None, options.config_from()] = None,
) -> None:
    """Check the records."""
    from partnerkit.app.validate import validate
    from partnerkit.cli.answers import conclude
    from partnerkit.io.replay import ELAPSED
    from partnerkit.io.terminal import Progress

    started = time.perf_counter()
    progress = Progress(quiet=context.obj.quiet)
    try:
        answer = validate(
            paths or (), emitter(format_), context.obj, ELAPSED, progress.tell, rev, changed_since, config_from
        )
    finally:
        progress.close()
    conclude(context.obj, answer, started, of_today=False)
