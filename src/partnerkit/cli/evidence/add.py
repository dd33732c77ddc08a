"""Record files as evidence of a partnership, with their day, their digest and the criteria they support.

FILE lies beside the record or below it, best in its folder `files`; with --copy, a file from anywhere is copied there,
and nothing is ever overwritten. A file may have 256 MiB at most. What the record has already, by name or by content, is
refused: if its file has changed, `partnerkit evidence note` notes that. The title is made of the file's name, and so is
the type, where the name tells.

--maps takes a criterion, and the place where it shows: precision-technician/S1:page=3, with :paragraph=4.2, or with
:timecode=12:30.

Exit code: 0 written; 1 the record would not be valid with it, and nothing was written; 2 the job could not be done.
"""

from __future__ import annotations

import time
from typing import Annotated

import typer


def command(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="The files.", show_default=False)],
    in_: Annotated[
        str | None,
        typer.Option("--in", metavar="ID", help="The partnership; not needed if there is but one.", show_default=False),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="What it is called.")] = None,
    type_: Annotated[str | None, typer.Option("--type", help="What sort of evidence it is, such as minutes.")] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day it was made.", show_default="today")
    ] = None,
    author: Annotated[str | None, typer.Option("--author", metavar="PERSON", help="Who made it.")] = None,
    maps: Annotated[
        list[str] | None,
        typer.Option("--maps", metavar="CRITERION[:PLACE]", help="A criterion it supports; may be repeated."),
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="PERSON", help="Who vouches that it is genuine.")] = None,
    how: Annotated[str | None, typer.Option("--how", help="How, such as signature, login or declaration.")] = None,
    set_: Annotated[
        list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="Any other key; may be repeated.")
    ] = None,
    id_: Annotated[str | None, typer.Option("--id", metavar="ID", help="Its id; without it, one is made.")] = None,
    copy: Annotated[bool, typer.Option("--copy", help="Copy the files into the record's folder for files.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would be written, and write nothing.")] = False,
) -> None:
    """Record files as evidence."""
    from partnerkit.app.evidence_adding import Wish, add_evidence
    from partnerkit.app.items import pairs
    from partnerkit.cli.answers import finish

    started = time.perf_counter()
    named = {"title": title, "type": type_, "on": on, "author": author}
    options = {**pairs(tuple(set_ or ())), **{key: value for key, value in named.items() if value is not None}}
    wish = Wish(files, in_, options, tuple(maps or ()), by, how, id_, copies=copy, is_trial=diff)
    answer = add_evidence(wish, context.obj)
    finish(context.obj, answer.pieces, answer.notes, time.perf_counter() - started)
    raise typer.Exit(answer.code)
