"""Seal objectives: write what all partners agreed, with its digest, where a later change of it will show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from partnerkit.app.drafts import drafts
from partnerkit.app.lint import pack_of
from partnerkit.app.loading import PARTNERSHIP
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.proposing import opened_to_edit, written
from partnerkit.app.validate import Answer
from partnerkit.diagnostics.diagnostic import TextEdit
from partnerkit.diagnostics.text import Piece, visible
from partnerkit.emit.api import number
from partnerkit.model.configuration import RulesConfiguration
from partnerkit.model.organisation import Person
from partnerkit.model.partnership.objectives import Objective
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.sealing import approval, copy_of, gaps, holds, is_copy_true, lock_data
from partnerkit.model.suggestions import nearest
from partnerkit.rules.catalogue import all_rules
from partnerkit.rules.edits import mending
from partnerkit.rules.engine import Locator
from partnerkit.rules.findings import Fix, Replacement
from partnerkit.rules.objectives._differences import differences, told
from partnerkit.rules.subject import Subject
from partnerkit.rules.words import day, listed
from partnerkit.source.writing import block, flow
from partnerkit.workspace.records import Record, Sources
from partnerkit.workspace.workspace import Workspace

READY = ("objective-not-joint", "objective-without-indicator", "indicator-incomplete")
"""The rules of which an objective must be free before it is sealed: what is not agreed or not whole is not sealed."""

_LOCK = ("on", "by", "version", "digest")
_KEYS = {"by": "who made it (`by`)", "what": "what was changed (`what`)", "why": "why (`why`)"}
_KEYS["approved_in"] = "which meeting approved it (`approved_in`)"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for.

    Attributes:
        partnership: The id of the partnership.
        objectives: The ids of objectives; none means all of it.
        by: A reference to the person who seals.
        is_trial: Whether only to show what would be written.
    """

    partnership: str
    objectives: Sequence[str] = ()
    by: str | None = None
    is_trial: bool = False


def lock(wish: Wish, settings: Settings) -> Answer:
    """Seal the objectives of a partnership, all that are asked for or none.

    Raises:
        CannotRunError: There is no such partnership, objective or person, or the text cannot be edited safely.
        OSError: A file could not be written.
    """
    editable = opened_to_edit(settings)
    record = editable.record(PARTNERSHIP, wish.partnership)
    workspace = editable.workspace()
    _check_person(workspace, record, wish.by)
    wanted = _wanted(record, wish.objectives)
    subject = Subject(record, workspace, settings.as_of, pack_of(editable.configuration.rules or RulesConfiguration()))
    refused = [words for objective in wanted for words in _refusals(subject, objective)]
    if refused:
        pieces: tuple[Piece, ...] = tuple((f"{visible(line)}\n", "plain") for line in refused)
        return Answer((*pieces, ("Nothing was sealed.\n", "error")), ExitCode.FINDINGS, (), ())
    fixes = [fix for objective in wanted if (fix := _fix(objective, settings.as_of, wish.by)) is not None]
    if not fixes:
        return Answer((("Nothing to do: all of it is sealed as it stands.\n", "plain"),), ExitCode.OK, (), ())
    drafted = drafts(editable.loader, _edits(fixes, record, Sources(editable.loader.text)))
    told = f"Sealed {number(len(fixes), 'objective')} of {record.id} as of {settings.as_of.isoformat()}"
    return written(editable, drafted, told, is_trial=wish.is_trial)


_UNWRITABLE = (
    "The seal cannot be written here without touching more than it should. Write the objective in block style."
)


def _check_person(workspace: Workspace, record: Record, by: str | None) -> None:
    if by is None:
        return
    item = workspace.target(record, "people", by)
    if item is None or not isinstance(item.part, Person):
        raise CannotRunError(f"There is no person {by} at the partners of {record.id}. --by takes the id of a person.")


def _wanted(record: Record, ids: Sequence[str]) -> tuple[Objective, ...]:
    assert isinstance(record.part, Partnership)  # noqa: S101 - the caller has looked
    known = {objective.id: objective for objective in record.part.objectives}
    if not known:
        raise CannotRunError(f"{record.id} has no objective yet: there is nothing to seal.")
    for id_ in ids:
        if id_ not in known:
            near = nearest(id_, list(known))
            hint = f"Did you mean {near}?" if near else f"There are {listed(known)}."
            raise CannotRunError(f"There is no objective {id_} in {record.id}. {hint}")
    return tuple(objective for id_, objective in known.items() if not ids or id_ in ids)


def _refusals(subject: Subject, objective: Objective) -> Iterator[str]:
    """Why an objective cannot be sealed, a sentence each."""
    if holds(objective) and is_copy_true(objective):
        return
    parts = {id(objective), *map(id, objective.indicators)}
    for rule in all_rules():
        if rule.name in READY:
            for finding in rule.checks["check"](subject):
                if id(finding.part) in parts:
                    yield f"{objective.id}: {finding.message}."
    if objective.locked is not None and not is_copy_true(objective):
        yield f"{objective.id}: the copy of what was agreed was changed; put it back, or delete `agreed`."
    elif objective.locked is not None and approval(objective) is None:
        yield from _unapproved(objective)


def _unapproved(objective: Objective) -> Iterator[str]:
    assert objective.locked is not None  # noqa: S101 - the caller has looked
    on = objective.locked.on
    partly = [change for change in objective.changed if change.on >= on and change.before is None]
    found = differences(objective)
    start = f"{objective.id}: it was changed after it was sealed on {day(on)}{told(found)}"
    link = "; " if found else ", and "
    if not partly:
        yield (
            f"{start}. Put it back as it was; or record the change under `changed`: the day (`on`), "
            f"{listed(_KEYS.values())}. Then seal it again."
        )
    for change in partly:
        wanting = listed((_KEYS[key] for key in gaps(change)), "or")
        yield f"{start}{link}the change of {day(change.on)} does not say {wanting}."


def _fix(objective: Objective, on: date, by: str | None) -> Fix | None:
    """What is written for an objective; None if it is sealed as it stands, with a copy."""
    lock_ = objective.locked
    if lock_ is None:
        return _sealed(objective, lock_data(objective, on, by))
    if holds(objective):
        if lock_.agreed is not None:
            return None
        known = {name: value for name in _LOCK if (value := getattr(lock_, name)) is not None}
        return _sealed(objective, {**known, "agreed": copy_of(objective)})
    change = approval(objective)
    assert change is not None  # noqa: S101 - else it was refused
    data = lock_data(objective, on, by, (lock_.version or 1) + 1)
    before = [] if lock_.agreed is None else [lock_.agreed]
    kept = tuple(
        Replacement(change, "before", flow(copy), tuple(block(copy))) for copy in (copy_of(agreed) for agreed in before)
    )
    return _sealed(objective, data, kept)


def _sealed(objective: Objective, data: dict[str, object], more: tuple[Replacement, ...] = ()) -> Fix:
    return Fix("seal it", (Replacement(objective, "locked", flow(data), tuple(block(data))), *more), safe=False)


def _edits(fixes: Iterable[Fix], record: Record, sources: Sources) -> Iterator[TextEdit]:
    locator = Locator(record)
    for fix in fixes:
        edits = mending(fix, locator.path, record, sources)
        if edits is None:
            raise CannotRunError(_UNWRITABLE)
        yield from edits.edits
