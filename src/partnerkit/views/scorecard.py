"""The scorecard: all rubrics with their checks, what the record shows for each, and what would raise them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from partnerkit.rubric.scores import BANNER, State
from partnerkit.views import blocks as b
from partnerkit.views.making import Told, each
from partnerkit.views.marking.rubric import anchor, levels, section, standing, step_list, steps_of, tally
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.places import Places
from partnerkit.views.reading.scoring import first_rubric, scored_in
from partnerkit.views.reading.words import capital, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from partnerkit.rubric.engine import Scoring
    from partnerkit.views.api import Context
    from partnerkit.views.reading.scoring import Scored
    from partnerkit.views.thread.dossier import Dossier
    from partnerkit.workspace.workspace import Workspace

TITLE = "Scorecard"
PLACE = 80
FIRST_STEPS = 5
NOTE = (
    "The rubrics look at one record from several sides, so that a check may count in more than one of them. Not due "
    "and not applicable are outside the count; what is unknown stays in it. What is met leads to the first place that "
    "shows it."
)


def pages(workspace: Workspace, context: Context) -> Iterable[b.Page]:
    """A page for each partnership."""
    return each(workspace, context, "scorecard", TITLE, partial(_tell, context.scoring))


def _tell(scoring: Scoring | None, d: Dossier) -> Told:
    if scoring is None or d.look is None:
        none = b.Blank("The pages were made without rubrics, so nothing is scored.", "optional")
        return Told(b.Strong("Nothing is scored here."), (none,), ())
    first = first_rubric(scoring, d.workspace.configuration)
    found = scored_in(d.look, scoring)
    # The rubric that the workspace is scored by comes first; the others follow in the order of their names.
    ordered = sorted(found, key=lambda one: one.rubric.name != first.name)
    places = Places(d.record, d.partnership, d.names)
    return Told(
        _verdict(ordered[0], len(ordered) - 1),
        (*_picture(ordered[0]), _next(ordered), _missing(ordered)),
        (
            _overview(ordered),
            *(section(one, places, d.record.id, is_first=one is ordered[0]) for one in ordered),
        ),
    )


def _verdict(first: Scored, others: int) -> b.Run:
    more = f" {capital(counted(others, 'other rubric'))} below." if others else ""
    return (b.Strong(f"{first.rubric.title}: {standing(first)}."), f" {tally(first.score.counts)} {BANNER}{more}")


def _picture(first: Scored) -> tuple[b.Block, ...]:
    return (levels(first),) if first.rubric.levels and first.score.points else ()


def _next(ordered: Sequence[Scored]) -> b.Section:
    """The cheapest changes that raise the first rubric; where nothing raises it, those that raise another."""
    found = next(((one, steps) for one in ordered if (steps := steps_of(one))), None)
    if found is None:
        text = "No entry that is due would raise a level or meet a check."
        if any(one.left_out for one in ordered):
            text = "What would raise a level cannot be told where checks are not for the readers of this page."
        return c.section("next", "What is next", b.Paragraph(text))
    one, steps = found
    intro = b.Paragraph(
        (b.Quiet("What would raise "), b.Link(one.rubric.title, anchor(one)), b.Quiet(", cheapest first:"))
    )
    return c.section("next", "What is next", intro, step_list(one, steps[:FIRST_STEPS]))


def _missing(ordered: Sequence[Scored]) -> b.Section:
    runs = tuple(_wanting(one) for one in ordered if one.score.counts[State.UNMET] or one.score.counts[State.UNKNOWN])
    if not runs:
        return c.section("missing", "What is missing", b.Paragraph("Every check that is due is met."))
    return c.section("missing", "What is missing", b.Listing(runs))


def _wanting(one: Scored) -> b.Run:
    found = one.score.counts
    parts = [f"{found[state]} {state.words}" for state in (State.UNMET, State.UNKNOWN) if found[state]]
    checks = [check for point in one.score.points for check in point.checks]
    unmet = (check for check in checks if check.state is State.UNMET)
    # What weighs nothing is there for information, and is no example of what is wanting.
    first = min(unmet, key=lambda check: check.weight == 0, default=None)
    example = f", the first: {first.answer.said}" if first is not None else ""
    return (b.Link(one.rubric.title, anchor(one)), b.Quiet(f": {' and '.join(parts)}{example}"))


def _overview(ordered: Sequence[Scored]) -> b.Section:
    states = tuple(capital(state.words) for state in State)
    table = c.table(
        "Every rubric: how it stands, and its checks by state",
        ("Rubric", "Stands", *states),
        (_row(one) for one in ordered),
        digits=states,
        note=NOTE,
    )
    return c.section("overview", "The rubrics", table)


def _row(one: Scored) -> b.Row:
    found = one.score.counts
    return b.Row(
        (b.Link(one.rubric.title, anchor(one)), capital(standing(one)), *(str(found[state]) for state in State))
    )
