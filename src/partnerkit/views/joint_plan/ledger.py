"""What each partner has given of what it promised, by kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from partnerkit.rules.plan._resources import Amounts, amounts
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.gaps import gap
from partnerkit.views.reading.words import said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkit.model.partnership.plan import Resource
    from partnerkit.views.thread.dossier import Dossier


@dataclass(slots=True)
class Sum:
    """What was promised and given of a kind of resource, counted in one unit; `silent` is what nobody reports on."""

    promised: float = 0
    given: float = 0
    reported: int = 0
    silent: float = 0


def kept(resource: Resource) -> bool:
    """Whether all that was promised has been given, where both are counted alike."""
    found = amounts(resource)
    return found is not None and found.given is not None and found.given >= found.promised


def unreported(resource: Resource) -> bool:
    """Whether nothing is recorded of what has been given."""
    return resource.delivered is None


def ledger(d: Dossier) -> b.Table | None:
    """A row for each partner, and one for resources that name none."""
    p = d.partnership
    if not p.resources:
        return None
    partners = dict.fromkeys([*(partner.organisation for partner in p.partners), *(one.partner for one in p.resources)])
    return c.table(
        "What each partner has given of what it promised",
        ("Partner", "Given of promised, by kind", "Promises", "Kept in full", "Nothing reported yet"),
        (_row(d, partner, [one for one in p.resources if one.partner == partner]) for partner in partners),
        digits=("Promises", "Kept in full", "Nothing reported yet"),
        note="Amounts of one kind are added up where they are counted in the same unit.",
    )


def _row(d: Dossier, partner: str | None, held: Sequence[Resource]) -> b.Row:
    return b.Row(
        (
            c.organisation(d.names, partner, "no partner named"),
            b.Lines(_kinds(held)) if held else b.Missing("nothing promised"),
            str(len(held)),
            str(sum(map(kept, held))),
            str(sum(map(unreported, held))),
        )
    )


def _kinds(held: Sequence[Resource]) -> tuple[b.Run, ...]:
    sums: dict[tuple[str, str], Sum] = {}
    others: dict[b.Run, None] = {}
    for resource in held:
        kind = said(resource.type) if resource.type else "kind not recorded"
        found = amounts(resource)
        if found is None:
            others[_not_counted(resource), b.Quiet(f" ({kind})")] = None
        else:
            _add(sums.setdefault((kind, found.unit), Sum()), found)
    return (*(_given(one, unit, kind) for (kind, unit), one in sums.items()), *others)


def _not_counted(resource: Resource) -> b.Inline:
    if resource.committed is None:
        return b.Missing("no amount promised")
    return gap(resource.committed, "money", "no amounts that can be compared")


def _add(sum_: Sum, found: Amounts) -> None:
    if found.given is None:
        sum_.silent += found.promised
        return
    sum_.promised += found.promised
    sum_.given += found.given
    sum_.reported += 1


def _given(one: Sum, unit: str, kind: str) -> b.Run:
    """What was given of the promises that are reported on, and apart from it the promises that are not."""
    name = b.Quiet(f" ({kind})")
    silent = (b.Number(one.silent, unit), " promised, ", b.Missing("nothing reported yet"))
    if not one.reported:
        return (*silent, name)
    share = (b.Share(one.given, one.promised, unit), name)
    return (*share, "; besides ", *silent) if one.silent else share
