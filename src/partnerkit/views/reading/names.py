"""What the references of one record are called: people with their posts, organisations by name, items as links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.model.framework import Criterion
from partnerkit.model.organisation import Organisation, Person
from partnerkit.model.partnership.activate import Meeting
from partnerkit.views import blocks as b
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import listed, title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkit.views.api import Known
    from partnerkit.workspace.records import Record
    from partnerkit.workspace.workspace import Item, Workspace


class Names:
    """Names for the references of one record.

    Within a part of a page a person is introduced once, with post and organisation, and is a name after that:
    `start` begins such a part. Everything else is looked up and answered the same each time.
    """

    def __init__(self, workspace: Workspace, record: Record, known: Known | None = None) -> None:
        """Take the record whose references are to be named, and what is known already of what they name."""
        self._workspace = workspace
        self._record = record
        self._found = {} if known is None else known.items.setdefault(record.id, {})
        self._introduced: set[str] = set()
        self._used = {(record.kind, record.id)}

    @property
    def records(self) -> int:
        """How many records have been read for the names asked for so far, the record itself among them."""
        return len(self._used)

    def start(self) -> None:
        """Begin a part of the page: from here each person is introduced anew."""
        self._introduced.clear()

    def item(self, collection: str, reference: str) -> Item | None:
        """What the reference names."""
        key = (collection, reference)
        if key not in self._found:
            self._found[key] = self._workspace.target(self._record, collection, reference)
        item = self._found[key]
        if item is not None:
            self._used.add((item.record.kind, item.record.id))
        return item

    def name(self, collection: str, reference: str) -> str:
        """The title of what the reference names; the reference in words, should it name nothing."""
        item = self.item(collection, reference)
        return title_of(item.part) if item else title(reference.rpartition("/")[2])

    def organisation(self, reference: str) -> str:
        """The organisation's name."""
        return self.name("organisations", reference)

    def organisations(self, references: Iterable[str]) -> str:
        """The organisations' names, as a list in a sentence."""
        return listed([self.organisation(reference) for reference in references])

    def person(self, reference: str) -> b.Run:
        """The person's name, with post and organisation where this part of the page names them for the first time."""
        item = self.item("people", reference)
        if item is None or not isinstance(item.part, Person):
            return title(reference.rpartition("/")[2])
        name = title_of(item.part)
        key = f"{item.record.id}/{item.id}"
        if key in self._introduced:
            return name
        self._introduced.add(key)
        employer = item.record.part.name if isinstance(item.record.part, Organisation) else ""
        post = item.part.title if item.part.title != name else None
        # A role that stands for a name says already whose it is.
        about = ", ".join(word for word in (post, employer) if word and not name.endswith(word))
        return (name, b.Quiet(f" ({about})" if about else ""))

    def people(self, references: Iterable[str]) -> b.Cell:
        """The people, one under another."""
        return b.Lines(tuple(self.person(reference) for reference in references))

    def link(self, collection: str, reference: str, *others: str) -> b.Inline:
        """A link to an item of this record; the title alone for what stands in another record.

        It is looked for in the collection, and then in the others.
        """
        items = (self.item(name, reference) for name in (collection, *others))
        item = next((item for item in items if item is not None), None)
        if item is None or item.record.id != self._record.id or item.record.kind != self._record.kind:
            return self.name(collection, reference)
        return b.Link(title_of(item.part), anchor=b.anchor(item.collection, item.id))

    def meeting(self, reference: str) -> b.Run:
        """A link to a meeting, and its day."""
        item = self.item("meetings", reference)
        on = (b.Quiet(" on "), b.Day(item.part.on)) if item and isinstance(item.part, Meeting) else ()
        return (self.link("meetings", reference), *on)

    def links(self, collection: str, references: Iterable[str]) -> b.Cell:
        """Links, one under another."""
        return b.Lines(tuple(self.link(collection, reference) for reference in references))

    def criterion(self, reference: str) -> b.Run:
        """The criterion's code and statement, and the framework it is from."""
        item = self.item("criteria", reference)
        if item is None or not isinstance(item.part, Criterion):
            return b.Code(reference)
        return (b.Strong(item.part.id), " ", b.Words(item.part.short or item.part.statement))
