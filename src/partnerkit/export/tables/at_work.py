"""Listings of what is at work: activities, milestones, resources, risks, meetings, actions."""

from __future__ import annotations

from collections.abc import Iterator

from partnerkit.export.api import Cell
from partnerkit.export.tables.columns import Column, Listing, Row, each, named, person, shown, written, yes
from partnerkit.model.partnership.activate import Action, Meeting
from partnerkit.model.partnership.plan import Activity, Milestone, Resource
from partnerkit.model.partnership.risks import Risk
from partnerkit.views.reading.actions import actions, settled
from partnerkit.views.thread.dossier import Dossier

ACTIVITIES = Listing(
    "activities",
    "Activities",
    "Something the partners do together for their objectives.",
    "activities",
    each("activities"),
    (
        *shown(
            Activity,
            {
                "Activity id": "id", "Activity": "title", "Type": "type", "Starts": "start", "Ends": "end",
                "Site": "site", "Places": "places", "Owner": "owner",
            },
        ),
        *written(Activity, {"Objective ids": "objectives"}),
        *shown(
            Activity,
            {
                "Needs": "needs", "Designed by": "designed_by", "Hours delivered by": "delivered_by",
                "Hours face to face": "mode_hours.face_to_face", "Hours online": "mode_hours.online",
                "Hours simulation": "mode_hours.simulation", "Hours on the job": "mode_hours.on_job",
                "Learners": "route.learners", "Assessed by": "assessment",
            },
        ),
        *written(Activity, {"Criterion ids": "criteria"}),
    ),
)  # fmt: skip

MILESTONES = Listing(
    "milestones",
    "Milestones",
    "A point on the way, with its day.",
    "milestones",
    each("milestones"),
    shown(
        Milestone,
        {
            "Milestone id": "id", "Milestone": "title", "Due": "due", "Met on": "met_on", "Status": "status",
            "Owner": "owner", "Activity": "activity", "Evidence": "evidence",
        },
    ),
)  # fmt: skip

RESOURCES = Listing(
    "resources",
    "Resources",
    "Something a partner puts in: what it promised and what it has given.",
    "resources",
    each("resources"),
    (
        *shown(Resource, {"Resource id": "id"}),
        named("Resource", "What it is."),
        *shown(
            Resource,
            {
                "Type": "type", "Expertise": "expertise", "Partner": "partner", "Promised": "committed.quantity",
                "Promised unit": "committed.unit", "Promised money": "committed.money.amount",
                "Promised currency": "committed.money.currency", "Promised on": "committed.on",
                "Given": "delivered.quantity", "Given unit": "delivered.unit", "Given money": "delivered.money.amount",
                "Given currency": "delivered.money.currency", "Given up to": "delivered.on", "Activity": "activity",
                "Evidence": "evidence",
            },
        ),
    ),
)  # fmt: skip


def _score(row: Row, key: str) -> Cell:
    exposure = getattr(row.part(), key)
    return None if exposure is None else exposure.likelihood * exposure.impact


RISKS = Listing(
    "risks",
    "Risks",
    "Something that might go wrong, and what is done about it.",
    "risks",
    each("risks"),
    (
        *shown(
            Risk,
            {
                "Risk id": "id", "Risk": "event", "Cause": "cause", "Effect": "effect", "Category": "category",
                "Borne by": "partner", "Raised on": "raised_on", "Inherent likelihood": "inherent.likelihood",
                "Inherent impact": "inherent.impact",
            },
        ),
        Column("Inherent score", "Likelihood times impact, with nothing done.", lambda row: _score(row, "inherent")),
        Column("Controls", "What is done about it.",
               lambda row: "; ".join(control.text for control in row.part().controls) or None),
        Column("Controls in place", "How many of the controls work today.",
               lambda row: sum(control.in_place is True for control in row.part().controls)),
        *shown(Risk, {"Residual likelihood": "residual.likelihood", "Residual impact": "residual.impact"}),
        Column("Residual score", "Likelihood times impact, with what is in place.",
               lambda row: _score(row, "residual")),
        Column("Target score", "What it is to come down to.", lambda row: _score(row, "target")),
        *shown(
            Risk,
            {
                "Response": "response", "Accepted by": "accepted_by", "Owner": "owner", "Review on": "review_on",
                "Status": "status",
            },
        ),
    ),
)  # fmt: skip

MEETINGS = Listing(
    "meetings",
    "Meetings",
    "A meeting of a body.",
    "meetings",
    each("meetings"),
    (
        *shown(
            Meeting,
            {
                "Meeting id": "id", "On": "on", "Body": "body", "Present": "present", "Apologies": "apologies",
                "Quorate": "quorate", "Agenda": "agenda",
            },
        ),
        Column("Decisions", "What was decided.",
               lambda row: "; ".join(one.text for one in row.part().decisions) or None),
        Column("Actions", "How many actions it agreed.", lambda row: len(row.part().actions)),
        *shown(Meeting, {"Minutes": "minutes"}),
    ),
)  # fmt: skip


def _actions(d: Dossier) -> Iterator[Row]:
    for meeting, action in actions(d.partnership):
        yield Row(d, (action,), meeting.id if meeting is not None else None)


def _overdue(row: Row) -> Cell:
    action: Action = row.part()
    return yes(action.due is not None and action.due < row.d.as_of and not settled(action))


ACTIONS = Listing(
    "actions",
    "Actions",
    "Something that somebody is to do by a day.",
    "actions",
    _actions,
    (
        *shown(Action, {"Action id": "id", "Action": "text"}),
        Column("Owner", "The one person who sees to it.", lambda row: person(row.d, row.part().owner)),
        *shown(Action, {"Due": "due", "Status": "status", "Done on": "done_on"}),
        Column("Overdue", "Whether its day has passed and nothing says that it is done or dropped.", _overdue),
        Column("Meeting id", "The meeting that agreed it, if one did.", lambda row: row.word),
        *shown(Action, {"From": "from_", "Evidence": "evidence"}),
    ),
)  # fmt: skip

LISTINGS = (ACTIVITIES, MILESTONES, RESOURCES, RISKS, MEETINGS, ACTIONS)
