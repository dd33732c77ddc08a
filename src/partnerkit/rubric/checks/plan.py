"""What is asked of the plan: activities, resources, risks, success criteria, milestones and evaluations."""

from __future__ import annotations

from partnerkit.model.partnership.objectives import Indicator, Objective
from partnerkit.model.partnership.plan import Activity
from partnerkit.model.partnership.review import Evaluation
from partnerkit.model.partnership.risks import Risk
from partnerkit.rubric.api import (
    Answer,
    Fact,
    Look,
    Stage,
    check,
    counted,
    listed,
    met,
    not_applicable,
    quiet,
    unknown,
    unmet,
)
from partnerkit.rubric.checks._partners import NOBODY_LEFT
from partnerkit.rules.evidence._evaluating import BEHAVIOUR, LEARNING, REACTION, by_activity
from partnerkit.rules.safety._assessments import assessments, to_be_assessed
from partnerkit.rules.safety._assessments import by_activity as assessments_by_activity
from partnerkit.rules.safety._exposures import open_risks

_BASIC_LEVELS = frozenset({REACTION, LEARNING, BEHAVIOUR})
_NO_OBJECTIVE = "no objective is recorded"
_NO_ACTIVITY = "no activity is recorded"


@check(Stage.PLAN, "objectives", "activities")
def activities_for_objectives(look: Look) -> Answer:
    """Every objective has an activity that works towards it and says of what type it is."""
    objectives, activities = look.part.objectives, look.part.activities
    if not objectives or not activities:
        todo = "Record the activities, each with its `type` and the `objectives` it serves"
        section = "activities" if objectives else "objectives"
        return unmet(_NO_ACTIVITY if objectives else _NO_OBJECTIVE, todo, [(look.part, section)], 3)
    if look.found("objective-unplanned"):
        return quiet(look, ["objective-unplanned"], "", ())
    typed = {named.rpartition("/")[2] for one in activities if one.type is not None for named in one.objectives}
    without = [one for one in objectives if one.id not in typed]
    if without:
        return unmet(
            f"the activities for {counted(len(without), 'objective')} of {len(objectives)} do not say of what type",
            "Write the `type` of each activity, such as co-delivery or placement",
            without,
            len(without),
        )
    serving = [one for one in activities if one.objectives]
    shown = f"{counted(len(serving), 'activity', 'activities')} for {counted(len(objectives), 'objective')}"
    return met(shown, [(one, "objectives") for one in serving])


@check(Stage.PLAN, "resources")
def resources_from_every_partner(look: Look) -> Answer:
    """Every partner puts something in, and all that is promised has an amount."""
    if not look.partners:
        return unknown(NOBODY_LEFT, [(look.part, "partners")])
    partners = frozenset(look.partners)
    resources = [one for one in look.part.resources if one.partner in partners]
    hours = [Fact(one, "delivered_by") for one in look.part.activities if partners.intersection(one.delivered_by)]
    rules = ("one-sided-resources", "resource-unquantified")
    if not resources and not hours and not look.found(*rules):
        todo = "Record what each partner puts in, with `partner` and the amount `committed`"
        return unmet("nothing is recorded that a partner puts in", todo, [(look.part, "resources")], 4)
    names = listed(map(look.name, look.partners))
    shown = f"{counted(len(resources), 'resource')} with amounts, and something from each of {names}"
    return quiet(look, rules, shown, [*resources, *hours])


@check(Stage.PLAN, "risks")
def risks_scored_and_owned(look: Look) -> Answer:
    """Every risk is scored with nothing done and with its controls, and has an owner."""
    risks = open_risks(look) or look.part.risks
    if not risks:
        todo = "Record what could go wrong, with `inherent`, `residual` and `owner`"
        return unmet("no risk is recorded", todo, [(look.part, "risks")], 3)
    wanting = [one for one in risks if not _is_scored(one)]
    if wanting:
        return unmet(
            f"{len(wanting)} of {counted(len(risks), 'risk')} not scored both ways, or without an owner",
            "Add to each risk what is missing of `inherent`, `residual` and `owner`",
            wanting,
            sum(sum(value is None for value in (one.inherent, one.residual, one.owner)) for one in wanting),
        )
    return met(f"{counted(len(risks), 'risk')} scored both ways, with owners", risks)


def _is_scored(risk: Risk) -> bool:
    return risk.inherent is not None and risk.residual is not None and risk.owner is not None


