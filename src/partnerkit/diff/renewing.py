"""The judgements and approvals of a record, and what has changed of what they cover: nothing is written down for it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from partnerkit.diff.approvals import COVERS, SUPERSEDED, Cover
from partnerkit.diff.facts import Content, Leaf, Line, Same, Seen, Sight, differing, is_same_file, name_of
from partnerkit.diff.items import quoted
from partnerkit.model.base import Part
from partnerkit.model.framework import Criterion
from partnerkit.model.organisation import Organisation, Person
from partnerkit.model.partnership.activate import Meeting
from partnerkit.rules.words import said

FILE = "file"
OTHER_CONTENT, NO_FILE = "other content", "no file"
"""What has become of a file: its bytes are others, or it is not there any more."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who judged or approved.

    Attributes:
        id: The organisation's id and the person's, with a slash between; the id of an organisation or a meeting; "" if
            the record names nobody.
        name: The name.
        organisation: The organisation's name, of a person.
    """

    id: str
    name: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """A judgement or an approval as it stands in a state of a record.

    Attributes:
        cover: Its sort.
        part: The part on which it stands.
        key: What tells it from all others of the record.
        on: Its day; None if the format has no field for it.
        stamp: What it is as an approval: its day, who gave it, and its marks.
    """

    cover: Cover
    part: Part
    key: tuple[str, ...]
    on: date | None
    stamp: tuple[tuple[Line, ...], ...]

    @property
    def trace(self) -> bytes:
        """What the text of a file holds if the approval may stand there."""
        if self.on is not None and "." not in self.cover.on:
            return self.on.isoformat().encode("ascii")
        return (self.cover.on or self.cover.by[0]).split(".")[0].encode("ascii")


def approvals(sight: Sight) -> tuple[Approval, ...]:
    """All judgements and approvals of a record, in the order in which they stand there, whether they count or not."""
    by_model = _by_model()
    found = (_approval(sight, cover, part) for part, _ in sight.parts for cover in by_model.get(type(part), ()))
    return tuple(one for one in found if one is not None)


def _by_model() -> Mapping[type[Part], list[Cover]]:
    found: defaultdict[type[Part], list[Cover]] = defaultdict(list)
    for cover in COVERS:
        found[cover.model].append(cover)
    return found


def _approval(sight: Sight, cover: Cover, part: Part) -> Approval | None:
    on = next((leaf.value for leaf in sight.leaves(part, cover.on)), None) if cover.on else None
    if cover.on and not isinstance(on, date):
        return None
    by = next((lines for way in cover.by if (lines := sight.lines(part, way))), ())
    if not by and not cover.somebody:
        return None
    holder = sight.holder(part)
    siblings = (str(getattr(part, name, "")) for name in cover.sibling)
    key = (cover.name, cover.on, getattr(holder, "id", ""), *siblings)
    return Approval(cover, part, key, on, ((Line(str(on)),), by, *(sight.lines(part, way) for way in cover.marks)))


def counting(state: State, as_of: date) -> tuple[Approval, ...]:
    """Those that count on a day: not past, not lapsed, not followed by a later one of the same."""
    sight, all_ = state.sight, state.all
    replaced = _replaced(sight)
    last: dict[tuple[object, ...], Approval] = {}
    for one in all_:
        if not _is_past(sight, one, as_of, replaced):
            same = (one.cover.name, *_subject(sight, one)) if one.cover.sisters else one.key
            known = last.get(same)
            if known is None or (known.on or date.min) <= (one.on or date.min):
                last[same] = one
    kept = {id(one) for one in last.values()}
    return tuple(one for one in all_ if id(one) in kept)


def _identity(sight: Sight, part: Part, way: str) -> tuple[object, ...]:
    """What references at a way name, however they are written."""
    leaves = tuple(sight.leaves(part, way))
    targets = ((leaf, sight.named(leaf.owner, leaf.name, leaf.value)) for leaf in leaves)
    return tuple(leaf.value if found is None else (found.record.id, found.id) for leaf, found in targets)


def _replaced(sight: Sight) -> frozenset[int]:
    """The items whose place another has taken."""
    found = (
        target.part
        for part, _ in sight.parts
        if (name := SUPERSEDED.get(type(part))) is not None
        and isinstance(text := getattr(part, name), str)
        and (target := sight.named(part, name, text)) is not None
    )
    return frozenset(map(id, found))


def _is_past(sight: Sight, one: Approval, as_of: date, replaced: frozenset[int]) -> bool:
    if id(one.part) in replaced or id(sight.holder(one.part)) in replaced:
        return True
    ends = [leaf.value for leaf in sight.leaves(one.part, one.cover.until)] if one.cover.until else []
    if any(isinstance(end, date) and end < as_of for end in ends):
        return True
    return any(
        not values or leaf.value in values for way, values in one.cover.lapsed for leaf in sight.leaves(one.part, way)
    )


def seen(sight: Sight, one: Approval) -> Seen:
    """What an approval covers, as it stands in a state."""
    found: dict[str, tuple[Line, ...] | Content] = {way: sight.lines(one.part, way) for way in one.cover.facts}
    for way in one.cover.files:
        # Of several documents, those count that are there before and after: the signed one comes when all have signed.
        found |= {f"{FILE} {id_}".strip(): content for id_, content in sight.contents(one.part, way)}
    return found


@dataclass(frozen=True, slots=True)
class State:
    """A state of a record with the judgements and approvals in it.

    Attributes:
        sight: The record, and what it refers to.
        all: The approvals.
    """

    sight: Sight
    all: tuple[Approval, ...]

    @classmethod
    def of(cls, sight: Sight) -> State:
        """The state that one looks at."""
        return cls(sight, approvals(sight))


def standing(one: Approval, now: State, past: State) -> Approval | None:
    """The same approval in an older state, if it stood there as it stands now.

    It is told by its key; by its content, where nothing of that key is there, so that another id makes no difference.
    """
    older = [each for each in past.all if each.cover is one.cover]
    same = next((each for each in older if each.key == one.key), None)
    if same is not None:
        return same if _is_same_stamp(same, one) else None
    taken = {each.key for each in now.all}
    candidates = [each for each in older if each.key not in taken and _is_same_stamp(each, one)]
    if not candidates:
        return None
    facts = seen(now.sight, one)
    alike = [each for each in candidates if not any(differences(one.cover, seen(past.sight, each), facts, _never))]
    of_the_same = [each for each in candidates if _subject(past.sight, each) == _subject(now.sight, one)]
    return next(iter(alike or of_the_same), None)


def _subject(sight: Sight, one: Approval) -> tuple[object, ...]:
    """What an approval is of, by ids, where its sort says what that goes by."""
    return tuple(_identity(sight, one.part, way) for way in one.cover.sisters)


def _never(_before: Content, _after: Content) -> bool:
    return False


def _is_same_stamp(one: Approval, other: Approval) -> bool:
    return all(differing(*pair) == ((), ()) for pair in zip(one.stamp, other.stamp, strict=True))


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that has changed since somebody judged or approved.

    Attributes:
        way: The way to it.
        what: What it is called.
        before: What stood there; "" for nothing, or if it is the bytes of a file that have changed.
        after: What stands there now; of a file mostly one of the words above.
    """

    way: str
    what: str
    before: str
    after: str

    @property
    def kind(self) -> tuple[str, bool]:
        """What tells it from others: a file that is lost is another thing than one that has changed."""
        return self.way, self.is_lost

    @property
    def is_lost(self) -> bool:
        """Whether it is a file that is not there any more."""
        return self.way.startswith(FILE) and self.after == NO_FILE


