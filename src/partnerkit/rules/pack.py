"""Rule packs: thresholds that are revised, as dated data with their sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from partnerkit.rules.findings import Limit


@dataclass(frozen=True, slots=True)
class Threshold:
    """A threshold as a pack states it."""

    value: float
    unit: str
    source: str


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack.

    Attributes:
        id: Its name, such as `uk-england-2026`.
        version: Its version.
        thresholds: The thresholds by name.
        own: Values that the workspace's configuration sets in their place.
    """

    id: str
    version: str
    thresholds: Mapping[str, Threshold]
    own: Mapping[str, float] = field(default_factory=dict)

    def limit(self, name: str) -> Limit:
        """A threshold by its name.

        Raises:
            KeyError: The pack has no such threshold; that is a fault of the rule that asks.
        """
        known = self.thresholds[name]
        if name in self.own:
            return Limit(name, self.own[name], known.unit, "set in partnerkit.yaml", self.id)
        return Limit(name, known.value, known.unit, known.source, f"{self.id} {self.version}")


def pack_from(data: Mapping[str, Any], own: Mapping[str, float]) -> Pack:
    """A pack from the content of its file, with the thresholds that a configuration sets itself."""
    thresholds = {
        name: Threshold(entry["value"], entry["unit"], entry["source"]) for name, entry in data["thresholds"].items()
    }
    return Pack(data["id"], data["version"], thresholds, dict(own))
