"""Explain a rule: what it finds, why that matters, an example that it finds and one that it does not, how to mend it.

RULE is a name or a code. Without it, all rules are listed, a line each.
"""

from __future__ import annotations

from typing import Annotated, Literal

import typer


def command(
    context: typer.Context,
    rule: Annotated[str | None, typer.Argument(metavar="[RULE]", help="The rule.", show_default=False)] = None,
    all_: Annotated[bool, typer.Option("--all", help="All rules, each with its page.")] = False,
    format_: Annotated[
        Literal["text", "json", "markdown"], typer.Option("--format", help="How to print the pages.")
    ] = "text",
) -> None:
    """Explain rules."""
    from partnerkit.app.rule import explained
    from partnerkit.cli.answers import finish

    finish(context.obj, explained(rule, everything=all_, format_=format_), (), 0.0)
