"""What rules find, by the part of the record that it is about: for rubrics that look at one item after the other."""

from __future__ import annotations

from collections.abc import Mapping

from partnerkit.rubric.subject import Look
from partnerkit.rules.findings import Finding


def found_by_part(look: Look, *rules: str, related: bool = False) -> Mapping[int, tuple[Finding, ...]]:
    """What some rules find, by the identity of the part that a finding is about.

    Args:
        look: The partnership.
        rules: The names of the rules.
        related: Whether a finding also belongs to the other places that it names.
    """
    found: dict[int, list[Finding]] = {}
    for finding in look.found(*rules):
        others = [one[0] for one in finding.related] if related else []
        for part in dict.fromkeys(map(id, (finding.part, *others))):
            found.setdefault(part, []).append(finding)
    return {part: tuple(several) for part, several in found.items()}
