"""Say whether a change can be taken in: the one line for CI, and for oneself before asking for a review.

It looks at everything: whether the records are well formed, what the rules find, whether scores reach the least levels
that partnerkit.yaml asks for, and whether the pages that are kept beside the records show what they say. With
--against, it also looks at what the change does beside REV, the branch it is meant for: ids that both have given to two
different things, and what the change excuses or asks less for.

With --config-from, settings, excuses and the baseline are those of REV, so that a change cannot loosen the check it has
to pass. What it excuses counts when it has been taken in.

On GitHub and GitLab, findings are given as the host shows them, and GitHub's summary of the job is written. FORMAT is
full, concise, json, or what a CI system reads: github, gitlab, sarif, junit, checkstyle, rdjsonl, markdown.

Exit code: 0 nothing stands in the way, 1 something does, 2 the check could not be made, 3 there was nothing to check.
"""

from __future__ import annotations

import time
from typing import Annotated, Literal

import typer

from partnerkit.cli import options
from partnerkit.cli.formats import known_format, outputs

CHANGE = "What the change is compared with"


def _known(name: str | None) -> str | None:
    return None if name is None else known_format(name)


def command(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="REV",
            help="Look at the change, too, beside the branch it is meant for.",
            show_default=False,
            rich_help_panel=CHANGE,
        ),
    ] = None,
    config_from: Annotated[str | None, options.config_from(CHANGE)] = None,
    fail_on: Annotated[
        Literal["info", "warning", "error"] | None,
        options.fail_on(),
    ] = None,
    fail_under: Annotated[list[str] | None, options.fail_under()] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="How to print what was found.",
            callback=_known,
            show_default="what the host shows, else full",
        ),
    ] = None,
    output: Annotated[list[str] | None, options.output()] = None,
    host: Annotated[
        Literal["auto", "github", "gitlab", "none"],
        typer.Option("--host", help="For whom; auto asks the environment."),
    ] = "auto",
) -> None:
    """Check everything."""
    from partnerkit.app.check import Asked, answer
    from partnerkit.app.lint import Choice
    from partnerkit.cli.answers import conclude
    from partnerkit.io.host import Host
    from partnerkit.io.host import host as found_host
    from partnerkit.io.replay import ELAPSED
    from partnerkit.io.terminal import Progress

    started = time.perf_counter()
    asked = Asked(
        found_host() if host == "auto" else Host(host),
        format_,
        outputs(output or []),
        Choice(fail_on=fail_on),
        tuple(fail_under or ()),
        against,
        config_from,
    )
    progress = Progress(quiet=context.obj.quiet)
    try:
        given = answer(asked, context.obj, ELAPSED, progress.tell)
    finally:
        progress.close()
    conclude(context.obj, given, started, of_today=not context.obj.is_dated)
