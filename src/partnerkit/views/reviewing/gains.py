"""Where value was added and where not, and who gained what, how far it reaches, and what shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from partnerkit.model.partnership.objectives import Beneficiary
from partnerkit.model.partnership.review import BenefitScale
from partnerkit.rules.evidence._claims import confirmed_by_witnesses, is_claimed_only
from partnerkit.views import blocks as b
from partnerkit.views.reading.words import listed, said, shortened, title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkit.model.partnership.partnership import Partnership
    from partnerkit.model.partnership.review import Benefit, Value
    from partnerkit.views.thread.dossier import Dossier

BENEFICIARIES: tuple[Beneficiary, ...] = get_args(Beneficiary)
SCALES: tuple[BenefitScale, ...] = get_args(BenefitScale)
VALUES: dict[str | None, tuple[str, b.Tone]] = {
    "adds": ("adds", "good"),
    "no-evidence": ("no evidence", "caution"),
    "does-not-add": ("does not", "alert"),
    None: ("no verdict", "plain"),
}
WORST = ("does-not-add", "no-evidence", None, "adds")
UNIT_LENGTH = 24


def value_map(d: Dossier) -> b.Grid | None:
    """Activities against units of the business: where each adds value, does not, or nothing shows either."""
    found = d.partnership.value
    if not found:
        return None
    units = tuple(dict.fromkeys(value.unit for value in found))
    activities = tuple(dict.fromkeys(value.activity for value in found))
    columns = tuple(
        b.GridColumn(shortened(unit or "Unit not named", UNIT_LENGTH), unit or "The unit is not named")
        for unit in units
    )
    rows = tuple(
        b.GridRow(
            d.names.link("activities", activity) if activity else b.Missing("no activity named"),
            tuple(_value([v for v in found if v.activity == activity and v.unit == unit]) for unit in units),
        )
        for activity in activities
    )
    return b.Grid(
        "Where activities add value, by unit", "Activity", columns, rows, note="An empty cell: nobody has said."
    )


def _value(held: Sequence[Value]) -> b.GridCell | None:
    if not held:
        return None
    verdicts = sorted((value.verdict for value in held), key=WORST.index)
    words = [VALUES[verdict][0] for verdict in dict.fromkeys(verdicts)]
    text = listed(words)
    return b.GridCell(text, VALUES[verdicts[0]][1], b.Link(text, b.anchor("value", held[0].id)))


def reach(d: Dossier) -> b.Grid | None:
    """Who benefits, at which scale: how many benefits were seen and shown, only claimed, or are still expected."""
    held = d.partnership.benefits
    if not held:
        return None
    who: list[Beneficiary | None] = [
        one for one in BENEFICIARIES if any(benefit.beneficiary == one for benefit in held)
    ]
    who += [None] if any(benefit.beneficiary is None for benefit in held) else []
    scales: list[BenefitScale | None] = list(SCALES)
    scales += [None] if any(benefit.scale is None for benefit in held) else []
    rows = tuple(
        b.GridRow(
            title(one) if one else b.Missing("not said for whom"),
            tuple(
                _reach(d.partnership, [x for x in held if x.beneficiary == one and x.scale == scale])
                for scale in scales
            ),
        )
        for one in who
    )
    columns = tuple(b.GridColumn(title(scale) if scale else "Not said", _scale(scale)) for scale in scales)
    return b.Grid(
        "Benefits by who gains and how far it reaches", "For whom", columns, rows,
        note="Shown: evidence, another partner or a witness confirms it. Claimed only: nothing in the record does.",
    )  # fmt: skip


def _scale(scale: BenefitScale | None) -> str:
    return title(scale) if scale else "How far it reaches is not said"


def _reach(p: Partnership, held: Sequence[Benefit]) -> b.GridCell | None:
    if not held:
        return None
    claimed = len(claimed_only(p, held))
    expected = sum(benefit.realised is None for benefit in held)
    shown = len(held) - claimed - expected
    counts = ((shown, "shown"), (claimed, "claimed only"), (expected, "expected"))
    text = listed([f"{number} {word}" for number, word in counts if number])
    tone: b.Tone = "caution" if claimed else "good" if shown else "note"
    return b.GridCell(text, tone, b.Link(text, b.anchor("benefits", held[0].id)))


def claimed_only(p: Partnership, held: Sequence[Benefit]) -> tuple[Benefit, ...]:
    """The benefits that are said to have come, and for which nothing in the record stands."""
    confirmed = confirmed_by_witnesses(p)
    return tuple(benefit for benefit in held if is_claimed_only(benefit, confirmed))


def counted_reach(p: Partnership) -> str:
    """How many benefits were seen, and how many of them are claimed only."""
    seen = sum(benefit.realised is not None for benefit in p.benefits)
    claimed = len(claimed_only(p, p.benefits))
    whole = said("none") if not p.benefits else f"{seen} of {len(p.benefits)} seen"
    return f"{whole}, {claimed} claimed only" if claimed else whole