def differences(cover: Cover, before: Seen, after: Seen, same: Same) -> Iterator[Difference]:
    """The facts of substance that differ, in the order of the table."""
    for way, was in before.items():
        is_ = after.get(way)
        if isinstance(was, Content):
            if isinstance(is_, Content) and not is_same_file(was, is_, same):
                yield Difference(way, _called(way), *_files(was, is_))
        elif not isinstance(is_, Content | None) and not (way in cover.later and not was):
            gone, come = differing(was, is_)
            if gone or come:
                yield Difference(way, _called(way), _told(gone), _told(come))


def _files(was: Content, is_: Content) -> tuple[str, str]:
    """What stood there and what stands there now: where a file lies does not matter, only which evidence it is of."""
    if is_.blob is None and was.blob:
        return "", NO_FILE
    is_same_evidence = was.of == is_.of or was.file == is_.file
    can_be_told = bool((was.blob and is_.blob) or (was.sha256 and is_.sha256))
    return ("", OTHER_CONTENT) if is_same_evidence and can_be_told else (was.file, is_.file)


def _told(texts: Iterable[str]) -> str:
    return "; ".join(texts)


def _called(way: str) -> str:
    """What a fact is called: the last steps of the way to it, in words."""
    if way.startswith(FILE):
        return " of ".join(way.split(" "))
    return " ".join(said(step.partition("?")[0]) for step in way.split(".") if step != "^")


# ---------------------------------------------------------------------- words


def who(sight: Sight, one: Approval) -> tuple[Who, ...]:
    """Those who judged or approved, at least one; what the record calls them if it names nobody."""
    for way in one.cover.by:
        found = tuple(_who(sight, leaf) for leaf in sight.leaves(one.part, way))
        if found:
            return found
    return (Who("", one.cover.somebody),)


def _who(sight: Sight, leaf: Leaf) -> Who:
    target = sight.named(leaf.owner, leaf.name, leaf.value)
    if target is None:
        return Who(leaf.value, leaf.value)
    if isinstance(target.part, Person):
        holder = target.record.part
        home = holder.name if isinstance(holder, Organisation) else ""
        return Who(f"{target.record.id}/{target.id}", name_of(target.id, target.part), home)
    name = name_of(target.id, target.part)
    return Who(target.id, name[:1].upper() + name[1:])


def phrase(sight: Sight, one: Approval) -> str:
    """What an approval is, in words: `Judgement jd-1 of “Set-up sheet” for foundry/S1`."""
    words = re.sub(r"\{([^}]*)\}", lambda found: _label(sight, one, found[1]), one.cover.phrase)
    return words[:1].upper() + words[1:]


def _label(sight: Sight, one: Approval, way: str) -> str:
    """What the thing at the end of a way is called in a sentence."""
    leaf = next(sight.leaves(one.part, way), None)
    if leaf is None:
        return "something"
    part = leaf.value if isinstance(leaf.value, Part) else sight.part_of(leaf)
    match part:
        case None:
            return next(iter(sight.lines(one.part, way))).words
        case Criterion():
            return str(leaf.value)
        case Organisation() | Meeting():
            return name_of("", part)
        case _:
            return _named(part)


def _named(part: Part) -> str:
    id_ = str(getattr(part, "id", ""))
    name = name_of(id_, part)
    return id_ if name == id_ else quoted(name)


def remedy(sight: Sight, one: Approval, partnership: str, differing: Iterable[Difference]) -> str:
    """What to do, with the command where there is one; nobody can look again at a file that is lost."""
    if any(each.is_lost for each in differing):
        return "Put the file back, or take the evidence out."

    def filled(found: re.Match[str]) -> str:
        way = found[1]
        if way == "partnership":
            return partnership
        leaf = next(sight.leaves(one.part, way), None)
        return way.upper() if leaf is None else str(leaf.value)

    return re.sub(r"\{([a-z]+)\}", filled, one.cover.again)
