"""Adopt the rules in an old repository: what they find today is known, and only what is new fails.

ACTION is create (write down what is found now), check (are there entries that are not found any more?) or prune (take
those out). The baseline is the file partnerkit-baseline.json at the root of the workspace; commit it.

Exit code: 0 done, 1 the baseline has entries that are not found any more, 2 the job could not be done.
"""

from __future__ import annotations

from typing import Annotated, Literal

import typer


def command(
    context: typer.Context,
    action: Annotated[Literal["create", "check", "prune"], typer.Argument(help="What to do.")],
) -> None:
    """Keep the baseline."""
    from partnerkit.app.baselining import keep
    from partnerkit.cli.answers import finish

    pieces, code = keep(action, context.obj)
    finish(context.obj, pieces, (), 0.0)
    raise typer.Exit(code)
