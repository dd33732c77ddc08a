"""What is asked of give and take between the partners: whether the smallest side still has its part."""

from __future__ import annotations

from partnerkit.rubric.api import Answer, Look, Stage, check, listed, met, not_applicable, unknown, unmet
from partnerkit.rubric.checks import _sides as sides
from partnerkit.rubric.checks._sides import Dimension, amount

BALANCED, ONE_SIDED, TOO_FEW = "balanced", "one-sided", "too few to say"
SHARE_LEAST, ITEMS_LEAST = "reciprocity-share-least", "reciprocity-items-least"


@check(Stage.RUN, "resources")
def resources_two_way(look: Look) -> Answer:
    """Every partner gives its part of the kinds of resource that the partnership lives on."""
    found = sides.resources(look)
    return _balance(look, found, f"Ask {found.smallest} what else it has given, and record it as `delivered`")


@check(Stage.ACTIVATE, "actions")
def actions_two_way(look: Look) -> Answer:
    """Every partner owns its part of the actions."""
    found = sides.actions(look)
    return _balance(look, found, f"Agree on actions that {found.smallest} takes on, and name the `owner` of each")


@check(Stage.RUN, "activities")
def sessions_two_way(look: Look) -> Answer:
    """Every partner delivers its part of the hours of the activities."""
    found = sides.sessions(look)
    todo = f"Plan sessions that {found.smallest} delivers, and add the hours to `delivered_by`"
    return _balance(look, found, todo)


@check(Stage.RUN, "exchanges")
def visits_two_way(look: Look) -> Answer:
    """Every partner hosts its part of the exchange visits."""
    found = sides.visits(look)
    return _balance(look, found, f"Agree on a visit to {found.smallest}, and record it with its `host`")


@check(Stage.RUN, "curriculum")
def curriculum_inputs_two_way(look: Look) -> Answer:
    """Every partner has its part of the proposals that changed what is taught."""
    found = sides.inputs(look)
    todo = f"Ask {found.smallest} what should be taught, and record under `curriculum` what is `adopted`"
    return _balance(look, found, todo)


@check(Stage.REVIEW, "benefits")
def benefits_two_way(look: Look) -> Answer:
    """Employers and providers both have their part of the benefits that are seen and confirmed."""
    found = sides.benefits(look)
    todo = f"Ask {found.smallest} what it has gained, and record it as `realised` with `evidence`"
    return _balance(look, found, todo)


@check(Stage.ACTIVATE, "meetings")
def attendance_two_way(look: Look) -> Answer:
    """Every partner comes to its part of the meetings."""
    found = sides.attendance(look)
    todo = f"Find a day and a place that suit {found.smallest}, and record who is `present`"
    return _balance(look, found, todo)


def _balance(look: Look, found: Dimension, todo: str) -> Answer:
    """Whether the smallest side has its part; with more than two sides it is measured against an equal share."""
    if len(found.sides) <= 1:
        return not_applicable("the record names no two sides to compare")
    shown = said(found)
    if not found.total or found.total < look.limit(ITEMS_LEAST).value:
        return unknown(shown, found.facts, TOO_FEW)
    # With two sides, a quarter is half of an equal share; so it is half of an equal share with any number.
    if found.least * len(found.sides) * 100 >= found.total * look.limit(SHARE_LEAST).value * 2:
        return met(shown, found.facts, BALANCED)
    return unmet(shown, todo, found.facts, word=ONE_SIDED)


def said(found: Dimension) -> str:
    """The parts in words: Northgate 60 and Eastfield 90 of 150 hours."""
    parts = listed(f"{name} {amount(part)}" for name, part in found.sides)
    more = f"; not counted: {found.left_out}" if found.left_out else ""
    return f"{parts} of {amount(found.total)} {found.unit}{more}"
