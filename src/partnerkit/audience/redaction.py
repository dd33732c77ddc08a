"""A workspace as an audience may read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from partnerkit.audience.people import Key, Role, names, people, roles
from partnerkit.audience.renaming import Renaming
from partnerkit.audience.resealing import resealed
from partnerkit.audience.structure import Structure
from partnerkit.audience.words import Sweep
from partnerkit.model.audiences import may_see, seen
from partnerkit.model.base import Part
from partnerkit.model.configuration import Audience
from partnerkit.model.fields import parts
from partnerkit.model.organisation import Person
from partnerkit.model.partnership.learners import Learner
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.quantities import Money, Quantity
from partnerkit.workspace.records import Record
from partnerkit.workspace.workspace import Workspace

T = TypeVar("T")

_SAID: Mapping[Audience, str] = {
    "public": "the public",
    "partners": "the partners",
    "internal": "the organisation that keeps the records",
}


@dataclass(frozen=True, slots=True)
class Redacted:
    """What an audience may read, and what was taken out of it.

    Attributes:
        workspace: The records without what is withheld; nothing else needs to know of it.
        ids: The new id of each partnership by its old one.
        sentence: What is withheld, in words and counts; empty where nothing ever is.
        sentences: What is withheld from each partnership's record, by its new id.
        secrets: What no text may hold, in one order: two workspaces with the same lose the same words.
    """

    workspace: Workspace
    ids: Mapping[str, str]
    sentence: str
    sentences: Mapping[str, str] = field(default_factory=dict)
    secrets: tuple[str, ...] = ()


def redacted(workspace: Workspace, audience: Audience) -> Redacted:
    """The workspace as an audience may read it. What is internal is read as it is."""
    if audience == "internal":
        return Redacted(workspace, {record.id: record.id for record in workspace.partnerships}, "")
    records = (*workspace.organisations, *workspace.frameworks, *workspace.programmes, *workspace.partnerships)
    with_sums = _may_see(audience, Quantity, "money")
    structure = Structure(audience, with_sums=with_sums)
    taken_out, taken = _counted(
        structure.taken,
        lambda record: Record(record.kind, record.id, structure.record(record.part), record.origin),
        records,
    )
    instead = _roles(workspace, audience)
    secrets = tuple(names(workspace, instead)) if instead else ()
    sums = None if with_sums else tuple(_sums(workspace))
    phones, learners = tuple(_phones(workspace)), tuple(_learners(workspace, audience))
    sweep = Sweep(secrets, phones, sums, learners)
    renaming = Renaming(workspace, taken_out, sweep, instead)
    made, found = _counted(
        sweep.found,
        lambda pair: resealed(pair[0], renaming.record(pair[0], pair[1].part)),
        zip(records, taken_out, strict=True),
    )
    title = workspace.configuration.title
    configuration = workspace.configuration.model_copy(update={"title": sweep.text(title)} if title else {})
    ids = {record.id: renaming.id_of(record) for record in workspace.partnerships}
    return Redacted(
        Workspace(configuration, made),
        ids,
        _sentence(audience, structure.taken + sweep.found),
        {
            record.id: _sentence(audience, before + after)
            for record, before, after in zip(made, taken, found, strict=True)
            if record.kind == "partnership"
        },
        tuple(sorted({repr(one) for one in (*secrets, *phones, *(sums or ()), *learners)})),
    )


def _counted(
    counter: Counter[str], make: Callable[[T], Record], given: Iterable[T]
) -> tuple[list[Record], list[Counter[str]]]:
    """What is made of some things one after another, and what each of them has added to a counter."""
    made, added = [], []
    for one in given:
        before = counter.copy()
        made.append(make(one))
        added.append(counter - before)
    return made, added


def _may_see(audience: Audience, model: type[Part], name: str) -> bool:
    return may_see(audience, seen(model, name).by)


def _roles(workspace: Workspace, audience: Audience) -> Mapping[Key, Role]:
    """The roles that stand for people, where names are withheld."""
    if _may_see(audience, Person, "name"):
        return {}
    return roles(workspace, Sweep(names(workspace), _phones(workspace)).text)


def _learners(workspace: Workspace, audience: Audience) -> Iterator[str]:
    if not _may_see(audience, Partnership, "learners"):
        yield from (part.id for part in _parts(workspace) if isinstance(part, Learner))


def _phones(workspace: Workspace) -> Iterator[str]:
    return (person.phone for _, person in people(workspace) if person.phone)


def _sums(workspace: Workspace) -> Iterator[float]:
    return (part.amount for part in _parts(workspace) if isinstance(part, Money))


def _parts(workspace: Workspace) -> Iterator[Part]:
    for record in (*workspace.programmes, *workspace.partnerships):
        yield from (part for part, _ in parts(record.part, ()))


def _sentence(audience: Audience, taken: Counter[str]) -> str:
    counts = ", ".join(f"{what} ({number})" for what, number in sorted(taken.items()) if number)
    whole = sum(taken.values())
    if not whole:
        return f"Written for {_SAID[audience]}: the records hold nothing that had to be withheld"
    values = "1 value is" if whole == 1 else f"{whole} values are"
    return f"Written for {_SAID[audience]}: {values} withheld or replaced in these records: {counts}"
