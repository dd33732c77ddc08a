"""The local network as the records hold it: organisations, and the partnerships and programmes that link them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from partnerkit.model.organisation import Organisation
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.programme import Programme
from partnerkit.views import blocks as b
from partnerkit.views.reading.duties import ENDED
from partnerkit.views.reading.names import Names
from partnerkit.views.reading.pages import partnership_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from partnerkit.workspace.records import Record
    from partnerkit.workspace.workspace import Workspace

EMPLOYERS, TEACHING, AROUND, UNTOLD = (
    "Employers",
    "Colleges, providers, schools",
    "Bodies around them",
    "Type not recorded",
)
PAIR = 2
JOINT, FUNDED = "Partnerships", "Programmes"
SIDES = {
    "employer": EMPLOYERS,
    "fe-college": TEACHING,
    "independent-training-provider": TEACHING,
    "university": TEACHING,
    "school": TEACHING,
}


@dataclass(frozen=True, slots=True)
class Joint:
    """A partnership: who takes part in it, in which role, and where.

    Attributes:
        members: The organisations of which there is a record, by their ids, each with its role if that is recorded;
            without those that have left.
        behalf: The organisations that a member acts for, by the id of the member.
        place: Where it works; if that is not recorded, where most of its partners do; "" if neither is.
    """

    id: str
    part: Partnership
    names: Names
    members: Mapping[str, str | None]
    behalf: Mapping[str, str]
    place: str

    @property
    def is_over(self) -> bool:
        """Whether nobody works on it any more."""
        return self.part.status in ENDED

    @property
    def link(self) -> b.Link:
        """A link to its page."""
        return b.Link(self.part.title, page=partnership_page(self.id))


@dataclass(frozen=True, slots=True)
class Funded:
    """A programme: which organisations stand behind it, as what, and which partnerships are in it."""

    id: str
    part: Programme
    names: Names
    behind: Mapping[str, str]
    joints: frozenset[str]


@dataclass(frozen=True, slots=True)
class Actor:
    """An organisation: the partnerships it takes part in, those in which another acts for it, and its programmes."""

    id: str
    part: Organisation
    joints: tuple[Joint, ...] = ()
    through_others: tuple[Joint, ...] = ()
    programmes: tuple[tuple[Funded, str], ...] = ()

    @property
    def side(self) -> str:
        """Which of the groups of organisations it belongs to."""
        return SIDES.get(self.part.type, AROUND) if self.part.type else UNTOLD

    @property
    def frail(self) -> int:
        """How many partnerships that go on have one other partner only: they would end if it left."""
        return sum(len(joint.members) == PAIR and not joint.is_over for joint in self.joints)

    @property
    def is_apart(self) -> bool:
        """Whether nothing that is shown links it to anybody."""
        return not (self.joints or self.through_others or self.programmes)


@dataclass(frozen=True, slots=True)
class Web:
    """All of it, each part in the order of its names."""

    actors: tuple[Actor, ...]
    joints: tuple[Joint, ...]
    programmes: tuple[Funded, ...]


def web_of(workspace: Workspace, shown: Iterable[Record], as_of: date) -> Web:
    """The network of the partnerships shown, as it is on a day: without the partners that have left."""
    joints = sorted(
        (_joint(workspace, record, record.part, as_of) for record in shown if isinstance(record.part, Partnership)),
        key=lambda joint: (joint.part.title.casefold(), joint.id),
    )
    programmes = tuple(_programmes(workspace, joints))
    taking: defaultdict[str, list[Joint]] = defaultdict(list)
    through: defaultdict[str, list[Joint]] = defaultdict(list)
    for joint in joints:
        for id_ in joint.members:
            taking[id_].append(joint)
        for id_ in joint.behalf.values():
            through[id_].append(joint)
    behind: defaultdict[str, list[tuple[Funded, str]]] = defaultdict(list)
    for programme in programmes:
        for id_, what in programme.behind.items():
            behind[id_].append((programme, what))
    actors = (
        Actor(record.id, record.part, tuple(taking[record.id]), tuple(through[record.id]), tuple(behind[record.id]))
        for record in workspace.organisations
        if isinstance(record.part, Organisation)
    )
    ordered = sorted(actors, key=lambda actor: (actor.part.name.casefold(), actor.id))
    return Web(tuple(ordered), tuple(joints), programmes)


def _joint(workspace: Workspace, record: Record, part: Partnership, as_of: date) -> Joint:
    names = Names(workspace, record)
    members: dict[str, str | None] = {}
    behalf: dict[str, str] = {}
    places: Counter[str] = Counter()
    for partner in part.partners:
        organisation = _organisation(names, partner.organisation)
        if organisation is None or (partner.until is not None and partner.until < as_of):
            continue
        members[organisation.id] = partner.role
        places.update([organisation.place] if organisation.place else [])
        principal = _organisation(names, partner.on_behalf_of)
        if principal is not None:
            behalf[organisation.id] = principal.id
    usual = min(places, key=lambda place: (-places[place], place), default="")
    return Joint(record.id, part, names, members, behalf, part.place or usual)


def _organisation(names: Names, reference: str | None) -> Organisation | None:
    item = names.item("organisations", reference) if reference else None
    return item.part if item is not None and isinstance(item.part, Organisation) else None


def _programmes(workspace: Workspace, joints: Sequence[Joint]) -> Iterator[Funded]:
    named = defaultdict(set)
    for joint in joints:
        item = joint.names.item("programmes", joint.part.programme) if joint.part.programme else None
        if item is not None:
            named[item.id].add(joint.id)
    known = {joint.id for joint in joints}
    for record in workspace.programmes:
        if isinstance(record.part, Programme):
            names = Names(workspace, record)
            listed = {reference.rpartition("/")[2] for reference in record.part.partnerships} & known
            yield Funded(
                record.id, record.part, names, _behind(names, record.part), frozenset(named[record.id] | listed)
            )


def _behind(names: Names, part: Programme) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for reference, what in ((part.lead, "leads"), (part.client, "orders"), (part.funder, "funds")):
        organisation = _organisation(names, reference)
        if organisation is not None:
            found[organisation.id] = what
    return found


def pairs(joints: Iterable[Joint]) -> Mapping[tuple[str, str], tuple[Joint, ...]]:
    """Which organisations work together, and in what."""
    found: defaultdict[tuple[str, str], list[Joint]] = defaultdict(list)
    for joint in joints:
        for one, other in combinations(sorted(joint.members), 2):
            found[one, other].append(joint)
    return {pair: tuple(held) for pair, held in sorted(found.items())}


def groups(web: Web) -> tuple[frozenset[str], ...]:
    """The organisations that partnerships link, directly or through others, largest group first."""
    group: dict[str, set[str]] = {}
    for joint in web.joints:
        merged: set[str] = set().union(*(group.get(id_, {id_}) for id_ in joint.members))
        group.update(dict.fromkeys(merged, merged))
    distinct = {min(members): frozenset(members) for members in group.values()}
    return tuple(sorted(distinct.values(), key=lambda members: (-len(members), min(members))))
