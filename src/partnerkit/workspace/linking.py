"""All records together: ids that two of them share, and references from one to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from partnerkit.diagnostics.diagnostic import Kind
from partnerkit.model.suggestions import listed, nearest
from partnerkit.workspace import kinds
from partnerkit.workspace.records import Place
from partnerkit.workspace.references import SHOWN, Facts, Request, in_words

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


@dataclass(frozen=True, slots=True)
class Target:
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
        for facts in self.facts:
            first = self.records.setdefault((COLLECTION_OF[facts.kind], facts.id), facts)
            if first is not facts:
                self.shared.append(Shared(facts, first))
                continue
            for collection, ids in facts.items.items():
                for id_ in ids:
                    self._holders[collection, id_].append(facts)

    def targets(self, request: Request, homes: Sequence[str], own: tuple[str, str]) -> list[Target]:
        """What a request can mean; exactly one target if all is well.

        Args:
            request: What is asked for.
            homes: The organisations in which an id alone is looked for.
            own: Kind and id of the record that asks; an id alone may also name an item of its own.
        """
        wanted, text = request
        scope, slash, id_ = text.rpartition("/")
        found = []
        for collection in wanted:
            if not slash and (collection, text) in self.records:
                facts = self.records[collection, text]
                found.append(Target(collection, (facts.kind, facts.id), text))
            for holder in self._scoped(collection, scope, homes, own):
                if id_ in holder.items.get(collection, ()):
                    found.append(Target(collection, (holder.kind, holder.id), id_))
        return found

    def _scoped(self, collection: str, scope: str, homes: Sequence[str], own: tuple[str, str]) -> Iterator[Facts]:
        if scope:
            names = [(kind, scope) for kind in COLLECTION_OF.values()]
        else:
            names = [*(("organisations", home) for home in homes), (COLLECTION_OF[own[0]], own[1])]
        seen = set()
        for name in names:
            holder = self.records.get(name)
            if holder is not None and name not in seen and collection in holder.items:
                seen.add(name)
                yield holder

    def unsettled(self) -> Iterator[Unsettled]:
        """Every request that names nothing or more than one thing, in the order of the files."""
        for facts in self.facts:
            own = (facts.kind, facts.id)
            for request in facts.requests:
                found = self.targets(request, facts.homes, own)
                if not found and not self._excused(facts, request):
                    yield self._missing(facts, request)
                elif len(found) > 1:
                    message = f"`{request[1]}` is the id of more than one thing"
                    written = listed(target.written for target in found)
                    yield Unsettled(facts, request, kinds.AMBIGUOUS_REFERENCE, message, f"Write {written}.")

    def _excused(self, facts: Facts, request: Request) -> bool:
        """Whether what a request names may well be there, in a record that has faults of its own."""
        if not self.broken:
            return False
        wanted, text = request
        scope, slash, id_ = text.rpartition("/")
        if slash:
            return scope in self.broken
        return id_ in self.broken or (
            wanted[0] not in COLLECTION_OF.values() and any(home in self.broken for home in facts.homes)
        )

    def _missing(self, facts: Facts, request: Request) -> Unsettled:
        wanted, text = request
        scope, slash, id_ = text.rpartition("/")
        message = f"there is no `{text}` among the {in_words(wanted)} of this workspace"
        if not slash and facts.homes and wanted[0] not in COLLECTION_OF.values():
            message = f"there is no `{text}` among the {in_words(wanted)} of the partners"
        elsewhere = sorted(
            f"{holder.id}/{id_}" for collection in wanted for holder in self._holders.get((collection, id_), ())
        )
        if elsewhere:
            return Unsettled(facts, request, kinds.DANGLING_REFERENCE, message, self._elsewhere(elsewhere))
        return Unsettled(facts, request, kinds.DANGLING_REFERENCE, message, self._hint(facts, wanted, scope, id_))

    @staticmethod
    def _elsewhere(written: Sequence[str]) -> str:
        if len(written) > SHOWN:
            return "Write where it lies before the id: organisation/id."
        return f"Did you mean {listed(written)}?"

    def _hint(self, facts: Facts, wanted: Sequence[str], scope: str, id_: str) -> str:
        known = self._known(facts, wanted, scope)
        near = nearest(f"{scope}/{id_}" if scope else id_, known)
        if near is not None:
            return f"Did you mean `{near}`?"
        if scope and not self._is_scope(scope):
            near = nearest(scope, [id_ for _, id_ in self.records])
            return f"There is no `{scope}` here either. " + (f"Did you mean `{near}/{id_}`?" if near else "")
        if known and len(known) <= SHOWN:
            return f"There is {listed(sorted(known))}."
        return kinds.DANGLING_REFERENCE.remedy

    def _is_scope(self, scope: str) -> bool:
        return any((collection, scope) in self.records for collection in COLLECTION_OF.values())

    def _known(self, facts: Facts, wanted: Sequence[str], scope: str) -> list[str]:
        """What could have been written instead, as it would be written."""
        known = [id_ for collection, id_ in self.records if collection in wanted]
        for collection in wanted:
            for holder in self._scoped(collection, scope, facts.homes, (facts.kind, facts.id)):
                known.extend(f"{scope}/{id_}" if scope else id_ for id_ in holder.items[collection])
        return known


def by_record(unsettled: Iterable[Unsettled]) -> Mapping[str, list[Unsettled]]:
    """Unsettled requests by the file of the record that makes them."""
    grouped: defaultdict[str, list[Unsettled]] = defaultdict(list)
    for one in unsettled:
        grouped[one.facts.origin.root[0]].append(one)
    return grouped
