"""Review: what was found against the original objectives, what was learned, what is recommended, who bears witness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.views import blocks as b
from partnerkit.views.reading import blanks
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.duties import badge
from partnerkit.views.reading.gaps import counted_in, gap
from partnerkit.views.reading.words import capital, counted, listed, said
from partnerkit.views.thread.objectives import NO_VERDICT, VERDICTS

if TYPE_CHECKING:
    from partnerkit.model.partnership.assessment import Judgement, Sample, Testimony
    from partnerkit.model.partnership.review import ObjectiveVerdict, Recommendation, Review
    from partnerkit.views.thread.dossier import Dossier

MARKS = ("valid", "authentic", "current", "sufficient", "reliable")
DECISIONS = {
    "pending": b.Badge("pending", "caution"),
    "accepted": b.Badge("accepted", "good"),
    "rejected": b.Badge("rejected"),
    "deferred": b.Badge("deferred"),
}
OUTCOMES = {"agree": "agrees", "action": "asks for action"}
VERDICT_COLUMNS = ("Verdict", "Figures", "What people say", "Why", "Evidence")
OPTIONAL = {"judgements": "judgements by assessors", "samples": "samples by quality assurers"}


def review(d: Dossier) -> b.Section:
    """The part of the thread."""
    p = d.partnership
    summary = listed(
        [
            counted(len(p.reviews), "review"),
            counted(len(p.testimonies), "testimony", "testimonies"),
            counted_in(p, "judgements", "judgement"),
        ]
    )
    missing = ("reviews",) if not p.reviews else ("verdicts", "lessons", "recommendations")
    newest = sorted(p.reviews, key=lambda review: (review.on, review.id), reverse=True)
    others = (
        d.part("review-judgements", "Judgements by assessors", (), *_judgements(d)),
        d.part("review-samples", "Quality assurance", (), samples(d)),
    )
    parts: tuple[b.Block, ...] = (
        d.part("review-reviews", "Reviews", missing, *(_review(d, found) for found in newest)),
        d.part("review-testimonies", "Testimonies", ("testimonies",), *(testimony(d, t) for t in p.testimonies)),
        *(part for part in others if part.blocks),
        *blanks.optional(p, OPTIONAL),
    )
    return d.thread(7, "review", "Review", summary, parts)


def _review(d: Dossier, found: Review) -> b.Item:
    names = d.names
    facts = c.facts(
        ("Day", b.Day(found.on)),
        ("Looks back on", c.period(found.period)),
        ("Scope", c.words(found.scope) if found.scope else None),
        ("Written by", c.people(names, found.authors)),
        ("Approved in", approved(d, found)),
        ("How the partners get on", c.words(found.relationship) if found.relationship else None),
        ("What nobody had planned", c.words(found.unexpected) if found.unexpected else None),
        ("Evidence", c.evidence(names, found.evidence) if found.evidence else None),
    )
    blocks: list[b.Block] = [facts]
    if found.verdicts:
        blocks.append(_verdicts(d, found))
    if found.lessons:
        blocks.append(lessons(found))
    if found.recommendations:
        blocks.append(recommendations(d, found))
    if is_withheld(found, "recommendations"):
        blocks.append(b.Blank(f"Recommendations: {blanks.NOT_SHOWN}", "withheld"))
    year = f"Review of {found.on.year}"
    return b.Item(b.anchor("reviews", found.id), year, tuple(blocks), kind="Review")


def approved(d: Dossier, found: Review) -> b.Run:
    """The meeting that approved a review."""
    return d.names.meeting(found.approved_in) if found.approved_in else gap(found, "approved_in", "not approved")


def _verdicts(d: Dossier, found: Review) -> b.Table:
    return c.table(
        "What it found about each objective",
        ("Objective", *VERDICT_COLUMNS),
        (_verdict(d, verdict) for verdict in found.verdicts),
    )


def _verdict(d: Dossier, verdict: ObjectiveVerdict) -> b.Row:
    return b.Row((d.names.link("objectives", verdict.objective), *verdict_cells(d, verdict)))


def verdict_cells(d: Dossier, verdict: ObjectiveVerdict) -> tuple[b.Cell, ...]:
    """What a review found about an objective, under the heads of `VERDICT_COLUMNS`."""
    unmet = verdict.verdict in {"partly-met", "not-met"}
    return (
        VERDICTS[verdict.verdict] if verdict.verdict else NO_VERDICT,
        c.words(verdict.quantitative, "no figures"),
        c.words(verdict.qualitative, "nothing recorded"),
        c.words(verdict.why, "no reason given" if unmet else "none needed"),
        c.evidence(d.names, verdict.evidence, "none"),
    )


def lessons(found: Review) -> b.Table:
    """The lessons of a review."""
    rows = (
        b.Row(
            (
                b.Words(lesson.what),
                c.words(lesson.cause, "no cause recorded"),
                c.words(lesson.change, "nothing recorded"),
            ),
            b.anchor("lessons", lesson.id),
        )
        for lesson in found.lessons
    )
    return c.table("Lessons", ("What happened", "Cause", "Do differently"), rows)


def recommendations(d: Dossier, found: Review) -> b.Table:
    """The recommendations of a review."""
    return c.table(
        "Recommendations",
        ("Recommendation", "Decision", "Due", "Owner"),
        (_recommendation(d, recommendation) for recommendation in found.recommendations),
    )


def _recommendation(d: Dossier, found: Recommendation) -> b.Row:
    decision = DECISIONS[found.decision or "pending"]
    open_ = found.decision in {None, "pending"}
    due: b.Run = (b.Day(found.due), " ", badge(found.due, d.as_of)) if found.due and open_ else c.day(found.due)
    return b.Row(
        (b.Words(found.text), decision, due, c.person(d.names, found.owner)), b.anchor("recommendations", found.id)
    )


def testimony(d: Dossier, found: Testimony) -> b.Item:
    """A testimony: the witness's own words, and what they confirm."""
    names = d.names
    witness = c.person(names, found.witness)
    claims = tuple(names.link("objectives", claim, "benefits") for claim in found.claims)
    facts = c.facts(
        ("Stands to them as", found.relationship or b.Missing()),
        ("Does or has done the job", c.yes_or_no(found.competent)),
        ("Saw it on", c.day(found.observed_on)),
        ("Signed on", c.day(found.signed_on, "not signed")),
        ("Confirms", b.Lines(claims) if claims else b.Missing("no claim named")),
        (
            "Speaks to",
            b.Lines(tuple(names.criterion(ref) for ref in found.criteria)) if found.criteria else None,
        ),
        ("Conflict of interest", c.words(found.conflict_of_interest) if found.conflict_of_interest else None),
        ("Evidence", c.evidence(names, found.evidence) if found.evidence else None),
    )
    words: b.Block = b.Blank("The record holds none of the witness's own words.", "due")
    if found.own_words:
        words = b.Quote(found.own_words, witness)
    return b.Item(
        b.anchor("testimonies", found.id),
        f"Testimony of {names.name('people', found.witness)}",
        (words, facts),
        kind="Testimony",
    )


