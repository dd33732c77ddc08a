"""An assessor's decision on a piece of evidence, recorded: five tests, the decision, and why.

Who judges a file judges it as it is now: where another digest is noted for it, its digest is noted with the decision.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from partnerkit.app.adding import added
from partnerkit.app.drafts import Draft
from partnerkit.app.evidence_noting import Noting, noted, noting
from partnerkit.app.evidence_verifying import evidence_or_partnership
from partnerkit.app.ids import minted
from partnerkit.app.items import checked_id, item_data, ordered, refuse_ahead
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.proposing import Editable, opened_to_edit, written
from partnerkit.app.validate import Answer
from partnerkit.diagnostics.text import one_line, visible
from partnerkit.model.partnership.assessment import Evidence, Judgement
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.rules.additions import Item
from partnerkit.rules.words import day
from partnerkit.workspace.records import Record
from partnerkit.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for.

    Attributes:
        evidence: The evidence, by its id or its address.
        criterion: The criterion, as it is referred to.
        by: The assessor.
        options: Values for the other keys of the judgement, as they were given.
        id: The id it is to have; None to have one made.
        is_trial: Whether only to show what would be written.
    """

    evidence: str
    criterion: str
    by: str
    options: Mapping[str, str] = field(default_factory=dict)
    id: str | None = None
    is_trial: bool = False


def judge_evidence(wish: Wish, settings: Settings) -> Answer:
    """Record a judgement of a piece of evidence.

    Raises:
        CannotRunError: There is no such evidence, the assessor made it, or the day of the judgement lies before the
            evidence or still to come.
        OSError: A file could not be written.
    """
    if wish.id is not None:
        checked_id(wish.id)
    editable = opened_to_edit(settings)
    workspace = editable.workspace()
    thing = evidence_or_partnership(workspace, wish.evidence, only_evidence=True)
    assert isinstance(thing.part, Evidence)  # noqa: S101 - it was asked for
    given = {"evidence": thing.id, "criterion": wish.criterion, "by": wish.by, "on": settings.as_of.isoformat()}
    data = item_data(Judgement, {**given, **wish.options})
    _refuse(thing.part, thing.record, workspace, wish.by, data)
    known = [item.id for item in thing.record.contents.declared if item.collection == "judgements"]
    data = ordered(Judgement, {"id": wish.id or minted(known, "jd", settings.as_of), **data})
    refuse_ahead(Judgement, data, settings.as_of)
    one = _noting(editable, thing.record, thing.part, data)
    told = visible(f"Judged {thing.record.id}/{thing.id}: {data['id']}")
    answer = written(editable, _drafted(editable, thing.record, data, one), told, is_trial=wish.is_trial)
    if answer.code is not ExitCode.OK:
        return answer
    line = ((f"{visible(one.words)}\n", "plain"),) if one is not None and not wish.is_trial else ()
    return Answer((*answer.pieces, *line), answer.code, (), tuple(_notes(thing.part, data, wish.criterion)))


def _noting(editable: Editable, record: Record, evidence: Evidence, data: Mapping[str, Any]) -> Noting | None:
    """The digest of the file as it is now, if another is noted; where none is, none is begun with."""
    if evidence.sha256 is None:
        return None
    assert isinstance(record.part, Partnership)  # noqa: S101 - only partnerships hold evidence
    on = data["on"]
    replaced = (
        one for one in record.part.judgements if one.criterion == data["criterion"] and (one.on is None or one.on <= on)
    )
    return noting(editable, record, evidence, replaced)


def _drafted(editable: Editable, record: Record, data: Mapping[str, Any], one: Noting | None) -> tuple[Draft, ...]:
    """What would be written, a draft for each file."""
    drafts = {draft.file: draft for draft in noted(editable, () if one is None else (one,))}
    now = editable.after(drafts.values()) if drafts else editable
    last = added(now, now.record("partnership", record.id), ("judgements",), Item(data))
    drafts[last.file] = replace(drafts.get(last.file, last), after=last.after)
    return tuple(drafts.values())


def _refuse(evidence: Evidence, record: Record, workspace: Workspace, by: str, data: Mapping[str, Any]) -> None:
    assessor = workspace.target(record, "people", by)
    if assessor is None:
        raise CannotRunError(
            f"There is no person {one_line(by)} at the partners of {record.id}. --by takes the id of a person; "
            "for one of another organisation, write organisation/person."
        )
    author = None if evidence.author is None else workspace.target(record, "people", evidence.author)
    if author is not None and author.part is assessor.part:
        raise CannotRunError(
            f"{one_line(by)} made {evidence.id}, and nobody judges what is their own. Ask somebody else."
        )
    on = data["on"]
    made = evidence.on or (evidence.period.start if evidence.period is not None else None)
    if isinstance(on, date) and made is not None and on < made:
        raise CannotRunError(f"{evidence.id} was made on {day(made)}: it cannot have been judged on {day(on)}.")


def _notes(evidence: Evidence, data: Mapping[str, Any], criterion: str) -> list[str]:
    """What the assessor may want to look at again."""
    found = []
    if all(one.criterion.rpartition("/")[2] != criterion.rpartition("/")[2] for one in evidence.maps):
        found.append(f"{evidence.id} is not mapped to {criterion}, so that nobody can see where in it to look")
    if evidence.author is None:
        found.append(f"the record does not say who made {evidence.id}: nobody can see that it was not the assessor")
    if data.get("decision") == "met" and "not-met" in [data.get(one) for one in TESTS]:
        found.append("the decision is `met`, though one of the tests is not")
    return found


TESTS = ("valid", "authentic", "current", "sufficient", "reliable")
"""The tests of evidence: the marks of a judgement."""
