"""What of the cross-reference sheet is asked for, and how the page says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from partnerkit.views.reading.names import Names

Way: TypeAlias = Literal["both", "criterion", "evidence"]
"""Which way the sheet is read: from criteria to evidence, from evidence to criteria, or both."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for.

    Attributes:
        framework: The id of the one framework whose criteria are shown; "" for all.
        partner: The id of the one organisation whose evidence is shown; "" for all.
        only_gaps: Whether what is complete is left out.
        by: Which way it is read.
    """

    framework: str = ""
    partner: str = ""
    only_gaps: bool = False
    by: Way = "both"

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return bool(self.framework or self.partner or self.only_gaps)

    def told(self, names: Names) -> tuple[str, ...]:
        """The filters in words, for the stamp of the page."""
        found = []
        if self.framework:
            found.append(f"Only criteria of {names.name('frameworks', self.framework)}")
        if self.partner:
            found.append(f"Only evidence from {names.organisation(self.partner)}")
        if self.only_gaps:
            found.append("Only gaps: what is complete or justified is left out")
        if self.by != "both":
            found.append(f"Only by {self.by}")
        return tuple(found)


EVERYTHING = Choice()
