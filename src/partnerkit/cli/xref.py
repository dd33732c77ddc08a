"""Print or write the cross-reference sheet: which evidence shows which criterion, where, and what was decided on it.

ID is the id of a partnership; without any, all are told. The sheet has three parts: a grid of criteria by evidence with
the gaps first, the evidence for each criterion, and the criteria for each piece of evidence. What is claimed, what an
assessor has judged and what is sufficient are kept apart, as `score --rubric portfolio-readiness` tells them.

FORMAT is html or markdown, for pages in the folder `reports` that print on A4 laid across; csv, which is printed unless
--out names a file; or xlsx, for which partnerkit must be installed with its extra `xlsx`. A table has a row for each
pair of a criterion and a piece of evidence, and one for each criterion without evidence and each piece of evidence
without a criterion.

Exit code: 0 written, 1 the records have errors, 2 the job could not be done, 3 there are no records.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated, Literal

import typer

from partnerkit.cli.formats import format_among
from partnerkit.units import unit_names


def _known(name: str) -> str:
    return format_among((*unit_names("partnerkit.render", "render"), *unit_names("partnerkit.export", "write")), name)


def command(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="The partnerships to tell of.", show_default=False)
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="How to write it.", callback=_known)
    ] = "html",
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="PATH", help="The folder or the file to write to.", show_default="reports"),
    ] = None,
    framework: Annotated[
        str, typer.Option("--framework", metavar="ID", help="Only the criteria of this framework.", show_default=False)
    ] = "",
    partner: Annotated[
        str, typer.Option("--partner", metavar="ID", help="Only the evidence from this partner.", show_default=False)
    ] = "",
    only_gaps: Annotated[
        bool, typer.Option("--only-gaps", help="Leave out what is complete, and gaps that are justified.")
    ] = False,
    by: Annotated[
        Literal["both", "criterion", "evidence"],
        typer.Option("--by", help="Which way to read it; tables in this order."),
    ] = "both",
    audience: Annotated[
        Literal["public", "partners", "internal"] | None,
        typer.Option(
            "--audience",
            help="Who will read it: what is not for them is withheld.",
            show_default="report.confidentiality in partnerkit.yaml, else what the records say",
        ),
    ] = None,
) -> None:
    """Print or write the sheet."""
    from partnerkit.app.xref import Request, xref
    from partnerkit.cli.answers import finish
    from partnerkit.io.replay import ELAPSED
    from partnerkit.views.crossing.choice import Choice

    started = time.perf_counter()
    choice = Choice(framework, partner, only_gaps, by)
    written = xref(Request(ids or (), format_, out, choice, audience), context.obj, ELAPSED)
    finish(context.obj, written.pieces, written.notes, time.perf_counter() - started)
    raise typer.Exit(written.code)
