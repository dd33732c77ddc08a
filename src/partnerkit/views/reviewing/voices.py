"""Who bears witness to what: whether both sides do, and what only one side claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.rules.words import day
from partnerkit.views import blocks as b
from partnerkit.views.reading import blanks
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import counted, title
from partnerkit.views.thread.review import approved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkit.model.partnership.objectives import Objective
    from partnerkit.model.partnership.partnership import Partnership
    from partnerkit.model.partnership.review import Benefit, Review
    from partnerkit.views.thread.dossier import Dossier

Sides = dict[str, None]
"""Organisations by id, in the order in which they were met."""


def sides(d: Dossier) -> Sides:
    """The organisations of all witnesses."""
    found = (_side(d, testimony.witness) for testimony in d.partnership.testimonies)
    return dict.fromkeys(side for side in found if side)


def _side(d: Dossier, person: str) -> str | None:
    item = d.names.item("people", person)
    return item.record.id if item is not None and item.record.kind == "organisation" else None


@dataclass(frozen=True, slots=True)
class Claim:
    """An objective, or a benefit that was seen, and who confirms it.

    Attributes:
        collection: The section it stands in.
        part: The objective or benefit.
        witnesses: The organisations of the witnesses who name it, by id.
        others: The other partners that confirm it, as the record says, by id.
    """

    collection: str
    part: Objective | Benefit
    witnesses: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def is_one_sided(self) -> bool:
        """Whether there are witnesses, and nobody from another side confirms it."""
        return bool(self.witnesses) and len({*self.witnesses, *self.others}) == 1


def claims(d: Dossier) -> tuple[Claim, ...]:
    """Every objective, and every benefit that was seen."""
    p = d.partnership
    witnesses: dict[str, Sides] = {}
    for testimony in p.testimonies:
        side = _side(d, testimony.witness)
        for claim in testimony.claims if side else ():
            witnesses.setdefault(claim.rpartition("/")[2], {})[side or ""] = None
    return (
        *(Claim("objectives", one, tuple(witnesses.get(one.id, ())), ()) for one in p.objectives),
        *(
            Claim("benefits", one, tuple(witnesses.get(one.id, ())), one.corroborated_by)
            for one in p.benefits
            if one.realised
        ),
    )


def by_claim(d: Dossier) -> b.Table | None:
    """What witnesses confirm, and the sides they come from."""
    found = claims(d)
    if not d.partnership.testimonies or not found:
        return None
    return c.table(
        "What is confirmed, and from which side",
        ("Objective, or benefit seen", "Witnesses from", "Other partners that confirm it", "Sides"),
        (_claim(d, claim) for claim in found),
        note="What one side says of its own work confirms little: at best, somebody from each side has seen it.",
    )


def _claim(d: Dossier, claim: Claim) -> b.Row:
    others = d.names.organisations(claim.others) if claim.others else b.Quiet("none named")
    return b.Row(
        (
            b.Link(title_of(claim.part), b.anchor(claim.collection, claim.part.id)),
            d.names.organisations(claim.witnesses) or b.Missing("no witness"),
            others,
            _sides(claim),
        )
    )


def _sides(claim: Claim) -> b.Inline:
    if not claim.witnesses:
        return b.Missing("no witness")
    if claim.is_one_sided:
        return b.Badge("one side only", "caution")
    return b.Badge(f"{len({*claim.witnesses, *claim.others})} sides", "good")


def said_sides(d: Dossier) -> str:
    """Whose witnesses there are, in a clause."""
    held = d.partnership.testimonies
    if not held:
        return "no testimony"
    found = sides(d)
    alone = " alone" if len(found) == 1 else ""
    whose = d.names.organisations(found) or "nobody known"
    return f"{counted(len(held), 'testimony', 'testimonies')}, from {whose}{alone}"


# ---------------------------------------------------------------------- reviews


def reviews(d: Dossier, held: tuple[Review, ...]) -> b.Table | None:
    """When the partnership was looked back on, by whom, and who approved it."""
    if not d.partnership.reviews:
        return None
    newest = sorted(d.partnership.reviews, key=lambda review: (review.on, review.id), reverse=True)
    return c.table(
        "Looks back at the partnership, the newest first",
        ("Day", "Looks back on", "Scope", "Written by", "Approved in", "Evidence"),
        (_review(d, review, is_current=review in held) for review in newest),
    )


def _review(d: Dossier, found: Review, *, is_current: bool) -> b.Row:
    round_ = () if is_current else (b.Quiet("an earlier round" if found.on <= d.as_of else "still to come"),)
    return b.Row(
        (
            b.Lines((b.Day(found.on), *round_)),
            c.period(found.period),
            c.words(found.scope),
            c.people(d.names, found.authors),
            approved(d, found),
            c.evidence(d.names, found.evidence, "none"),
        ),
        b.anchor("reviews", found.id),
    )


def told(p: Partnership, key: str, none: str) -> Iterator[b.Block]:
    """What each review says in its own words under a key, the newest first; `none` is said where none does."""
    held = sorted(p.reviews, key=lambda review: (review.on, review.id), reverse=True)
    facts = tuple((review, text) for review in held if (text := getattr(review, key)))
    if any(is_withheld(review, key) for review in held):
        yield b.Blank(f"{title(key)}: {blanks.NOT_SHOWN}", "withheld")
    elif facts:
        yield b.Facts(tuple(b.Fact(f"Review of {day(review.on)}", b.Words(text)) for review, text in facts))
    else:
        due = blanks.blank(p, "reviews")
        yield b.Blank(none, due.due if due else "due", "It belongs to a review.")
