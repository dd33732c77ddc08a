"""For CI systems that show tests: JUnit's XML, such that the schemas of Ant and of Jenkins both accept it.

A workspace is a suite, an error a test that fails. What does not weigh as much is a test that passes, and stands in the
suite's output: a warning must not make a build red that the exit code leaves green. A workspace in which nothing was
found has one test, which passes, as no tests at all look like a mistake. The time stamp that the schema of Ant asks for
is always the same, so that the same records give the same bytes.

Source: jenkins-junit.xsd (junit-4.xsd of Jenkins' dtkit), JUnit.xsd (windyroad, for Ant).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from partnerkit.diagnostics.diagnostic import Severity, Span
from partnerkit.diagnostics.text import Piece, one_line
from partnerkit.emit.api import Checked, Summary
from partnerkit.emit.entries import Entry, entries, sentence

TIMESTAMP = "1970-01-01T00:00:00"


def emit(checked: Sequence[Checked], _summary: Summary) -> Iterable[Piece]:
    """All findings, by workspace."""
    root = ET.Element("testsuites")
    for number, one in enumerate(checked):
        root.append(_suite(one, number))
    ET.indent(root)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n", "plain"


def _suite(checked: Checked, number: int) -> ET.Element:
    found = entries([checked])
    errors = [entry for entry in found if entry.diagnostic.severity is Severity.ERROR]
    name = one_line(checked.path(""))
    suite = ET.Element(
        "testsuite",
        {
            "name": name,
            "package": "partnerkit",
            "id": str(number),
            "tests": str(len(found) or 1),
            "failures": str(len(errors)),
            "errors": "0",
            "time": "0",
            "timestamp": TIMESTAMP,
            "hostname": "localhost",
        },
    )
    properties = ET.SubElement(suite, "properties")
    counts = {"files": checked.files, "records": checked.records}
    counts |= {"suppressed": len(checked.suppressed), "known": len(checked.known)}
    for key, value in counts.items():
        ET.SubElement(properties, "property", name=key, value=str(value))
    if not found:
        ET.SubElement(suite, "testcase", name="no findings", classname=name, time="0")
    named: Counter[tuple[str, str]] = Counter()
    for entry in found:
        _test(suite, entry, named)
    others = [_lines(entry) for entry in found if entry.diagnostic.severity is not Severity.ERROR]
    ET.SubElement(suite, "system-out").text = "\n".join(others)
    ET.SubElement(suite, "system-err")
    return suite


def _test(suite: ET.Element, entry: Entry, named: Counter[tuple[str, str]]) -> None:
    name = f"{entry.title} at {entry.place}" if entry.place else entry.title
    named[entry.path, name] += 1
    turn = named[entry.path, name]
    test = ET.SubElement(
        suite, "testcase", name=f"{name} ({turn})" if turn > 1 else name, classname=entry.path, time="0"
    )
    if entry.diagnostic.severity is Severity.ERROR:
        failure = ET.SubElement(test, "failure", type=entry.diagnostic.kind.name, message=entry.text)
        failure.text = _lines(entry)


def _lines(entry: Entry) -> str:
    """The finding and its related places, a line each."""
    diagnostic, checked = entry.diagnostic, entry.checked
    lines = [f"{_place(diagnostic.span, checked)}: {diagnostic.severity.word} {entry.title}: {entry.text}"]
    lines += [f"{_place(related.span, checked)}: {sentence(related.message)}" for related in diagnostic.related]
    return "\n".join(lines)


def _place(span: Span, checked: Checked) -> str:
    # With `./` where the path needs it: a line begins with it, and a CI system may show the line in its log.
    path = one_line(checked.path(span.file))
    return path if span.start is None else f"{path}:{span.start.line + 1}:{span.start.column + 1}"
