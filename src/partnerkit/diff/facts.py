"""What stands at the places that approvals cover, in one state of a record, such that two states can be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from partnerkit.diff.approvals import HEADLESS, MATTERS
from partnerkit.diff.items import written
from partnerkit.model.base import Part
from partnerkit.model.fields import Mention, Path, fields
from partnerkit.model.organisation import Person
from partnerkit.model.partnership.activate import Meeting
from partnerkit.model.partnership.assessment import Evidence
from partnerkit.model.references import Reference
from partnerkit.rules.words import day, said
from partnerkit.workspace.records import Record
from partnerkit.workspace.workspace import Item as Target
from partnerkit.workspace.workspace import Workspace

_UNCOUNTED = frozenset({"note", "title", "id"})
_NAMES = ("title", "name", "statement", "event", "text", "expected")
_LONGEST_HEAD = 48


class Line(NamedTuple):
    """A value in words.

    Attributes:
        words: What people read.
        also: What else it goes by: the reference as it is written, or what it says apart from ids; two are the same if
            either is.
    """

    words: str
    also: str = ""


class Content(NamedTuple):
    """What is known of the bytes of a file of evidence.

    Attributes:
        file: Its path in the workspace; "" if the evidence names none.
        blob: The name under which git has, or would have, these bytes; "" if that cannot be told, None if there is no
            file.
        sha256: The digest that the record states.
        of: The id of the evidence.
    """

    file: str
    blob: str | None
    sha256: str | None
    of: str = ""


Seen = Mapping[str, tuple[Line, ...] | Content]
"""What an approval covers, by the ways to it; of files by the way and the id of the evidence."""

Same = Callable[[Content, Content], bool]
"""Tells whether the bytes of two files are the same, given that their blobs have other names."""


class Leaf(NamedTuple):
    """A value that a way leads to.

    Attributes:
        owner: The part whose field holds it.
        name: The field; "" if it is the part itself.
        value: The value.
        listed: The item of a list by which the way went, the innermost.
    """

    owner: Part
    name: str
    value: Any
    listed: Part | None = None


class Sight:
    """A state of a record, with the records it refers to and the files of its evidence."""

    def __init__(self, record: Record, shared: Workspace, blob_of: Callable[[str], str | None]) -> None:
        """Take the record, the records that all partnerships share, and what gives the blob at a path."""
        self.record = record
        self.workspace = shared.beside(record)
        self._blob_of = blob_of
        self._paths = {id(part): path for part, path in record.contents.parts}
        self._wholes: dict[int, str] = {}
        self._parts = {path: part for part, path in record.contents.parts}

    @property
    def parts(self) -> Sequence[tuple[Part, Path]]:
        """All parts of the record."""
        return self.record.contents.parts

    def holder(self, part: Part) -> Part | None:
        """The nearest item with an id around a part; None if there is none."""
        path = self._paths.get(id(part), ())
        for end in range(len(path) - 1, 0, -1):
            found = self._parts.get(path[:end])
            if found is not None and hasattr(found, "id"):
                return found
        return None

    def named(self, owner: Part, name: str, text: str) -> Target | None:
        """What a reference in a field names; None if the field holds no references, or it cannot be told."""
        reference = _references(type(owner)).get(name)
        return None if reference is None else self.workspace.meant(self.record, Mention(reference, text, ()))

    # ------------------------------------------------------------------ ways

    def leaves(self, part: Part, way: str) -> Iterator[Leaf]:
        """The values that a way leads to from a part."""
        found = [Leaf(part, "", part)]
        for step in way.split(".") if way else ():
            found = [further for leaf in found for further in self._step(part, leaf, step)]
        return iter(found)

    def _step(self, start: Part, leaf: Leaf, step: str) -> Iterator[Leaf]:
        at = self._settled(leaf)
        if step == "^":
            at = None if at is None else self.holder(at)
            if at is not None:
                yield Leaf(at, "", at, leaf.listed)
            return
        name, _, same = step.partition("?")
        value = getattr(at, name, None)
        if at is None or value in (None, (), {}):
            return
        if not isinstance(value, tuple):
            yield Leaf(at, name, value, leaf.listed)
            return
        wanted = _own(getattr(start, same, None)) if same else None
        for item in value:
            if not same or _own(getattr(item, same, None)) == wanted:
                listed = item if isinstance(item, Part) else self.part_of(Leaf(at, name, item))
                yield Leaf(at, name, item, listed or leaf.listed)

    def _settled(self, leaf: Leaf) -> Part | None:
        return leaf.value if isinstance(leaf.value, Part) else self.part_of(leaf)

    def part_of(self, leaf: Leaf) -> Part | None:
        """What a reference at a leaf names."""
        found = self.named(leaf.owner, leaf.name, leaf.value) if isinstance(leaf.value, str) else None
        return None if found is None else found.part

    # ------------------------------------------------------------------ words

    def lines(self, part: Part, way: str) -> tuple[Line, ...]:
        """What stands at the end of a way, in words."""
        found: list[Line] = []
        hops = way.count(".") > way.count("^.")
        for leaf in self.leaves(part, way):
            found.extend(self._of_item(leaf, line) if hops else line for line in self._said(leaf))
        return tuple(found)

    def _of_item(self, leaf: Leaf, line: Line) -> Line:
        """A value of an item of a list, with the item's id before it."""
        id_ = getattr(leaf.listed, "id", None)
        if leaf.listed is None or id_ is None or leaf.listed is leaf.value:
            return line
        return Line(f"{id_}: {line.words}", f"{line.words}; {self._whole(leaf.listed)}")

    def _whole(self, part: Part) -> str:
        """All that matters of an item of a list, in words."""
        if id(part) not in self._wholes:
            self._wholes[id(part)] = "; ".join(line.words for line in self._flat(part))
        return self._wholes[id(part)]

    def _said(self, leaf: Leaf) -> Iterator[Line]:
        match leaf.value:
            case Part() as part:
                yield from self._flat(part)
            case dict() as pairs:
                for key, value in pairs.items():
                    yield Line(f"{self._keyed(leaf, key)} {written(value)}")
            case str() as text:
                yield self._said_text(leaf, " ".join(text.split()))
            case date() as on:
                yield Line(day(on))
            case bool() as yes:
                yield Line("yes" if yes else "no")
            case value:
                yield Line(written(value))

    def _said_text(self, leaf: Leaf, text: str) -> Line:
        if leaf.name not in _references(type(leaf.owner)):
            return Line(text)
        found = self.named(leaf.owner, leaf.name, text)
        return Line(text if found is None else name_of(found.id, found.part), text)

    def _keyed(self, leaf: Leaf, key: str) -> str:
        field = next((one for one in fields(type(leaf.owner)) if one.name == leaf.name), None)
        reference = None if field is None else field.key_reference
        found = None if reference is None else self.workspace.meant(self.record, Mention(reference, key, ()))
        return key if found is None else name_of(found.id, found.part)

    def _flat(self, part: Part) -> Iterator[Line]:
        """A part with what is in it, a line for each value, its first text before all others."""
        names = MATTERS.get(type(part)) or tuple(name for name in type(part).model_fields if name not in _UNCOUNTED)
        first = [line.words for line in self.lines(part, names[0])] if names else []
        is_headed = first and type(part) not in HEADLESS and isinstance(getattr(part, names[0]), str)
        head = first[0] if is_headed else ""
        if head:
            yield Line(head)
            head = head if len(head) <= _LONGEST_HEAD else f"{head[: _LONGEST_HEAD - 1].rstrip()}…"
        for name in names[1:] if head else names:
            for line in self.lines(part, name):
                yield Line(f"{head}: {said(name)} {line.words}" if head else f"{said(name)} {line.words}")

    # ------------------------------------------------------------------ files

    def contents(self, part: Part, way: str) -> Iterator[tuple[str, Content]]:
        """What is known of the files of evidence that a way leads to: of a list by the evidence's id, else by ""."""
        for leaf in self.leaves(part, way):
            evidence = self._settled(leaf)
            if isinstance(evidence, Evidence):
                yield evidence.id if leaf.listed is evidence else "", self._content(evidence)

    def _content(self, evidence: Evidence) -> Content:
        if evidence.file is None:
            return Content("", None, evidence.sha256, evidence.id)
        folder = self.record.origin.root[0].rpartition("/")[0]
        path = f"{folder}/{evidence.file}".lstrip("/")
        return Content(path, self._blob_of(path), evidence.sha256, evidence.id)


