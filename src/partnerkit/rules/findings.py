"""What a rule yields: what is wrong, in which part of a record, and how it could be mended."""

from __future__ import annotations

from dataclasses import dataclass

from partnerkit.diagnostics.diagnostic import Severity
from partnerkit.model.base import Part


@dataclass(frozen=True, slots=True)
class Limit:
    """A threshold from a rule pack: its value, its name, and where it comes from."""

    name: str
    value: float
    unit: str
    source: str
    pack: str

    @property
    def whole(self) -> int:
        """The value as a whole number."""
        return int(self.value)

    @property
    def words(self) -> str:
        """The threshold with its origin, as a finding prints it."""
        value = f"{self.value:g} {self.unit}".strip()
        return f"The limit of {value} is `{self.name}` of {self.pack} ({self.source})."


@dataclass(frozen=True, slots=True)
class Replacement:
    """Write a text in the place of the value of a key; no text means to take the key and its value away.

    Attributes:
        part: The part of the record that has the key, or is to have it.
        field: The key.
        text: The value as YAML, on one line.
        block: The same over several lines, without an indent, for where there is room for them; () if one line will do.
    """

    part: Part
    field: str
    text: str | None
    block: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding.

    Attributes:
        message: What they do, in a sentence.
        edits: The edits.
        safe: Whether they keep the meaning of the record; if not, a person must ask for them expressly.
    """

    message: str
    edits: tuple[Replacement, ...]
    safe: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule finds in one place.

    Attributes:
        part: The part of the record that it is about: the very object that the rule was given.
        message: What is wrong, in a sentence without a full stop, beginning in lower case.
        field: The key in the part that it is about; "" means the part as a whole. A key that is not there is fine: the
            finding is then shown at the part.
        help: What to do here, if the rule's page does not say it as well.
        related: Other parts that belong to it, each with a field (or "") and what is there.
        severity: How much it weighs, if not as the rule says.
        limit: The threshold it goes by, if it goes by one.
        fix: How it could be mended by machine.
        at: A place in a list that the field holds, from 0.
    """

    part: Part
    message: str
    field: str = ""
    help: str = ""
    related: tuple[tuple[Part, str, str], ...] = ()
    severity: Severity | None = None
    limit: Limit | None = None
    fix: Fix | None = None
    at: int | None = None
