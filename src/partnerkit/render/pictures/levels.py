"""Points with the steps each has reached; what is not due yet or does not apply has no steps, which is not nought."""

from __future__ import annotations

from partnerkit.render.inline import Tree, run_tree
from partnerkit.render.words import visible
from partnerkit.views import blocks as b

MOST_STEPS = 10


def levels_tree(levels: b.Levels) -> Tree:
    """The points with their steps, filled or not."""
    return {
        "is": "levels",
        "label": visible(levels.label),
        "levels": [_level(level, levels.highest) for level in levels.levels],
        "note": run_tree(levels.note),
    }


def _level(level: b.Level, highest: int) -> Tree:
    counts = level.due == "due"
    reached = max(0, min(level.steps, highest))
    return {
        "run": run_tree(level.label),
        "word": visible(level.word),
        "due": level.due,
        "counts": counts,
        "steps": [place < reached and counts for place in range(highest)] if highest <= MOST_STEPS else [],
        "told": f"{level.steps} of {highest}" if counts else "",
        "anchor": b.anchor(level.anchor),
    }
