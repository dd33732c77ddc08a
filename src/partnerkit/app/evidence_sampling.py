"""A plan of the judgements that internal quality assurance is to look at, told with its reasons and recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from partnerkit.app.adding import added
from partnerkit.app.ids import minted
from partnerkit.app.items import checked_id, item_data, ordered
from partnerkit.app.lint import pack_of
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.proposing import Editable, opened_to_edit, written
from partnerkit.app.validate import Answer
from partnerkit.diagnostics.text import Piece, one_line, visible
from partnerkit.model.configuration import RulesConfiguration
from partnerkit.model.partnership.assessment import Sample
from partnerkit.model.suggestions import nearest
from partnerkit.rules.additions import Item
from partnerkit.rules.sampling import AXES, WORDS, Picked, Sampling, Size, identity, sampling
from partnerkit.rules.subject import Subject
from partnerkit.rules.words import counted, listed
from partnerkit.workspace.records import Record

SHOWN = 5
"""So many values of an axis that are not covered are named; of the others, how many they are."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for.

    Attributes:
        by: The internal quality assurer.
        partnership: The partnership; None if there is but one.
        axes: What the sample is to cover; none means all axes.
        size: How many judgements.
        seed: What the lot depends on.
        stage: `interim` or `summative`; None if that is not said.
        id: The id the sample is to have; None to have one made.
        writes: Whether to record it.
        is_trial: Whether only to show what would be written.
    """

    by: str
    partnership: str | None = None
    axes: Sequence[str] = ()
    size: Size = field(default_factory=Size)
    seed: str = "1"
    stage: str | None = None
    id: str | None = None
    writes: bool = False
    is_trial: bool = False


def size_of(share: str | None, count: int | None) -> Size:
    """How many judgements are asked for, from the options.

    Raises:
        CannotRunError: They say nothing that can be done.
    """
    if share is not None and count is not None:
        raise CannotRunError("Give --share or --count, not both.")
    if count is not None:
        if count < 1:
            raise CannotRunError("--count takes a whole number, 1 or more.")
        return Size(count)
    if share is None:
        return Size()
    match = re.fullmatch(r"([0-9]{1,3}(?:\.[0-9]{1,6})?)%", share)
    part = Fraction(0) if match is None else Fraction(match[1]) / 100
    if not 0 < part <= 1:
        raise CannotRunError(f"{one_line(share)} is no share; write it like 25%.")
    return Size(share=part)


def axes_of(text: str | None) -> tuple[str, ...]:
    """The axes that are asked for, from the option, in their own order; all of them if it is not given.

    Raises:
        CannotRunError: One of them is none.
    """
    words = [word.strip() for word in text.split(",")] if text is not None else list(AXES)
    for word in words:
        if word not in AXES:
            near = nearest(word, AXES)
            hint = f"Did you mean {near}?" if near else f"There are {listed(AXES)}."
            raise CannotRunError(f"{one_line(word)} is no axis. {hint}")
    return tuple(axis for axis in AXES if axis in words)


def sample_judgements(wish: Wish, settings: Settings) -> Answer:
    """Plan a sample, and record it if that is asked for.

    Raises:
        CannotRunError: There is no such partnership or person, or nothing that could be looked at.
        OSError: A file could not be written.
    """
    if wish.id is not None:
        checked_id(wish.id)
    editable = opened_to_edit(settings)
    record = editable.record("partnership", wish.partnership)
    subject = _subject(editable, record)
    assurer = identity(subject, wish.by)
    if assurer is None:
        raise CannotRunError(
            f"There is no person {one_line(wish.by)} at the partners of {record.id}. --by takes the id of a person; "
            "for one of another organisation, write organisation/person."
        )
    plan = sampling(subject, assurer, wish.axes or AXES, wish.size, wish.seed)
    if not plan.picked:
        words = f"{record.id} has no judgement that {one_line(wish.by)} could look at. {_left_out(plan)}"
        raise CannotRunError(words.strip())
    pieces = tuple(_told(plan, record, wish))
    if not (wish.writes or wish.is_trial):
        return Answer(pieces, ExitCode.OK, (), ())
    data = _data(plan, record, wish, settings)
    draft = added(editable, record, ("samples",), Item(data))
    answer = written(editable, (draft,), visible(f"Recorded {data['id']}"), is_trial=wish.is_trial)
    return Answer((*pieces, *answer.pieces), answer.code, (), answer.notes)


def _subject(editable: Editable, record: Record) -> Subject:
    workspace = editable.workspace()
    pack = pack_of(workspace.configuration.rules or RulesConfiguration())
    return Subject(record, workspace, editable.settings.as_of, pack)


def _data(plan: Sampling, record: Record, wish: Wish, settings: Settings) -> dict[str, Any]:
    known = [item.id for item in record.contents.declared if item.collection == "samples"]
    stage = {} if wish.stage is None else {"stage": wish.stage}
    given = {"planned_on": settings.as_of.isoformat(), "by": wish.by, **stage}
    lists = {
        "axes": list(wish.axes or AXES),
        "judgements": [one.judgement.id for one in plan.picked],
    }
    id_ = wish.id or minted(known, "iqa", settings.as_of)
    return ordered(Sample, {"id": id_, **item_data(Sample, given), **lists})


# ---------------------------------------------------------------------- how it is told


def _told(plan: Sampling, record: Record, wish: Wish) -> Iterator[Piece]:
    yield f"{len(plan.picked)} of {counted(plan.eligible, 'judgement')} of {record.id}", "strong"
    yield f", for {one_line(wish.by)}, by {listed(wish.axes or AXES)}; seed {one_line(wish.seed)}\n", "plain"
    for one in plan.picked:
        judgement = one.judgement
        yield f"  {judgement.id}", "place"
        yield f" {judgement.evidence} for {judgement.criterion}, by {judgement.by}: {_why(one)}\n", "plain"
    if left_out := _left_out(plan):
        yield f"{left_out}\n", "plain"
    for axis in AXES:
        values = [value for of, value in plan.left if of == axis]
        if values:
            more = [f"{len(values) - SHOWN} more"] if len(values) > SHOWN else []
            yield f"Not in so small a sample, of {axis}: {listed([*values[:SHOWN], *more])}.\n", "warning"


def _why(picked: Picked) -> str:
    if not picked.shows:
        return "by lot; all it shows is in the sample already"
    return f"first {listed(f'{WORDS[axis]} {value}' for axis, value in picked.shows)}"


def _left_out(plan: Sampling) -> str:
    found = []
    if plan.own:
        found.append(f"Left out: {counted(len(plan.own), 'judgement')} of their own, or of evidence they made.")
    if plan.unknown:
        names = listed(one.id for one in plan.unknown)
        found.append(f"Left out, as the record does not say who judged: {names}.")
    return " ".join(found)
