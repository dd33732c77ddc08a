"""Start a workspace, or add to one what is missing: nothing that is there is ever overwritten.

DIR is the folder, without it the current one. Written are a configuration with comments, folders, a framework to begin
with, what editors need to check and complete while you type, an ignore file, and what checks the records before a
commit (pre-commit), on GitHub and on GitLab. Where a file of yours should say something besides, it is told what.

With --example it writes a small workspace with four mistakes in it, to try things on.

Exit code: 0 written, or nothing to do; 2 the job could not be done.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer


def command(
    context: typer.Context,
    place: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="The folder of the workspace.", show_default=False)
    ] = None,
    example: Annotated[bool, typer.Option("--example", help="Write a workspace to try things on.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")] = False,
) -> None:
    """Start a workspace."""
    from partnerkit.app.init import Wish, init
    from partnerkit.cli.answers import finish

    started = time.perf_counter()
    answer = init(Wish(place or Path(), is_example=example, is_trial=dry_run), context.obj)
    finish(context.obj, answer.pieces, answer.notes, time.perf_counter() - started)
    raise typer.Exit(answer.code)
