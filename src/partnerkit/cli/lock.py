"""Seal the objectives of a partnership, so that a later change of what was agreed shows.

ID is the partnership. All its objectives are sealed, or those named with --objective: all of them or, if one cannot be,
none. An objective must be agreed by all partners, and its indicators whole. What is sealed (statement, day, indicators
with baseline and target) is written under `locked`, with its digest; all else in the file stays as it is.

What was changed after it was sealed is sealed again when the change is recorded under `changed`: who made it, what,
why, and which meeting approved it. What had been sealed before is then kept there.

Exit code: 0 sealed, or nothing to do; 1 something is not ready, and nothing was sealed; 2 the job could not be done.
"""

from __future__ import annotations

import time
from typing import Annotated

import typer


def command(
    context: typer.Context,
    partnership: Annotated[str, typer.Argument(metavar="ID", help="The partnership.", show_default=False)],
    objective: Annotated[
        list[str] | None,
        typer.Option("--objective", metavar="ID", help="Only this objective; may be repeated.", show_default=False),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option("--by", metavar="PERSON", help="The person who seals them, by id.", show_default=False),
    ] = None,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would be written, and write nothing.")] = False,
) -> None:
    """Seal what was agreed."""
    from partnerkit.app.lock import Wish, lock
    from partnerkit.cli.answers import conclude

    started = time.perf_counter()
    answer = lock(Wish(partnership, tuple(objective or ()), by, is_trial=diff), context.obj)
    conclude(context.obj, answer, started, of_today=False)
