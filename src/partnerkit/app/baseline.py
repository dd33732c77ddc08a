"""The baseline: findings an old repository has when it adopts the rules. They are known, counted, and do not fail."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from partnerkit.app.outcome import CannotRunError
from partnerkit.diagnostics.diagnostic import Diagnostic
from partnerkit.diagnostics.fingerprint import fingerprints
from partnerkit.io.files import write_whole
from partnerkit.io.trees import FolderTree, Tree

FILE = "partnerkit-baseline.json"
SCHEMA = "partnerkit-baseline/1"
MOST_BYTES = 64 * 1024 * 1024


def read_baseline(tree: Tree) -> frozenset[str]:
    """The fingerprints in the baseline of a workspace; none if it has no baseline.

    Raises:
        CannotRunError: The file is there and is no baseline.
    """
    return frozenset(entry["fingerprint"] for entry in entries_of(tree))


def entries(root: Path) -> list[Mapping[str, Any]]:
    """The entries of the baseline of a workspace, in order; [] if it has none.

    Raises:
        CannotRunError: The file is there and is no baseline.
    """
    return entries_of(FolderTree(root))


def entries_of(tree: Tree) -> list[Mapping[str, Any]]:
    """The same of a tree."""
    try:
        raw = tree.read(FILE, MOST_BYTES)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise CannotRunError(f"{FILE} cannot be read: {(error.strerror or str(error)).lower()}.") from error
    try:
        document = json.loads(raw)
        is_ours = document["schema"] == SCHEMA and all(
            isinstance(one["fingerprint"], str) for one in document["findings"]
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        is_ours = False
    if not is_ours:
        raise CannotRunError(
            f"{FILE} is not a baseline of this version. Delete it, or make it again with `partnerkit baseline create`."
        )
    found: list[Mapping[str, Any]] = document["findings"]
    return found


def write_baseline(root: Path, found: Iterable[Diagnostic]) -> int:
    """Write the baseline of a workspace anew, with what was found; the number of entries."""
    all_found = list(found)
    findings = [
        {"fingerprint": print_, "rule": one.kind.name, "subject": one.subject, "message": one.message}
        for print_, one in zip(fingerprints(all_found), all_found, strict=True)
    ]
    return save(root, findings)


def save(root: Path, findings: Iterable[Mapping[str, Any]]) -> int:
    """Write entries as the baseline of a workspace; their number."""
    kept = list(findings)
    write_whole(str(root / FILE), content(kept))
    return len(kept)


def content(findings: Iterable[Mapping[str, Any]]) -> bytes:
    """The bytes of a baseline with some entries."""
    ordered = sorted(findings, key=lambda one: (one["rule"], one["subject"], one["fingerprint"]))
    text = json.dumps({"schema": SCHEMA, "findings": ordered}, indent=2, ensure_ascii=False) + "\n"
    return text.encode("utf-8", "backslashreplace")
