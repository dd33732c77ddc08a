"""All records together: ids that two of them share, and references from one to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from partnerkit.diagnostics.diagnostic import Kind
from partnerkit.model.fields import collections
from partnerkit.model.kinds import KINDS
from partnerkit.model.suggestions import listed, nearest
from partnerkit.workspace import kinds
from partnerkit.workspace.records import Place
from partnerkit.workspace.references import SHOWN, Facts, Request, among, said_instead

COLLECTION_OF = {
    "organisation": "organisations",
    "framework": "frameworks",
    "programme": "programmes",
    "partnership": "partnerships",
}
"""The collections of the workspace itself: records by kind."""


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A request of a record that names nothing, or more than one thing. `help` says what to write instead."""

    facts: Facts
    request: Request
    kind: Kind
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Shared:
    """A record whose id another record of the same kind, earlier in the workspace, has too."""

    facts: Facts
    first: Facts

    @property
    def place(self) -> Place:
        """Where the second id stands."""
        return Place(self.facts.origin, ("id",))

    @property
    def first_place(self) -> Place:
        """Where the first one stands."""
        return Place(self.first.origin, ("id",))


class Target(NamedTuple):
    """What a request names: a record, or an item of one."""

    collection: str
    record: tuple[str, str]
    id: str

    @property
    def written(self) -> str:
        """How to write it so that nothing else can be meant."""
        return self.id if self.collection == COLLECTION_OF[self.record[0]] else f"{self.record[1]}/{self.id}"


