"""Suppressions: a rule's finding excused in the record itself, with who, why and until when."""

from __future__ import annotations

from partnerkit.model.audiences import Shared
from partnerkit.model.base import Part
from partnerkit.model.references import PersonRef
from partnerkit.model.values import Date, Maybe, Name, Prose, RuleName


class Suppression(Part):
    """Excuses what one rule finds in this record, until a day. When the day has passed, that is itself a finding."""

    rule: Shared[RuleName]
    """The rule, by its name, such as `single-point-of-contact`."""
    at: Shared[Maybe[Name]] = None
    """Where it is excused, as `section` or `section/id`, such as `key_roles/dsl`. Without it: in the whole record."""
    reason: Shared[Prose]
    """Why this is acceptable for now."""
    by: PersonRef
    """The person who decided so."""
    until: Date
    """The last day on which the excuse holds."""
