"""Plan which judgements internal quality assurance is to look at, and say why each was picked.

The sample covers as many different candidates, assessors, methods, elements (criteria), records (pieces of evidence)
and assessment-sites (partners) as fit into it; --axes chooses among these. What has been in no sample before comes
first, then the lot decides: the same seed gives the same sample. What the quality assurer judged, or made, is never
picked.

Exit code: 0 planned; 1 the record would not be valid with it, and nothing was written; 2 the job could not be done.
"""

from __future__ import annotations

import time
from typing import Annotated

import typer


def command(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    by: Annotated[str, typer.Option("--by", metavar="PERSON", help="The quality assurer.", show_default=False)],
    in_: Annotated[
        str | None,
        typer.Option("--in", metavar="ID", help="The partnership; not needed if there is but one.", show_default=False),
    ] = None,
    axes: Annotated[
        str | None, typer.Option("--axes", metavar="AXIS,…", help="What the sample is to cover (default: all).")
    ] = None,
    share: Annotated[
        str | None, typer.Option("--share", metavar="PERCENT", help="The share that is looked at (default: 25%).")
    ] = None,
    count: Annotated[int | None, typer.Option("--count", metavar="N", help="Or so many.")] = None,
    seed: Annotated[str, typer.Option("--seed", metavar="TEXT", help="What the lot depends on.")] = "1",
    stage: Annotated[str | None, typer.Option("--stage", metavar="interim|summative", help="When it is taken.")] = None,
    id_: Annotated[str | None, typer.Option("--id", metavar="ID", help="Its id; without it, one is made.")] = None,
    write: Annotated[bool, typer.Option("--write", help="Record it under `samples`.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would be written, and write nothing.")] = False,
) -> None:
    """Plan a sample."""
    from partnerkit.app.evidence_sampling import Wish, axes_of, sample_judgements, size_of
    from partnerkit.cli.answers import finish

    started = time.perf_counter()
    wish = Wish(by, in_, axes_of(axes), size_of(share, count), seed, stage, id_, writes=write, is_trial=diff)
    answer = sample_judgements(wish, context.obj)
    finish(context.obj, answer.pieces, answer.notes, time.perf_counter() - started)
    raise typer.Exit(answer.code)
