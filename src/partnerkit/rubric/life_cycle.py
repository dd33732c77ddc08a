"""The eight stages in the life of a collaboration, as ISO 44001 names them: which are covered by the record.

Of each stage it asks for *arrangements*, which say how something will be done, and for *outputs*, which show that it
was. The two are counted apart, because they are due at different times. The arrangements for all eight stages are due
early: those for the end from the stage *agree* on, while nobody wants it. Outputs are due when their stage comes, so
that a partnership at work owes nothing of its end but the arrangements for it.

| stage of the life cycle | arrangements due from | outputs due from |
|---|---|---|
| 1 awareness | identify, agree | identify |
| 2 knowledge | agree, plan | identify |
| 3 internal assessment | identify, agree | identify, agree |
| 4 partner selection | agree | identify, agree |
| 5 working together | agree, plan | activate |
| 6 value creation | agree, plan | run, review |
| 7 staying together | agree | run, review |
| 8 exit | agree | close |

There are no levels: each stage says how many of its arrangements and of its outputs are met, of those that are due,
and so does the whole. The plan for managing the relationship, which the standard asks for, is the record itself.

Source: the names of the eight stages are those of ISO 44001, which is named for reference only. What is asked under
each is put in our own words, after public accounts of the standard: its text was not used. That arrangements are looked
at for all stages, and outputs as they come, is how accredited certifiers deal with relationships that have not ended
(UKAS, as reported by the International Accreditation Forum).
"""

from __future__ import annotations

from partnerkit.rubric.api import Check, Checked, Iterator, Look, Point, Sequence, State, Whole, asked
from partnerkit.rubric.checks import activate, agree, ending, identify, life_cycle, plan, quality, relationship, review

TITLE = "Life cycle of a collaboration"
CAVEAT = "Self-check, not certification."

Stages = tuple[tuple[str, str, tuple[Check, ...], tuple[Check, ...]], ...]
"""Code and title of each stage, its arrangements and its outputs."""

STAGES: Stages = (
    (
        "S1",
        "Awareness",
        (life_cycle.priorities_of_each_partner, agree.senior_executives_named),
        (identify.scans_before_decision, life_cycle.fit_rated_for_each_partner, life_cycle.risks_raised_early),
    ),
    (
        "S2",
        "Knowledge",
        (life_cycle.sharing_settled, life_cycle.risk_matrix_in_use),
        (identify.opportunity_serves_each_partner, identify.decision_explained),
    ),
    (
        "S3",
        "Internal assessment",
        (life_cycle.candidates_marked_alike, agree.relationship_leads_named),
        (life_cycle.needs_measured, identify.culture_compared),
    ),
    (
        "S4",
        "Partner selection",
        (ending.exit_arrangements_agreed,),
        (identify.candidates_compared, agree.objectives_agreed_by_all, agree.objectives_negotiated),
    ),
    (
        "S5",
        "Working together",
        (
            agree.bodies_on_two_levels,
            life_cycle.issues_have_a_way_up,
            agree.responsibilities_clear,
            agree.indicators_complete,
            life_cycle.risks_owned_on_both_sides,
            activate.agreement_clauses_complete,
            activate.communications_protocol,
        ),
        (activate.agreement_signed_before_start, review.baselines_sealed, activate.joint_meetings_minuted),
    ),
    (
        "S6",
        "Value creation",
        (life_cycle.outcomes_measured, plan.outcomes_have_criteria),
        (
            life_cycle.innovations_logged,
            life_cycle.learning_acted_on,
            review.lessons_explained,
            quality.benefits_confirmed,
        ),
    ),
    (
        "S7",
        "Staying together",
        (relationship.key_roles_deputised, quality.terms_of_reference_complete),
        (
            life_cycle.executives_at_meetings,
            life_cycle.figures_in_time,
            ending.exit_arrangements_kept_up,
            life_cycle.partners_surveyed,
            review.sealed_objectives_have_verdicts,
        ),
    ),
    (
        "S8",
        "Exit",
        (ending.exit_owned_by_each_partner, ending.exit_returns_settled),
        (
            review.end_decided,
            ending.exit_carried_out,
            ending.learners_seen_through,
            ending.no_action_left_open,
            ending.final_evaluation_held,
        ),
    ),
)

_OUTPUTS = frozenset(one.name for _, _, _, outputs in STAGES for one in outputs)


def points(look: Look) -> Iterator[Point]:
    """The eight stages."""
    for code, title, arrangements, outputs in STAGES:
        checks = tuple(asked(look, one) for one in (*arrangements, *outputs))
        yield Point(code, title, checks, word=_counts(checks))


def whole(points: Sequence[Point]) -> Whole:
    """How many arrangements and outputs of all stages are met, of those that are due."""
    return None, _counts([one for point in points for one in point.checks])


def _counts(checks: Sequence[Checked]) -> str:
    outputs = [one for one in checks if one.name in _OUTPUTS]
    arrangements = [one for one in checks if one.name not in _OUTPUTS]
    return f"{_count('arrangements', arrangements)}, {_count('outputs', outputs)}"


def _count(name: str, checks: Sequence[Checked]) -> str:
    due = [one for one in checks if one.state.is_due]
    if due:
        return f"{name} {sum(one.state is State.MET for one in due)} of {len(due)} due"
    applies = any(one.state is State.NOT_DUE for one in checks)
    return f"{name} not yet due" if applies else f"{name} not applicable"
