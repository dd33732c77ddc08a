"""Diagrams in Mermaid, which the hosts of code draw: every text in them is cut down to what Mermaid cannot act on.

Mermaid reads its own words wherever they stand: at the start of a line, after a semicolon, in HTML. So a label keeps
its letters, digits and a few marks, and loses everything else; the table beside the diagram has it whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from unicodedata import category

from partnerkit.render.inline import Tree
from partnerkit.render.pictures.text import cut

LONGEST = 60
# Neither what ends a label (quotes, colons, semicolons, brackets), nor what Mermaid or HTML read in it.
MARKS = frozenset(" .,()'/+-\u00b7\u2013\u2019£€…")
REPEATED = re.compile(r"(?<=[-.])[-.]+")
BLANKS = re.compile(r" +")
SHAPES = ('["{}"]', '("{}")', '{{{{"{}"}}}}', '[["{}"]]')
STATES = {"good": "done, ", "note": "active, ", "alert": "crit, "}


def label(text: str) -> str:
    """The text in letters, digits and marks that Mermaid takes for nothing else."""
    spelt = text.replace("&", " and ").replace("%", " per cent ")
    kept = "".join(letter if _harmless(letter) else " " for letter in spelt)
    return cut(BLANKS.sub(" ", REPEATED.sub(" ", kept)).strip(), LONGEST) or "unnamed"


def _harmless(letter: str) -> bool:
    return letter.isalnum() or letter in MARKS or category(letter).startswith("M")


def gantt(chart: Tree) -> str:
    """A timeline. Each task begins with its number, so that none begins with a word of Mermaid's."""
    lines = [
        "gantt",
        "    dateFormat YYYY-MM-DD",
        "    inclusiveEndDates",
        "    todayMarker off",
        f"    As of {chart['as_of']} :milestone, {chart['as_of']}, 0d",
    ]
    numbers = count(1)
    for group in chart["groups"]:
        lines += [f"    section {label(group['name'])}"] if group["name"] else []
        lines += [f"    {number}. {_task(task)}" for task, number in zip(group["tasks"], numbers, strict=False)]
    return "\n".join(lines)


def _task(task: Tree) -> str:
    if task["point"]:
        return f"{label(task['name'])} :milestone, {STATES.get(task['tone'], '')}{task['start']}, 0d"
    return f"{label(task['name'])} :{STATES.get(task['tone'], '')}{task['start']}, {task['end']}"


def graph(network: Tree) -> str:
    """A network, each node in the shape of its kind."""
    return "\n".join(("graph LR", *_nodes(network), *_edges(network)))


def _nodes(network: Tree) -> Iterator[str]:
    for number, node in enumerate(network["nodes"]):
        yield f"    n{number}{SHAPES[node['kind'] % len(SHAPES)].format(label(node['label']))}"


def _edges(network: Tree) -> Iterator[str]:
    for edge in network["edges"]:
        told = f'|"{label(edge["label"])}"|' if edge["label"] else ""
        yield f"    n{edge['source']} -->{told} n{edge['target']}"
