"""A network: a column of boxes a kind, ordered so that few lines cross, and lines from box to box."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from partnerkit.render.inline import Tree, run_tree
from partnerkit.render.pictures.text import cut, said, width, wrapped
from partnerkit.render.tables import table_tree
from partnerkit.render.words import visible
from partnerkit.views import blocks as b

MOST_NODES, MOST_EDGES, MOST_LABELS = 60, 150, 24
WIDTH, TOP, HIGH, STEP = 760, 34, 38, 50
BOXES = {1: 260, 2: 250, 3: 170, 4: 140}
NARROW, APART = 140, 60
LETTERS = 6.6
ARROW = 7


@dataclass(frozen=True, slots=True)
class Box:
    """A node in its place: its column, its left upper corner, and how much room lines have on the free side of it."""

    node: b.Node
    column: int
    x: float
    y: float
    breadth: float
    room: float
    last: bool

    @property
    def middle(self) -> float:
        """Half of its height."""
        return self.y + HIGH / 2

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.breadth


def network_tree(network: b.Network) -> Tree:
    """The network as a drawing and as a table; only the table where there are too many nodes or edges."""
    nodes = {node.id: node for node in network.nodes}
    edges = [edge for edge in network.edges if edge.source in nodes and edge.target in nodes]
    drawn = len(nodes) <= MOST_NODES and len(edges) <= MOST_EDGES
    many = f"{len(nodes)} nodes with {len(edges)} links are too many to draw; this is the table of them."
    return {
        "is": "network",
        "label": visible(network.label),
        "drawing": _drawing(nodes, edges) if drawn else None,
        "told": "" if drawn else many,
        "graph": _graph(nodes, edges) if drawn else None,
        "note": run_tree(network.note),
        "table": table_tree(_table(network.label, nodes, edges)),
    }


def _graph(nodes: Mapping[str, b.Node], edges: Sequence[b.Edge]) -> Tree:
    """The same in numbers and short texts, for a program that lays it out itself."""
    numbers = {id_: number for number, id_ in enumerate(nodes)}
    kinds = list(dict.fromkeys(node.kind for node in nodes.values()))
    return {
        "nodes": [{"label": said(node.label), "kind": kinds.index(node.kind)} for node in nodes.values()],
        "edges": [
            {"source": numbers[edge.source], "target": numbers[edge.target], "label": said(edge.label)}
            for edge in edges
        ],
    }


def _drawing(nodes: Mapping[str, b.Node], edges: Sequence[b.Edge]) -> Tree:
    columns = _columns(nodes.values(), edges)
    breadth = BOXES.get(len(columns), NARROW)
    whole = max(WIDTH, len(columns) * (NARROW + APART) - APART)
    between = (whole - breadth) / max(len(columns) - 1, 1)
    tallest = max(map(len, columns.values()))
    room, last = (whole if len(columns) == 1 else between) - breadth, len(columns) - 1
    boxes = {
        node.id: Box(
            node,
            column,
            column * between,
            TOP + STEP * (row + (tallest - len(held)) / 2),
            breadth,
            room,
            column == last > 0,
        )
        for column, held in enumerate(columns.values())
        for row, node in enumerate(held)
    }
    lines = [_line(boxes[edge.source], boxes[edge.target], edge) for edge in edges]
    return {
        "width": whole,
        "height": TOP + STEP * tallest,
        "heads": [
            {"text": cut(said(kind), int(breadth / LETTERS)), "x": column * between}
            for column, kind in enumerate(columns)
        ],
        "boxes": [_box(box) for box in boxes.values()],
        "lines": [line.tree() for line in lines],
        "labels": _labels(lines) if len(lines) <= MOST_LABELS else [],
    }


def _columns(nodes: Iterable[b.Node], edges: Sequence[b.Edge]) -> dict[str, list[b.Node]]:
    """The nodes by kind, each column ordered by where its neighbours stand in the columns before it."""
    columns: defaultdict[str, list[b.Node]] = defaultdict(list)
    for node in nodes:
        columns[node.kind].append(node)
    near: defaultdict[str, list[str]] = defaultdict(list)
    for edge in edges:
        near[edge.source].append(edge.target)
        near[edge.target].append(edge.source)
    rows: dict[str, float] = {}
    for held in columns.values():
        held.sort(key=partial(_rank, rows, near, {node.id: place for place, node in enumerate(held)}))
        rows |= {node.id: row * len(columns) / len(held) for row, node in enumerate(held)}
    return dict(columns)


def _rank(
    rows: Mapping[str, float], near: Mapping[str, Sequence[str]], places: Mapping[str, int], node: b.Node
) -> tuple[float, int]:
    """The middle of its neighbours that have a place; without any, the place in which it was given."""
    found = [rows[other] for other in near.get(node.id, ()) if other in rows]
    return (sum(found) / len(found) if found else places[node.id], places[node.id])


def _box(box: Box) -> Tree:
    label = said(box.node.label) or "unnamed"
    lines = wrapped(label, int((box.breadth - 18) / LETTERS), 2)
    first = box.middle + 4 - 7.5 * (len(lines) - 1)
    return {
        "x": box.x,
        "y": box.y,
        "width": box.breadth,
        "height": HIGH,
        "title": label,
        "lines": [{"text": text, "x": box.x + 9, "y": first + 15 * place} for place, text in enumerate(lines)],
    }


@dataclass(frozen=True, slots=True)
class Line:
    """A cubic curve by its four points, and what is said of it."""

    edge: b.Edge
    points: tuple[tuple[float, float], ...]
    leftwards: bool

    def tree(self) -> Tree:
        """The curve up to the arrow, and the arrow."""
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = self.points
        back = ARROW if self.leftwards else -ARROW
        return {
            "path": f"M{x0:.1f} {y0:.1f}C{x1:.1f} {y1:.1f} {x2:.1f} {y2:.1f} {x3 + back:.1f} {y3:.1f}",
            "arrow": f"M{x3:.1f} {y3:.1f}l{back} -4v8z",
            "tone": self.edge.tone,
        }

    def at(self, part: float) -> tuple[float, float]:
        """A point of the curve, from its start at 0 to its end at 1."""
        rest = 1 - part
        weights = (rest**3, 3 * rest**2 * part, 3 * rest * part**2, part**3)
        x, y = (sum(w * point[axis] for w, point in zip(weights, self.points, strict=True)) for axis in (0, 1))
        return x, y


def _line(source: Box, target: Box, edge: b.Edge) -> Line:
    start, end = source.middle, target.middle
    if source.column == target.column:
        return _arc(source, target, edge)
    leftwards = source.column > target.column
    x0, x3 = (source.x, target.right) if leftwards else (source.right, target.x)
    middle = (x0 + x3) / 2
    return Line(edge, ((x0, start), (middle, start), (middle, end), (x3, end)), leftwards)


def _arc(source: Box, target: Box, edge: b.Edge) -> Line:
    """From one box to another of its column: out to the right of it, or to the left of the last, and back."""
    # A curve comes three quarters of the way to the points that pull it.
    out = min(40 + abs(target.middle - source.middle) * 0.35, (source.room - ARROW) / 0.75)
    edge_x, pull = (source.x, source.x - out) if source.last else (source.right, source.right + out)
    apart = 6 if source is target else 0
    start, end = source.middle - apart, target.middle + apart
    return Line(edge, ((edge_x, start), (pull, start), (pull, end), (edge_x, end)), leftwards=not source.last)


def _labels(lines: Sequence[Line]) -> list[Tree]:
    """The labels that find a place on their line where no other stands; the rest are in the table."""
    taken: list[tuple[float, float, float]] = []
    found = []
    for line in lines:
        text = cut(said(line.edge.label), 22)
        half = width(text) / 2 + 3
        free = next((place for place in map(line.at, (0.5, 0.35, 0.65, 0.2, 0.8)) if _free(place, half, taken)), None)
        if text and free:
            taken.append((*free, half))
            found.append({"text": text, "x": round(free[0], 1), "y": round(free[1] + 4, 1)})
    return found


def _free(place: tuple[float, float], half: float, taken: Iterable[tuple[float, float, float]]) -> bool:
    x, y = place
    return all(abs(y - other_y) >= 15 or abs(x - other_x) >= half + other for other_x, other_y, other in taken)  # noqa: PLR2004 - a line of text


def _table(label: str, nodes: Mapping[str, b.Node], edges: Sequence[b.Edge]) -> b.Table:
    leaving: defaultdict[str, list[b.Run]] = defaultdict(list)
    coming: defaultdict[str, list[b.Run]] = defaultdict(list)
    for edge in edges:
        leaving[edge.source].append(_end(nodes[edge.target], edge))
        coming[edge.target].append(_end(nodes[edge.source], edge))
    return b.Table(
        label,
        (b.Column("What"), b.Column("Kind"), b.Column("Leads to"), b.Column("Is reached from")),
        tuple(
            b.Row((_named(node), node.kind or b.Missing("none"), _ends(leaving[node.id]), _ends(coming[node.id])))
            for node in nodes.values()
        ),
    )


def _named(node: b.Node) -> b.Run:
    return b.Link(node.label, node.link.anchor, node.link.page) if node.link else node.label


def _end(other: b.Node, edge: b.Edge) -> b.Run:
    return (other.label, b.Quiet(f" ({edge.label})")) if edge.label else other.label


def _ends(runs: Sequence[b.Run]) -> b.Cell:
    return b.Lines(tuple(runs)) if runs else b.Missing("nothing")
