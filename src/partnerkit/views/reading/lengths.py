"""How much of a long list a page shows: enough to work with, never so much that it cannot be sent or opened."""

from __future__ import annotations

from partnerkit.views import blocks as b
from partnerkit.views.reading.pages import partnership_page

MOST_ROWS = 80
MOST_ITEMS = 40
MOST_POINTS = 8
SPARE_POINTS = 2
"""So many points more are not worth folding."""


def beyond(id_: str, number: int, most: int, what: str) -> b.Paragraph | None:
    """That there are more than are shown, and where all of them are; nothing where all are shown.

    Args:
        id_: The id of the partnership.
        number: How many there are.
        most: How many are shown at most.
        what: What they are, in the plural.
    """
    if number <= most:
        return None
    where = b.Link("the partnership's own page", page=partnership_page(id_))
    return b.Paragraph((f"Shown are the first {most} of {number} {what}; all of them are on ", where, "."))


def points(runs: tuple[b.Run, ...]) -> tuple[b.Block, ...]:
    """A list of its first points, the others folded, and the rest of a very long one only counted."""
    if len(runs) <= MOST_POINTS + SPARE_POINTS:
        return (b.Listing(runs),) if runs else ()
    folded = runs[MOST_POINTS : MOST_POINTS + MOST_ROWS]
    left = len(runs) - MOST_POINTS - len(folded)
    last = (b.Quiet(f"and {left} more like these"),) if left else ()
    return (b.Listing(runs[:MOST_POINTS]), b.Fold(f"{len(runs) - MOST_POINTS} more", (b.Listing((*folded, *last)),)))
