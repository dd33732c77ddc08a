"""Record an assessor's judgement of a piece of evidence against a criterion: the five tests, the decision, and why.

EVIDENCE is its id, with the partnership before it where that is needed (toolroom-skills/ev-scan); CRITERION is written
as in the record (precision-technician/S1). Each test is met, not-met or not-judged. It is refused where the assessor
made the evidence, and where the judgement would be older than the evidence, or lie ahead.

What is judged is the file as it is now: where the evidence states another digest, that of the file is noted with the
judgement. Judgements for other criteria that were made of the file as it was keep the earlier digest, and `partnerkit
evidence verify` says that they are to be made again.

Exit code: 0 written; 1 the record would not be valid with it, and nothing was written; 2 the job could not be done.
"""

from __future__ import annotations

import time
from typing import Annotated

import typer

MARK = "met|not-met|not-judged"


def command(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    evidence: Annotated[str, typer.Argument(metavar="EVIDENCE", help="The evidence.", show_default=False)],
    criterion: Annotated[str, typer.Argument(metavar="CRITERION", help="The criterion.", show_default=False)],
    by: Annotated[str, typer.Option("--by", metavar="PERSON", help="The assessor.", show_default=False)],
    decision: Annotated[str, typer.Option("--decision", metavar="met|not-yet", help="Whether the criterion is met.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")],
    valid: Annotated[
        str | None, typer.Option("--valid", metavar=MARK, help="Whether it shows what the criterion asks for.")
    ] = None,
    authentic: Annotated[
        str | None, typer.Option("--authentic", metavar=MARK, help="Whether it is the candidate's own work.")
    ] = None,
    current: Annotated[
        str | None, typer.Option("--current", metavar=MARK, help="Whether it shows what they can do today.")
    ] = None,
    sufficient: Annotated[str | None, typer.Option("--sufficient", metavar=MARK, help="Whether it is enough.")] = None,
    reliable: Annotated[
        str | None, typer.Option("--reliable", metavar=MARK, help="Whether another assessor would see it the same.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day of the judgement.", show_default="today")
    ] = None,
    set_: Annotated[
        list[str] | None, typer.Option("--set", metavar="KEY=VALUE", help="Any other key; may be repeated.")
    ] = None,
    id_: Annotated[str | None, typer.Option("--id", metavar="ID", help="Its id; without it, one is made.")] = None,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would be written, and write nothing.")] = False,
) -> None:
    """Record a judgement."""
    from partnerkit.app.evidence_judging import Wish, judge_evidence
    from partnerkit.app.items import pairs
    from partnerkit.cli.answers import finish

    started = time.perf_counter()
    named = {
        "on": on, "valid": valid, "authentic": authentic, "current": current, "sufficient": sufficient,
        "reliable": reliable, "decision": decision, "reason": reason,
    }  # fmt: skip
    options = {**pairs(tuple(set_ or ())), **{key: value for key, value in named.items() if value is not None}}
    answer = judge_evidence(Wish(evidence, criterion, by, options, id_, is_trial=diff), context.obj)
    finish(context.obj, answer.pieces, answer.notes, time.perf_counter() - started)
    raise typer.Exit(answer.code)
