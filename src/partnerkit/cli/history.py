"""Show how partnerships stood over time: stage, levels of the rubric, open actions and findings, commit by commit.

ID is the id of a partnership; without any, all are shown. The newest commits that touched the workspace are looked at,
or the tags with --tags; --every week, month or year looks at the last one of each. Each is looked at as of its own day,
and read from the repository without checking it out.

FORMAT is text or json, which are printed unless --out names a file; or html or markdown, for a page in the folder
`reports`. The page says first what moved, where to look and what is missing, then shows each partnership. Where there
are more partnerships than one page can hold, their pictures go to further pages beside it. Text and JSON are for
internal use; for a page the rules of `report` hold: what its audience may not see is withheld, and so is what rules
found, unless it is internal.

Exit code: 0 shown or written, 2 it could not be done.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated, Literal

import typer

from partnerkit.cli.formats import format_among, format_names
from partnerkit.units import unit_names


def _known(name: str) -> str:
    return format_among((*format_names("partnerkit.emit.history"), *unit_names("partnerkit.render", "render")), name)


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
        str, typer.Option("--format", metavar="FORMAT", help="How to print or write it.", callback=_known)
    ] = "text",
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", metavar="PATH", help="The file to write to, or for a page the folder.", show_default=False
        ),
    ] = None,
    audience: Annotated[
        Literal["public", "partners", "internal"] | None,
        typer.Option(
            "--audience",
            help="Who will read the page: what is not for them is withheld.",
            show_default="report.confidentiality in partnerkit.yaml, else what the records say",
        ),
    ] = None,
) -> None:
    """Show or write how partnerships stood."""
    from partnerkit.app.history import Asked, answer
    from partnerkit.cli.answers import finish
    from partnerkit.io.terminal import Progress

    started = time.perf_counter()
    progress = Progress(quiet=context.obj.quiet)
    asked = Asked(tuple(ids or ()), format_, tags, every, limit, out, audience)
    try:
        given = answer(asked, context.obj, progress.tell)
    finally:
        progress.close()
    finish(context.obj, given.pieces, given.notes, time.perf_counter() - started)
    raise typer.Exit(given.code)
