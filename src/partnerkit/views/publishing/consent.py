"""What may not be published yet: testimony and evidence without the consent or the licence that it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from partnerkit.audience.exceptions import OF_PEOPLE
from partnerkit.views import blocks as b
from partnerkit.views.reading.words import listed
from partnerkit.views.thread.register import CONSENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from partnerkit.model.configuration import Audience
    from partnerkit.model.partnership.assessment import Consent, Evidence, Testimony
    from partnerkit.model.partnership.partnership import Partnership
    from partnerkit.views.thread.dossier import Dossier

FIRST, SPARE = 8, 2
MARKED = {"internal": "internal", "partners": "for the partners"}


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Something that may not be published as it stands.

    Attributes:
        what: What it is called, and a link to it.
        why: What is wanting, in a clause.
    """

    what: b.Link
    why: str


def of_evidence(evidence: Evidence) -> str:
    """What keeps a piece of evidence from being published; "" if nothing does.

    People who are seen or heard in it must have agreed; anything else takes that, or a licence.
    """
    if evidence.consent is not None:
        return _scope(evidence.consent)
    if evidence.type in OF_PEOPLE:
        return "no consent of the people in them is recorded"
    return "" if evidence.licence else "neither consent nor a licence to publish them is recorded"


def _scope(consent: Consent) -> str:
    if consent.scope is None:
        return "the consent does not say who may see them"
    return "" if consent.scope == "public" else f"the consent is for {CONSENT[consent.scope]} only"


def of_testimony(partnership: Partnership, testimony: Testimony) -> str:
    """What keeps a testimony from being quoted; "" if nothing does."""
    by_id = {evidence.id: evidence for evidence in partnership.evidence}
    found = [by_id[id_] for ref in testimony.evidence if (id_ := ref.rpartition("/")[2]) in by_id]
    given = [evidence.consent for evidence in found if evidence.consent is not None]
    reasons = [] if given else ["no consent to quote them is recorded"]
    reasons += dict.fromkeys(reason for consent in given if (reason := _scope(consent)))
    reasons += [] if testimony.signed_on else ["they are not signed"]
    return listed(reasons)


def shown(partnership: Partnership) -> tuple[Evidence, ...]:
    """The evidence that a reader of the case study might ask for: of results, of what was made, and what shows it."""
    holders = (
        *(review.evidence for review in partnership.reviews),
        *(verdict.evidence for review in partnership.reviews for verdict in review.verdicts),
        *(benefit.evidence for benefit in partnership.benefits),
        *(event.evidence for event in partnership.events),
        *(change.evidence for change in partnership.curriculum),
        *(exchange.evidence for exchange in partnership.exchanges),
    )
    wanted = {reference.rpartition("/")[2] for references in holders for reference in references}
    signed = {reference.rpartition("/")[2] for one in partnership.testimonies for reference in one.evidence}
    return tuple(
        evidence
        for evidence in partnership.evidence
        if evidence.id not in signed and (evidence.id in wanted or evidence.type in OF_PEOPLE)
    )


def hindrances(d: Dossier) -> tuple[Hindrance, ...]:
    """All that is told or shown here and may not be published yet, testimony first."""
    p = d.partnership
    return tuple(_testimonies(d)) + tuple(
        Hindrance(b.Link(evidence.title, b.anchor("evidence", evidence.id)), why)
        for evidence in shown(p)
        if (why := of_evidence(evidence))
    )


def _testimonies(d: Dossier) -> Iterator[Hindrance]:
    for testimony in d.partnership.testimonies:
        if why := of_testimony(d.partnership, testimony):
            name = d.names.name("people", testimony.witness)
            yield Hindrance(b.Link(f"Testimony of {name}", b.anchor("testimonies", testimony.id)), why)


def before_publishing(d: Dossier, found: Sequence[Hindrance], audience: Audience) -> b.Callout | None:
    """What to settle before this is published; nothing where all is settled."""
    marked = d.partnership.confidentiality
    points: list[b.Run] = []
    if marked != "public":
        state = f"The record is marked {MARKED[marked]}" if marked else "The record does not say who may read it"
        points.append(f"{state}: ask all partners whether it may be published.")
    if audience != "public":
        whose = "internal" if audience == "internal" else "for the partners"
        points.append(f"This page is {whose}, and may name people. For the public, write it with --audience public.")
    points += _grouped(found)
    if not points:
        return None
    return b.Callout("caution", "Before you publish", (b.Listing(tuple(points[: FIRST + SPARE])), *_rest(points)))


def _rest(points: list[b.Run]) -> tuple[b.Fold, ...]:
    rest = points[FIRST + SPARE :]
    return (b.Fold(f"{len(rest)} more", (b.Listing(tuple(rest)),)),) if rest else ()


def _grouped(found: Iterable[Hindrance]) -> Iterator[b.Run]:
    """What may not be published, by what is wanting."""
    by_reason: dict[str, list[b.Link]] = {}
    for hindrance in found:
        by_reason.setdefault(hindrance.why, []).append(hindrance.what)
    for why, whats in by_reason.items():
        names = b.joined(whats[0], *(part for what in whats[1:] for part in ("; ", what)))
        yield (b.Strong(f"{len(whats)} not to be published yet"), f", because {why}: ", *names)
