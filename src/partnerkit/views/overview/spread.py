"""The partnerships by sector, size and place of their employers, each against the stages."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, get_args

from partnerkit.model.organisation import OrganisationSize
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading import sectors, stages
from partnerkit.views.reading.words import capital, counted, title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from partnerkit.model.organisation import Organisation
    from partnerkit.views.overview.lines import Line

MOST_ROWS = 40
SIZES: tuple[str, ...] = get_args(OrganisationSize)
STAFF = {"micro": "under 10 people", "small": "under 50", "medium": "under 250", "large": "250 or more"}
NONE = "not recorded"
Ways = dict[str, list[tuple["Line", "Organisation"]]]


def spread(lines: Sequence[Line]) -> b.Section | None:
    """Three tables; nothing where no partnership has an employer."""
    held = [(line, employer) for line in lines for employer in line.employers]
    if not held:
        return None
    without = sum(not line.employers for line in lines)
    blocks: list[b.Block] = [
        _table("sector", held, _sector, (*sectors.NAMES, NONE)),
        _table("size", held, _size, (*map(_sized, SIZES), NONE)),
        _table("place", held, lambda one: one.place or NONE, ()),
    ]
    if without:
        some = counted(without, "partnership has", "partnerships have")
        blocks.append(
            b.Paragraph(
                b.Quiet(f"{capital(some)} no employer among the partners, and {_are(without)} in none of these.")
            )
        )
    employers = counted(len({employer.id for _, employer in held}), "employer")
    return b.Section("spread", "Sector, size and place of the employers", tuple(blocks), employers)


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _sector(employer: Organisation) -> str:
    return (sectors.sector(employer.sector) if employer.sector else None) or employer.sector or NONE


def _size(employer: Organisation) -> str:
    return _sized(employer.size) if employer.size else NONE


def _sized(size: str) -> str:
    return f"{capital(size)}, {STAFF[size]}"


def _table(
    what: str, held: Iterable[tuple[Line, Organisation]], of: Callable[[Organisation], str], order: Sequence[str]
) -> b.Block:
    found: Ways = defaultdict(list)
    for line, employer in held:
        found[of(employer)].append((line, employer))
    if set(found) == {NONE}:
        return b.Blank(f"No employer has a {what} recorded.", "due", "It stands with the organisation.")
    held_stages = [
        stage for stage in stages.STAGES if any(line.part.stage == stage for ways in found.values() for line, _ in ways)
    ]
    ordered = sorted(found, key=lambda name: (_place(order, name), -len(found[name]), name.casefold()))
    rows = [_row(name, found[name], held_stages) for name in ordered[:MOST_ROWS]]
    left = len(ordered) - len(rows)
    more = f" {capital(counted(left, f'more {what}'))} with fewer partnerships are not shown." if left else ""
    names = tuple(map(title, held_stages))
    return c.table(
        f"Partnerships by {what} of the employers, and by stage",
        (capital(what), "Employers", "Partnerships", *names),
        rows,
        digits=("Employers", "Partnerships", *names),
        note=f"A partnership with employers of more than one {what} counts in each.{more}",
    )


def _place(order: Sequence[str], name: str) -> int:
    if name == NONE:
        return len(order) + 1
    return order.index(name) if name in order else len(order)


def _row(name: str, held: Sequence[tuple[Line, Organisation]], shown: Sequence[str]) -> b.Row:
    by_stage: defaultdict[str, set[str]] = defaultdict(set)
    for line, _ in held:
        by_stage[line.part.stage].add(line.id)
    counts = (len({employer.id for _, employer in held}), len({line.id for line, _ in held}))
    cells = (str(len(by_stage[stage])) if by_stage[stage] else b.Quiet("\u2013") for stage in shown)
    return b.Row((capital(name), *map(str, counts), *cells))
