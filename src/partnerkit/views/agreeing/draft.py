"""The means of a draft text: what the record says, and in square brackets what it does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.audience.marks import WITHHELD, is_withheld
from partnerkit.model.partnership.activate import ClauseElsewhere, ClauseNotApplicable
from partnerkit.views import blocks as b
from partnerkit.views.agreeing.force import basis
from partnerkit.views.reading.judging import subject_of
from partnerkit.views.reading.words import counted

if TYPE_CHECKING:
    from datetime import date

    from partnerkit.model.base import Part
    from partnerkit.model.partnership.activate import ClauseName
    from partnerkit.model.partnership.partnership import Partnership
    from partnerkit.views.agreeing.force import Held
    from partnerkit.views.reading.names import Names
    from partnerkit.views.thread.dossier import Dossier

KEPT_BACK = b.Missing(f"[{WITHHELD} from the readers of this page]")


class Draft:
    """A draft being written, which counts what it has to leave open.

    Attributes:
        basis: The agreement on which the partnership rests so far, if there is one.
        shared_data: The agreements that settle how personal data are shared.
        open: How many places the record could not fill.
    """

    def __init__(self, d: Dossier, found: tuple[Held, ...]) -> None:
        """Take the record, and where its agreements stand."""
        self.d = d
        self.subject = subject_of(d)
        self.basis = basis(found)
        self.shared_data = [
            one
            for one in found
            if one.agreement.type == "data-sharing-agreement" and one.force not in {"ended", "replaced"}
        ]
        self.open = 0

    @property
    def record(self) -> Partnership:
        """The partnership."""
        return self.d.partnership

    @property
    def names(self) -> Names:
        """What references are called."""
        return self.d.names

    @property
    def parties(self) -> tuple[str, ...]:
        """The partners that are bound: no funders, no associates, none that have left."""
        return self.subject.partners

    def blank(self, what: str, source: str = "") -> b.Missing:
        """A place the record cannot fill; `source` is the agreement on record that has words on the matter."""
        self.open += 1
        return b.Missing(f"[to be agreed{f', or taken over from {source}' if source else ''}: {what}]")

    def words(self, part: Part | None, key: str, what: str) -> b.Inline:
        """What a field of the record says, or the place it leaves open."""
        if part is not None and is_withheld(part, key):
            return KEPT_BACK
        value = getattr(part, key, None)
        return b.Words(value) if value else self.blank(what)

    def day(self, on: date | None, what: str) -> b.Inline:
        """A day, or the place it leaves open."""
        return b.Day(on) if on else self.blank(what)

    def days(self, number: int | None, what: str) -> b.Inline:
        """So many days, or the place they leave open."""
        return counted(number, "day") if number else self.blank(what)

    def person(self, reference: str | None, what: str) -> b.Run:
        """A person, or the place that is left open."""
        return self.names.person(reference) if reference else self.blank(what)

    def matter(self, clause: ClauseName, what: str) -> b.Run:
        """A matter of which the record holds no wording: why it is not needed, where it is settled, or a blank."""
        named = getattr(self.basis.agreement.clauses, clause, None) if self.basis else None
        match named:
            case ClauseNotApplicable():
                return ("Not needed: ", self.words(named, "not_applicable", what), ".")
            case ClauseElsewhere():
                return ("Settled elsewhere: ", self.words(named, "reference", what), ".")
            case "present":
                return self.blank(what, self.basis.name if self.basis else "")
            case _:
                return self.blank(what)
