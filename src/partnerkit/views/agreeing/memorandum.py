"""The draft of a memorandum of understanding, made of what the record holds, for a lawyer to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.agreeing.draft import Draft
from partnerkit.views.agreeing.terms import LAST, TERMS
from partnerkit.views.agreeing.undertakings import UNDERTAKINGS
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.duties import ENDED
from partnerkit.views.reading.words import counted

if TYPE_CHECKING:
    from partnerkit.views.agreeing.force import Held
    from partnerkit.views.thread.dossier import Dossier

CLAUSES = (*UNDERTAKINGS, *TERMS, *LAST)
TITLE = "Draft memorandum"


def memorandum(d: Dossier, found: tuple[Held, ...]) -> b.Section:
    """The draft as a part of the page, with a sentence on top that says what it is and what it is not."""
    if d.partnership.status in ENDED:
        said = f"The partnership is {d.partnership.status}, so no draft is made."
        return c.section("memorandum", TITLE, b.Paragraph(said))
    d.names.start()
    draft = Draft(d, found)
    clauses = tuple(
        b.Item(b.anchor("memorandum", str(place)), f"{place}. {title}", tuple(write(draft)))
        for place, (title, write) in enumerate(CLAUSES, 1)
    )
    heading = b.Paragraph(b.Strong(f"Memorandum of understanding: {d.partnership.title}"))
    return c.section("memorandum", TITLE, _what_it_is(d, draft.open), _replaces(draft.basis), heading, *clauses)


def _what_it_is(d: Dossier, open_: int) -> b.Callout:
    return b.Callout(
        "caution",
        "A draft made from records, and no legal advice",
        (
            b.Paragraph(
                (
                    "It says what the record held on ",
                    b.Day(d.as_of),
                    ". Nobody has agreed to it. Somebody qualified should read it before anybody signs. ",
                    f"{counted(open_, 'place')} in square brackets {'is' if open_ == 1 else 'are'} still to be agreed.",
                )
            ),
        ),
    )


def _replaces(basis: Held | None) -> b.Paragraph | None:
    """What is signed already, so that nobody takes the draft for it."""
    if basis is None or not basis.signed:
        return None
    link = b.Link(basis.name, b.anchor("agreements", basis.agreement.id))
    return b.Paragraph(("Signed already: ", link, f", {basis.force}. This draft does not change it."))
