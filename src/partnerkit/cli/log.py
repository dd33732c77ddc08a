"""Log what happened in one line: a contact, an action, a journal entry, a result or a piece of feedback.

WHAT is contact, action, journal, result or feedback; TEXT is what is to be said of it, in quotes; for a result the
figure, or how it stands in words. It becomes the last item of its list, in the file in which the record has that list;
all else in the file stays as it is. The day is today's, or that of --on. What happened cannot lie ahead: a day still
to come is refused, save for a result that has no figure yet and for the day an action is due.

For instance: partnerkit log action "Ask for the rota" --in toolroom-skills --owner priya-nair --due 2026-12-01

Exit code: 0 written; 1 the record would not be valid with it, and nothing was written; 2 the job could not be done.
"""

from __future__ import annotations

import time
from typing import Annotated

import typer

FOR_SOME = "For some of them"


def command(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    what: Annotated[str, typer.Argument(metavar="WHAT", help="What it is.", show_default=False)],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What is to be said.", show_default=False)],
    in_: Annotated[
        str | None,
        typer.Option("--in", metavar="ID", help="The partnership; not needed if there is but one.", show_default=False),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day it happened.", show_default="today")
    ] = None,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="PERSON", help="Contact, journal: who writes.", rich_help_panel=FOR_SOME),
    ] = None,
    with_: Annotated[
        str | None,
        typer.Option("--with", metavar="ID", help="Contact: the stakeholder.", rich_help_panel=FOR_SOME),
    ] = None,
    mode: Annotated[
        str | None,
        typer.Option("--mode", help="Contact: visit, call, video, email or meeting.", rich_help_panel=FOR_SOME),
    ] = None,
    owner: Annotated[
        str | None,
        typer.Option("--owner", metavar="PERSON", help="Action: who sees to it.", rich_help_panel=FOR_SOME),
    ] = None,
    due: Annotated[
        str | None,
        typer.Option("--due", metavar="DATE", help="Action: the day it is due.", rich_help_panel=FOR_SOME),
    ] = None,
    meeting: Annotated[
        str | None,
        typer.Option("--meeting", metavar="ID", help="Action: the meeting that agreed it.", rich_help_panel=FOR_SOME),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="ID", help="Action: what gave rise to it. Feedback: who said it.",
            rich_help_panel=FOR_SOME,
        ),
    ] = None,
    indicator: Annotated[
        str | None,
        typer.Option("--indicator", metavar="ID", help="Result: what was measured.", rich_help_panel=FOR_SOME),
    ] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="Any other key; may be repeated.", show_default=False),
    ] = None,
    id_: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Its id; without it, one is made.", show_default=False)
    ] = None,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would be written, and write nothing.")] = False,
) -> None:  # fmt: skip
    """Log what happened."""
    from partnerkit.app.items import pairs
    from partnerkit.app.log import Wish, log
    from partnerkit.cli.answers import finish

    started = time.perf_counter()
    options = {"on": on, "by": by, "with": with_, "mode": mode, "owner": owner, "due": due, "from": from_}
    given = {name: value for name, value in options.items() if value is not None}
    wish = Wish(what, text, in_, given, pairs(tuple(set_ or ())), id_, meeting, indicator, is_trial=diff)
    answer = log(wish, context.obj)
    finish(context.obj, answer.pieces, answer.notes, time.perf_counter() - started)
    raise typer.Exit(answer.code)
