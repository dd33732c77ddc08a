"""Say what has changed in meaning between two states of the records.

BASE and HEAD are revisions (a branch, a tag, a commit) or folders; what is the name of a revision is taken for one, so
write ./name for a folder. Without HEAD, the files as they are now are looked at; without BASE, they are compared with
the last commit.

Records and their items are matched by their ids: it does not matter in which file or in what order they stand. What is
gone and has come again under another id, and says the same, counts as renamed. For each record it tells what is for the
worse first: targets weakened, objectives dropped, criteria without evidence, levels that fell, new findings. Rules and
rubrics look at both states as of the same day. FORMAT is text, json or markdown, which is made for a pull request.

Exit code: 0 compared, 1 something has changed and --exit-code is given, 2 the comparison could not be made.
"""

from __future__ import annotations

import time
from typing import Annotated

import typer

from partnerkit.cli.formats import format_in

PACKAGE = "partnerkit.emit.diff"


def _known(name: str) -> str:
    return format_in(PACKAGE, name)


def command(
    context: typer.Context,
    base: Annotated[str, typer.Argument(metavar="[BASE]", help="What to compare with.")] = "HEAD",
    head: Annotated[
        str | None,
        typer.Argument(metavar="[HEAD]", help="What to look at.", show_default="the files as they are now"),
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="How to print the changes.", callback=_known)
    ] = "text",
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Give exit code 1 if anything has changed.")] = False,
) -> None:
    """Compare two states."""
    from partnerkit.app.diffing import Asked, answer
    from partnerkit.cli.answers import finish
    from partnerkit.io.terminal import Progress
    from partnerkit.units import unit

    started = time.perf_counter()
    progress = Progress(quiet=context.obj.quiet)
    try:
        given = answer(Asked(base, head, unit(PACKAGE, format_).emit, exit_code), context.obj, progress.tell)
    finally:
        progress.close()
    finish(context.obj, given.pieces, given.notes, time.perf_counter() - started)
    raise typer.Exit(given.code)