class Links:
    """The ids of all records, and what a reference between records names."""

    def __init__(self, all_facts: Iterable[Facts], broken: Iterable[str] = ()) -> None:
        """Take the facts of all valid records and the ids of the others; their order does not matter."""
        self.broken = frozenset(broken)
        self.facts = tuple(sorted(all_facts, key=lambda facts: facts.origin.root))
        self.records: dict[tuple[str, str], Facts] = {}
        self.shared: list[Shared] = []
        self._holders: defaultdict[tuple[str, str], list[Facts]] = defaultdict(list)
        self._scopes: defaultdict[tuple[str, str], list[Facts]] = defaultdict(list)
        self._scoped_targets: dict[Request, list[Target]] = {}
        for facts in self.facts:
            first = self.records.setdefault((COLLECTION_OF[facts.kind], facts.id), facts)
            if first is not facts:
                self.shared.append(Shared(facts, first))
                continue
            for collection, ids in facts.items.items():
                self._scopes[collection, facts.id].append(facts)
                for id_ in ids:
                    self._holders[collection, id_].append(facts)

    def targets(self, request: Request, homes: Sequence[str], own: tuple[str, str]) -> Sequence[Target]:
        """What a request can mean; exactly one target if all is well.

        Args:
            request: What is asked for.
            homes: The organisations in which an id alone is looked for.
            own: Kind and id of the record that asks; an id alone may also name an item of its own.
        """
        if not request[1].rpartition("/")[0]:
            return self._named(request, homes, own)
        # With its scope before it, an id means the same wherever it is written: the same criteria in every partnership.
        if request not in self._scoped_targets:
            self._scoped_targets[request] = self._named(request, homes, own)
        return self._scoped_targets[request]

    def _named(self, request: Request, homes: Sequence[str], own: tuple[str, str]) -> list[Target]:
        wanted, text = request
        scope, slash, id_ = text.rpartition("/")
        found = []
        for collection in wanted:
            if not slash and (collection, text) in self.records:
                facts = self.records[collection, text]
                found.append(Target(collection, (facts.kind, facts.id), text))
            if (collection, id_) in self._holders:
                found.extend(
                    Target(collection, (holder.kind, holder.id), id_)
                    for holder in self._scoped(collection, scope, homes, own)
                    if id_ in holder.items[collection]
                )
        return found

    def _scoped(self, collection: str, scope: str, homes: Sequence[str], own: tuple[str, str]) -> Iterator[Facts]:
        if scope:
            yield from self._scopes.get((collection, scope), ())
            return
        names = [*(("organisations", home) for home in homes), (COLLECTION_OF.get(own[0], ""), own[1])]
        for name in dict.fromkeys(names):
            holder = self.records.get(name)
            if holder is not None and collection in holder.items:
                yield holder

    def unsettled(self) -> Iterator[Unsettled]:
        """Every request that names nothing or more than one thing, in the order of the files."""
        return chain.from_iterable(map(self.unsettled_of, self.facts))

    def unsettled_of(self, facts: Facts) -> Iterator[Unsettled]:
        """The requests of one record that name nothing or more than one thing."""
        for request in facts.requests:
            found = self.targets(request, facts.homes, (facts.kind, facts.id))
            if not found and not self._excused(facts, request):
                yield self._missing(facts, request)
            elif len(found) > 1:
                message = f"`{request[1]}` is the id of more than one thing"
                written = listed(target.written for target in found)
                yield Unsettled(facts, request, kinds.AMBIGUOUS_REFERENCE, message, f"Write {written}.")

    def _excused(self, facts: Facts, request: Request) -> bool:
        """Whether what a request names may well be there, where it cannot be looked for.

        That is in a record with faults of its own, or in a partner whose id is not that of an organisation: the wrong
        id is told where it stands, and is the reason for all that is not found.
        """
        wanted, text = request
        scope, slash, id_ = text.rpartition("/")
        if slash:
            return scope in self.broken
        if id_ in self.broken:
            return True
        if wanted[0] in COLLECTION_OF.values():
            return False
        is_at_home = _holder(wanted) == "organisation"
        return any(
            home in self.broken or (is_at_home and ("organisations", home) not in self.records) for home in facts.homes
        )

    def _missing(self, facts: Facts, request: Request) -> Unsettled:
        message, help_ = self._lack(facts, request), self._advice(facts, request)
        return Unsettled(facts, request, kinds.DANGLING_REFERENCE, message, help_)

    def _lack(self, facts: Facts, request: Request) -> str:
        """What is missing."""
        wanted, text = request
        scope, _, id_ = text.rpartition("/")
        holder = _holder(wanted)
        if scope and self._is_scope(scope, holder):
            return f"there is no `{id_}` {among(wanted)} of `{scope}`"
        if scope and holder:
            return f"there is no {holder} `{scope}` in this workspace"
        if holder == "organisation" and facts.homes and not scope:
            return f"there is no `{text}` {among(wanted)} of the partners"
        if holder and not scope:
            return f"`{text}` is written without the {holder} it belongs to"
        return f"there is no `{text}` {among(wanted)} of this workspace"

    def _advice(self, facts: Facts, request: Request) -> str:
        """What could be written instead."""
        wanted, text = request
        scope, _, id_ = text.rpartition("/")
        elsewhere = sorted(
            f"{holder.id}/{id_}" for collection in wanted for holder in self._holders.get((collection, id_), ())
        )
        if elsewhere:
            return f"Did you mean {listed(elsewhere[:SHOWN])}?"
        holder = _holder(wanted)
        if not scope or self._is_scope(scope, holder):
            return said_instead(id_, self._known(facts, wanted, scope), f"{scope}/" if scope else "")
        if (near := nearest(text, self._written(wanted))) is not None:
            return f"Did you mean `{near}`?"
        if not holder:
            return f"There is no `{scope}` in this workspace."
        return said_instead(scope, [known for collection, known in self.records if collection == COLLECTION_OF[holder]])

    def _is_scope(self, scope: str, holder: str) -> bool:
        """Whether there is a record of the kind that can stand before an id; of any kind, if no kind is given."""
        wanted = (COLLECTION_OF[holder],) if holder else COLLECTION_OF.values()
        return any((collection, scope) in self.records for collection in wanted)

    def _known(self, facts: Facts, wanted: Sequence[str], scope: str) -> list[str]:
        """The ids that could have been written, after the scope if there is one."""
        known = [] if scope else [id_ for collection, id_ in self.records if collection in wanted]
        for collection in wanted:
            for holder in self._scoped(collection, scope, facts.homes, (facts.kind, facts.id)):
                known.extend(holder.items[collection])
        return list(dict.fromkeys(known))

    def _written(self, wanted: Sequence[str]) -> Iterator[str]:
        """Everything of a sort that there is, as it is written from anywhere."""
        for (collection, id_), holders in self._holders.items():
            if collection in wanted:
                yield from (f"{holder.id}/{id_}" for holder in holders)


def _holder(wanted: Sequence[str]) -> str:
    """The kind of record that holds what is wanted, so that its id can stand before the other; "" if none does."""
    kinds_of_holders = (kind for kind in COLLECTION_OF if kind != "partnership")
    return next((kind for kind in kinds_of_holders if wanted[0] in collections(KINDS[kind])), "")


def by_record(unsettled: Iterable[Unsettled]) -> Mapping[str, list[Unsettled]]:
    """Unsettled requests by the file of the record that makes them."""
    grouped: defaultdict[str, list[Unsettled]] = defaultdict(list)
    for one in unsettled:
        grouped[one.facts.origin.root[0]].append(one)
    return grouped
