"""Say how complete the record of each partnership is, point by point, with the places that show it.

ID is the id of a partnership; without any, all are scored. RUBRIC is what they are scored by (`--list` names them; all
means every one). A score speaks of the record: what is met, not met, unknown, not due and not applicable are told
apart, and it is no assessment decision.

LEVEL is a level's number or word, such as 2 or evidenced; POINT=LEVEL asks it of one point. What is not due never
fails. FORMAT is text, json, csv or markdown.

REV is a branch, a tag or a commit, which is read from the repository without checking it out; the day of the commit
counts as today unless --as-of says otherwise.

Exit code: 0 nothing below --fail-under, 1 something is, or records have errors, 2 the job could not be done, 3 there
was nothing to score.
"""

from __future__ import annotations

import time
from typing import Annotated

import typer

from partnerkit.cli import options
from partnerkit.cli.formats import format_in

PACKAGE = "partnerkit.emit.score"


def _known(name: str) -> str:
    return format_in(PACKAGE, name)


def command(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="The partnerships to score.", show_default=False)
    ] = None,
    rubric: Annotated[
        list[str] | None,
        typer.Option(
            "--rubric", metavar="RUBRIC", help="Score by this rubric, or by all; may be repeated.", show_default=False
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show every check, what the record shows, and where.")
    ] = False,
    next_: Annotated[
        bool, typer.Option("--next", help="Show the few changes that raise a level, cheapest first.")
    ] = False,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="How to print the scores.", callback=_known)
    ] = "text",
    fail_under: Annotated[list[str] | None, options.fail_under()] = None,
    rev: Annotated[
        str | None,
        typer.Option(
            "--rev", metavar="REV", help="Score the records as they were at REV, on that day.", show_default=False
        ),
    ] = None,
    config_from: Annotated[str | None, options.config_from()] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the rubrics and the checks there are, and end.")] = False,
) -> None:
    """Score partnerships."""
    from partnerkit.app.score import Asked, answer, described
    from partnerkit.cli.answers import conclude, finish
    from partnerkit.io.replay import ELAPSED
    from partnerkit.io.terminal import Progress
    from partnerkit.units import unit

    started = time.perf_counter()
    if list_:
        finish(context.obj, described(context.obj), (), 0.0)
        return
    form = unit(PACKAGE, format_)
    asked = Asked(
        tuple(ids or ()),
        tuple(rubric or ()),
        form.emit,
        tuple(fail_under or ()),
        explain=explain,
        next=next_,
        places=explain or form.PLACES,
        apart=form.FOR_PROGRAMS,
        rev=rev,
        config_from=config_from,
    )
    progress = Progress(quiet=context.obj.quiet)
    try:
        given = answer(asked, context.obj, ELAPSED, progress.tell)
    finally:
        progress.close()
    conclude(context.obj, given, started, of_today=not context.obj.is_dated)
