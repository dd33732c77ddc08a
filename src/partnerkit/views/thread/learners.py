"""Learners, by pseudonym: the plan, the contract, the reviews and what it changed at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.duties import badge
from partnerkit.views.reading.words import capital, listed, said, title

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from partnerkit.model.partnership.learners import (
        Learner,
        LearnerContract,
        ManagerSupport,
        Placement,
        ProgressReview,
        Signatures,
    )
    from partnerkit.views.thread.dossier import Dossier

PARTIES = ("learner", "employer", "provider")


def learners(d: Dossier) -> tuple[b.Block, ...]:
    """A line for each learner, then each plan."""
    held = d.partnership.learners
    return (overview(d, held), *(learner_item(d, learner) for learner in held)) if held else ()


def overview(d: Dossier, held: Sequence[Learner]) -> b.Table:
    """A line for each of some learners."""
    return c.table(
        "Learners, under pseudonyms",
        ("Learner", "State", "Manager", "Reviews", "Next review", "Effect at work"),
        (_row(d, learner) for learner in held),
        digits=("Reviews",),
    )


def _row(d: Dossier, learner: Learner) -> b.Row:
    last = max(learner.reviews, key=lambda review: review.on, default=None)
    upcoming: b.Run = b.Missing("no date")
    if learner.completed_on:
        upcoming = b.Quiet("completed")
    elif last and last.next_on:
        upcoming = (b.Day(last.next_on), " ", badge(last.next_on, d.as_of))
    return b.Row(
        (
            named(learner),
            _state(learner),
            c.person(d.names, learner.manager),
            str(len(learner.reviews)),
            upcoming,
            c.words(learner.impact_review.result, "not recorded")
            if learner.impact_review
            else b.Missing("not looked at yet"),
        )
    )


def named(learner: Learner) -> b.Link:
    """The pseudonym, as a link to the learner's plan."""
    return b.Link(title(learner.id), b.anchor("learners", learner.id))


def _badge(learner: Learner) -> b.Badge:
    if learner.completed_on:
        return b.Badge("completed", "good")
    return b.Badge("under way", "note") if learner.started_on or learner.reviews else b.Badge("not begun")


def _state(learner: Learner) -> b.Run:
    if learner.completed_on:
        return (_badge(learner), " ", b.Day(learner.completed_on))
    if learner.started_on:
        return (_badge(learner), b.Quiet(" since "), b.Day(learner.started_on))
    return _badge(learner)


def learner_item(d: Dossier, learner: Learner) -> b.Item:
    """A learner's plan with all that is recorded of it."""
    names = d.names
    impact = learner.impact_review
    facts = c.facts(
        ("Employer", c.organisation(names, learner.partner)),
        ("Provider", names.organisation(learner.provider) if learner.provider else None),
        ("Cohort", learner.cohort),
        ("Under 18 at the start", {True: "Yes", False: "No", None: None}[learner.under_18]),
        ("Activity", names.link("activities", learner.activity) if learner.activity else None),
        ("Need", names.link("needs", learner.need) if learner.need else b.Missing("no need named")),
        ("Talked through on", c.day(learner.discussed_on, "not recorded")),
        ("Is to be able to", b.Lines(learner.outcomes) if learner.outcomes else b.Missing()),
        ("Better at work", c.words(learner.performance)),
        ("For the career", c.words(learner.career)),
        ("Contract", promised(d, learner.contract)),
        ("Manager's commitments kept", _support(learner.support)),
        ("Placement", _placement(d, learner.placement) if learner.placement else None),
        (
            "Effect at work",
            (c.words(impact.result), b.Quiet(" on "), c.day(impact.on)) if impact else b.Missing("not looked at yet"),
        ),
        ("Evidence", c.evidence(names, impact.evidence) if impact and impact.evidence else None),
    )
    reviews = c.table(
        "Reviews of progress",
        ("Review", "Present", "Hours received of planned", "Agreed", "Evidence"),
        (_review(d, review) for review in learner.reviews),
    )
    return b.Item(
        b.anchor("learners", learner.id),
        title(learner.id),
        (facts, reviews) if learner.reviews else (facts, b.Blank("The record holds no review of progress.", "due")),
        kind="Learner",
        badges=(_badge(learner),),
        folded=True,
    )