def _references(model: type[Part]) -> Mapping[str, Reference]:
    return {field.name: field.reference for field in fields(model) if field.reference is not None}


def _own(reference: Any) -> str | None:
    """The id that a reference ends with."""
    return reference.rpartition("/")[2] if isinstance(reference, str) else None


def name_of(id_: str, part: Part) -> str:
    """What something is called, in words and on one line: its own name if it has one, else its id."""
    match part:
        case Person():
            return part.name or part.pseudonym or id_
        case Meeting():
            return f"the meeting of {day(part.on)}"
        case _:
            texts = (text for name in _NAMES if isinstance(text := getattr(part, name, None), str))
            return " ".join(next(texts, id_).split())


# ---------------------------------------------------------------------- comparing


def differing(before: Iterable[Line], after: Iterable[Line]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stood there and does no longer, and what stands there and did not; both empty if all is the same.

    Their order does not matter, nor does another id for what is otherwise the same.
    """
    gone, come = list(before), list(after)
    for key in (_words, _also):
        for line in tuple(gone):
            twin = next((one for one in come if key(one) and key(one) == key(line)), None)
            if twin is not None:
                gone.remove(line)
                come.remove(twin)
    return tuple(line.words for line in gone), tuple(line.words for line in come)


def _words(line: Line) -> str:
    return line.words


def _also(line: Line) -> str:
    return line.also


def is_same_file(before: Content, after: Content, same: Same) -> bool:
    """Whether evidence has the same file in both states, as far as can be told.

    The bytes count where git has both of them, then the digests that are stated, then the name; never the folder.
    """
    if before.blob and after.blob:
        return before.blob == after.blob or same(before, after)
    if before.blob and after.blob is None:
        return False
    if before.sha256 is not None and after.sha256 is not None:
        return before.sha256 == after.sha256
    return before.file.rpartition("/")[2] == after.file.rpartition("/")[2]
