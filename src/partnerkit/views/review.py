"""The review: each objective as it was locked against what came of it, what changed, what was learned, what is next."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.rules.words import day
from partnerkit.views import blocks as b
from partnerkit.views.making import Told, each
from partnerkit.views.opening import missing, open_dates, upcoming
from partnerkit.views.reading import blanks, stages
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.duties import ENDED
from partnerkit.views.reading.gaps import counted_in
from partnerkit.views.reading.judging import found, to_mend
from partnerkit.views.reading.pages import partnership_page
from partnerkit.views.reading.words import capital, counted, listed, said, title
from partnerkit.views.reviewing.depth import matrix
from partnerkit.views.reviewing.gains import claimed_only, counted_reach, reach, value_map
from partnerkit.views.reviewing.objectives import against_actuals, changes, warning
from partnerkit.views.reviewing.standing import Stand, held, is_unapproved, stands, words
from partnerkit.views.reviewing.voices import by_claim, claims, reviews, said_sides, sides, told
from partnerkit.views.thread.results import benefits, evaluations, surveys, values
from partnerkit.views.thread.review import lessons, recommendations, testimony

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from partnerkit.model.partnership.review import Recommendation, Review, Verdict
    from partnerkit.rules.findings import Finding
    from partnerkit.views.api import Context
    from partnerkit.views.thread.dossier import Dossier
    from partnerkit.workspace.workspace import Workspace

TITLE = "Review"
PLACE = 60
KINDS = frozenset({"objective", "recommendation", "agreement review", "notice", "agreement end"})
EXPECTED = (
    "objectives", "indicators", "actuals", "evaluations", "benefits", "reviews", "verdicts", "lessons",
    "recommendations", "testimonies", "exit-decision",
)  # fmt: skip
RULES: dict[str, tuple[str, ...]] = {
    "agreement-objectives": (
        "objective-without-indicator", "indicator-incomplete", "actual-overdue", "zero-not-reported",
        "too-few-responses", "objective-unreviewed", "half-verdict", "unmet-unexplained",
    ),
    "changes": ("objective-unlocked", "objective-changed-after-lock"),
    "results-evaluations": (
        "evaluation-unplanned", "evaluation-planned-late", "evaluation-out-of-window", "reaction-only",
        "response-rate-unknown", "wrong-respondent", "roi-without-isolation",
    ),
    "results-benefits": ("benefit-claimed-only",),
    "review-reviews": ("one-sided-review",),
    "lessons": ("lesson-incomplete",),
    "recommendations": ("recommendation-incomplete",),
    "review-testimonies": ("one-sided-testimony", "testimony-only", "self-witness", "witness-unqualified"),
}  # fmt: skip
"""What is asked of each part besides that it is there."""
NAMES = {
    "agreement-objectives": "the objectives and their figures",
    "changes": "the seals and changes",
    "results-evaluations": "the evaluations",
    "results-benefits": "the benefits",
    "review-reviews": "the reviews",
    "lessons": "the lessons",
    "recommendations": "the recommendations",
    "review-testimonies": "the testimonies",
}
OPEN_DECISIONS = frozenset({None, "pending"})


def pages(workspace: Workspace, context: Context) -> Iterable[b.Page]:
    """A page for each partnership."""
    return each(workspace, context, "review", TITLE, _tell)


class _Review:
    """What the parts of the page have in common, worked out once."""

    def __init__(self, d: Dossier) -> None:
        self.d = d
        self.held = held(d)
        self.stands = stands(d)
        self.judged = {part: found(d.look, *rules) for part, rules in RULES.items()}
        if self.hides_seals:
            self.judged["changes"] = ()
        self.dates = open_dates(d, KINDS)

    @cached_property
    def unapproved(self) -> tuple[Stand, ...]:
        """The objectives that were changed and nobody approved it."""
        return tuple(one for one in self.stands if is_unapproved(one.objective))

    @cached_property
    def verdicts(self) -> list[Verdict]:
        """The newest verdict on each objective that has one."""
        return [one.newest for one in self.stands if one.newest]

    @cached_property
    def recommended(self) -> tuple[Recommendation, ...]:
        """All that reviews of this round recommend."""
        return tuple(one for review in self.held for one in review.recommendations)

    @property
    def hides_seals(self) -> bool:
        """Whether the readers may not see what was sealed."""
        return any(is_withheld(one.objective, "locked") for one in self.stands)


def _tell(d: Dossier) -> Told:
    r = _Review(d)
    loud = warning(r.stands)
    opening = (
        *((loud,) if loud else ()),
        _figures(r),
        upcoming(d, r.dates, "The record holds no open date of an objective, a recommendation or an agreement."),
        missing(d, EXPECTED, tuple(_wanting(r))),
    )
    return Told(_verdict(r), opening, tuple(_sections(r)))


# ---------------------------------------------------------------------- the first screen


def _verdict(r: _Review) -> b.Run:
    return (*_reviewed(r), f" {_in_figures(r)}{_sealed(r)} ", f"{capital(said_sides(r.d))}.")


def _reviewed(r: _Review) -> tuple[b.Inline, ...]:
    if not r.held and r.d.partnership.status in ENDED:
        return (b.Strong(f"The partnership is {r.d.partnership.status}, and no review is on record."),)
    if not r.held:
        stage = r.d.partnership.stage
        due = stages.position("review")
        here = stages.position(stage)
        when = (
            "is due" if here >= due else f"is due from stage {due}, review; the partnership is at stage {here}, {stage}"
        )
        return (b.Strong("Not reviewed yet."), f" A review {when}.")
    return (b.Strong(f"{capital(_verdict_counts(r))}"), " by the review of ", b.Day(r.held[0].on), ".")


def _verdict_counts(r: _Review) -> str:
    parts = [
        f"{r.verdicts.count(verdict)} {said(verdict)}"
        for verdict in ("met", "partly-met", "not-met", "not-due")
        if verdict in r.verdicts
    ]
    without = len(r.stands) - len(r.verdicts)
    parts += [f"{without} without a verdict"] if without else []
    return f"{counted(len(r.stands), 'objective')}{': ' if parts else ''}{listed(parts)}"


def _in_figures(r: _Review) -> str:
    counts = words(r.stands)
    if not counts:
        return ""
    whole = counted(sum(counts.values()), "indicator")
    return f"Of {whole}, by their figures: {listed([f'{number} {word}' for word, number in counts.items()])}."


def _sealed(r: _Review) -> str:
    if not r.stands:
        return ""
    if r.hides_seals:
        return " What was sealed is withheld from the readers of this page: objectives are compared as they stand."
    if r.unapproved:
        return f" {capital(counted(len(r.unapproved), 'objective'))} changed since the seal without approval."
    unsealed = sum(one.objective.locked is None for one in r.stands)
    if unsealed:
        return f" {unsealed} of {counted(len(r.stands), 'objective')} not sealed."
    return " Nothing that was sealed was changed without approval."


def _figures(r: _Review) -> b.Figures:
    p = r.d.partnership
    met = r.verdicts.count("met")
    claimed = len(claimed_only(p, p.benefits))
    seen = sum(benefit.realised is not None for benefit in p.benefits)
    mend = sum(map(len, r.judged.values()))
    tone: b.Tone = "caution" if mend else "good"
    return b.Figures(
        (
            b.Figure(
                f"{met} of {len(r.stands)}" if r.stands else "0", "objectives met", "by review", "agreement-objectives"
            ),
            _changed_figure(r),
            _recommended_figure(r),
            b.Figure(str(len([one for review in r.held for one in review.lessons])), "lessons", "", "lessons"),
            b.Figure(
                f"{seen} of {len(p.benefits)}" if p.benefits else "0", "benefits seen",
                f"{claimed} claimed only" if claimed else "", "results-benefits", "caution" if claimed else "plain",
            ),
            b.Figure(
                str(len(sides(r.d))), "sides that bear witness",
                counted(len(p.testimonies), "testimony", "testimonies"), "review-testimonies",
            ),
            *((b.Figure(str(mend), "things to mend", "", "missing", tone),) if r.d.look else ()),
        )
    )  # fmt: skip


def _changed_figure(r: _Review) -> b.Figure:
    label = "changes not approved"
    if r.hides_seals:
        return b.Figure("\u2013", label, "withheld", "changes")
    number = len(r.unapproved)
    sealed = sum(one.objective.locked is not None for one in r.stands)
    note = f"in {counted(sealed, 'sealed objective')}"
    return b.Figure(str(number), label, note, "changes", "alert" if number else "plain")


def _recommended_figure(r: _Review) -> b.Figure:
    if any(is_withheld(review, "recommendations") for review in r.held):
        return b.Figure("\u2013", "recommended", "withheld", "recommendations")
    open_ = sum(one.decision in OPEN_DECISIONS for one in r.recommended)
    note = f"{open_} without a decision" if open_ else "all decided" if r.recommended else ""
    return b.Figure(str(len(r.recommended)), "recommended", note, "recommendations", "caution" if open_ else "plain")


def _wanting(r: _Review) -> Iterator[b.Run]:
    """What a reader should see to besides the blanks: changes that nobody approved, and what rules find."""
    for part, findings in r.judged.items():
        if findings:
            yield b.Link(f"{capital(counted(len(findings), 'thing'))} to mend in {NAMES[part]}", part)
    alone = [claim for claim in claims(r.d) if claim.is_one_sided]
    if alone:
        what = counted(len(alone), "claim")
        yield b.Link(f"{capital(what)} confirmed by one side only", "review-testimonies")


# ---------------------------------------------------------------------- the parts


def _sections(r: _Review) -> Iterator[b.Section]:
    for part in (
        _objectives, _changes, _evaluations, _value, _benefits, _reviews, _relationship, _lessons, _recommendations,
        _unexpected, _testimonies, _decision,
    ):  # fmt: skip
        r.d.names.start()
        yield part(r)


def _part(r: _Review, anchor: str, head: tuple[str, str], keys: tuple[str, ...], *blocks: b.Block | None) -> b.Section:
    """A part with its blanks and what is to be mended in it; `head` is its title and its summary."""
    findings: tuple[Finding, ...] = r.judged.get(anchor, ())
    return replace(r.d.part(anchor, head[0], keys, *blocks, to_mend(r.d.record, findings)), summary=head[1] or ())


def _objectives(r: _Review) -> b.Section:
    indicators = sum(len(one.objective.indicators) for one in r.stands)
    head = (
        "Objectives as locked, and what came of them",
        f"{counted(len(r.stands), 'objective')}, {counted(indicators, 'indicator')}",
    )
    wanted = ("objectives",) if not r.stands else ("indicators", "actuals")
    return _part(r, "agreement-objectives", head, wanted, *against_actuals(r.d, r.stands))


def _changes(r: _Review) -> b.Section:
    number = sum(len(one.objective.changed) for one in r.stands)
    summary = f"{len(r.unapproved)} not approved" if r.unapproved else counted(number, "change") if number else ""
    return _part(r, "changes", ("Changes since the objectives were sealed", summary), (), *changes(r.d, r.stands))


def _evaluations(r: _Review) -> b.Section:
    head = "Evaluation, level by level", counted(len(r.d.partnership.evaluations), "evaluation")
    tables = evaluations(r.d)
    detail = (b.Fold(f"The {head[1]}, with questions, answers and results", tables),) if tables else ()
    return _part(r, "results-evaluations", head, ("evaluations",), *matrix(r.d), *detail)


def _value(r: _Review) -> b.Section:
    table = values(r.d)
    fold = b.Fold("The reasons and the evidence", (table,)) if table else None
    empty = blanks.optional(r.d.partnership, {"value": "where activities add value"})
    return _part(r, "results-value", ("Where it adds value, and where not", ""), (), value_map(r.d), fold, *empty)


def _benefits(r: _Review) -> b.Section:
    summary = counted_reach(r.d.partnership) if r.d.partnership.benefits else ""
    return _part(r, "results-benefits", ("Who gains what", summary), ("benefits",), reach(r.d), benefits(r.d))


def _reviews(r: _Review) -> b.Section:
    head = "The reviews", counted(len(r.d.partnership.reviews), "review")
    return _part(r, "review-reviews", head, ("reviews",), reviews(r.d, r.held))


def _relationship(r: _Review) -> b.Section:
    p = r.d.partnership
    health = told(p, "relationship", "No review says how the partners get on.")
    empty = blanks.optional(p, {"surveys": "surveys of the partnership itself"})
    return _part(r, "relationship", ("How the partners get on", ""), (), *health, *surveys(r.d), *empty)


def _lessons(r: _Review) -> b.Section:
    number = sum(len(review.lessons) for review in r.d.partnership.reviews)
    blocks = _each_review(r, lambda review: lessons(review) if review.lessons else None)
    return _part(r, "lessons", ("Lessons", counted(number, "lesson") if number else ""), ("lessons",), *blocks)


def _recommendations(r: _Review) -> b.Section:
    blocks = _each_review(r, lambda review: recommendations(r.d, review) if review.recommendations else None)
    head = "Recommendations", listed([counted_in(review, "recommendations", "recommendation") for review in r.held])
    return _part(r, "recommendations", head, ("recommendations",), *blocks)


def _each_review(r: _Review, table: Callable[[Review], b.Table | None]) -> Iterator[b.Table]:
    """A table of each review that has one, the newest first, called after its day."""
    for review in sorted(r.d.partnership.reviews, key=lambda review: (review.on, review.id), reverse=True):
        made = table(review)
        if made is not None:
            yield replace(made, caption=f"{made.caption} of the review of {day(review.on)}")


def _unexpected(r: _Review) -> b.Section:
    blocks = told(r.d.partnership, "unexpected", "No review says what came that nobody had planned.")
    return _part(r, "unexpected", ("What nobody had planned", ""), (), *blocks)


def _testimonies(r: _Review) -> b.Section:
    items = tuple(testimony(r.d, one) for one in r.d.partnership.testimonies)
    head = "Testimony of both sides", said_sides(r.d) if items else ""
    return _part(r, "review-testimonies", head, ("testimonies",), by_claim(r.d), *items)


def _decision(r: _Review) -> b.Section:
    p = r.d.partnership
    decision = p.exit.decision if p.exit else None
    renewed = tuple(b.Day(entry.on) for entry in p.stage_history if entry.type == "renew")
    facts = []
    if decision:
        facts += [
            b.Fact("Decision", title(decision.outcome)),
            b.Fact("Decided on", c.day(decision.on)),
            b.Fact("Decided by", c.person(r.d.names, decision.by)),
            b.Fact("Reason", c.words(decision.reason)),
            b.Fact("Evidence", c.evidence(r.d.names, decision.evidence)),
        ]
    facts += [b.Fact("Renewed before on", b.Lines(renewed))] if renewed else []
    more = b.Paragraph(("How it would end, and who sees to it: ", b.Link("agreement", "", agreement_page(r.d)), "."))
    table = b.Facts(tuple(facts)) if facts else None
    return _part(r, "agreement-exit", ("Renewal, transfer or exit", ""), ("exit-decision",), table, more)


def agreement_page(d: Dossier) -> str:
    """The name of the page that holds the exit arrangements."""
    return partnership_page(d.record.id, "agreement")