def promised(d: Dossier, contract: LearnerContract | None) -> b.Cell:
    """What the contract promises, and who has signed it."""
    if contract is None:
        return b.Missing()
    lines: list[b.Run] = []
    if contract.hours_per_week is not None:
        lines.append((b.Number(contract.hours_per_week, "hours"), " a week for learning"))
    if contract.research_permission is not None:
        lines.append(f"{'May' if contract.research_permission else 'May not'} use the workplace for projects")
    if contract.review_days is not None:
        lines.append(("Progress is reviewed at least every ", b.Number(contract.review_days, "days")))
    lines.append(_signed(contract.signed))
    lines.extend(d.names.link("evidence", reference) for reference in contract.evidence)
    return b.Lines(tuple(lines))


def _signed(signed: Signatures | None) -> b.Run:
    """Who signed and when, and who has not."""
    given = [(party, on) for party in PARTIES if signed and (on := getattr(signed, party))]
    missing = [party for party in PARTIES if party not in dict(given)]
    shown = _dated([(f"the {party}", on) for party, on in given])
    if not missing:
        return b.joined("signed by ", shown)
    gap = b.Missing(f"no signature of the {listed(missing, 'or')}")
    return b.joined("signed by ", shown, "; ", gap) if given else gap


def _dated(pairs: list[tuple[str, date]]) -> b.Run:
    """Words with their days, one after another."""
    return b.joined(*(((", " if at else "") + words, " ", b.Day(on)) for at, (words, on) in enumerate(pairs)))


def _support(support: ManagerSupport | None) -> b.Cell:
    if support is None:
        return b.Missing()
    names = tuple(type(support).model_fields)
    kept = [(said(name), on) for name in names if (on := getattr(support, name))]
    return b.Lines((b.Share(len(kept), len(names)), _dated(kept)) if kept else (f"none of {len(names)}",))


def _placement(d: Dossier, placement: Placement) -> b.Cell:
    lines: list[b.Run] = [capital(said(placement.type))] if placement.type else []
    lines += hours_placed(placement)
    if placement.employers:
        lines.append((b.Quiet("at "), d.names.organisations(placement.employers)))
    if placement.supervisor:
        lines.append(b.joined(b.Quiet("supervised by "), d.names.person(placement.supervisor)))
    if placement.agreement:
        lines.append((b.Quiet("under "), d.names.link("agreements", placement.agreement)))
    lines.extend(placement.learning_goals)
    return b.Lines(tuple(lines)) if lines else b.Missing()


def hours_placed(placement: Placement) -> tuple[b.Run, ...]:
    """The hours of a placement against those planned, and how many of them were tasters or projects."""
    lines: list[b.Run] = []
    if placement.planned_hours is not None:
        lines.append(
            b.Share(placement.actual_hours, placement.planned_hours, "hours")
            if placement.actual_hours is not None
            else (b.Number(placement.planned_hours, "hours"), " planned, ", b.Missing("none reported yet"))
        )
    of_them = (("tasters", placement.taster_hours), ("projects elsewhere", placement.project_hours))
    lines += [(b.Number(hours, "hours"), f" of them {what}") for what, hours in of_them if hours is not None]
    return tuple(lines)


def hours_received(review: ProgressReview) -> b.Inline:
    """The hours of training received of those planned up to a review."""
    if review.actual_hours is None or review.planned_hours is None:
        return b.Missing("not recorded")
    return b.Share(review.actual_hours, review.planned_hours, "hours")


def _review(d: Dossier, review: ProgressReview) -> b.Row:
    agreed: list[b.Run] = list(review.agreed)
    if review.slippage:
        agreed.append((b.Quiet("Behind because: "), b.Words(review.slippage)))
    return b.Row(
        (
            b.Day(review.on),
            b.Lines((capital(listed(review.present)) or b.Missing("not recorded"), _signed(review.signed))),
            hours_received(review),
            b.Lines(tuple(agreed)) if agreed else b.Missing("nothing recorded"),
            c.evidence(d.names, review.evidence, "none"),
        )
    )
