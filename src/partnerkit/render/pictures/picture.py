"""Any picture as plain data."""

from __future__ import annotations

from typing import assert_never

from partnerkit.render.inline import Tree
from partnerkit.render.pictures.grid import grid_tree
from partnerkit.render.pictures.levels import levels_tree
from partnerkit.render.pictures.network import network_tree
from partnerkit.render.pictures.progress import progress_tree
from partnerkit.render.pictures.risk_matrix import risk_matrix_tree
from partnerkit.render.pictures.scatter import scatter_tree
from partnerkit.render.pictures.timeline import timeline_tree
from partnerkit.render.pictures.trends import trends_tree
from partnerkit.render.words import visible
from partnerkit.views import blocks as b


def picture_tree(picture: b.Picture) -> Tree:
    """The picture under the kind its macro is called by; one of nothing is a sentence."""
    if not _shown(picture):
        return {"is": "paragraph", "run": [visible(f"{picture.label}: there is nothing to show.")]}
    return _tree(picture)


def _tree(picture: b.Picture) -> Tree:  # noqa: C901, PLR0911 - one case for each picture, no more
    match picture:
        case b.Timeline():
            return timeline_tree(picture)
        case b.RiskMatrix():
            return risk_matrix_tree(picture)
        case b.Progress():
            return progress_tree(picture)
        case b.Network():
            return network_tree(picture)
        case b.Scatter():
            return scatter_tree(picture)
        case b.Grid():
            return grid_tree(picture)
        case b.Levels():
            return levels_tree(picture)
        case b.Trends():
            return trends_tree(picture)
        case _:
            assert_never(picture)


def _shown(picture: b.Picture) -> bool:
    """Whether there is anything in it; a matrix without a risk still shows what is declared."""
    match picture:
        case b.RiskMatrix():
            return bool(picture.bands or picture.risks)
        case b.Grid():
            return bool(picture.columns and picture.rows)
        case b.Timeline(rows=held) | b.Progress(measures=held) | b.Network(nodes=held):
            return bool(held)
        case b.Scatter(dots=held) | b.Levels(levels=held) | b.Trends(trends=held):
            return bool(held)
        case _:
            assert_never(picture)