@check(Stage.PLAN, "health_and_safety")
def work_assessed_for_safety(look: Look) -> Answer:
    """Every activity in which people learn at work or on simulated work has a dated health and safety assessment."""
    if not look.part.activities:
        return unknown("no activity is recorded, so that nobody can tell whether people learn at work")
    needed = list(to_be_assessed(look))
    if not needed:
        return not_applicable("in no activity do people learn at work or on simulated work")
    found = assessments_by_activity(assessments(look))
    done = {
        activity: [one for one in covering if one.assessed_on is not None and one.assessed_on <= look.as_of]
        for activity, covering in found.items()
    }
    without = [one for one in needed if not done.get(one.id)]
    if without:
        return unmet(
            f"{len(without)} of {counted(len(needed), 'activity', 'activities')} at work without a dated assessment",
            "Record under `health_and_safety` the assessment, its day in `assessed_on` and the `activities` it covers",
            without,
            2 * len(without),
        )
    covering = {one.id: one for activity in needed for one in done[activity.id]}
    count = counted(len(covering), "dated assessment")
    return met(f"{count} of {counted(len(needed), 'activity', 'activities')} at work", covering.values())


@check(Stage.PLAN, "objectives")
def outcomes_have_criteria(look: Look) -> Answer:
    """Every objective has an outcome with a target and a tolerance: it is clear what counts as success."""
    objectives = look.part.objectives
    if not objectives:
        todo = "Record the objectives, with an indicator of the type outcome, its `target` and the `tolerance` of it"
        return unmet(_NO_OBJECTIVE, todo, [(look.part, "objectives")], 3)
    without = [one for one in objectives if not _has_criteria(one)]
    if without:
        return unmet(
            f"{len(without)} of {counted(len(objectives), 'objective')} without an outcome with target and tolerance",
            "Add an indicator of `type: outcome`, and write under its `target` the `tolerance`, 0 if there is none",
            without,
            len(without),
        )
    shown = [(indicator, "target") for objective in objectives for indicator in _outcomes(objective)]
    return met(f"{counted(len(shown), 'outcome')} with target and tolerance", shown)


def _outcomes(objective: Objective) -> list[Indicator]:
    return [indicator for indicator in objective.indicators if indicator.type in {"outcome", "impact"}]


def _has_criteria(objective: Objective) -> bool:
    outcomes = _outcomes(objective)
    return bool(outcomes) and all(map(_is_criterion, outcomes))


def _is_criterion(indicator: Indicator) -> bool:
    """Whether one can tell when it is reached: what is told in words has no tolerance."""
    target = indicator.target
    if target is None:
        return False
    if indicator.measure == "qualitative":
        return target.narrative is not None
    return target.value is not None and target.tolerance is not None


@check(Stage.PLAN, "milestones")
def milestones_dated(look: Look) -> Answer:
    """There are milestones, each with its day."""
    milestones = look.part.milestones
    if not milestones:
        todo = "Record the points at which one will see whether the plan is on course, each with `due` and `owner`"
        return unmet("no milestone is recorded", todo, [(look.part, "milestones")], 2)
    shown = [(one, "met_on" if one.due is None else "due") for one in milestones]
    return quiet(look, ["milestone-undated"], f"{counted(len(milestones), 'milestone')} with a day", shown)


@check(Stage.PLAN, "evaluations")
def evaluation_levels_planned(look: Look) -> Answer:
    """Every activity in which somebody is taught is to be evaluated at each level that is due."""
    if not look.part.activities:
        return unknown(f"{_NO_ACTIVITY}, so that nobody can tell what is to be evaluated")
    teaching = {one.id for one in look.learning_activities}
    if not teaching:
        return not_applicable("in no activity is anybody taught")
    if look.found("evaluation-unplanned"):
        return quiet(look, ["evaluation-unplanned"], "", ())
    # The rule is quiet about what is over, and where another rule says more; the plan was due all the same.
    planned = [(activity, found) for activity, found in by_activity(look) if activity.id in teaching]
    without = [activity for activity, found in planned if not _has_basic_levels(found)]
    if without:
        return unmet(
            f"{len(without)} of {counted(len(planned), 'activity', 'activities')} not evaluated at levels 1, 2 and 3",
            "Add to `evaluations` the levels that are missing, each with `question`, `instrument` and `planned_on`",
            without,
            2 * len(without),
        )
    shown = {one.id: Fact(one, "planned_on") for _, found in planned for one in found}
    return met(f"{counted(len(shown), 'evaluation')} of {_activities(planned)}", shown.values())


def _has_basic_levels(evaluations: tuple[Evaluation, ...]) -> bool:
    return {evaluation.level for evaluation in evaluations} >= _BASIC_LEVELS


def _activities(planned: list[tuple[Activity, tuple[Evaluation, ...]]]) -> str:
    return counted(len(planned), "activity", "activities")
