"""What references mean: ids declared, ids asked for, and which of the one the other names.

A reference to an item of the same partnership is settled within it. All others (organisations, people, priorities,
criteria, other records) are kept as facts, small enough to be gathered from thousands of partnerships, and settled in
`workspace/linking.py` when all are known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from partnerkit.diagnostics.diagnostic import Diagnostic, Related
from partnerkit.model.base import Part
from partnerkit.model.fields import Declared, Mention, collections
from partnerkit.model.kinds import sections
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.suggestions import listed, nearest
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
        is_valid: Whether it is a record; else it is what would be one if nothing were wrong with it.
    """

    kind: str
    id: str
    origin: Origin
    items: Mapping[str, tuple[str, ...]]
    requests: tuple[Request, ...]
    homes: tuple[str, ...]
    is_valid: bool = True


def facts_of(
    record: Record,
    declared: Sequence[Declared],
    outward: Iterable[Mention],
    at_home: tuple[str, ...] | None = None,
    *,
    is_valid: bool = True,
) -> Facts:
    """The facts of a record, given the items it declares and its references to other records.

    `at_home` stands in for the homes of what is no record.
    """
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
        homes(record.part) if at_home is None else at_home,
        is_valid,
    )


def homes(part: Part) -> tuple[str, ...]:
    """The organisations in which a partnership looks for people and priorities named by id alone: its partners."""
    return tuple(partner.organisation for partner in part.partners) if isinstance(part, Partnership) else ()


def request_of(mention: Mention) -> Request:
    """A reference, apart from the place where it stands."""
    return mention.reference.collections, mention.text


def parted(model: type[Part], mentions: Iterable[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The references of a record of a model that are settled within it, and those that lead to other records."""
    own = collections(model)
    # The items of a partnership are referred to from nowhere else; those of other records are, and lie elsewhere too.
    is_closed = issubclass(model, Partnership)
    inward: dict[tuple[str, ...], bool] = {}
    local: list[Mention] = []
    outward: list[Mention] = []
    for mention in mentions:
        wanted = mention.reference.collections
        if (is_own := inward.get(wanted)) is None:
            is_own = inward[wanted] = wanted == (ANY,) or own.issuperset(wanted)
        if is_own and not is_closed and "/" in mention.text:
            is_own = mention.text.rpartition("/")[0] in own
        (local if is_own else outward).append(mention)
    return local, outward


# ---------------------------------------------------------------------- within one record


def local_faults(
    record: Record,
    declared: Sequence[Declared],
    local: Sequence[Mention],
    sources: Sources,
    unseen: Collection[str] = (),
) -> Iterator[Diagnostic]:
    """What is wrong with a record's ids, and with its references to items of its own.

    What a reference names may be in one of the `unseen` sections, which are missing from the record.
    """
    yield from _duplicates(record, declared, sources)
    index = index_of(declared) if local else {}
    excused = {name for section in unseen for name in (section, *collections(sections()[section].model))}
    for mention in local:
        found = local_targets(mention, index)
        if len(found) != 1 and (found or not _may_name(mention.reference.collections, excused)):
            yield _unsettled(record, mention, found, index, sources)


def _may_name(wanted: tuple[str, ...], names: Collection[str]) -> bool:
    return bool(names) and (wanted == (ANY,) or any(name in names for name in wanted))


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
            message = f"the id `{item.id}` is taken: another one of the `{item.collection}` has it"
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
    if not found:
        message = f"there is no `{mention.text}` {among(mention.reference.collections)} of this {record.kind}"
        return Diagnostic(kinds.DANGLING_REFERENCE, message, span, _instead(mention, index))
    written = [f"{item.collection}/{item.id}" for item in found]
    related = tuple(
        Related(f"one of `{item.collection}`", sources.span(Place(record.origin, (*item.path, "id")))) for item in found
    )
    message = f"`{mention.text}` is the id of more than one thing"
    return Diagnostic(kinds.AMBIGUOUS_REFERENCE, message, span, f"Write {listed(written)}.", related)


def _instead(mention: Mention, index: Index) -> str:
    """What could be written instead of a reference that names nothing."""
    wanted = mention.reference.collections
    scope, _, id_ = mention.text.rpartition("/")
    held = index.get(id_, {})
    fitting = [f"{collection}/{id_}" for collection in held if wanted == (ANY,) or collection in wanted]
    if fitting:
        return f"Did you mean {listed(fitting)}?"
    if held:
        return f"`{id_}` is one of the {listed(held)}, and one of the {listed(wanted)} is due here."
    places = (scope,) if scope in wanted else wanted
    known = [name for name, items in index.items() if wanted == (ANY,) or any(place in items for place in places)]
    return said_instead(id_, known, f"{scope}/" if scope in wanted else "")


SHOWN = 8
"""So many ids fit in a hint."""


def said_instead(id_: str, known: Collection[str], prefix: str = "") -> str:
    """A hint at the nearest of some known ids, or at all of them if they are few."""
    near = nearest(id_, known)
    if near is not None:
        return f"Did you mean `{prefix}{near}`?"
    if 0 < len(known) <= SHOWN:
        return f"It could be {listed(prefix + name for name in sorted(known))}."
    return kinds.DANGLING_REFERENCE.remedy


def among(wanted: Iterable[str]) -> str:
    """Collections as words in a sentence: `among the risks`."""
    names = [name.replace("_", " ") for name in wanted]
    if names == [ANY]:
        return "in any section"
    return f"among the {names[0] if len(names) == 1 else ', '.join(names[:-1]) + ' or ' + names[-1]}"
