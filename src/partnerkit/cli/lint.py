"""Tell what is due at this stage and absent, what is known to fail, and what is overdue.

PATHS are workspaces, folders or files; without any, the workspace around the current folder is looked at. The whole
workspace is always read; naming a folder or a file only narrows what is printed. RULE is a rule's name or code, a
family, or the beginning of a code; `partnerkit rule NAME` explains one.

REV is a branch, a tag or a commit. With --rev, the records are read as they were, from the repository, and the day of
the commit counts as today unless --as-of says otherwise; nothing is checked out. With --changed-since, findings are
reported in changed records, in those that refer to something shared that has changed, and in those of whose evidence a
file has changed; the rest is counted.

FORMAT is full (each finding with the line and help), concise (a line each), json, or what a CI system reads: github,
gitlab, sarif, junit, checkstyle, rdjsonl, markdown.

Exit code: 0 nothing at or above --fail-on, 1 findings, 2 the job could not be done, 3 there was nothing to look at.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated, Literal

import typer

from partnerkit.cli import options
from partnerkit.cli.formats import emitter, known_format, outputs

SELECTION = "Which rules"
OUTPUT = "What is printed"
WHICH = "Which state of the records"


def command(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATHS]...", help="What to look at.", show_default=False)
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="RULE", help="Run only these rules.", rich_help_panel=SELECTION),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="RULE", help="Do not run these rules.", rich_help_panel=SELECTION),
    ] = None,
    profile: Annotated[
        Literal["gentle", "standard", "strict"] | None,
        typer.Option(
            "--profile",
            help="gentle: only what is an error; standard: warnings too; strict: everything.",
            show_default="strict",
            rich_help_panel=SELECTION,
        ),
    ] = None,
    fail_on: Annotated[
        Literal["info", "warning", "error"] | None,
        options.fail_on(SELECTION),
    ] = None,
    no_baseline: Annotated[
        bool, typer.Option("--no-baseline", help="Count what stands in the baseline, too.", rich_help_panel=SELECTION)
    ] = False,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="How to print what was found.",
            callback=known_format,
            rich_help_panel=OUTPUT,
        ),
    ] = "full",
    output: Annotated[list[str] | None, options.output(OUTPUT)] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count the findings of each rule.", rich_help_panel=OUTPUT)
    ] = False,
    rev: Annotated[
        str | None,
        typer.Option(
            "--rev",
            metavar="REV",
            help="Look at the records as they were at REV, on that day.",
            show_default=False,
            rich_help_panel=WHICH,
        ),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(
            "--changed-since",
            metavar="REV",
            help="Report only what a change since REV could have caused.",
            show_default=False,
            rich_help_panel=WHICH,
        ),
    ] = None,
    config_from: Annotated[str | None, options.config_from(WHICH)] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely.")] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="With --fix or --diff: mend what may change the meaning, too.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")] = False,
) -> None:
    """Look at the records with the rules."""
    from partnerkit.app.lint import Choice
    from partnerkit.app.linting import Asked, answer
    from partnerkit.cli.answers import conclude
    from partnerkit.io.replay import ELAPSED
    from partnerkit.io.terminal import Progress

    started = time.perf_counter()
    choice = Choice(tuple(select or ()), tuple(ignore or ()), profile, fail_on, baseline=not no_baseline)
    asked = Asked(
        tuple(paths or ()),
        choice,
        emitter(format_),
        outputs(output or []),
        statistics,
        fix=fix,
        diff=diff,
        unsafe=unsafe_fixes,
        rev=rev,
        since=changed_since,
        config_from=config_from,
    )
    progress = Progress(quiet=context.obj.quiet)
    try:
        given = answer(asked, context.obj, ELAPSED, progress.tell)
    finally:
        progress.close()
    conclude(context.obj, given, started, of_today=not context.obj.is_dated)
