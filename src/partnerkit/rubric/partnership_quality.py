"""What a record shows of the quality of a partnership, by six principles; and what the people in it say, apart.

For each of the six principles of the Nuffield Partnership Assessment Tool it looks for facts in the record that go with
it: that there is a need, a purpose that is everybody's, commitment, trust, arrangements that fit, and learning. The
facts stand in for the thing itself. Of trust the record can show outward signs only: who carries what, who is
confirmed by whom, and whether people are told what came of what they said. There are no levels.

Beside that, and never part of it, stand the answers to surveys about the partnership, from the latest survey of each
partner: the mean of the partners (each counts once), the lowest and the highest, the gap between them, and how many of
those asked have answered. A gap says more than a mean: it shows where the partners see different partnerships.

No bands are given for the Partnership Assessment Tool and for the Wilder inventory, because none could be verified. The
totals of the VicHealth partnerships analysis tool (`instrument: vichealth`) are put in its own words. Only the names of
factors are recorded, never the wording of a questionnaire.

Source: the six principles are those of the Partnership Assessment Tool, Nuffield Institute; the facts that stand in for
them are our own. Totals of VicHealth as published in a table of the BMJ. That questionnaires mislead where they stand
alone: Halliday and others, 2004.
"""

from __future__ import annotations

from partnerkit.rubric.api import Check, Figures, Iterator, Look, Point, asked, counted_point
from partnerkit.rubric.checks import (
    activate,
    agree,
    identify,
    life_cycle,
    plan,
    quality,
    reciprocity,
    relationship,
    review,
)
from partnerkit.rubric.surveys import survey_figures

TITLE = "Quality of the partnership"
CAVEAT = "What the record shows stands in for what cannot be measured; answers to surveys are shown apart."

UNSEEN = "not measurable from the record"
"""What must be said of trust."""

PRINCIPLES: tuple[tuple[str, str, tuple[Check, ...]], ...] = (
    (
        "Q1",
        "The need for partnership",
        (
            life_cycle.priorities_of_each_partner,
            identify.opportunity_serves_each_partner,
            quality.dependencies_stated,
        ),
    ),
    (
        "Q2",
        "A clear and realistic purpose",
        (
            quality.own_aims_stated,
            quality.aims_serve_each_partner,
            agree.objectives_agreed_by_all,
            life_cycle.outcomes_measured,
        ),
    ),
    (
        "Q3",
        "Commitment and ownership",
        (
            agree.senior_executives_named,
            relationship.key_roles_deputised,
            plan.resources_from_every_partner,
            quality.resources_given_as_promised,
            life_cycle.executives_at_meetings,
        ),
    ),
    (
        "Q4",
        "Trust",
        (
            quality.culture_gaps_bridged,
            reciprocity.resources_two_way,
            reciprocity.actions_two_way,
            quality.decisions_taken_together,
            relationship.feedback_closed,
            quality.benefits_confirmed,
        ),
    ),
    (
        "Q5",
        "Clear and robust arrangements",
        (
            agree.bodies_on_two_levels,
            quality.terms_of_reference_complete,
            agree.responsibilities_clear,
            quality.finance_settled,
            activate.agreement_signed_before_start,
        ),
    ),
    (
        "Q6",
        "Monitoring, measuring and learning",
        (
            agree.indicators_complete,
            life_cycle.figures_in_time,
            review.sealed_objectives_have_verdicts,
            review.lessons_explained,
            life_cycle.learning_acted_on,
        ),
    ),
)


def points(look: Look) -> Iterator[Point]:
    """The six principles."""
    for code, title, checks in PRINCIPLES:
        found = counted_point(code, title, [asked(look, one) for one in checks])
        yield _seen_from_outside(found) if code == "Q4" else found


def _seen_from_outside(trust: Point) -> Point:
    return Point(trust.code, trust.title, trust.checks, None, trust.word, (UNSEEN,))


def figures(look: Look) -> Iterator[Figures]:
    """What people answered in surveys about the partnership."""
    return survey_figures(look)
