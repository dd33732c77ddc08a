"""What an item is called where it is only mentioned: its title, or the words that say best what it is."""

from __future__ import annotations

from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from partnerkit.model.framework import Criterion, Framework
from partnerkit.model.organisation import Organisation, Person, Priority
from partnerkit.model.partnership.activate import Action, Agreement, Decision, Meeting
from partnerkit.model.partnership.agree import Aim, Body, KeyRole, Raci
from partnerkit.model.partnership.assessment import Evidence
from partnerkit.model.partnership.identify import Opportunity, Scan
from partnerkit.model.partnership.needs import Need
from partnerkit.model.partnership.objectives import Indicator, Objective
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.partnership.plan import Activity, Communication, Milestone, Resource
from partnerkit.model.partnership.review import Benefit, Evaluation, Lesson, Recommendation
from partnerkit.model.partnership.risks import Risk
from partnerkit.model.partnership.run import CurriculumChange, Event, Exchange, Feedback, JournalEntry, Practice
from partnerkit.model.partnership.safety import HealthAndSafety, Incident
from partnerkit.model.programme import Programme
from partnerkit.views.reading.words import shortened, title

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from partnerkit.model.base import Part


def _first(*names: str) -> Callable[[Any], str | None]:
    """The first of these fields that the item has."""
    return lambda part: next((value for name in names if (value := getattr(part, name))), None)


def _term(name: str) -> Callable[[Any], str | None]:
    return lambda part: title(value) if (value := getattr(part, name)) else None


def _either(*ways: Callable[[Any], str | None]) -> Callable[[Any], str | None]:
    return lambda part: next((text for way in ways if (text := way(part))), None)


def _scan(scan: Scan) -> str:
    return f"Scan: {title(scan.source).lower()}" if scan.source else "Scan"


def _need(need: Need) -> str | None:
    return need.statement or (need.required.level if need.required else None) or need.group


def _meeting(meeting: Meeting) -> str:
    return f"Meeting: {title(meeting.body.rpartition('/')[2]).lower()}" if meeting.body else "Meeting"


TITLES: Mapping[type[Part], Callable[[Any], str | None]] = MappingProxyType(
    {
        **dict.fromkeys((Partnership, Programme, Framework, Evidence, Activity, Milestone, Event), attrgetter("title")),
        **dict.fromkeys((Aim, Objective, Priority, Criterion), attrgetter("statement")),
        **dict.fromkeys((Action, Decision, Feedback, Recommendation), attrgetter("text")),
        **dict.fromkeys((Lesson, JournalEntry), attrgetter("what")),
        Organisation: attrgetter("name"),
        Person: _first("name", "pseudonym", "title"),
        Opportunity: attrgetter("finding"),
        Risk: attrgetter("event"),
        Practice: attrgetter("behaviour"),
        CurriculumChange: attrgetter("proposal"),
        Communication: attrgetter("audience"),
        Evaluation: _first("question", "instrument"),
        Benefit: _first("realised", "expected"),
        Body: attrgetter("title"),
        Exchange: _first("focus"),
        HealthAndSafety: attrgetter("site"),
        Raci: attrgetter("decision"),
        Agreement: _either(_first("title"), _term("type")),
        Indicator: _either(_first("title"), _term("unit")),
        Resource: _either(_first("title"), _term("type")),
        Incident: _either(_first("summary"), _term("type")),
        KeyRole: _term("role"),
        Need: _need,
        Scan: _scan,
        Meeting: _meeting,
    }
)


def title_of(part: Part) -> str:
    """The title of any item or record, in one line; its id in words if nothing says better what it is."""
    way = TITLES.get(type(part))
    text = way(part) if way else None
    return shortened(text or title(str(getattr(part, "id", ""))))
