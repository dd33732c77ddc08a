"""Activation: the meetings, what they decided, what was to be done, and the working relationship."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.views import blocks as b
from partnerkit.views.reading import blanks
from partnerkit.views.reading.actions import actions
from partnerkit.views.reading.gaps import counted_in
from partnerkit.views.reading.words import counted, listed
from partnerkit.views.thread.actions import action_log
from partnerkit.views.thread.learners import learners
from partnerkit.views.thread.meetings import decisions, meetings
from partnerkit.views.thread.relationship import contacts, exchanges, feedback, incidents, journal, stakeholders
from partnerkit.views.thread.teaching import cpd, curriculum, events, practices

if TYPE_CHECKING:
    from partnerkit.views.thread.dossier import Dossier

OPTIONAL = {
    "exchanges": "exchange visits",
    "stakeholders": "stakeholders",
    "feedback": "feedback",
    "curriculum": "changes to what is taught",
    "cpd": "teachers' time in industry",
    "events": "events",
    "practices": "practices",
    "incidents": "incidents",
}


def activation(d: Dossier) -> b.Section:
    """The part of the thread."""
    p = d.partnership
    summary = listed(
        [
            counted_in(p, "meetings", "meeting"),
            "actions withheld" if is_withheld(p, "meetings") else counted(sum(1 for _ in actions(p)), "action"),
            counted_in(p, "contacts", "contact"),
            counted_in(p, "learners", "learner"),
        ]
    )
    parts: tuple[b.Block, ...] = (
        d.part("activation-meetings", "Meetings and decisions", ("meetings",), *meetings(d), *decisions(d)),
        d.part("activation-actions", "Actions", ("actions",), *action_log(d)),
        d.part("activation-contacts", "Stakeholders and contacts", ("contacts",), stakeholders(d), *contacts(d)),
        d.part("activation-learners", "Learners", ("learners",), *learners(d)),
        *(part for part in _others(d) if part.blocks),
        d.part("activation-journal", "Journal", ("journal",), *journal(d)),
        *blanks.optional(p, OPTIONAL),
    )
    return d.thread(5, "activation", "Activation", summary, parts)


def _others(d: Dossier) -> tuple[b.Section, ...]:
    return (
        d.part("activation-exchanges", "Exchange visits", (), *exchanges(d)),
        d.part("activation-feedback", "Feedback, and what was done about it", (), feedback(d)),
        d.part("activation-curriculum", "Changes to what is taught", (), curriculum(d)),
        d.part("activation-cpd", "Teachers' time in industry", (), cpd(d)),
        d.part("activation-events", "Events", (), events(d)),
        d.part("activation-practices", "Ways of working together", (), practices(d)),
        d.part("activation-incidents", "Incidents", (), incidents(d)),
    )
