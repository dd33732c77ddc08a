"""Write pages that show the records: the portfolio, and what people take into the room about each partnership.

PAGE is the name of a page (--list names them); without any, all pages are written. They go to the folder `reports` of
the workspace, each a single file that needs nothing else: send it, print it. With --all, all pages are written as a
site: they share one style sheet and belong together in one folder. What has not changed is not written again.

For the public, people are named by their roles, and learners, money, contact details and what the partners keep among
themselves are withheld; for the partners, contact details and internal notes. Each page says so. A record marked
internal is in no pages but internal ones; one marked for the partners is in pages for the public only where --audience
public asks for them.

Templates of your own change how pages look (--templates), or make one file of any kind from the pages and the records
(--template); `partnerkit templates` copies ours out to begin with. They work in a sandbox, in bounded time.

REV is a branch, a tag or a commit, which is read from the repository without checking it out; the day of the commit
counts as today unless --as-of says otherwise, and the pages name the commit.

Exit code: 0 written, 1 the records have errors, 2 the job could not be done, 3 there are no records.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated, Literal

import typer

from partnerkit.cli import options


def command(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    pages: Annotated[
        list[str] | None, typer.Argument(metavar="[PAGE]...", help="The pages to write.", show_default=False)
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="ID", help="Only this partnership; may be repeated.", show_default=False),
    ] = None,
    audience: Annotated[
        Literal["public", "partners", "internal"] | None,
        typer.Option(
            "--audience",
            help="Who will read them: what is not for them is withheld.",
            show_default="report.confidentiality in partnerkit.yaml, else what the records say",
        ),
    ] = None,
    format_: Annotated[Literal["html", "markdown"], typer.Option("--format", help="How to write them.")] = "html",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="The folder to write to.", show_default="reports")
    ] = None,
    all_: Annotated[
        bool, typer.Option("--all", help="Write all pages, as a site that shares one style sheet.")
    ] = False,
    templates: Annotated[
        Path | None,
        typer.Option(
            "--templates", metavar="DIR", help="Use the templates in DIR in the place of ours.", show_default=False
        ),
    ] = None,
    trust_templates: Annotated[
        bool, typer.Option("--trust-templates", help="Use the templates that partnerkit.yaml names.")
    ] = False,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template",
            metavar="FILE",
            help="Write one file with this template, to the output or to the file --out names.",
            show_default=False,
        ),
    ] = None,
    rev: Annotated[
        str | None,
        typer.Option(
            "--rev", metavar="REV", help="Show the records as they were at REV, on that day.", show_default=False
        ),
    ] = None,
    config_from: Annotated[str | None, options.config_from()] = None,
    list_: Annotated[bool, typer.Option("--list", help="List the pages there are, and end.")] = False,
) -> None:
    """Write pages."""
    from partnerkit.app.report import Request, described_pages, report
    from partnerkit.cli.answers import finish
    from partnerkit.io.replay import ELAPSED

    started = time.perf_counter()
    if list_:
        finish(context.obj, described_pages(), (), 0.0)
        return
    if all_ and pages:
        raise typer.BadParameter("--all writes all pages: name none beside it.", param_hint="--all")
    if template and all_:
        raise typer.BadParameter("--template writes one file, and no pages: leave out --all.", param_hint="--template")
    request = Request(
        pages or (), only or (), format_, out, audience, all_,
        template=template, templates=templates, trusted=trust_templates, rev=rev, config_from=config_from,
    )  # fmt: skip
    written = report(request, context.obj, ELAPSED)
    finish(context.obj, written.pieces, written.notes, time.perf_counter() - started)
    raise typer.Exit(written.code)
