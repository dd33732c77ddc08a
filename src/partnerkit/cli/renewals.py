"""List judgements and approvals of what has changed since: evidence, agreements, assessments, testimonies and more.

Each is compared with the git history: with the state of what it covers in the commit that recorded it. What has
changed since in the fields that matter is listed, under who judged or approved, with what to do. Notes and titles do
not matter, nor do other ids, other places, and another order. Nothing is written for it, neither to the records nor
beside them: a judgement or an approval that is given again has a new day, and counts from there.

ID is the id of a partnership; without any, all are looked at that have not ended. PERSON is the id of a person. FORMAT
is text, json or markdown. The list is for internal use: nothing is withheld.

What came by a merge is seen as it was merged. Where the history is cut short (a shallow clone), it is told how many may
be older than it.

Exit code: 0 told; 1 the records have errors, or something is to be renewed and --fail asks for it; 2 the job could not
be done; 3 there was nothing to look at.
"""

from __future__ import annotations

import time
from typing import Annotated

import typer

from partnerkit.cli.formats import format_in

PACKAGE = "partnerkit.emit.renewals"


def _known(name: str) -> str:
    return format_in(PACKAGE, name)


def command(
    context: typer.Context,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="The partnerships to look at.", show_default=False)
    ] = None,
    by: Annotated[
        str,
        typer.Option("--by", metavar="PERSON", help="Only what this person judged or approved.", show_default=False),
    ] = "",
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="How to print it.", callback=_known)
    ] = "text",
    fail: Annotated[bool, typer.Option("--fail", help="Fail if there is anything to renew.")] = False,
) -> None:
    """List what is to be judged or approved again."""
    from partnerkit.app.renewals import Asked, answer
    from partnerkit.cli.answers import conclude
    from partnerkit.io.replay import ELAPSED
    from partnerkit.units import unit

    started = time.perf_counter()
    asked = Asked(tuple(ids or ()), unit(PACKAGE, format_).emit, by, fail)
    conclude(context.obj, answer(asked, context.obj, ELAPSED), started, of_today=not context.obj.is_dated)
