"""The first screen of a page about a part of a partnership: what is next in that part, and what is missing from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import blanks, stages
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.duties import ENDED, Duty, badge, duties
from partnerkit.views.reading.words import capital, counted, listed

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from partnerkit.views.thread.dossier import Dossier

FIRST_DATES = 6
ALL_DATES = "dates"
MOST_DATES, MOST_POINTS = 80, 40
"""So many are told on a first screen, those of the folded list among them; a page is no place for more."""


def open_dates(d: Dossier, kinds: Collection[str]) -> tuple[Duty, ...]:
    """The open dates of some kinds, earliest first."""
    return tuple(duty for duty in duties(d.partnership) if duty.kind in kinds)


def upcoming(d: Dossier, dates: Sequence[Duty], nothing: str, *, all_at: str = "") -> b.Section:
    """What is next: the first of some dates, and the others folded.

    Args:
        d: The partnership.
        dates: The dates, in their order.
        nothing: What to say where there is none.
        all_at: The anchor at which the page has all of them (`all_dates`); then the others are linked, not folded.
    """
    d.names.start()
    if not dates:
        ended = d.partnership.status in ENDED
        said = (
            f"The partnership is {d.partnership.status}: nothing is due, and nothing is overdue." if ended else nothing
        )
        return c.section("next", "What is next", b.Paragraph(said))
    first = _agenda(d, "What is next, overdue first", dates[:FIRST_DATES])
    return c.section("next", "What is next", first, _later(d, dates[FIRST_DATES:], all_at))


def _later(d: Dossier, dates: Sequence[Duty], all_at: str) -> b.Block | None:
    if not dates:
        return None
    title = counted(len(dates), "later date")
    return b.Paragraph(b.Link(title, all_at)) if all_at else b.Fold(title, _listed(d, "Later dates", dates))


def all_dates(d: Dossier, dates: Sequence[Duty]) -> tuple[b.Section, ...]:
    """All of some dates, for the end of the page; nothing where `upcoming` shows them all."""
    if len(dates) <= FIRST_DATES:
        return ()
    d.names.start()
    blocks = _listed(d, "Every open date, earliest first", dates)
    return (c.section(ALL_DATES, "All open dates", *blocks, summary=counted(len(dates), "open date")),)


def _listed(d: Dossier, label: str, dates: Sequence[Duty]) -> tuple[b.Block, ...]:
    """The dates, and of a very long list only how many more there are."""
    left = len(dates) - MOST_DATES
    more = (b.Paragraph(b.Quiet(f"And {left} more, later than these.")),) if left > 0 else ()
    return (_agenda(d, label, dates[:MOST_DATES]), *more)


def _agenda(d: Dossier, label: str, dates: Sequence[Duty]) -> b.Agenda:
    entries = (
        b.Entry(
            duty.on,
            b.Link(duty.what, duty.anchor),
            badge(duty.on, d.as_of, duty.kind),
            c.people_in_line(d.names, duty.who),
        )
        for duty in dates
    )
    return b.Agenda(label, tuple(entries))


def missing(d: Dossier, keys: Collection[str], others: Sequence[b.Run]) -> b.Section:
    """What is missing: the blanks among some expectations, and then what else a page has to say of it."""
    state = blanks.state(d.partnership)
    gaps: list[b.Run] = [
        (
            b.Link(f"No {expectation.what}", expectation.place),
            b.Quiet(f", due from stage {stages.position(expectation.stage)}, {expectation.stage}"),
        )
        for expectation in _among(state.blank, keys)
    ]
    gaps += others[:MOST_POINTS]
    if len(others) > MOST_POINTS:
        gaps.append(b.Quiet(f"and {len(others) - MOST_POINTS} more like these"))
    reached = f"stage {stages.position(d.partnership.stage)}, {d.partnership.stage}"
    found: b.Block = b.Listing(tuple(gaps)) if gaps else b.Paragraph(f"Nothing that is due by {reached}, is missing.")
    also = [
        f"{counted(len(left), 'part')} {words}"
        for left, words in (
            (_among(state.later, keys), "not due yet"),
            (_among(state.excused, keys), "declared not applicable, each with its reason"),
            (_among(state.withheld, keys), "withheld from the readers of this page, and not counted"),
        )
        if left
    ]
    return c.section(
        "missing", "What is missing", found, b.Paragraph(b.Quiet(f"{capital(listed(also))}.")) if also else None
    )


def _among(expectations: tuple[blanks.Expectation, ...], keys: Collection[str]) -> list[blanks.Expectation]:
    return [expectation for expectation in expectations if expectation.key in keys]