def _judgements(d: Dossier) -> tuple[b.Block, ...]:
    return c.long_table(
        ("Evidence judged against criteria, as the assessors recorded it", "more judgements"),
        ("Evidence", "Criterion", "Decision", "Marks", "By", "Day"),
        (_judgement(d, judgement) for judgement in d.partnership.judgements),
    )


def _judgement(d: Dossier, found: Judgement) -> b.Row:
    by_mark: dict[str, list[str]] = {}
    for name in MARKS:
        by_mark.setdefault(getattr(found, name) or "not-judged", []).append(name)
    marks = tuple(
        f"{capital(said(mark))}: {listed(by_mark[mark])}"
        for mark in ("met", "not-met", "not-judged")
        if mark in by_mark
    )
    remarks = tuple(b.Words(text) for text in (found.reason, found.feedback) if text)
    decision = b.Badge("met", "good") if found.decision == "met" else b.Badge("not yet met", "caution")
    return b.Row(
        (
            d.names.link("evidence", found.evidence),
            d.names.criterion(found.criterion),
            decision if found.decision else b.Missing("no decision"),
            b.Lines((*marks, *remarks)),
            c.person(d.names, found.by),
            c.day(found.on),
        ),
        b.anchor("judgements", found.id),
    )


def samples(d: Dossier) -> b.Table | None:
    """The samples of judgements that quality assurance looked at; nothing where there are none."""
    if not d.partnership.samples:
        return None
    return c.table(
        "Samples of judgements",
        ("Taken by", "Day", "Stage", "Judgements", "To cover", "Outcome", "Closed on"),
        (_sample(d, sample) for sample in d.partnership.samples),
    )


def _judged(d: Dossier, sample: Sample) -> b.Cell:
    """The judgements of a sample, each called by its evidence and its criterion."""
    held = {one.id: one for one in d.partnership.judgements}
    found = [held[id_] for reference in sample.judgements if (id_ := reference.rpartition("/")[2]) in held]
    return b.Lines(
        tuple(
            b.Link(
                f"{d.names.name('evidence', one.evidence)}, {one.criterion.rpartition('/')[2]}",
                b.anchor("judgements", one.id),
            )
            for one in found
        )
    )


def _sample(d: Dossier, sample: Sample) -> b.Row:
    outcome: b.Cell = capital(OUTCOMES[sample.outcome]) if sample.outcome else b.Missing("no outcome")
    if sample.action:
        outcome = b.Lines((capital(OUTCOMES.get(sample.outcome or "", "")), b.Words(sample.action)))
    return b.Row(
        (
            c.person(d.names, sample.by),
            c.day(sample.on, "not taken yet"),
            c.term(sample.stage),
            _judged(d, sample) if sample.judgements else b.Missing("none"),
            c.terms(sample.axes) or b.Missing(),
            outcome,
            c.day(sample.closed_on, "open") if sample.outcome == "action" else b.Quiet("nothing to close"),
        ),
        b.anchor("samples", sample.id),
    )
