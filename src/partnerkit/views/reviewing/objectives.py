"""Each objective as it was locked against what came of it, and every change since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.model.sealing import holds, is_copy_true
from partnerkit.rubric.progress import latest
from partnerkit.rules.words import day
from partnerkit.views import blocks as b
from partnerkit.views.reading import blanks, stages
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.words import capital, counted, said, shortened, title
from partnerkit.views.reviewing.standing import Stand, is_unapproved, seal, state
from partnerkit.views.thread.objectives import NO_VERDICT, VERDICTS, agreed, sealed_on, stand
from partnerkit.views.thread.review import VERDICT_COLUMNS, verdict_cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkit.model.partnership.objectives import (
        Agreed,
        AgreedIndicator,
        Baseline,
        Change,
        Indicator,
        Objective,
        Target,
    )
    from partnerkit.rubric.scores import Checked
    from partnerkit.views.thread.dossier import Dossier

OPEN_ITEMS = 12
"""So many objectives are shown open; of more, only the headings."""
MOST_ITEMS = 100
"""So many objectives are told one by one; of more, each has a line."""
SEALING = "They are sealed once both sides have signed, at stage 4, activate."
NOTE = (
    "How each stands is worked out as the scorecard does: the newest figure less the baseline, of the target less the "
    "baseline. A figure that is not reported is not nought."
)


def against_actuals(d: Dossier, stands: tuple[Stand, ...]) -> tuple[b.Block | None, ...]:
    """The figures drawn, and each objective with what was found about it."""
    if len(stands) > MOST_ITEMS:
        return _in_short(stands)
    return (drawn(d, stands), *(_item(d, one, folded=len(stands) > OPEN_ITEMS) for one in stands))


def _in_short(stands: tuple[Stand, ...]) -> tuple[b.Block, ...]:
    """A line for each objective, where there are too many to be told one by one."""
    lines = (
        b.Row(
            (
                b.Words(one.objective.statement),
                c.day(one.agreed.due),
                _verdict(one),
                seal(one.objective),
                b.Lines(tuple((name(indicator), ": ", state(answer)) for indicator, answer in one.judged)),
            ),
            b.anchor("objectives", one.objective.id),
        )
        for one in stands
    )
    columns = ("Objective", "Due", "Verdict", "Seal", "How its indicators stand")
    where = "So many objectives have a line each here; the thread shows the figures of each."
    return (c.table("The objectives in short", columns, lines, note=where),)


def drawn(d: Dossier, stands: tuple[Stand, ...]) -> b.Progress | None:
    """All indicators from baseline to target; nothing where there is none."""
    measures = tuple(_measure(d, one, indicator, answer) for one in stands for indicator, answer in one.judged)
    return b.Progress("Where the indicators stand, from baseline to target", measures, NOTE) if measures else None


def _measure(d: Dossier, one: Stand, indicator: Indicator, answer: Checked | None) -> b.Measure:
    newest = latest(indicator, d.as_of)
    target = indicator.target
    # Beside the figures a long unit would make each of their columns as wide as itself.
    unit = f", in {indicator.unit}" if indicator.unit else ""
    whose = b.Link(shortened(one.objective.statement, 60), b.anchor("objectives", one.objective.id))
    return b.Measure(
        label=(b.Strong(name(indicator)), b.Quiet(f"{unit}: "), whose),
        baseline=_value(indicator.baseline),
        target=_value(target),
        actual=(newest.value if newest.value is not None else newest.narrative) if newest else None,
        state=state(answer),
        tolerance=target.tolerance if target else None,
        direction=indicator.direction,
        on=newest.on if newest else None,
        anchor=b.anchor("indicators", indicator.id),
    )


def name(indicator: Indicator) -> str:
    """What an indicator is called, as the scores call it."""
    return shortened(indicator.title or title(indicator.id))


def _value(held: Baseline | Target | None) -> float | str | None:
    if held is None:
        return None
    return held.value if held.value is not None else held.narrative


def _item(d: Dossier, one: Stand, *, folded: bool) -> b.Item:
    objective = one.objective
    facts = c.facts(
        ("Due", c.day(one.agreed.due)),
        ("Agreed", agreed(d, objective)),
        ("Sealed", sealed_on(d, objective)),
    )
    told = tuple(capital(f"{sentence}.") for sentence in (*(one.answer.said for one in one.answers), *one.remarks))
    blocks: list[b.Block] = [facts]
    if told:
        blocks.append(b.Listing(told))
    if one.verdicts:
        blocks.append(_verdicts(d, one))
    elif one.answers:
        blocks.append(_no_verdict(d))
    return b.Item(
        b.anchor("objectives", objective.id),
        " ".join(objective.statement.split()),
        tuple(blocks),
        kind="Objective",
        badges=(_verdict(one), seal(objective)),
        folded=folded,
    )


def _verdict(one: Stand) -> b.Badge:
    return VERDICTS[one.newest] if one.newest else NO_VERDICT


def _verdicts(d: Dossier, one: Stand) -> b.Table:
    return c.table(
        "What reviews found about it",
        ("Review", *VERDICT_COLUMNS),
        (b.Row((b.Day(review.on), *verdict_cells(d, verdict))) for review, verdict in one.verdicts),
    )


def _no_verdict(d: Dossier) -> b.Blank:
    due = stages.position("review")
    is_due = stages.position(d.partnership.stage) >= due
    note = f"It is due from stage {due}, review."
    return b.Blank("No review of this round has a verdict on it.", "due" if is_due else "later", note)


# ---------------------------------------------------------------------- changes


def changes(d: Dossier, stands: tuple[Stand, ...]) -> tuple[b.Block | None, ...]:
    """What was changed since the objectives were sealed; what nobody approved is said first."""
    objectives = [one.objective for one in stands]
    rows = [(objective, change) for objective in objectives for change in objective.changed]
    table = None
    if rows:
        ordered = sorted(rows, key=lambda row: row[1].on)
        table = c.table(
            "Changes in the order of their days",
            ("Objective", "Day", "What", "Why", "By", "Approved in"),
            (_change(d, objective, change) for objective, change in ordered),
        )
    kept = tuple(fold for objective in objectives for fold in _kept(objective))
    return (table, *kept, *_silence(d, objectives, rows))


def warning(stands: tuple[Stand, ...]) -> b.Callout | None:
    """That objectives are not what was sealed, said so that nobody misses it; nothing where all is well."""
    objectives = [one.objective for one in stands]
    unapproved = sum(map(is_unapproved, objectives))
    lines = [_fault(objective) for objective in objectives if is_unapproved(objective) or not is_copy_true(objective)]
    if not lines:
        return None
    what = f"{counted(unapproved, 'objective')} changed without approval" if unapproved else "A copy was changed"
    how = (
        "Results are compared with what was sealed where a true copy of it was kept, and else with what stands there "
        "today. ",
        b.Link("The changes on record", "changes"),
    )
    return b.Callout("alert", what, (b.Listing(tuple(lines)), b.Paragraph(how)))


def _fault(objective: Objective) -> b.Run:
    lock = objective.locked
    whose = b.Link(shortened(objective.statement), b.anchor("objectives", objective.id))
    on = b.Day(lock.on) if lock else b.Missing()
    parts = []
    if is_unapproved(objective):
        parts.append(
            "it is no longer what was sealed, and no change is recorded with who made it, what it was, why, and the "
            "meeting that approved it"
        )
    if not is_copy_true(objective):
        parts.append("the copy of it that was kept has been changed")
    return (whose, ", sealed on ", on, f": {'; '.join(parts)}.")


def _silence(d: Dossier, objectives: list[Objective], rows: list[tuple[Objective, Change]]) -> Iterator[b.Block]:
    """What is said where nothing was changed, or nobody may see or tell."""
    if any(is_withheld(objective, key) for objective in objectives for key in ("locked", "changed")):
        yield b.Blank(f"Seals and changes: {blanks.NOT_SHOWN}", "withheld")
        return
    unsealed = sum(objective.locked is None for objective in objectives)
    if unsealed:
        text = f"{unsealed} of {counted(len(objectives), 'objective')} not sealed: a later change would not show."
        is_due = stages.position(d.partnership.stage) >= stages.position("activate")
        due: tuple[b.Due, str] = ("due", "") if is_due else ("later", SEALING)
        yield b.Blank(text, *due)
    if unsealed < len(objectives) and not rows and not any(map(is_unapproved, objectives)):
        yield b.Paragraph("Nothing that was sealed has been changed.")
    if not objectives:
        yield b.Paragraph("There is no objective that could have been changed.")


def _change(d: Dossier, objective: Objective, change: Change) -> b.Row:
    return b.Row(
        (
            b.Link(shortened(objective.statement, 60), b.anchor("objectives", objective.id)),
            b.Day(change.on),
            c.words(change.what, "not recorded"),
            c.words(change.why, "no reason given"),
            c.person(d.names, change.by),
            d.names.meeting(change.approved_in) if change.approved_in else b.Badge("not approved", "alert"),
        )
    )


# ---------------------------------------------------------------------- what was sealed


def _kept(objective: Objective) -> Iterator[b.Fold]:
    """The copies of what was sealed, where the objective does not say the same itself."""
    whose = shortened(objective.statement, 60)
    for change in objective.changed:
        if change.before is not None:
            yield b.Fold(
                f"Sealed before the change of {day(change.on)}: {whose}", _copy(objective, change.before, None)
            )
    lock = objective.locked
    if lock is not None and lock.agreed is not None and not (holds(objective) and is_copy_true(objective)):
        now = {indicator.id: indicator for indicator in objective.indicators}
        yield b.Fold(f"What was sealed: {whose}", _copy(objective, lock.agreed, now))


def _copy(objective: Objective, copy: Agreed, now: dict[str, Indicator] | None) -> tuple[b.Block, ...]:
    facts = c.facts(("Wording", b.Words(copy.statement)), ("Due", c.day(copy.due)))
    if not copy.indicators:
        return (facts,)
    titles = {indicator.id: name(indicator) for indicator in objective.indicators}
    columns = (
        "Indicator",
        "Sort of figure",
        "Baseline",
        "Target",
        "On the way",
        *(("Today",) if now is not None else ()),
    )
    rows = (
        b.Row((*_sealed_cells(titles.get(id_) or title(id_), one), *(_today(one, id_, now))))
        for id_, one in copy.indicators.items()
    )
    return (facts, c.table("How it was to be measured", columns, rows))


def _sealed_cells(name: str, one: AgreedIndicator) -> tuple[b.Cell, ...]:
    sort = ", ".join(
        word for word in (one.measure and said(one.measure), one.direction and f"to {said(one.direction)}") if word
    )
    interim = tuple(stand(target, one.unit, "by ") for target in one.interim_targets)
    return (
        name,
        capital(sort) or b.Missing(),
        stand(one.baseline, one.unit, ""),
        stand(one.target, one.unit, "by "),
        b.Lines(interim) if interim else b.Quiet("none"),
    )


KEYS = ("measure", "unit", "direction", "baseline", "target", "interim_targets")


def _today(one: AgreedIndicator, id_: str, now: dict[str, Indicator] | None) -> tuple[b.Cell, ...]:
    if now is None:
        return ()
    if id_ not in now:
        return (b.Badge("no longer there", "alert"),)
    other = [key.replace("_", " ") for key in KEYS if getattr(one, key) != getattr(now[id_], key)]
    return (b.Badge(f"changed: {', '.join(other)}", "caution") if other else b.Quiet("the same"),)
