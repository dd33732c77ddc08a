"""Where each agreement stands on the day of the page: a draft, waiting for signatures, in force, ended, replaced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

from partnerkit.rules.agreement._agreements import BASIC, LASTING, parties, signatures, standing
from partnerkit.views import blocks as b
from partnerkit.views.reading.duties import last_notice
from partnerkit.views.reading.judging import subject_of
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import listed, lowered, said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkit.model.partnership.activate import Agreement
    from partnerkit.views.thread.dossier import Dossier

Force: TypeAlias = Literal["in force", "signatures open", "not yet in force", "draft, unsigned", "ended", "replaced"]

TONES: Mapping[Force, b.Tone] = {
    "in force": "good",
    "signatures open": "caution",
    "not yet in force": "note",
    "draft, unsigned": "caution",
    "ended": "plain",
    "replaced": "plain",
}


@dataclass(frozen=True, slots=True)
class Held:
    """An agreement, and where it stands.

    Attributes:
        parties: The partners it is between that have not left.
        signed: The parties that have signed, each with the day of its last signature.
    """

    agreement: Agreement
    parties: tuple[str, ...]
    signed: Mapping[str, date]
    force: Force

    @property
    def awaited(self) -> tuple[str, ...]:
        """The parties whose signatures are not recorded."""
        return tuple(party for party in self.parties if party not in self.signed)

    @property
    def is_basic(self) -> bool:
        """Whether a partnership can rest on it."""
        return self.agreement.type in BASIC

    @property
    def name(self) -> str:
        """What a sentence calls it, with its article."""
        return f"“{self.agreement.title}”" if self.agreement.title else f"the {lowered(said(self.agreement.type))}"


def held(d: Dossier) -> tuple[Held, ...]:
    """The agreements in the order of the record."""
    subject = subject_of(d)
    lasting = {id(agreement) for agreement in standing(subject)}
    found = []
    for agreement in d.partnership.agreements:
        between, signed = parties(subject, agreement), signatures(agreement, d.as_of)
        force = _force(agreement, between, signed, d.as_of) if id(agreement) in lasting else "replaced"
        found.append(Held(agreement, between, signed, force))
    return tuple(found)


def first_lasting(found: tuple[Held, ...]) -> tuple[Held, ...]:
    """Those that hold for the partnership as a whole before those of single placements and learners."""
    return tuple(sorted(found, key=lambda one: one.agreement.type not in LASTING))


def _force(agreement: Agreement, between: tuple[str, ...], signed: Mapping[str, date], as_of: date) -> Force:
    if not signed:
        return "draft, unsigned"
    if agreement.ends is not None and agreement.ends < as_of and agreement.renewal != "automatic":
        return "ended"
    if any(party not in signed for party in between):
        return "signatures open"
    if agreement.effective is not None and agreement.effective > as_of:
        return "not yet in force"
    return "in force"


def basis(found: tuple[Held, ...]) -> Held | None:
    """The agreement on which the partnership rests: the newest that stands, a signed one before a draft."""
    basic = [one for one in found if one.is_basic and one.force != "replaced"]
    return max(basic, key=_age, default=None)


def _age(one: Held) -> tuple[bool, date]:
    return bool(one.signed), _begins(one) or one.agreement.effective or date.min


def named(found: list[Held]) -> str:
    """Agreements as a sentence names them."""
    return listed([one.name for one in found])


def time_line(d: Dossier, found: tuple[Held, ...]) -> b.Timeline | None:
    """What is in force when, with the days of signature, review and notice; nothing where no day is recorded."""
    rows = [row for one in found for row in _rows(one)]
    for body in d.partnership.bodies:
        if body.terms and body.terms.review_on:
            label = b.Link(f"Review of the terms: {title_of(body)}", b.anchor("bodies", body.id))
            rows.append(b.Milestone(label, body.terms.review_on, group="Bodies and exit"))
    if d.partnership.exit and d.partnership.exit.reviewed_on:
        label = b.Link("Exit arrangements last looked at", "agreement-exit")
        rows.append(b.Milestone(label, d.partnership.exit.reviewed_on, group="Bodies and exit"))
    if not rows:
        return None
    note = "A bar that runs out has no recorded end, or renews by itself."
    return b.Timeline("What is in force, and when it is looked at again", tuple(rows), d.as_of, note)


def _rows(one: Held) -> list[b.Bar | b.Milestone]:
    agreement, group = one.agreement, title_of(one.agreement)
    rows: list[b.Bar | b.Milestone] = []
    start = agreement.effective or _begins(one)
    if start or agreement.ends:
        end = None if agreement.renewal == "automatic" else agreement.ends
        label = b.Link(group, b.anchor("agreements", agreement.id))
        rows.append(b.Bar(label, start, end, b.Badge(one.force, TONES[one.force]), group))
    days = (
        ("Last signature", None if one.awaited else _begins(one)),
        ("To be reviewed", agreement.review_on),
        ("Last day to give notice before it renews", last_notice(agreement)),
    )
    rows += [b.Milestone(label, on, group=group) for label, on in days if on]
    return rows


def _begins(one: Held) -> date | None:
    return max(one.signed.values(), default=None)
