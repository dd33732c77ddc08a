"""A network for programs that draw and measure networks (Gephi, yEd, NetworkX): GraphML.

Every record and every item with an id is a node: organisations and their people, partnerships, objectives, evidence,
criteria. An edge of the type `holds` leads from a record to its items, and from an item to those within it. Every
reference is an edge from the item in which it stands to what it names; its type is the key under which it stands.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from partnerkit.diagnostics.text import visible
from partnerkit.export.scope import collection_of, records_of
from partnerkit.model.base import Part
from partnerkit.model.fields import Mention, Path
from partnerkit.views.api import Context
from partnerkit.views.reading.titles import title_of
from partnerkit.workspace.records import Record
from partnerkit.workspace.workspace import Item, Workspace

SUFFIX = ".graphml"
NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
KEYS = (
    ("type", "node", "The collection it belongs to, such as objectives"),
    ("title", "node", "What it is called"),
    ("record", "node", "The id of the record it stands in"),
    ("status", "node", "How it stands, where the record says so"),
    ("day", "node", "The day it is of, or is due, where the record says so"),
    ("type", "edge", "holds, or the key under which the reference stands"),
)
"""What is said of nodes and edges: name, of what, and what it means."""
HOLDS = "holds"
DAYS = ("on", "due", "agreed_on")


class Edge(NamedTuple):
    """An arrow from one node to another."""

    source: str
    target: str
    type: str


def export(workspace: Workspace, context: Context) -> bytes:
    """The network of the partnerships that are asked for, with the records they refer to."""
    nodes: dict[str, Mapping[str, str]] = {}
    edges: list[Edge] = []
    for record in records_of(workspace, context):
        _take(workspace, record, nodes, edges)
    known = [edge for edge in edges if edge.source in nodes and edge.target in nodes]
    return "".join(_document(nodes, dict.fromkeys(known))).encode("utf-8")


def _take(workspace: Workspace, record: Record, nodes: dict[str, Mapping[str, str]], edges: list[Edge]) -> None:
    root = f"{collection_of(record)}/{record.id}"
    nodes[root] = _node(collection_of(record), record, record.part)
    declared, mentions, parts = record.contents
    names: dict[Path, str] = {(): root}
    for item in declared:
        name = f"{root}/{item.collection}/{item.id}"
        nodes[name] = _node(item.collection, record, item.part)
        edges.append(Edge(names[_around(item.path, names)], name, HOLDS))
        names[item.path] = name
    paths = {path for _, path in parts}
    for mention in mentions:
        found = _target(workspace, record, mention)
        if found is not None:
            # What follows the path of the innermost part is the key of a field, whatever is listed under it.
            key = mention.path[len(_around(mention.path, paths))]
            edges.append(Edge(names[_around(mention.path, names)], _name(found), str(key)))


def _around(path: Path, known: Container[Path]) -> Path:
    """The path of the innermost of some known places around a place."""
    return next(path[:end] for end in range(len(path) - 1, -1, -1) if path[:end] in known)


def _target(workspace: Workspace, record: Record, mention: Mention) -> Item | None:
    found = (workspace.target(record, name, mention.text) for name in mention.reference.collections)
    return next((item for item in found if item is not None), None)


def _name(item: Item) -> str:
    root = f"{collection_of(item.record)}/{item.record.id}"
    return root if item.collection == collection_of(item.record) else f"{root}/{item.collection}/{item.id}"


def _node(collection: str, record: Record, part: Part) -> Mapping[str, str]:
    day = next((value for key in DAYS if isinstance(value := getattr(part, key, None), date)), None)
    return {
        "type": collection,
        "title": title_of(part),
        "record": record.id,
        "status": str(getattr(part, "status", None) or ""),
        "day": day.isoformat() if day else "",
    }


# ---------------------------------------------------------------------- the document


def _document(nodes: Mapping[str, Mapping[str, str]], edges: Iterable[Edge]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f"<graphml xmlns={quoteattr(NAMESPACE)}>\n"
    for name, of, meaning in KEYS:
        head = f'id="{of}-{name}" for="{of}" attr.name="{name}" attr.type="string"'
        yield f"  <key {head}><desc>{escape(meaning)}</desc></key>\n"
    yield '  <graph id="partnerships" edgedefault="directed">\n'
    for name, data in nodes.items():
        yield f"    <node id={quoteattr(name)}>{_data('node', data)}</node>\n"
    for number, edge in enumerate(edges, 1):
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        yield f'    <edge id="e{number}" {ends}>{_data("edge", {"type": edge.type})}</edge>\n'
    yield "  </graph>\n</graphml>\n"


def _data(of: str, values: Mapping[str, str]) -> str:
    return "".join(
        f'<data key="{of}-{name}">{escape(visible(value))}</data>' for name, value in values.items() if value
    )
