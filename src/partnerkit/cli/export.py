"""Write records for other programs: tables, a calendar, plain data, a network.

FORMAT is csv or xlsx, for tables of objectives, indicators, actions, risks, evidence, contacts and more, a file or a
sheet each (xlsx needs the extra `xlsx`); ics, for a calendar of everything dated, which moves its entries and adds none
when it is imported again; json, for everything as plain data, as `partnerkit schema records` describes it; or graphml,
for the network of all records and items with their references. `docs/exports.md` tells every table and column.

What makes one text is printed unless --out names a file. All tables as csv go into a folder, and a workbook into a
file: those that --out names, else into `reports`. What is not for the audience is withheld, as in reports.

Exit code: 0 written, 1 the records have errors, 2 the job could not be done, 3 there are no records.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated, Literal

import typer


def _known(name: str) -> str:
    from difflib import get_close_matches

    from partnerkit.app.export import formats

    names = formats()
    if name not in names:
        near = get_close_matches(name, names, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise typer.BadParameter(f"there is no format {name}; there are {', '.join(names)}.{hint}")
    return name


def command(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="How to write it.", callback=_known, show_default=False)
    ],
    table: Annotated[
        str, typer.Option("--table", metavar="NAME", help="Only this table, by its name.", show_default=False)
    ] = "",
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="ID", help="Only this partnership; may be repeated.", show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="PATH", help="The file, or the folder, to write to.", show_default=False),
    ] = None,
    audience: Annotated[
        Literal["public", "partners", "internal"] | None,
        typer.Option(
            "--audience",
            help="Who will read it: what is not for them is withheld.",
            show_default="report.confidentiality in partnerkit.yaml, else what the records say",
        ),
    ] = None,
) -> None:
    """Print or write the records."""
    from partnerkit.app.export import Request, export
    from partnerkit.cli.answers import finish
    from partnerkit.io.replay import ELAPSED

    started = time.perf_counter()
    written = export(Request(format_, table, only or (), out, audience), context.obj, ELAPSED)
    finish(context.obj, written.pieces, written.notes, time.perf_counter() - started)
    raise typer.Exit(written.code)
