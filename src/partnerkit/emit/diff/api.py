"""What a format of changes is: a function from a comparison to text in pieces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from partnerkit.diagnostics.text import Piece
from partnerkit.diff.changes import Change, Trend
from partnerkit.emit.api import number
from partnerkit.rules.words import listed


@dataclass(frozen=True, slots=True)
class State:
    """One of the two states.

    Attributes:
        name: What people call it: `HEAD`, `the working tree`, a folder.
        commit: The name of the commit, shortened; "" if it is none.
        day: The day it was committed; "" if it was not.
    """

    name: str
    commit: str = ""
    day: str = ""

    @property
    def words(self) -> str:
        """The state in a sentence."""
        return f"{self.name} ({self.commit}, {self.day})" if self.commit else self.name


@dataclass(frozen=True, slots=True)
class Compared:
    """Two states of a workspace, compared.

    Attributes:
        before: The one.
        after: The other.
        as_of: The day that counts as today for findings and scores of both.
        changes: What has changed, record by record, what is for the worse first.
        titles: What the records are called, by kind and id.
        quiet: Whether the summary is left out.
    """

    before: State
    after: State
    as_of: date
    changes: tuple[Change, ...]
    titles: Mapping[str, str] = field(default_factory=dict)
    quiet: bool = False

    def by_record(self) -> Iterator[tuple[str, tuple[Change, ...]]]:
        """The changes of each record, in order."""
        grouped: dict[str, list[Change]] = {}
        for one in self.changes:
            grouped.setdefault(one.record, []).append(one)
        yield from ((record, tuple(changes)) for record, changes in grouped.items())

    def title(self, record: str) -> str:
        """What a record is called, with its id."""
        id_ = record.partition(" ")[2]
        title = self.titles.get(record)
        return f"{title} ({id_})" if title else record


Emit = Callable[[Compared], Iterable[Piece]]
"""A format."""

_COUNTED = {Trend.WORSE: "for the worse", Trend.BETTER: "for the better", Trend.OTHER: "other"}


def counted(changes: Iterable[Change]) -> str:
    """How many changes there are of each trend: `2 changes: 1 for the worse, 1 other`."""
    counts = Counter(one.kind.trend for one in changes)
    if not counts:
        return "nothing has changed in meaning"
    parts = [f"{counts[trend]:,} {words}" for trend, words in _COUNTED.items() if counts[trend]]
    return f"{number(counts.total(), 'change')}: {listed(parts)}"
