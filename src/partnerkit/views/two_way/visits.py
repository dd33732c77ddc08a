"""Who visited whom, at which level, and what the record does not say of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, listed, said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from partnerkit.model.partnership.run import Exchange
    from partnerkit.views.thread.dossier import Dossier


@dataclass(slots=True)
class Way:
    """The visits from one organisation to another."""

    visits: int = 0
    people: set[str] = field(default_factory=set)
    levels: dict[str, None] = field(default_factory=dict)
    newest: date | None = None


def held(d: Dossier) -> tuple[Exchange, ...]:
    """The visits that have taken place by the day of the page, oldest first."""
    past = (visit for visit in d.partnership.exchanges if visit.on <= d.as_of)
    return tuple(sorted(past, key=lambda visit: (visit.on, visit.id)))


def guests(d: Dossier, visit: Exchange) -> tuple[str, ...]:
    """The ids of the organisations whose people came, each once."""
    found = (d.names.item("people", person) for person in visit.visitors)
    return tuple(dict.fromkeys(item.record.id for item in found if item is not None))


def host(d: Dossier, visit: Exchange) -> str | None:
    """The id of the organisation that was visited."""
    item = d.names.item("organisations", visit.host) if visit.host else None
    return item.id if item else None


def directions(d: Dossier) -> b.Table | None:
    """A row for each way in which people went; a visit of two organisations to a third counts in two rows."""
    ways: dict[tuple[str | None, str | None], Way] = {}
    for visit in held(d):
        to = host(d, visit)
        others: tuple[str | None, ...] = tuple(one for one in guests(d, visit) if one != to)
        for guest in others or (None,):
            _count(ways.setdefault((guest, to), Way()), visit)
    if not ways:
        return None
    return c.table(
        "Who visited whom",
        ("From", "To", "Visits", "People", "Level", "Newest"),
        (_way(d, ends, way) for ends, way in ways.items()),
        digits=("Visits", "People"),
    )


def _count(way: Way, visit: Exchange) -> None:
    way.visits += 1
    way.people.update(visit.visitors)
    way.levels |= {visit.level: None} if visit.level else {}
    way.newest = max(filter(None, (way.newest, visit.on)))


def _way(d: Dossier, ends: tuple[str | None, str | None], way: Way) -> b.Row:
    return b.Row(
        (
            c.organisation(d.names, ends[0], "visitors not named"),
            c.organisation(d.names, ends[1], "host not named"),
            str(way.visits),
            str(len(way.people)) if way.people else b.Missing(),
            capital(listed([f"{said(level)}s" for level in way.levels])) or b.Missing(),
            c.day(way.newest),
        )
    )


def wanting(d: Dossier) -> Iterator[b.Run]:
    """What the record does not say of visits that have taken place."""
    for visit in held(d):
        gaps = tuple(_gaps(d, visit))
        if gaps:
            link = b.Link(f"Visit: {title_of(visit)}", b.anchor("exchanges", visit.id))
            yield (link, f": {listed(gaps)}")


def _gaps(d: Dossier, visit: Exchange) -> Iterator[str]:
    if visit.host is None:
        yield "the host is not named"
    if not visit.visitors:
        yield "the visitors are not named"
    learnt = {item.id for side in visit.learned if (item := d.names.item("organisations", side))}
    silent = [side for side in dict.fromkeys((host(d, visit), *guests(d, visit))) if side and side not in learnt]
    if silent and not is_withheld(visit, "learned"):
        yield f"nothing is recorded that {d.names.organisations(silent)} learned"
    if not visit.actions and not visit.changed and not is_withheld(visit, "actions"):
        yield "no action or change followed"
