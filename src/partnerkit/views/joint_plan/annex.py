"""Health and safety at a glance: which activities are assessed, and what stands in each assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.rules.safety._assessments import assessments, by_activity, to_be_assessed
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.duties import ENDED, badge
from partnerkit.views.reading.judging import subject_of
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import counted
from partnerkit.views.thread.safety import under_18

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from partnerkit.model.partnership.plan import Activity
    from partnerkit.model.partnership.safety import Equipment, HealthAndSafety, Insurance, Substance
    from partnerkit.views.thread.dossier import Dossier


def covered(d: Dossier) -> b.Table | None:
    """The activities in which people learn at work or on simulated work, each with its assessments."""
    subject = subject_of(d)
    at_work = {id(activity) for activity in subject.workplace_activities}
    found = by_activity(assessments(subject))
    rows = tuple(
        _activity(activity, at_work=id(activity) in at_work, held=found.get(activity.id, ()))
        for activity in to_be_assessed(subject)
    )
    if not rows:
        return None
    return c.table(
        "Activities at work or on simulated work, and their assessments",
        ("Activity", "Why it needs one", "Learners under 18", "Assessed at"),
        rows,
    )


def _activity(activity: Activity, *, at_work: bool, held: Iterable[HealthAndSafety]) -> b.Row:
    young = activity.route.under_18 if activity.route else None
    sites = tuple(
        (b.Link(title_of(one), b.anchor("health_and_safety", one.id)), b.Quiet(", "), c.day(one.assessed_on, "no day"))
        for one in held
    )
    return b.Row(
        (
            b.Link(title_of(activity), b.anchor("activities", activity.id)),
            "people learn at work" if at_work else "people practise on simulated work",
            str(young) if young is not None else b.Missing(),
            b.Lines(sites) if sites else b.Missing("no assessment"),
        )
    )


def sites(d: Dossier) -> b.Table | None:
    """Each assessment in a row."""
    if not d.partnership.health_and_safety:
        return None
    return c.table(
        "Each assessment at a glance",
        ("Site", "Assessed and checked", "Substances (COSHH)", "Equipment (PUWER)", "Insurance", "People under 18"),
        (_site(d, one) for one in d.partnership.health_and_safety),
    )


def _site(d: Dossier, found: HealthAndSafety) -> b.Row:
    checked = b.joined(b.Quiet("site checked on "), c.day(found.site_check_on, "not recorded"))
    review = b.joined(b.Quiet("review due "), _due(d, found.review_on))
    return b.Row(
        (
            b.Link(title_of(found), b.anchor("health_and_safety", found.id)),
            b.Lines((c.day(found.assessed_on), checked, review)),
            _substances(d, found.substances),
            _equipment(d, found.equipment),
            _insured(d, found.insurance),
            under_18(found.young_people),
        )
    )


def _substances(d: Dossier, held: tuple[Substance, ...]) -> b.Cell:
    if not held:
        return b.Quiet("none named")
    sheets = sum(one.safety_data_sheet is not None for one in held)
    first = min((one.review_on for one in held if one.review_on), default=None)
    return b.Lines(
        (
            counted(len(held), "substance"),
            b.Quiet(f"{sheets} with a safety data sheet"),
            b.joined(b.Quiet("next review "), _due(d, first)),
        )
    )


def _equipment(d: Dossier, held: tuple[Equipment, ...]) -> b.Cell:
    if not held:
        return b.Quiet("none named")
    trained = sum(one.training_on is not None for one in held)
    first = min((one.inspection_due for one in held if one.inspection_due), default=None)
    return b.Lines(
        (
            counted(len(held), "machine or tool", "machines or tools"),
            b.Quiet(f"{trained} with a day of training"),
            b.joined(b.Quiet("next inspection "), _due(d, first)),
        )
    )


def _insured(d: Dossier, insurance: Insurance | None) -> b.Run:
    if insurance is None:
        return b.Missing()
    if insurance.expires is None:
        return b.Missing("no last day")
    return (b.Quiet("until "), b.Day(insurance.expires), " ", badge(insurance.expires, d.as_of, "insurance"))


def _due(d: Dossier, on: date | None) -> tuple[b.Inline, ...]:
    if on is None:
        return (b.Missing("no date"),)
    return (b.Day(on),) if d.partnership.status in ENDED else (b.Day(on), " ", badge(on, d.as_of))
