"""For code scanning: SARIF 2.1.0, one run.

Lines and columns count from 1, columns in code points; an end is exclusive. Paths are relative to the folder in which
partnerkit was run. What the records excuse is in it, marked so. There is no time and no random id in it: the same
records give the same bytes.

Source: docs.oasis-open.org/sarif/sarif/v2.1.0; docs.github.com, "SARIF support for code scanning".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote_from_bytes

from partnerkit import __version__
from partnerkit.diagnostics.diagnostic import Kind, Severity, Span
from partnerkit.diagnostics.text import Piece, visible
from partnerkit.emit.api import Checked, Summary
from partnerkit.emit.entries import Entry, all_entries, sentence, worst_first

MOST_RESULTS = 5_000
"""GitHub keeps as many, and refuses a file with five times as many."""
LONGEST_DESCRIPTION = 1_024

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}

_BASE = "%SRCROOT%"
# Of surrogates, those that stand for a byte of a file name can be turned back into it; others are in no name.
_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")


def emit(checked: Sequence[Checked], _summary: Summary) -> Iterable[Piece]:
    """All findings, up to `MOST_RESULTS`, the worst of them if there are more."""
    found = all_entries(checked)
    shown = found if len(found) <= MOST_RESULTS else worst_first(found)[:MOST_RESULTS]
    kinds = {entry.diagnostic.kind.code: entry.diagnostic.kind for entry in reversed(shown)}
    rules = [kinds[code] for code in sorted(kinds)]
    indices = {kind.code: index for index, kind in enumerate(rules)}
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "partnerkit",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "rules": [_rule(kind) for kind in rules],
                    }
                },
                # Of two runs with the same category GitHub keeps the later one; each command has its own.
                "automationDetails": {
                    "id": f"partnerkit/{'lint' if any(one.rules for one in checked) else 'validate'}/"
                },
                "invocations": [_invocation(checked, len(found) - len(shown))],
                "originalUriBaseIds": {_BASE: {"description": {"text": "The folder in which partnerkit was run."}}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(entry, indices[entry.diagnostic.kind.code]) for entry in shown],
            }
        ],
    }
    yield json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n", "plain"


def _rule(kind: Kind) -> Mapping[str, Any]:
    short = kind.name.replace("-", " ")
    return {
        "id": kind.code,
        "name": kind.name,
        "shortDescription": {"text": sentence(short)},
        "fullDescription": {"text": _shortened(visible(kind.meaning))},
        "help": {
            "text": visible(f"{kind.meaning}\n\n{kind.remedy}"),
            "markdown": visible(f"{kind.meaning}\n\n**What to do:**\n\n{kind.remedy}"),
        },
        "defaultConfiguration": {"level": LEVELS[kind.severity]},
        "properties": {
            "tags": ["partnerkit", "records"],
            "precision": "very-high",
            "problem.severity": PROBLEMS[kind.severity],
        },
    }


def _invocation(checked: Sequence[Checked], left_out: int) -> Mapping[str, Any]:
    notifications = []
    if left_out:
        text = f"{left_out:,} more results are left out: this file holds {MOST_RESULTS:,}, the worst first."
        notifications.append({"level": "warning", "message": {"text": text}})
    return {
        "executionSuccessful": not any(one.is_unusable for one in checked),
        "toolExecutionNotifications": notifications,
    }


def _result(entry: Entry, index: int) -> Mapping[str, Any]:
    diagnostic = entry.diagnostic
    result: dict[str, Any] = {
        "ruleId": diagnostic.kind.code,
        "ruleIndex": index,
        "level": LEVELS[diagnostic.severity],
        "message": {"text": _literal(entry.text)},
        "locations": [_location(diagnostic.span, entry.checked)],
        "partialFingerprints": {"partnerkit/v1": entry.fingerprint},
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": _literal(sentence(related.message))},
                **_location(related.span, entry.checked),
            }
            for number, related in enumerate(diagnostic.related, start=1)
        ]
    if entry.excuse:
        result["suppressions"] = [{"kind": "inSource", "justification": sentence(entry.excuse)}]
    return result


def _location(span: Span, checked: Checked) -> Mapping[str, Any]:
    artifact = {"uri": _uri(checked.path(span.file).removeprefix("./"))}
    # What lies outside the folder is not below it, whatever `..` says.
    if not artifact["uri"].startswith("../"):
        artifact["uriBaseId"] = _BASE
    # GitHub shows nothing that has no line.
    region = {"startLine": 1}
    if span.start is not None:
        region = {"startLine": span.start.line + 1, "startColumn": span.start.column + 1}
        if span.end is not None:
            region |= {"endLine": span.end.line + 1, "endColumn": span.end.column + 1}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _uri(path: str) -> str:
    return quote_from_bytes(_NO_BYTE.sub("\ufffd", path).encode("utf-8", "surrogateescape"), safe="/")


def _literal(text: str) -> str:
    """The text such that no part of it is taken for a link or a placeholder (§3.11.5, §3.11.6)."""
    unlinked = re.sub(r"(\\*)([\[\]])", r"\1\1\\\2", text)
    return unlinked.replace("{", "{{").replace("}", "}}")


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_DESCRIPTION else text[: LONGEST_DESCRIPTION - 1] + "…"
