"""How to call a row of the table of responsibilities."""

from __future__ import annotations

from partnerkit.model.partnership.agree import Raci
from partnerkit.model.partnership.plan import Activity
from partnerkit.rules.api import Subject, said


def row_title(subject: Subject, row: Raci) -> str:
    """What a row is about: its decision, its activity, or else its id in words."""
    activity = subject.find(Activity, "activities", row.activity)
    return f"“{row.decision or (activity and activity.title) or said(row.id)}”"
