"""The five points on which an examiner marks an account of a partnership, from the first look around to the review.

Each point reaches one of four levels. *Partly evidenced* takes one check that is met. *Evidenced* takes all the
essential checks that are due. *Corroborated* takes, besides, evidence that can be found and is authenticated, from two
partners or from somebody outside, and no error that `lint` reports inside the point. Nothing of a point is due before
its stage: the second from *agree*, the third from *plan*, the fourth from *activate* and the fifth from *review* on. A
point of which nothing is due has no level.

The whole is at the level of the lowest point that is due: a chain is as strong as its weakest link. It is never
printed without the profile of the points.

Source: seed document 000, "Examiner marking points"; the checks that make them countable are our own.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from partnerkit.rubric.api import Check, Checked, Iterator, Look, Point, Stage, State, graded_point, put, without_errors
from partnerkit.rubric.checks import activate, agree, identify, plan, review
from partnerkit.rubric.corroboration import corroborated

TITLE = "Five marking points"
LEVELS = ("not evidenced", "partly evidenced", "evidenced", "corroborated")

RULES = MappingProxyType(
    {
        "P1": ("identify",),
        "P2": (
            "objectives",
            "body-missing",
            "body-terms-incomplete",
            "escalation-dead-end",
            "exit-arrangements-missing",
            "handover-missing",
            "one-sided-body",
            "raci-missing",
            "raci-nobody-responsible",
            "raci-not-accountable",
            "raci-overloaded",
            "relationship-lead-missing",
            "role-holder-left",
            "senior-sponsor-missing",
            "single-point-of-contact",
        ),
        "P3": ("plan", "safety", "evaluation-planned-late", "evaluation-unplanned"),
        "P4": (
            "meetings",
            "activity-before-signature",
            "agreement-expired",
            "agreement-expiring",
            "agreement-review-overdue",
            "agreement-unsigned-partner",
            "binding-unclear",
            "clause-missing",
            "informal-agreement-only",
            "signatory-without-authority",
        ),
        "P5": (
            "benefit-claimed-only",
            "evaluation-out-of-window",
            "exit-decision-missing",
            "half-verdict",
            "lesson-incomplete",
            "objective-unreviewed",
            "one-sided-review",
            "reaction-only",
            "recommendation-incomplete",
            "response-rate-unknown",
            "review-missing",
            "roi-without-isolation",
            "unmet-unexplained",
            "wrong-respondent",
        ),
    }
)
"""The rules, by family or by name, whose errors keep a point from the top."""


def points(look: Look) -> Iterator[Point]:
    """The five points."""
    yield _point(
        look,
        ("P1", "Scan the environment, identify and align the opportunity"),
        Stage.IDENTIFY,
        (identify.scans_before_decision, identify.opportunity_serves_each_partner, identify.decision_explained),
        (
            identify.scan_methods_named,
            identify.candidates_compared,
            identify.opportunity_meets_needs,
            identify.culture_compared,
        ),
    )
    yield _point(
        look,
        ("P2", "Negotiate aims, measurable objectives and governance"),
        Stage.AGREE,
        (
            agree.objectives_agreed_by_all,
            agree.indicators_complete,
            agree.bodies_on_two_levels,
            agree.senior_executives_named,
            agree.relationship_leads_named,
        ),
        (agree.objectives_negotiated, agree.responsibilities_clear, agree.objectives_agreed_before_start),
    )
    yield _point(
        look,
        ("P3", "Plan methods, resources, risks and outcomes together"),
        Stage.PLAN,
        (
            plan.activities_for_objectives,
            plan.resources_from_every_partner,
            plan.risks_scored_and_owned,
            plan.outcomes_have_criteria,
        ),
        (plan.work_assessed_for_safety, plan.milestones_dated, plan.evaluation_levels_planned),
    )
    yield _point(
        look,
        ("P4", "Activate the agreement, the communications and the joint work"),
        Stage.ACTIVATE,
        (
            activate.agreement_signed_before_start,
            activate.communications_protocol,
            activate.joint_meetings_minuted,
            activate.actions_owned_and_due,
        ),
        (activate.agreement_clauses_complete, activate.action_closure_known, activate.communications_kept),
    )
    yield _point(
        look,
        ("P5", "Review against the original objectives, learn and recommend"),
        Stage.REVIEW,
        (
            review.sealed_objectives_have_verdicts,
            review.objectives_have_final_figures,
            review.voices_of_two_partners,
            review.lessons_explained,
            review.recommendations_decided,
        ),
        (review.baselines_sealed, review.unmet_objectives_explained, review.end_decided),
    )


def _point(
    look: Look, name: tuple[str, str], begins: Stage, essential: tuple[Check, ...], others: tuple[Check, ...]
) -> Point:
    checks: list[Checked] = [*put(look, _from(begins, essential), _from(begins, others))]
    # Where nothing is shown, there is nothing to be corroborated, and the absence of errors is no merit.
    if any(one.state is State.MET for one in checks):
        checks += [corroborated(look, checks), without_errors(look, RULES[name[0]])]
    return graded_point(*name, checks, LEVELS)


def _from(begins: Stage, checks: tuple[Check, ...]) -> tuple[Check, ...]:
    """Checks that are due no earlier than the point they belong to: one early fact alone must not grade a point."""
    return tuple(replace(one, stage=max(one.stage, begins)) for one in checks)
