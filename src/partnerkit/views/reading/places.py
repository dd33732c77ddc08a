"""Where on the page of a partnership's thread a part of its record stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from partnerkit.model.partnership.agree import KeyRole
from partnerkit.model.partnership.assessment import Judgement, Sample, Testimony
from partnerkit.model.partnership.review import Review
from partnerkit.model.partnership.who import Partner
from partnerkit.views import blocks as b
from partnerkit.views.reading.blanks import BY_KEY, Expectation
from partnerkit.views.reading.pages import partnership_page
from partnerkit.views.reading.stages import position
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import counted, title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkit.model.base import Part
    from partnerkit.model.partnership.partnership import Partnership
    from partnerkit.rubric.scores import Fact
    from partnerkit.views.reading.names import Names
    from partnerkit.workspace.records import Record

WHOLE = "the whole record"
MOST = 3
"""So many places are named; the others are counted."""
SECTIONS = {"partners": "alignment-partners"}
"""Sections that are expected of every record, and so in no list of what may be blank."""
SPARE_PLACES = 1
"""So many places more are not worth counting."""


class Places:
    """Links to the parts of one record."""

    def __init__(self, record: Record, part: Partnership, names: Names) -> None:
        """Take the record, the partnership it holds, and the names of what it refers to."""
        self._part = part
        self._names = names
        self._page = partnership_page(record.id)
        self._paths = {id(part): path for part, path in record.contents.parts}
        self._parts = {path: part for part, path in record.contents.parts}

    def run(self, facts: Iterable[Fact], missing: str) -> b.Run:
        """The first few places, each once, one after another; the others counted."""
        places = self._told(facts)
        return b.joined(places[0], *(b.joined(", ", place) for place in places[1:])) if places else b.Missing(missing)

    def first(self, facts: Iterable[Fact]) -> b.Link | None:
        """The first place; none where there is no place on the page."""
        return next((link for fact in facts if (link := self.link(fact)) is not None), None)

    def _told(self, facts: Iterable[Fact]) -> tuple[b.Inline, ...]:
        links = [*dict.fromkeys(link for fact in facts if (link := self.link(fact)) is not None)]
        if len(links) <= MOST + SPARE_PLACES:
            return tuple(links)
        return (*links[:MOST], b.Quiet(f"and {counted(len(links) - MOST, 'more place')}"))

    def link(self, fact: Fact) -> b.Link | None:
        """The innermost item with a place of its own; else the section, or the record; nothing for another record."""
        if id(fact.part) not in self._paths:
            return None
        path = self._paths[id(fact.part)]
        for length in range(len(path), 1, -1):
            *_, collection, place = path[:length]
            part = self._parts.get(path[:length])
            if isinstance(place, int) and part is not None and (link := self._item(str(collection), part)):
                return link
        section = self._section(str(path[0]) if path else fact.field)
        return b.Link(WHOLE, page=self._page) if section is None and not path and not fact.field else section

    def _item(self, collection: str, part: Part) -> b.Link | None:
        if isinstance(part, Partner):
            name = self._names.organisation(part.organisation)
            return b.Link(name, b.anchor(collection, part.organisation), self._page)
        id_ = getattr(part, "id", None)
        return b.Link(self._title(part), b.anchor(collection, id_), self._page) if id_ else None

    def _title(self, part: Part) -> str:
        """What it is called, with whose it is where several are called the same."""
        match part:
            case Testimony():
                return f"Testimony: {self._names.name('people', part.witness)}"
            case Judgement():
                return f"Judgement: {self._names.name('evidence', part.evidence)}"
            case KeyRole(partner=str() as partner):
                return f"{title_of(part)}, {self._names.organisation(partner)}"
            case Review():
                return f"Review of {part.on.year}"
            case Sample(on=date() as on):
                return f"Sample of {on.year}"
            case _:
                return title_of(part)

    def _section(self, key: str) -> b.Link | None:
        if key in SECTIONS:
            return b.Link(title(key), SECTIONS[key], self._page)
        return b.Link(title(key), self._place(BY_KEY[key]), self._page) if key in BY_KEY else None

    def _place(self, expectation: Expectation) -> str:
        """Where a section stands; what is empty and not due yet has no place but in the part of the thread it is of."""
        if expectation.held(self._part) or position(expectation.stage) <= position(self._part.stage):
            return expectation.place
        return expectation.place.partition("-")[0]
