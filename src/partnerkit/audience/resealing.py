"""Seals objectives again that were rewritten for an audience: what was taken out is no change by the partners."""

from __future__ import annotations

from partnerkit.model.partnership.objectives import Objective
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.sealing import holds, is_copy_true, seal_of
from partnerkit.workspace.records import Record


def resealed(before: Record, after: Record) -> Record:
    """A record as an audience may read it, in which each seal holds, or fails, as it did before.

    Args:
        before: The record as it was.
        after: The same without what is withheld.
    """
    if not isinstance(before.part, Partnership) or not isinstance(after.part, Partnership):
        return after
    pairs = zip(before.part.objectives, after.part.objectives, strict=True)
    objectives = tuple(_objective(was, now) for was, now in pairs)
    if all(made is now for made, now in zip(objectives, after.part.objectives, strict=True)):
        return after
    part = after.part.model_copy(update={"objectives": objectives})
    return Record(after.kind, after.id, part, after.origin)


def _objective(was: Objective, now: Objective) -> Objective:
    lock = now.locked
    if lock is None:
        return now
    digest = lock.digest
    if holds(was):
        digest = seal_of(now)
    elif lock.agreed is not None and is_copy_true(was):
        digest = seal_of(lock.agreed)
    if digest == lock.digest:
        return now
    return now.model_copy(update={"locked": lock.model_copy(update={"digest": digest})})
