"""What came of it, who says so, the facts in short, and where more can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.model.programme import Programme
from partnerkit.views import blocks as b
from partnerkit.views.publishing.consent import of_evidence, of_testimony, shown
from partnerkit.views.publishing.story import ROUTES
from partnerkit.views.reading import blanks, stages
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.gaps import gap
from partnerkit.views.reading.words import counted, said, title
from partnerkit.views.reviewing.gains import claimed_only
from partnerkit.views.reviewing.objectives import drawn
from partnerkit.views.reviewing.standing import held
from partnerkit.views.thread.objectives import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkit.model.configuration import Audience
    from partnerkit.model.organisation import Organisation
    from partnerkit.model.partnership.assessment import Evidence
    from partnerkit.model.partnership.review import Benefit
    from partnerkit.views.reviewing.standing import Stand
    from partnerkit.views.thread.dossier import Dossier

LEADS = frozenset({"relationship-lead"})


def results(d: Dossier, stands: tuple[Stand, ...]) -> Iterator[b.Block]:
    """The objectives with what was found, the figures, and who gained what."""
    found = [(one, one.verdicts[0][1]) for one in stands if one.verdicts]
    if found:
        yield c.table(
            "What the partners set out to reach, and what a review found",
            ("Objective", "Found", "In figures", "What people say"),
            (
                b.Row(
                    (
                        b.Words(one.objective.statement),
                        VERDICTS[verdict.verdict] if verdict.verdict else b.Missing(),
                        c.words(verdict.quantitative, "no figures"),
                        c.words(verdict.qualitative, "nothing recorded"),
                    ),
                    b.anchor("objectives", one.objective.id),
                )
                for one, verdict in found
            ),
        )
    figures = drawn(d, stands)
    if figures is not None:
        yield figures
    yield from _benefits(d)
    yield from _learned(d)
    for key in ("objectives", "benefits") if stands else ("objectives", "verdicts", "benefits"):
        if blank := blanks.blank(d.partnership, key):
            yield blank


def _benefits(d: Dossier) -> Iterator[b.Table]:
    p = d.partnership
    seen = [benefit for benefit in p.benefits if benefit.realised]
    if seen:
        claimed = {benefit.id for benefit in claimed_only(p, seen)}
        yield c.table(
            "Who gained what",
            ("For whom", "What was seen", "How it is known"),
            (_benefit(d, benefit, is_claimed=benefit.id in claimed) for benefit in seen),
        )


def _benefit(d: Dossier, benefit: Benefit, *, is_claimed: bool) -> b.Row:
    scale = b.Quiet(f" ({said(benefit.scale)})" if benefit.scale else "")
    pieces = (counted(len(benefit.evidence), "piece") + " of evidence",) if benefit.evidence else ()
    others = (f"confirmed by {d.names.organisations(benefit.corroborated_by)}",) if benefit.corroborated_by else ()
    known: b.Inline = ", ".join((*pieces, *others)) or "a witness confirms it"
    return b.Row(
        (
            (c.term(benefit.beneficiary), scale),
            c.words(benefit.realised),
            b.Badge("claimed only", "caution") if is_claimed else known,
        ),
        b.anchor("benefits", benefit.id),
    )


def _learned(d: Dossier) -> Iterator[b.Block]:
    reviews = held(d)
    unexpected = tuple(b.Words(review.unexpected) for review in reviews if review.unexpected)
    if unexpected:
        yield b.Section("results-unexpected", "What nobody had planned", (b.Listing(unexpected),))
    lessons = tuple(
        (b.Words(lesson.what), b.Quiet(". Next time: "), c.words(lesson.change, "nothing recorded"))
        for review in reviews
        for lesson in review.lessons
    )
    if lessons:
        yield b.Section("results-lessons", "What they would do differently", (b.Listing(lessons),))


# ---------------------------------------------------------------------- voices


def voices(d: Dossier, audience: Audience) -> Iterator[b.Block]:
    """What witnesses say, word for word; for the public only what they have agreed to have quoted."""
    p = d.partnership
    left_out = 0
    for testimony in p.testimonies:
        why = of_testimony(p, testimony)
        if not testimony.own_words:
            continue
        if is_withheld(testimony, "own_words") or (why and audience == "public"):
            left_out += 1
            continue
        doubt: tuple[b.Inline, ...] = (" ", b.Badge("not yet for the public", "caution")) if why else ()
        whose = b.joined(c.person(d.names, testimony.witness), *doubt)
        yield b.Quote(testimony.own_words, whose, b.anchor("testimonies", testimony.id))
    if left_out:
        what = counted(left_out, "testimony is", "testimonies are")
        yield b.Blank(f"{what} on record that may not be quoted here.", "withheld", "The top of the page says why.")
    if blank := blanks.blank(p, "testimonies"):
        yield blank


# ---------------------------------------------------------------------- facts


def facts(d: Dossier) -> b.Facts:
    """The key facts."""
    p = d.partnership
    item = d.names.item("programmes", p.programme) if p.programme else None
    programme = item.part if item is not None and isinstance(item.part, Programme) else None
    leads = tuple(dict.fromkeys(role.holder for role in p.key_roles if role.role in LEADS and role.holder))
    entered = min((entry.on for entry in p.stage_history), default=None)
    learners = tuple(_learners(d))
    return c.facts(
        ("Begun on", c.day(entered, "not recorded")),
        ("Stage reached", f"{title(p.stage)}, stage {stages.position(p.stage)} of seven"),
        ("Ended on", b.Day(p.exit.completed_on) if p.exit and p.exit.completed_on else None),
        ("Place", p.place or b.Missing()),
        ("Learners in its activities", b.Lines(learners) if learners else b.Missing("no numbers recorded")),
        ("Relationship leads", c.people(d.names, leads)),
        *(_programme(d, programme) if programme else (("Programme", b.Missing("none named")),)),
    )


def _learners(d: Dossier) -> Iterator[str]:
    for route, words in ROUTES.items():
        routes = [one.route for one in d.partnership.activities if one.route and one.route.type == route]
        numbers = [one.learners for one in routes if one.learners is not None]
        if numbers:
            yield f"{sum(numbers)} {words}"


def _programme(d: Dossier, programme: Programme) -> tuple[tuple[str, b.Cell | None], ...]:
    grant: b.Inline = gap(programme, "grant")
    if programme.grant:
        grant = c.money(programme.grant)
    return (
        ("Programme", programme.title),
        ("What the programme is for", b.Words(programme.summary) if programme.summary else None),
        ("Paid for by", c.organisation(d.names, programme.funder)),
        ("Led by", d.names.organisation(programme.lead) if programme.lead else None),
        ("Programme dates", c.period(programme.period)),
        ("Grant to the whole programme", grant),
        ("Programme team", c.people(d.names, programme.team) if programme.team else None),
    )


# ---------------------------------------------------------------------- resources


def resources(d: Dossier, organisations: tuple[Organisation, ...]) -> Iterator[b.Block]:
    """What others may read or use, and on which terms."""
    p = d.partnership
    ready = [evidence for evidence in shown(p) if not of_evidence(evidence)]
    if ready:
        yield c.table("What may be published", ("Resource", "Sort", "Terms of use", "Where"), map(_resource, ready))
    else:
        yield b.Blank("The record holds no evidence that may be published.", "optional")
    events = tuple(
        (b.Strong(event.title), *_told(": ", event.outputs), *_told(". Passed on: ", event.dissemination))
        for event in p.events
        if event.outputs or event.dissemination
    )
    if events:
        yield b.Section("resources-events", "Occasions at which it was shared", (b.Listing(events),))
    links = tuple(_links(d, organisations))
    if links:
        yield b.Section("resources-links", "Links", (b.Listing(links),))


def _told(joint: str, text: str | None) -> tuple[b.Inline, ...]:
    return (b.Quiet(joint), b.Words(text)) if text else ()


def _resource(evidence: Evidence) -> b.Row:
    terms = evidence.licence or b.Missing("none recorded; the people in it agreed")
    where: b.Inline = b.External(evidence.url, evidence.url) if evidence.url else b.Missing("not on the web")
    return b.Row((evidence.title, title(evidence.type), terms, where), b.anchor("evidence", evidence.id))


def _links(d: Dossier, organisations: tuple[Organisation, ...]) -> Iterator[b.Run]:
    item = d.names.item("programmes", d.partnership.programme) if d.partnership.programme else None
    if item is not None and isinstance(item.part, Programme) and item.part.url:
        yield (b.External(item.part.title, item.part.url),)
    for organisation in organisations:
        if organisation.website:
            yield (b.External(organisation.name, organisation.website),)
