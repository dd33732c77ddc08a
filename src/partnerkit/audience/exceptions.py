"""Where who may see a field depends on what else the part says: consent, safeguarding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from partnerkit.model.audiences import CLOSED, WIDEST_FIRST, Seen, seen
from partnerkit.model.base import Part
from partnerkit.model.configuration import Audience
from partnerkit.model.partnership.assessment import Evidence, Testimony
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.partnership.safety import Incident

Scopes = Mapping[str, Audience]
"""For each piece of evidence that says for whom consent was given, that audience; by its id."""

UNCONSENTED = "evidence that people have not agreed to show"
SHOWN = frozenset({"file", "url", "sha256", "note"})
"""The fields of evidence that lead to it or tell what is in it."""
OF_PEOPLE = frozenset({"photo", "video", "recording"})
"""Evidence in which people are seen or heard: without a word on consent it is internal."""


def scopes(part: Part) -> Scopes:
    """For whom the people in the evidence of a partnership have given consent."""
    if not isinstance(part, Partnership):
        return {}
    return {one.id: one.consent.scope for one in part.evidence if one.consent and one.consent.scope}


def level(part: Part, name: str, consents: Scopes) -> Seen:
    """Who may see a field of a part."""
    declared = seen(type(part), name)
    match part:
        case Evidence() if name in SHOWN:
            return _evidence(part, declared)
        case Testimony(own_words=str()) if name == "own_words":
            return _consented(declared, (consents.get(ref.rpartition("/")[2]) for ref in part.evidence))
        case _:
            return declared


def item_level(part: Part) -> Seen | None:
    """Who may see an item as a whole, where it says something that its section does not."""
    return CLOSED if isinstance(part, Incident) and part.type == "safeguarding" else None


def _evidence(evidence: Evidence, declared: Seen) -> Seen:
    if evidence.consent and evidence.consent.scope:
        return Seen(evidence.consent.scope, UNCONSENTED)
    return Seen("internal", UNCONSENTED) if evidence.type in OF_PEOPLE else declared


def _consented(declared: Seen, given: Iterable[Audience | None]) -> Seen:
    """Those for whom consent is recorded, the fewest of them; without any word on consent, those declared."""
    levels = [scope for scope in given if scope is not None]
    narrowest = max(levels, key=WIDEST_FIRST.index, default=declared.by)
    return declared if narrowest == declared.by else Seen(narrowest, UNCONSENTED)
