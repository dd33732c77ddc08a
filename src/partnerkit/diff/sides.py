"""The two states that are compared, and what is known of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from partnerkit.diff.items import Item, items_of
from partnerkit.model.base import Part


class Level(NamedTuple):
    """How a point of a rubric stands for a partnership.

    Attributes:
        rubric: The rubric's name.
        code: The point's short name.
        title: What it is about.
        level: The level it has reached; None if it has none.
        share: What is met of what is due, from 0 to 1.
        standing: The level or the fraction, as people read it.
    """

    rubric: str
    code: str
    title: str
    level: int | None
    share: float
    standing: str


class Finding(NamedTuple):
    """Something that a rule or the format has found.

    Attributes:
        record: Kind and id of the record it is about; only the file if it is about none.
        about: The item of the record, by ids; "" for the record as a whole.
        rule: The name of the rule.
        severity: How much it weighs, in a word.
        weight: The same as a number.
        message: What it says.
    """

    record: str
    about: str
    rule: str
    severity: str
    weight: int
    message: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A state of a workspace, or the part of it that may differ from another state.

    Attributes:
        records: The records, by kind and id.
        broken: The ids of what would be records if nothing were wrong with them.
        levels: How each partnership scores, by id, rubric and point.
        findings: What was found, by fingerprint.
        files: For each partnership, the files that its evidence names, and whether they are there.
    """

    records: Mapping[tuple[str, str], Part]
    broken: frozenset[str] = frozenset()
    levels: Mapping[tuple[str, str, str], Level] = field(default_factory=dict)
    findings: Mapping[str, Finding] = field(default_factory=dict)
    files: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)

    def person(self, reference: str, partners: Sequence[str]) -> str:
        """The name of a person that a partnership of some partners refers to; the reference if nobody is found."""
        home, slash, id_ = reference.rpartition("/")
        for organisation in (home,) if slash else partners:
            part = self.records.get(("organisation", organisation))
            for person in getattr(part, "people", ()):
                if person.id == id_:
                    return str(person.name)
        return reference


class Pair:
    """A record in both states."""

    def __init__(self, kind: str, id_: str, before: tuple[Snapshot, Part], after: tuple[Snapshot, Part]) -> None:
        """Take the record as it was and as it is, each with the state it belongs to."""
        self.record = f"{kind} {id_}"
        self.id = id_
        self.before, self.after = before[0], after[0]
        self.old, self.new = items_of(before[1]), items_of(after[1])

    def both(self, collection: str) -> list[tuple[Item, Item]]:
        """The items of a collection that are in both states, each as it was and as it is."""
        return [
            (item, self.new[key]) for key, item in self.old.items() if item.collection == collection and key in self.new
        ]

    def gone(self, collection: str) -> list[Item]:
        """The items of a collection that are there no longer."""
        return [one for key, one in self.old.items() if one.collection == collection and key not in self.new]

    def come(self, collection: str) -> list[Item]:
        """The items of a collection that were not there before."""
        return [one for key, one in self.new.items() if one.collection == collection and key not in self.old]

    def person_before(self, reference: str) -> str:
        """The name of somebody the old record refers to."""
        return self.before.person(reference, _partners(self.old))

    def person_after(self, reference: str) -> str:
        """The name of somebody the new record refers to."""
        return self.after.person(reference, _partners(self.new))


def _partners(items: Mapping[str, Item]) -> tuple[str, ...]:
    return tuple(partner.organisation for partner in items[""].get("partners") or ())
