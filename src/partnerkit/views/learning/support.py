"""What manager, learner, employer and provider promised one another, and what the managers have kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.model.partnership.learners import ManagerSupport
from partnerkit.rules.people._learners import at_work, has_begun, has_completed, unsigned
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.judging import subject_of
from partnerkit.views.reading.lengths import beyond
from partnerkit.views.reading.words import capital, counted, listed, said
from partnerkit.views.thread.learners import hours_placed, named, promised

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from partnerkit.model.partnership.learners import Learner
    from partnerkit.views.thread.dossier import Dossier

COMMITMENTS: Mapping[str, str] = {
    "time": "The time for learning was given.",
    "consistency": "All learners of the team were treated alike.",
    "curriculum_input": "The manager had a say in what is taught.",
    "assignment_topics": "Topics for assignments came from the job.",
    "consultation": "The manager was there for the learner's questions.",
    "mentoring": "A mentor was found and given time.",
    "challenge": "The learner was given work that stretches.",
    "attendance": "The learner could attend, also when work was busy.",
    "impact_review": "The effect on the job was looked at together.",
}
AFTERWARDS = "impact_review"
SHORT = {"curriculum_input": "say in teaching", "assignment_topics": "assignments", "impact_review": "effect"}


# ---------------------------------------------------------------------- contracts


def contracts(d: Dossier) -> tuple[int, int]:
    """How many contracts are signed by all three, of those that are due: of learners at work, or with a contract."""
    subject = subject_of(d)
    due = [
        learner
        for learner in d.partnership.learners
        if has_begun(subject, learner) and (learner.contract is not None or at_work(subject, learner))
    ]
    signed = sum(learner.contract is not None and not unsigned(learner.contract.signed, d.as_of) for learner in due)
    return signed, len(due)


def agreed(d: Dossier, held: Sequence[Learner]) -> tuple[b.Block, ...]:
    """The talk, the plan and the contract of each learner."""
    return c.long_table(
        ("What was agreed with each learner", "more learners"),
        ("Learner", "Talked through with the manager", "Is to be able to", "Contract"),
        (_agreed(d, learner) for learner in held),
    )


def _agreed(d: Dossier, learner: Learner) -> b.Row:
    manager = (b.joined(b.Quiet("with "), d.names.person(learner.manager)),) if learner.manager else ()
    return b.Row(
        (
            named(learner),
            b.Lines((c.day(learner.discussed_on, "no talk recorded"), *manager)),
            b.Lines(learner.outcomes) if learner.outcomes else b.Missing(),
            promised(d, learner.contract),
        )
    )


# ---------------------------------------------------------------------- the nine commitments


def kept(d: Dossier, learner: Learner) -> frozenset[str]:
    """Which of the nine are recorded as kept by the day of the page."""
    days = {name: getattr(learner.support, name, None) for name in ManagerSupport.model_fields}
    return frozenset(name for name, on in days.items() if on is not None and on <= d.as_of)


def owed(d: Dossier, learner: Learner) -> frozenset[str]:
    """Which of the nine count by now: none before the learner begins, the look at the effect only after the end."""
    subject, done = subject_of(d), kept(d, learner)
    if not has_begun(subject, learner):
        return done
    return frozenset(COMMITMENTS) if has_completed(subject, learner) else frozenset(COMMITMENTS) - {AFTERWARDS} | done


def managers(d: Dossier) -> b.Table:
    """Each manager with the commitments kept and those that are open."""
    led: dict[str | None, list[Learner]] = {}
    for learner in d.partnership.learners:
        led.setdefault(learner.manager, []).append(learner)
    rows = sorted(led.items(), key=lambda pair: -sum(len(owed(d, one) - kept(d, one)) for one in pair[1]))
    return c.table(
        "What each manager has kept, the most open first",
        ("Manager", "Learners", "Commitments kept of those due", "Still open, for so many learners"),
        (_manager(d, manager, learners) for manager, learners in rows),
        digits=("Learners",),
    )


def _manager(d: Dossier, manager: str | None, learners: list[Learner]) -> b.Row:
    done = sum(len(kept(d, learner)) for learner in learners)
    due = sum(len(owed(d, learner)) for learner in learners)
    open_ = [(name, sum(name in owed(d, one) - kept(d, one) for one in learners)) for name in COMMITMENTS]
    told = [_named(name) + (f" ({count})" if len(learners) > 1 else "") for name, count in open_ if count]
    return b.Row(
        (
            c.person(d.names, manager, "no manager named"),
            str(len(learners)),
            b.Share(done, due) if due else b.Quiet("none due yet"),
            "All of them" if due and not done else capital(listed(told)) or b.Quiet("none"),
        )
    )


def _named(name: str) -> str:
    return SHORT.get(name) or said(name)


def checklist(d: Dossier, held: Sequence[Learner]) -> b.Grid:
    """The nine commitments of each learner's manager: kept, open, or due later."""
    columns = tuple(b.GridColumn(_named(name), text, _total(d, held, name)) for name, text in COMMITMENTS.items())
    rows = tuple(
        b.GridRow(
            named(learner),
            tuple(_mark(name in kept(d, learner), name in owed(d, learner)) for name in COMMITMENTS),
            total=f"{len(kept(d, learner))} of {len(owed(d, learner))}",
        )
        for learner in held
    )
    note = "Later: the learner has not begun, or the effect can be looked at only after the end."
    return b.Grid("The manager's nine commitments, learner by learner", "Learner", columns, rows, "Kept", note)


def _total(d: Dossier, held: Sequence[Learner], name: str) -> str:
    due = [learner for learner in held if name in owed(d, learner)]
    return f"{sum(name in kept(d, learner) for learner in due)} of {len(due)}"


def _mark(is_kept: bool, is_due: bool) -> b.GridCell:
    if is_kept:
        return b.GridCell("kept", "good")
    return b.GridCell("open", "caution") if is_due else b.GridCell("later")


# ---------------------------------------------------------------------- placements


def placements(d: Dossier, most: int) -> tuple[b.Block | None, ...]:
    """The placements, with their hours against those planned and where they are; no more than so many."""
    placed = [learner for learner in d.partnership.learners if learner.placement]
    table = c.long_table(
        ("Placements", "more placements"),
        ("Learner", "Scheme", "Hours worked of planned", "Employers", "Supervised by", "Agreement"),
        (_placement(d, learner) for learner in placed[:most]),
    )
    return (*table, beyond(d.record.id, len(placed), most, "placements"))


def _placement(d: Dossier, learner: Learner) -> b.Row:
    placement = learner.placement
    assert placement is not None  # noqa: S101 - only those with one are asked for
    employers = placement.employers or ((learner.partner,) if learner.partner else ())
    return b.Row(
        (
            named(learner),
            c.term(placement.type),
            b.Lines(hours_placed(placement)) if hours_placed(placement) else b.Missing(),
            b.Lines(tuple(map(d.names.organisation, employers))) if employers else b.Missing(),
            c.person(d.names, placement.supervisor),
            d.names.link("agreements", placement.agreement) if placement.agreement else b.Missing("none named"),
        )
    )


def hours_in_words(d: Dossier) -> str:
    """The hours of all placements that tell both, in words; "" where none does."""
    both = [
        (one.placement.actual_hours, one.placement.planned_hours)
        for one in d.partnership.learners
        if one.placement and one.placement.actual_hours is not None and one.placement.planned_hours is not None
    ]
    if not both:
        return ""
    worked, planned = (sum(part) for part in zip(*both, strict=True))
    return f"{worked:g} of {planned:g} hours in {counted(len(both), 'placement')}"
