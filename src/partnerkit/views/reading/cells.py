"""Values of a record as cells, with words where there is none; and the blocks they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading.gaps import gap
from partnerkit.views.reading.words import capital, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from partnerkit.model.exposure import Exposure
    from partnerkit.model.quantities import Money, Period, Quantity
    from partnerkit.views.reading.names import Names


FIRST_ROWS = 6
SPARE_ROWS = 2
"""So many rows more are not worth folding."""


def day(on: date | None, missing: str = "no date") -> b.Inline:
    """A date, or that there is none."""
    return b.Day(on) if on else b.Missing(missing)


def words(text: str | None, missing: str = "not recorded") -> b.Inline:
    """Prose in one line, or that there is none."""
    return b.Words(text) if text else b.Missing(missing)


def term(value: str | None, missing: str = "not recorded") -> b.Inline:
    """An enumerated value in words, or that there is none."""
    return capital(said(value)) if value else b.Missing(missing)


def yes_or_no(value: bool | None) -> b.Inline:
    """Yes, no, or that it is not recorded."""
    if value is None:
        return b.Missing()
    return "Yes" if value else "No"


def terms(values: Iterable[str]) -> str | None:
    """Enumerated values in words, one after another; nothing if there are none."""
    return capital(", ".join(said(value) for value in values)) or None


def person(names: Names, reference: str | None, missing: str = "nobody named") -> b.Run:
    """A person, or that none is named."""
    return names.person(reference) if reference else b.Missing(missing)


def organisation(names: Names, reference: str | None, missing: str = "not recorded") -> b.Inline:
    """An organisation, or that none is named."""
    return names.organisation(reference) if reference else b.Missing(missing)


def people(names: Names, references: tuple[str, ...], missing: str = "nobody named") -> b.Cell:
    """People one under another, or that none is named."""
    return names.people(references) if references else b.Missing(missing)


def people_in_line(names: Names, references: tuple[str, ...], missing: str = "nobody named") -> b.Run:
    """People one after another, or that none is named."""
    if not references:
        return b.Missing(missing)
    first, *rest = (names.person(reference) for reference in references)
    return b.joined(first, *(b.joined(", ", person) for person in rest))


def evidence(names: Names, references: tuple[str, ...], missing: str = "none given") -> b.Cell:
    """Links to the evidence register, or that none is given."""
    return names.links("evidence", references) if references else b.Missing(missing)


def period(span: Period | None, missing: str = "not recorded") -> b.Run:
    """From one day to another, or from a day on."""
    if span is None:
        return b.Missing(missing)
    return (b.Day(span.start), " to ", b.Day(span.end)) if span.end else ("from ", b.Day(span.start))


def tenure(since: date | None, until: date | None) -> b.Run:
    """From when to when somebody or something was in its place."""
    if until is None:
        return day(since)
    return (b.Day(since), " to ", b.Day(until)) if since else ("until ", b.Day(until))


def money(sum_: Money | None, missing: str = "not recorded") -> b.Inline:
    """A sum of money, or that there is none."""
    return b.Money(sum_.amount, sum_.currency) if sum_ else b.Missing(missing)


def quantity(amount: Quantity | None, missing: str) -> b.Run:
    """So much of something, and by when; or that there is none."""
    if amount is None:
        return b.Missing(missing)
    parts: list[b.Inline] = []
    if amount.quantity is not None:
        parts.append(b.Number(amount.quantity, amount.unit or ""))
    if amount.money:
        parts.extend([", "] if parts else [])
        parts.append(money(amount.money))
    if not parts:
        parts.append(gap(amount, "money", "no amount"))
    if amount.on:
        parts.extend([b.Quiet(" on "), b.Day(amount.on)])
    return tuple(parts)


def exposure(square: Exposure | None, bands: Mapping[str, int]) -> b.Run:
    """A square of the risk matrix: its band in words, and likelihood times impact."""
    if square is None:
        return b.Missing("not scored")
    score = square.likelihood * square.impact
    sum_ = b.Quiet(f" {score}\u00a0({square.likelihood}\u00a0\u00d7\u00a0{square.impact})")
    name = next((band for band, highest in bands.items() if score <= highest), None)
    return (b.Badge(name, TONES[name]), sum_) if name else (b.Strong(str(score)), sum_)


TONES: Mapping[str, b.Tone] = {"low": "good", "moderate": "note", "high": "caution", "critical": "alert"}


def share(responses: int | None, population: int | None) -> b.Inline:
    """How many answered of how many."""
    if responses is None:
        return b.Missing("number not recorded")
    return f"{responses} of {population}" if population is not None else f"{responses}"


def facts(*pairs: tuple[str, b.Cell | None]) -> b.Facts:
    """Facts, without those that have no value and need none."""
    return b.Facts(tuple(b.Fact(label, value) for label, value in pairs if value is not None))


def table(  # noqa: PLR0913 - each is a part of a table
    caption: str,
    columns: tuple[str, ...],
    rows: Iterable[b.Row],
    *,
    digits: tuple[str, ...] = (),
    pen: tuple[str, ...] = (),
    note: b.Run = (),
) -> b.Table:
    """A table; `digits` names the columns that hold figures, and `pen` those that are for the pen."""
    named = tuple(b.Column(title, title in digits, title in pen) for title in columns)
    return b.Table(caption, named, tuple(rows), note)


def long_table(
    captions: tuple[str, str], columns: tuple[str, ...], rows: Iterable[b.Row], *, digits: tuple[str, ...] = ()
) -> tuple[b.Block, ...]:
    """A table of the first rows, and the others folded; `captions` names the whole, and what the others are."""
    all_ = tuple(rows)
    if len(all_) <= FIRST_ROWS + SPARE_ROWS:
        return (table(captions[0], columns, all_, digits=digits),) if all_ else ()
    rest = all_[FIRST_ROWS:]
    more = f"{len(rest)} {captions[1]}"
    folded = b.Fold(more, (table(capital(captions[1]), columns, rest, digits=digits),))
    return (table(captions[0], columns, all_[:FIRST_ROWS], digits=digits), folded)


def section(anchor: str, title: str, *blocks: b.Block | None, summary: b.Run = ()) -> b.Section:
    """A section of the blocks that there are."""
    return b.Section(anchor, title, tuple(block for block in blocks if block is not None), summary)
