"""Settings and excuses that count in the place of those beside the records, which may come with a stranger's change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from partnerkit.io.trees import Tree
from partnerkit.model.configuration import Configuration
from partnerkit.model.suppression import Suppression
from partnerkit.workspace.records import Record


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a trusted state of the workspace says of rules, levels, readers and excuses.

    Attributes:
        configuration: Its configuration.
        tree: Its files, the baseline among them; None if there was no workspace yet.
        excuses: What its records excuse, by kind and id.
    """

    configuration: Configuration
    tree: Tree | None = None
    excuses: Mapping[tuple[str, str], tuple[Suppression, ...]] = field(default_factory=dict)

    def of(self, record: Record) -> Record:
        """A record with a mark at each excuse that the trusted state does not know."""
        suppressions: tuple[Suppression, ...] = getattr(record.part, "suppress", ())
        known = self.excuses.get((record.kind, record.id), ())
        unagreed = frozenset(at for at, one in enumerate(suppressions) if one not in known)
        return replace(record, unagreed=unagreed) if unagreed else record
