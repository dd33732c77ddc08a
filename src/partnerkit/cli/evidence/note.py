"""Note the digests of files of evidence as the files are now: for when a file has changed, and is right as it is.

EVIDENCE is an id, with the partnership before it where that is needed (toolroom-skills/ev-scan). Noting a digest judges
nothing: each judgement that was made of the file as it was keeps the earlier digest, under its own `sha256`, and
`partnerkit evidence verify` says that it is to be made again. Whoever judges the file as it is now needs no `note`:
`partnerkit evidence judge` notes the digest too.

Exit code: 0 noted, or noted already; 1 the record would not be valid with it, and nothing was written; 2 the job could
not be done.
"""

from __future__ import annotations

import time
from typing import Annotated

import typer


def command(
    context: typer.Context,
    evidence: Annotated[list[str], typer.Argument(metavar="EVIDENCE...", help="The evidence.", show_default=False)],
    diff: Annotated[bool, typer.Option("--diff", help="Show what would be written, and write nothing.")] = False,
) -> None:
    """Note the digests of files that have changed."""
    from partnerkit.app.evidence_noting import note_evidence
    from partnerkit.cli.answers import finish

    started = time.perf_counter()
    answer = note_evidence(tuple(evidence), context.obj, is_trial=diff)
    finish(context.obj, answer.pieces, answer.notes, time.perf_counter() - started)
    raise typer.Exit(answer.code)
