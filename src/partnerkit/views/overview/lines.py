"""One partnership of the portfolio, read once for all parts of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.model.organisation import Organisation
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.views import blocks as b
from partnerkit.views.reading import blanks
from partnerkit.views.reading.actions import actions, settled
from partnerkit.views.reading.duties import Duty, duties
from partnerkit.views.reading.names import Names
from partnerkit.views.reading.pages import partnership_page
from partnerkit.views.reading.scoring import common_rubric, scored

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from partnerkit.rubric.engine import Scoring
    from partnerkit.views.api import Context
    from partnerkit.views.reading.scoring import Scored
    from partnerkit.workspace.records import Record
    from partnerkit.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Line:
    """One partnership.

    Attributes:
        dates: Its open dates, earliest first.
        state: What is blank in its record, and what is not.
        scored: What the rubric says that all are held against; nothing where nothing is judged.
    """

    id: str
    part: Partnership
    names: Names
    dates: tuple[Duty, ...]
    state: blanks.State
    scored: Scored | None = None

    @property
    def link(self) -> b.Link:
        """A link to its page."""
        return b.Link(self.part.title, page=partnership_page(self.id))

    @property
    def organisations(self) -> Iterator[Organisation]:
        """The partners of which there is a record."""
        for partner in self.part.partners:
            item = self.names.item("organisations", partner.organisation)
            if item is not None and isinstance(item.part, Organisation):
                yield item.part

    @property
    def employers(self) -> tuple[Organisation, ...]:
        """The partners that are employers."""
        return tuple(one for one in self.organisations if one.type == "employer")

    @property
    def hides_actions(self) -> bool:
        """Whether the readers may not see its actions."""
        return any(is_withheld(self.part, section) for section in ("actions", "meetings"))

    @property
    def unsettled(self) -> int:
        """How many of its actions are open."""
        return sum(not settled(action) for _, action in actions(self.part))

    def overdue(self, as_of: date) -> int:
        """How many of its open dates have passed."""
        return sum(duty.overdue(as_of) for duty in self.dates)


def lines_of(workspace: Workspace, shown: Iterable[Record], context: Context) -> tuple[Line, ...]:
    """The partnerships, by their titles."""
    scoring = _one_rubric(workspace, context.scoring)
    lines = (_line(workspace, record, record.part, scoring) for record in shown if isinstance(record.part, Partnership))
    return tuple(sorted(lines, key=lambda line: (line.part.title.casefold(), line.id)))


def _one_rubric(workspace: Workspace, scoring: Scoring | None) -> Scoring | None:
    if scoring is None or not scoring.rubrics:
        return None
    return replace(scoring, rubrics=(common_rubric(scoring, workspace.configuration),))


def _line(workspace: Workspace, record: Record, part: Partnership, scoring: Scoring | None) -> Line:
    found = scored(record, workspace, scoring)[0] if scoring is not None else None
    return Line(record.id, part, Names(workspace, record), duties(part), blanks.state(part), found)


def by_stage(lines: Iterable[Line]) -> Mapping[str, Sequence[Line]]:
    """The partnerships on each stage."""
    found: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.part.stage].append(line)
    return found
