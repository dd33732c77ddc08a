"""What an item is called where it is only mentioned: its title, or the words that say best what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    from partnerkit.model.base import Part


def title_of(part: Part) -> str:
    """The title of any item or record, in one line."""
    return shortened(_title(part))


def _title(part: Part) -> str:  # noqa: C901, PLR0911 - one case for each way of naming
    match part:
        case Partnership() | Programme() | Framework() | Evidence() | Activity() | Milestone() | Event():
            return part.title
        case Organisation():
            return part.name
        case Person():
            return part.name or part.pseudonym or part.title or title(part.id)
        case Aim() | Objective() | Priority() | Criterion():
            return part.statement
        case Action() | Decision() | Feedback() | Recommendation():
            return part.text
        case Lesson() | JournalEntry():
            return part.what
        case Opportunity():
            return part.finding
        case Risk():
            return part.event
        case Practice():
            return part.behaviour
        case CurriculumChange():
            return part.proposal
        case Communication():
            return part.audience
        case Need() | Indicator() | Agreement() | Body() | Resource() | Evaluation() | Benefit():
            return _plan_title(part)
        case Scan() | Meeting() | Exchange() | Incident() | HealthAndSafety() | KeyRole() | Raci():
            return _event_title(part)
        case _:
            return title(str(getattr(part, "id", "")))


def _plan_title(part: Need | Indicator | Agreement | Body | Resource | Evaluation | Benefit) -> str:
    match part:
        case Need():
            required = part.required.level if part.required else None
            return part.statement or required or part.group or title(part.id)
        case Indicator():
            return part.title or (title(part.unit) if part.unit else title(part.id))
        case Agreement():
            return part.title or title(part.type)
        case Body():
            return part.title or title(part.id)
        case Resource():
            return part.title or title(part.type or part.id)
        case Evaluation():
            return part.question or part.instrument or title(part.id)
        case Benefit():
            return part.realised or part.expected or title(part.id)


def _event_title(part: Scan | Meeting | Exchange | Incident | HealthAndSafety | KeyRole | Raci) -> str:
    match part:
        case Scan():
            return f"Scan: {title(part.source).lower()}" if part.source else "Scan"
        case Meeting():
            return f"Meeting: {title(part.body.rpartition('/')[2]).lower()}" if part.body else "Meeting"
        case Exchange():
            return part.focus or "Exchange visit"
        case Incident():
            return part.summary or (title(part.type) if part.type else "Incident")
        case HealthAndSafety():
            return part.site or title(part.id)
        case KeyRole():
            return title(part.role)
        case Raci():
            return part.decision or title(part.id)
