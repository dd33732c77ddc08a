"""Whom the partnership has reached, how far each employer has come, and what was done about what people said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.model.partnership.activate import Meeting
from partnerkit.model.partnership.run import Contact, Exchange, Feedback
from partnerkit.rubric.checking import asked
from partnerkit.rubric.checks import relationship
from partnerkit.rubric.checks._contacts import employers, reached_by
from partnerkit.rubric.engagement import RUNGS, climbed
from partnerkit.rubric.scores import State
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.words import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkit.model.base import Part
    from partnerkit.rubric.checking import Check
    from partnerkit.rubric.subject import Look
    from partnerkit.views.thread.dossier import Dossier

WORDS = {Contact: "a contact", Meeting: "a meeting", Exchange: "an exchange visit", Feedback: "feedback"}
COUNTED = {
    "appointments": (relationship.contacts_on_time,),
    "reach": (relationship.functions_reached, relationship.sites_reached, relationship.shop_floor_visited),
    "feedback": (relationship.feedback_closed, relationship.feedback_closed_soon),
}
"""The checks whose answers are told in each part of the page."""
SHOWN = frozenset({State.MET, State.UNMET, State.UNKNOWN})


def told(d: Dossier, part: str) -> b.Listing | None:
    """What the checks of the rubric say, each as a sentence; nothing where nothing is due or nothing is judged."""
    runs = tuple(run for check in COUNTED[part] if (run := _told(d.look, check)))
    return b.Listing(runs) if runs else None


def _told(look: Look | None, check: Check) -> b.Run:
    if look is None or any(is_withheld(look.part, section) for section in check.about):
        return ()
    answer = asked(look, check).answer
    return f"{capital(answer.said.replace('`', ''))}." if answer.state in SHOWN else ()


def unreached(d: Dossier) -> Iterator[str]:
    """Which functions and sites nobody has reached, in words."""
    if d.look is not None and not d.look.ended:
        for check in (relationship.functions_reached, relationship.sites_reached):
            answer = asked(d.look, check).answer
            if answer.state is State.UNMET:
                yield capital(answer.said)


def unnamed(d: Dossier) -> b.Paragraph | None:
    """That people who gave feedback are withheld, and so not counted among those who were heard."""
    if not any(is_withheld(one, "from") for one in d.partnership.feedback):
        return None
    return b.Paragraph(b.Quiet("Who gave feedback is withheld from the readers of this page, and not counted here."))


def spread(d: Dossier) -> tuple[b.Block, ...]:
    """Each function and site of the employers, and by what somebody of it was reached."""
    look = d.look
    if look is None:
        return ()
    rows = (*_rows(look, "Function"), *_rows(look, "Site"))
    return c.long_table(
        ("Functions and sites of the employers, those never reached first", "more"),
        ("Function or site", "Sort", "Reached"),
        sorted(rows, key=lambda row: isinstance(row.cells[2], tuple)),
    )


def _rows(look: Look, sort: str) -> Iterator[b.Row]:
    """A site is only worth a line where there are several."""
    found = reached_by(look, employers(look), lambda person: person.function if sort == "Function" else person.site)
    if sort == "Site" and len(found) < 2:  # noqa: PLR2004 - one site is where everybody is
        return
    for name, entry in found:
        yield b.Row((name, sort, _reached(entry) if entry else b.Badge("never reached", "caution")))


def _reached(entry: Part) -> b.Run:
    on = getattr(entry, "on", None)
    return (f"by {WORDS.get(type(entry), 'an entry')}", *((b.Quiet(" on "), b.Day(on)) if on else ()))


def rungs(d: Dossier) -> tuple[b.Block, ...]:
    """How far each employer has come on the ladder, and what the next rung asks."""
    needed = ("contacts", "stakeholders", "meetings")
    if d.look is None or any(is_withheld(d.partnership, section) for section in needed):
        return ()
    found = tuple(climbed(d.look))
    if not found:
        return ()
    levels = b.Levels(
        "How far each employer has come",
        len(RUNGS),
        tuple(b.Level(one.employer, one.reached, one.word) for one in found),
        f"The rungs from the lowest: {', '.join(rung.name for rung in RUNGS)}.",
    )
    table = c.table(
        "What shows it, and what the next rung asks",
        ("Employer", "Shown by", "Next rung asks"),
        (b.Row((one.employer, capital(one.shown), capital(one.asked))) for one in found),
    )
    return (levels, table)
