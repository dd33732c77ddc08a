"""Plan: what the partners do together, when, with what, and what might go wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.duties import ENDED, badge
from partnerkit.views.reading.gaps import counted_in, gap, optional_gap
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, counted, listed, said
from partnerkit.views.thread.risks import risks
from partnerkit.views.thread.safety import safety

if TYPE_CHECKING:
    from partnerkit.model.partnership.plan import Activity, Communication, LineOfSight, Milestone, ModeHours, Resource
    from partnerkit.views.thread.dossier import Dossier

MODES = {"face_to_face": "face to face", "online": "online", "simulation": "in simulation", "on_job": "on the job"}


def plan(d: Dossier) -> b.Section:
    """The part of the thread."""
    p = d.partnership
    summary = listed(
        [
            counted(len(p.activities), "activity", "activities"),
            counted(len(p.milestones), "milestone"),
            counted(len(p.resources), "resource"),
            counted_in(p, "risks", "risk"),
        ]
    )
    parts = (
        d.part("plan-activities", "Activities", ("activities",), *activities(d)),
        d.part("plan-milestones", "Milestones", ("milestones",), milestones(d)),
        d.part("plan-resources", "What each partner puts in", ("resources",), resources(d)),
        d.part("plan-risks", "Risks", ("risks",), *risks(d)),
        d.part("plan-health_and_safety", "Health and safety", ("health_and_safety",), *safety(d)),
        d.part("plan-communications", "Who is told what", ("communications",), communications(d)),
    )
    return d.thread(4, "plan", "Plan", summary, parts)


def activities(d: Dossier) -> tuple[b.Item, ...]:
    """The activities."""
    return tuple(_activity(d, activity) for activity in d.partnership.activities)


def _activity(d: Dossier, activity: Activity) -> b.Item:
    names = d.names
    hours = tuple(
        (b.Number(time, "hours"), b.Quiet(" by "), names.organisation(partner))
        for partner, time in activity.delivered_by.items()
    )
    facts = c.facts(
        ("What happens", b.Words(activity.summary) if activity.summary else None),
        ("When", _when(activity)),
        ("Where", activity.site),
        ("Run by", names.person(activity.owner) if activity.owner else None),
        (
            "For the objectives",
            names.links("objectives", activity.objectives) if activity.objectives else b.Missing("none named"),
        ),
        (
            "For the needs",
            names.links("needs", activity.needs) if activity.needs else optional_gap(activity, "needs"),
        ),
        ("Learners", _learners(activity)),
        ("Designed by", names.organisations(activity.designed_by) or b.Missing()),
        ("Delivered", b.Lines(hours) if hours else b.Missing()),
        ("Hours for each learner", _hours(activity.mode_hours)),
        ("Assessed by", c.terms(activity.assessment) or b.Missing()),
        ("Criteria", b.Lines(tuple(names.criterion(ref) for ref in activity.criteria)) if activity.criteria else None),
        (
            "Line of sight to work",
            b.Lines(tuple(map(_sight, activity.line_of_sight))) if activity.line_of_sight else b.Missing(),
        ),
    )
    version = f", version {activity.version}" if activity.version else ""
    return b.Item(
        b.anchor("activities", activity.id),
        f"{activity.title}{version}",
        (facts,),
        kind=f"Activity, {said(activity.type)}" if activity.type else "Activity",
        badges=standing(d, activity),
    )


def standing(d: Dossier, activity: Activity) -> tuple[b.Badge, ...]:
    """Whether it has begun, and whether it has ended; nothing where no dates tell."""
    if activity.end and activity.end < d.as_of:
        return (b.Badge("ended"),)
    if activity.start and activity.start > d.as_of:
        return (b.Badge("not begun"),)
    return (b.Badge("under way", "note"),) if activity.start else ()


def _when(activity: Activity) -> b.Run:
    if activity.start is None:
        return b.Missing("no dates")
    return (b.Day(activity.start), " to ", c.day(activity.end, "no end recorded"))


def _learners(activity: Activity) -> str | None:
    route = activity.route
    if route is None:
        return f"room for {activity.places}" if activity.places is not None else None
    parts = [
        counted(route.learners, "learner") if route.learners is not None else None,
        said(route.type) if route.type else None,
        f"{route.under_18 or 'none'} under 18" if route.under_18 is not None else None,
        f"room for {activity.places}" if activity.places is not None else None,
    ]
    return capital(", ".join(part for part in parts if part)) or None


def _hours(mode: ModeHours | None) -> b.Cell:
    if mode is None:
        return b.Missing()
    given = [(words, hours) for name, words in MODES.items() if (hours := getattr(mode, name))]
    whole = sum(hours for _, hours in given)
    if not given:
        return b.Missing()
    return b.Lines(tuple((b.Share(hours, whole, "hours"), b.Quiet(f" {words}")) for words, hours in given))


def _sight(line: LineOfSight) -> b.Run:
    steps = [line.outcome, line.task, line.role]
    return " → ".join(step for step in steps if step)


def milestones(d: Dossier) -> b.Table | None:
    """The points on the way."""
    if not d.partnership.milestones:
        return None
    return c.table(
        "Points on the way",
        ("Milestone", "Due", "State", "Owner", "Activity", "Evidence"),
        (_milestone(d, milestone) for milestone in d.partnership.milestones),
    )


def milestone_state(d: Dossier, milestone: Milestone) -> b.Badge | None:
    """How it stands, or how far off its day is; nothing where no day is known."""
    if is_met(milestone):
        return b.Badge("met", "good")
    if milestone.status in {"partially-met", "not-met"}:
        return b.Badge(said(milestone.status), "caution")
    if milestone.due is None:
        return None
    ended = d.partnership.status in ENDED
    return b.Badge("not recorded as met", "caution") if ended else badge(milestone.due, d.as_of)


def is_met(milestone: Milestone) -> bool:
    """Whether it was reached as a whole, by its status or, without one that says more, by its day."""
    return milestone.status == "met" or (milestone.met_on is not None and milestone.status in {None, "scheduled"})


def _milestone(d: Dossier, milestone: Milestone) -> b.Row:
    state = milestone_state(d, milestone) or b.Missing("no date")
    return b.Row(
        (
            milestone.title,
            c.day(milestone.due),
            (state, " ", b.Day(milestone.met_on)) if milestone.met_on else state,
            c.person(d.names, milestone.owner),
            d.names.link("activities", milestone.activity) if milestone.activity else b.Missing("none named"),
            c.evidence(d.names, milestone.evidence, "none"),
        ),
        b.anchor("milestones", milestone.id),
    )


def resources(d: Dossier) -> b.Table | None:
    """What each partner promised and gave."""
    if not d.partnership.resources:
        return None
    return c.table(
        "What was promised, and what has been given",
        ("Resource", "Partner", "Promised", "Given so far", "Given of promised", "Evidence"),
        (_resource(d, resource) for resource in d.partnership.resources),
    )


def _resource(d: Dossier, resource: Resource) -> b.Row:
    sort = [resource.type and said(resource.type) if resource.title else None]
    sort.append(f"{said(resource.expertise)} expertise" if resource.expertise else None)
    about = ", ".join(word for word in sort if word)
    activity = (d.names.link("activities", resource.activity),) if resource.activity else ()
    return b.Row(
        (
            b.Lines(((title_of(resource), b.Quiet(f" ({about})" if about else "")), *activity)),
            c.organisation(d.names, resource.partner),
            c.quantity(resource.committed, "nothing promised"),
            c.quantity(resource.delivered, "not yet reported"),
            _given(resource),
            c.evidence(d.names, resource.evidence, "none"),
        ),
        b.anchor("resources", resource.id),
    )


def _given(resource: Resource) -> b.Inline:
    """The part given of what was promised, where both are counted in the same unit."""
    promised, given = resource.committed, resource.delivered
    if promised is None or given is None:
        return b.Missing("cannot be compared")
    if promised.quantity is not None and given.quantity is not None and promised.unit == given.unit:
        return b.Share(given.quantity, promised.quantity, given.unit or "")
    if promised.money and given.money and promised.money.currency == given.money.currency:
        return b.Share(given.money.amount, promised.money.amount, given.money.currency)
    return gap(promised, "money", "cannot be compared")


def communications(d: Dossier) -> b.Table | None:
    """Who is told what, how and how often."""
    if not d.partnership.communications:
        return None
    return c.table(
        "The communication plan",
        ("Audience", "What, and why", "Channel", "How often", "Owner"),
        (_communication(d, line) for line in d.partnership.communications),
    )


def _to(d: Dossier, line: Communication) -> tuple[b.Run, ...]:
    """The bodies and stakeholders it goes to."""
    bodies = (d.names.link("bodies", reference) for reference in line.bodies)
    return (*bodies, *(d.names.link("stakeholders", reference) for reference in line.stakeholders))


def _communication(d: Dossier, line: Communication) -> b.Row:
    return b.Row(
        (
            b.Lines(((line.audience, b.Quiet(" (not to go further)" if line.sensitive else "")), *_to(d, line))),
            c.words(line.purpose),
            line.channel or b.Missing(),
            f"every {counted(line.frequency_days, 'day')}" if line.frequency_days else b.Missing(),
            c.person(d.names, line.owner),
        ),
        b.anchor("communications", line.id),
    )
