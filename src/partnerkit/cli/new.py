"""Begin a record or an item of one, with comments that say what goes where and only what its stage needs.

KIND is partnership, organisation, framework or programme, which get a file of their own; or an item of a partnership
(risk, meeting, objective, key-role, agreement, evidence, …), of an organisation (person, priority) or of a framework
(criterion), which is put into the record that --in names, behind the last of its like. ID is what others refer to it
by; without it, one is made.

On a terminal you are asked for what is needed; elsewhere it is given with --set.

For instance: partnerkit new partnership toolroom-skills --set title="Toolroom skills" --partner halden --partner esk

Exit code: 0 written; 1 the records would not be valid with it, and nothing was written; 2 the job could not be done.
"""

from __future__ import annotations

import sys
import time
from typing import Annotated

import typer


def command(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="What to begin.", show_default=False)],
    id_: Annotated[str | None, typer.Argument(metavar="[ID]", help="Its id.", show_default=False)] = None,
    in_: Annotated[
        str | None,
        typer.Option(
            "--in", metavar="ID", help="The record it is part of; not needed if there is but one.", show_default=False
        ),
    ] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="A key with its value; may be repeated.", show_default=False),
    ] = None,
    partner: Annotated[
        list[str] | None,
        typer.Option("--partner", metavar="ID", help="For a partnership: an organisation in it; twice or more."),
    ] = None,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would be written, and write nothing.")] = False,
) -> None:
    """Begin a record or an item."""
    from partnerkit.app.items import pairs
    from partnerkit.app.new import Wish, new
    from partnerkit.cli.answers import finish

    started = time.perf_counter()
    ask = _ask if sys.stdin.isatty() and sys.stdout.isatty() else None
    wish = Wish(kind, id_, in_, pairs(tuple(set_ or ())), tuple(partner or ()), ask, is_trial=diff)
    answer = new(wish, context.obj)
    finish(context.obj, answer.pieces, answer.notes, time.perf_counter() - started)
    raise typer.Exit(answer.code)


def _ask(key: str, meaning: str, default: str) -> str:
    return str(typer.prompt(f"{meaning}\n  {key}", default=default, show_default=bool(default)))
