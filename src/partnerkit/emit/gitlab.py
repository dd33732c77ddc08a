"""For GitLab: a Code Quality report, one JSON array.

GitLab leaves out an entry that is not as it expects, and every entry after it; and of two with the same fingerprint it
shows one. So each entry has all the fields, and its fingerprint tells the workspaces apart where there are several.

Source: docs.gitlab.com/ci/testing/code_quality; app/validators/json_schemas/codeclimate.json of GitLab.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from partnerkit.diagnostics.diagnostic import Severity
from partnerkit.diagnostics.text import Piece
from partnerkit.emit.api import Checked, Summary
from partnerkit.emit.entries import Entry, entries, last_line

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def emit(checked: Sequence[Checked], _summary: Summary) -> Iterable[Piece]:
    """All findings."""
    document = [_issue(entry, is_one_of_many=len(checked) > 1) for entry in entries(checked)]
    yield json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n", "plain"


def _issue(entry: Entry, *, is_one_of_many: bool) -> Mapping[str, Any]:
    span = entry.diagnostic.span
    first, last = (span.start.line + 1, last_line(span)) if span.start is not None else (1, 1)
    return {
        # GitLab shows the description and not the name of the check.
        "description": f"{entry.title}: {entry.text}",
        "check_name": entry.title,
        "fingerprint": _among(entry) if is_one_of_many else entry.fingerprint,
        "severity": SEVERITIES[entry.diagnostic.severity],
        "location": {
            "path": entry.path,
            "lines": {"begin": first, "end": last},
        },
    }


def _among(entry: Entry) -> str:
    text = f"{entry.checked.root} {entry.fingerprint}"
    return blake2b(text.encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()
