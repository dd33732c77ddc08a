"""Say what is overdue and what falls due, by week and by person: actions, milestones, reviews, contacts and all else.

It tells of everything open that has a day, also of risks and assessments to review, insurance, agreements that end,
contacts by their interval and excuses that run out. SPAN is how far to look ahead, in days, weeks or months: 30d, 6w or
3m; with 0d it tells what is overdue, and no more. Weeks begin on Monday.

PERSON is the id of a person; with --owner it is that person's agenda, and tells too whom of those they keep in touch
with they have not met, or not lately. FORMAT is text, json or markdown. The agenda is for internal use: nothing is
withheld.

A calendar made with --ics holds what is open. `partnerkit export --format ics` holds what is settled and what takes
place too, under the same identifiers, so that importing both adds nothing twice.

Exit code: 0 told, 1 the records have errors, or something is overdue and --fail-on asks for it, 2 the job could not be
done, 3 there was nothing to look at.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated, Literal

import typer

from partnerkit.cli.formats import format_in

PACKAGE = "partnerkit.emit.agenda"


def _known(name: str) -> str:
    return format_in(PACKAGE, name)


def command(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    within: Annotated[str, typer.Option("--within", metavar="SPAN", help="How far to look ahead.")] = "30d",
    owner: Annotated[
        str, typer.Option("--owner", metavar="PERSON", help="Only what this person sees to.", show_default=False)
    ] = "",
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="ID", help="Only this partnership; may be repeated.", show_default=False),
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="How to print it.", callback=_known)
    ] = "text",
    ics: Annotated[
        bool, typer.Option("--ics", help="Make a file for a calendar program of it, instead of FORMAT.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="PATH", help="Write it to this file instead of printing it.", show_default=False),
    ] = None,
    fail_on: Annotated[
        Literal["overdue"] | None, typer.Option("--fail-on", help="Fail if something is overdue.", show_default=False)
    ] = None,
) -> None:
    """Print or write the agenda."""
    from partnerkit.app.agenda import Request, answer
    from partnerkit.cli.answers import conclude
    from partnerkit.io.replay import ELAPSED
    from partnerkit.units import unit

    started = time.perf_counter()
    emit = None if ics else unit(PACKAGE, format_).emit
    request = Request(within, emit, owner, tuple(only or ()), out, fail_on_overdue=fail_on == "overdue")
    given = answer(request, context.obj, ELAPSED)
    conclude(context.obj, given, started, of_today=not context.obj.is_dated)
