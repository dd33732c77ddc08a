"""What a change takes away, and with it what is looked for: records, sections, and stages that were reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from partnerkit.diff.excuses import Overlooked
from partnerkit.diff.items import items_of, label_of
from partnerkit.model.base import Part
from partnerkit.model.kinds import sections
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.rules.stages import Stage

Records = Mapping[tuple[str, str], Part]
"""Records by kind and id."""


def removed(before: Records, after: Records) -> Iterator[tuple[tuple[str, str], str]]:
    """The records that are there no longer, by kind and id, each with a sentence without a full stop."""
    for key in sorted(before.keys() - after.keys()):
        kind, id_ = key
        label = label_of(items_of(before[key])[""])
        yield key, f"this change takes away the {kind} `{id_}`, {label}"


def lessened(before: Part, after: Part) -> Iterator[Overlooked]:
    """What a record has no longer, so that less of it is due or looked at."""
    if not isinstance(before, Partnership) or not isinstance(after, Partnership):
        return
    if Stage[after.stage.upper()] < Stage[before.stage.upper()]:
        told = f"the stage goes back from {before.stage} to {after.stage}, so that less is due"
        yield Overlooked(("stage",), told)
    gone = [one for one in before.stage_history if one not in after.stage_history]
    if gone:
        stages = ", ".join(f"{one.stage} on {one.on.isoformat()}" for one in gone)
        yield Overlooked(("stage_history",), f"the stage history says no longer: {stages}")
    for name in sections():
        if getattr(before, name, None) and not getattr(after, name, None):
            yield Overlooked((name,), f"this change takes away all that stood under `{name}`")
