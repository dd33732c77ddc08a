"""What references mean: ids declared, ids asked for, and which of the one the other names.

A reference to an item of the same partnership is settled within it. All others (organisations, people, priorities,
criteria, other records) are kept as facts, small enough to be gathered from thousands of partnerships, and settled in
`workspace/linking.py` when all are known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from partnerkit.diagnostics.diagnostic import Diagnostic, Related
from partnerkit.model.base import Part
from partnerkit.model.suggestions import listed, nearest
from partnerkit.model.fields import Declared, Mention, collections
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.workspace import kinds
from partnerkit.workspace.records import Origin, Place, Record, Sources

ANY = "*"

Request = tuple[tuple[str, ...], str]
"""A reference to something in another record: the collections it may be in, and what is written."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What other records need to know of one.

    Attributes:
        kind: The kind of the record.
        id: Its id.
        origin: Where it stands.
        items: For each collection that other records can refer to, the ids in it.
        requests: What the record refers to elsewhere, each once.
        homes: The organisations in which it looks for people and priorities that it names by id alone.
    """

    kind: str
    id: str
    origin: Origin
    items: Mapping[str, tuple[str, ...]]
    requests: tuple[Request, ...]
    homes: tuple[str, ...]


def facts_of(record: Record, declared: Sequence[Declared], outward: Iterable[Mention]) -> Facts:
    """The facts of a record, given the items it declares and its references to other records."""
    items: defaultdict[str, list[str]] = defaultdict(list)
    if record.kind != "partnership":
        # Nothing outside a partnership refers to its items, and there are thousands of them.
        for item in declared:
            items[item.collection].append(item.id)
    return Facts(
        record.kind,
        record.id,
        record.origin,
        {name: tuple(ids) for name, ids in items.items()},
        tuple({request_of(mention): None for mention in outward}),
        homes(record.part),
    )


def homes(part: Part) -> tuple[str, ...]:
    """The organisations in which a partnership looks for people and priorities named by id alone: its partners."""
    return tuple(partner.organisation for partner in part.partners) if isinstance(part, Partnership) else ()


def request_of(mention: Mention) -> Request:
    """A reference, apart from the place where it stands."""
    return mention.reference.collections, mention.text


def parted(part: Part, mentions: Iterable[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The references of a record that are settled within it, and those that lead to other records."""
    own = collections(type(part))
    inward: dict[tuple[str, ...], bool] = {}
    local: list[Mention] = []
    outward: list[Mention] = []
    for mention in mentions:
        wanted = mention.reference.collections
        if (is_own := inward.get(wanted)) is None:
            is_own = inward[wanted] = wanted == (ANY,) or own.issuperset(wanted)
        if is_own and "/" in mention.text:
            is_own = mention.text.rpartition("/")[0] in own
        (local if is_own else outward).append(mention)
    return local, outward


# ---------------------------------------------------------------------- within one record


def local_faults(
    record: Record, declared: Sequence[Declared], local: Sequence[Mention], sources: Sources
) -> Iterator[Diagnostic]:
    """What is wrong with a record's ids, and with its references to items of its own."""
    yield from _duplicates(record, declared, sources)
    index = index_of(declared) if local else {}
    for mention in local:
        found = local_targets(mention, index)
        if len(found) != 1:
            yield _unsettled(record, mention, found, index, sources)


Index = Mapping[str, Mapping[str, Declared]]
"""The items of a record, by id and then by collection."""


def index_of(declared: Iterable[Declared]) -> Index:
    """The items of a record by id and collection; the first, where an id stands twice."""
    index: defaultdict[str, dict[str, Declared]] = defaultdict(dict)
    for item in declared:
        index[item.id].setdefault(item.collection, item)
    return index


def local_targets(mention: Mention, index: Index) -> list[Declared]:
    """The items of the same record that a reference can mean; exactly one if all is well."""
    scope, _, id_ = mention.text.rpartition("/")
    wanted = mention.reference.collections
    return [
        item
        for collection, item in index.get(id_, {}).items()
        if (wanted == (ANY,) or collection in wanted) and scope in ("", collection)
    ]


def _duplicates(record: Record, declared: Sequence[Declared], sources: Sources) -> Iterator[Diagnostic]:
    first: dict[tuple[str, str], Declared] = {}
    for item in declared:
        # Codes that differ only in capitals are told apart by no reader.
        known = first.setdefault((item.collection, item.id.casefold()), item)
        if known is not item:
            message = f"the id `{item.id}` is taken: another item of {item.collection} has it"
            span = sources.span(Place(record.origin, (*item.path, "id")))
            there = sources.span(Place(record.origin, (*known.path, "id")))
            yield Diagnostic(
                kinds.DUPLICATE_ID,
                message,
                span,
                kinds.DUPLICATE_ID.remedy,
                (Related("it stands here already", there),),
            )


def _unsettled(
    record: Record, mention: Mention, found: Sequence[Declared], index: Index, sources: Sources
) -> Diagnostic:
    span = sources.span(Place(record.origin, mention.path, mention.is_key))
    if found:
        written = [f"{item.collection}/{item.id}" for item in found]
        related = tuple(
            Related(f"one of {item.collection}", sources.span(Place(record.origin, (*item.path, "id"))))
            for item in found
        )
        message = f"`{mention.text}` is the id of more than one item here"
        return Diagnostic(kinds.AMBIGUOUS_REFERENCE, message, span, f"Write {listed(written)}.", related)
    message, help_ = _missing(mention, index)
    return Diagnostic(kinds.DANGLING_REFERENCE, message, span, help_)


def _missing(mention: Mention, index: Index) -> tuple[str, str]:
    wanted = mention.reference.collections
    scope, _, id_ = mention.text.rpartition("/")
    message = f"there is no `{mention.text}` in {in_words(wanted)} of this partnership"
    elsewhere = [collection for collection in index.get(id_, {}) if collection not in wanted]
    if elsewhere and wanted != (ANY,):
        return message, f"`{id_}` is one of {listed(elsewhere)}, which cannot stand here."
    known = [
        name for name, items in index.items() if wanted == (ANY,) or any(collection in items for collection in wanted)
    ]
    near = nearest(id_, known)
    if near is not None:
        return message, f"Did you mean `{scope + '/' if scope else ''}{near}`?"
    if known and len(known) <= SHOWN:
        return message, f"There is {listed(sorted(known))}."
    return message, kinds.DANGLING_REFERENCE.remedy


SHOWN = 8
"""So many ids fit in a hint."""


def in_words(wanted: Iterable[str]) -> str:
    """Collections as words in a sentence."""
    names = [name.replace("_", " ") for name in wanted]
    return "any section" if names == [ANY] else names[0] if len(names) == 1 else "the sections " + ", ".join(names)
