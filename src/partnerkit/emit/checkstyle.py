"""For Jenkins and whatever else reads the reports of Checkstyle: XML, with the findings of each file together.

Lines and columns count from 1, columns in code points. A finding on a whole file is on line 1, for readers
ask for a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from partnerkit.diagnostics.text import Piece
from partnerkit.emit.api import Checked, Summary
from partnerkit.emit.entries import Entry, entries


def emit(checked: Sequence[Checked], _summary: Summary) -> Iterable[Piece]:
    """All findings."""
    root = ET.Element("checkstyle", version="4.3")
    # Sorted, for a file could lie in two of the workspaces.
    for path, found in groupby(sorted(entries(checked), key=lambda entry: entry.path), key=lambda entry: entry.path):
        file = ET.SubElement(root, "file", name=path)
        for entry in found:
            ET.SubElement(file, "error", _attributes(entry))
    ET.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n", "plain"


def _attributes(entry: Entry) -> dict[str, str]:
    start = entry.diagnostic.span.start
    line = {"line": str(start.line + 1), "column": str(start.column + 1)} if start is not None else {"line": "1"}
    return {
        **line,
        "severity": entry.diagnostic.severity.word,
        "message": f"{entry.diagnostic.kind.name}: {entry.text}",
        "source": f"partnerkit.{entry.diagnostic.kind.code}",
    }
