"""Who gains what over all partnerships, how far it reaches, and whether anything shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from partnerkit.model.partnership.objectives import Beneficiary
from partnerkit.model.partnership.review import BenefitScale
from partnerkit.rules.evidence._claims import confirmed_by_witnesses, is_claimed_only
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.blanks import BY_KEY
from partnerkit.views.reading.stages import position
from partnerkit.views.reading.words import capital, counted, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkit.model.partnership.review import Benefit
    from partnerkit.views.overview.lines import Line

BENEFICIARIES: tuple[str, ...] = get_args(Beneficiary)
SCALES: tuple[str, ...] = get_args(BenefitScale)
REACH = {
    "individual": "Individual: people",
    "organisation": "Organisation: an employer, a college or a provider",
    "local": "Local economy",
    "regional": "Regional economy",
    "national": "National economy",
}
COUNTS = ("Benefits", "Seen, and shown", "Seen, claimed only", "Not seen yet")


@dataclass(frozen=True, slots=True)
class Gain:
    """A benefit: whether it has been seen, and whether more than the claim stands for it."""

    benefit: Benefit
    is_seen: bool
    is_shown: bool


def gains_of(lines: Sequence[Line]) -> tuple[Gain, ...]:
    """The benefits of some partnerships."""
    return tuple(gain for line in lines for gain in _gains(line))


def _gains(line: Line) -> tuple[Gain, ...]:
    confirmed = confirmed_by_witnesses(line.part)
    return tuple(
        Gain(one, one.realised is not None, one.realised is not None and not is_claimed_only(one, confirmed))
        for one in line.part.benefits
    )


def benefits(lines: Sequence[Line]) -> b.Section:
    """Benefits by who gains and how far they reach."""
    gains = gains_of(lines)
    if not gains:
        return b.Section("benefits", "Benefits", (no_benefit("The records hold no benefit.", lines),))
    return b.Section("benefits", "Benefits", (_who(gains), ladder(gains)), _counted(gains))


def no_benefit(text: str, lines: Sequence[Line]) -> b.Blank:
    """That no benefit is recorded, and whether it should be by now."""
    expectation = BY_KEY["benefits"]
    asked = position(expectation.stage)
    is_due = any(position(line.part.stage) >= asked for line in lines)
    return b.Blank(text, "due" if is_due else "later", f"Benefits are due from stage {asked}, {expectation.stage}.")


def _counted(gains: Sequence[Gain]) -> str:
    seen = sum(gain.is_seen for gain in gains)
    shown = sum(gain.is_shown for gain in gains)
    return f"{counted(len(gains), 'benefit')}: {seen} seen, {shown} of them with something that shows it"


def ladder(gains: Sequence[Gain]) -> b.Table:
    """How far the benefits reach, from the individual up, and what shows them."""
    known = [(REACH[scale], [gain for gain in gains if gain.benefit.scale == scale]) for scale in SCALES]
    silent = [gain for gain in gains if gain.benefit.scale is None]
    rows = [_rung(name, held) for name, held in (*known, *([("How far is not recorded", silent)] if silent else []))]
    return c.table(
        "Levels of impact: how far benefits reach, and what shows them",
        ("Reach", *COUNTS),
        rows,
        digits=COUNTS,
        note="Shown: evidence, another partner or a witness stands for it. Claimed only: nothing in the record does.",
    )


def _rung(name: str, held: Sequence[Gain]) -> b.Row:
    seen = sum(gain.is_seen for gain in held)
    shown = sum(gain.is_shown for gain in held)
    return b.Row((name, str(len(held)), str(shown), str(seen - shown), str(len(held) - seen)))


def _who(gains: Sequence[Gain]) -> b.Table:
    who = [name for name in (*BENEFICIARIES, None) if any(gain.benefit.beneficiary == name for gain in gains)]
    scales = [scale for scale in (*SCALES, None) if any(gain.benefit.scale == scale for gain in gains)]
    return c.table(
        "Benefits by who gains and how far they reach",
        ("Who gains", *map(_named, scales), "All"),
        (_row(gains, name, scales) for name in who),
        note="Each cell: how many have been seen, of those that are expected or seen.",
    )


def _named(value: str | None) -> str:
    return capital(said(value)) if value else "Not recorded"


def _row(gains: Sequence[Gain], name: str | None, scales: Sequence[str | None]) -> b.Row:
    held = [gain for gain in gains if gain.benefit.beneficiary == name]
    cells = (_cell([gain for gain in held if gain.benefit.scale == scale]) for scale in scales)
    return b.Row((_named(name), *cells, _seen(held)))


def _cell(held: Sequence[Gain]) -> b.Cell:
    if not held:
        return b.Quiet("\u2013")
    claimed = sum(gain.is_seen and not gain.is_shown for gain in held)
    return b.Lines((_seen(held), b.Badge(f"{claimed} claimed only", "caution"))) if claimed else _seen(held)


def _seen(held: Sequence[Gain]) -> str:
    return f"{sum(gain.is_seen for gain in held)} of {len(held)} seen"
