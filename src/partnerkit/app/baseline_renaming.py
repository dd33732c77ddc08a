"""The baseline when something is renamed: its entries go by ids, so they follow."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from partnerkit.app import baseline
from partnerkit.app.drafts import Draft
from partnerkit.diagnostics.fingerprint import fingerprint
from partnerkit.io.files import read_bytes
from partnerkit.rules.catalogue import all_rules
from partnerkit.rules.suppression import all_kinds
from partnerkit.workspace.linking import COLLECTION_OF
from partnerkit.workspace.renaming import Renaming
from partnerkit.workspace.workspace import Workspace

MOST_TURNS = 1000
"""Findings of one rule about the same place are told apart by their turn, which is tried."""


def renamed_baseline(root: Path, renaming: Renaming, workspace: Workspace) -> Draft | None:
    """The baseline of a workspace as it would be; None if there is none, or nothing in it changes.

    Raises:
        CannotRunError: The file is there and is no baseline.
    """
    entries = baseline.entries(root)
    codes = {rule.name: rule.code for rule in all_rules()} | {kind.name: kind.code for kind in all_kinds()}
    after = [_entry(entry, codes, renaming, workspace) for entry in entries]
    if after == entries:
        return None
    before = read_bytes(str(root / baseline.FILE), baseline.MOST_BYTES)
    return Draft(root, baseline.FILE, before, baseline.content(after))


def _entry(
    entry: Mapping[str, Any], codes: Mapping[str, str], renaming: Renaming, workspace: Workspace
) -> Mapping[str, Any]:
    code, subject = codes.get(str(entry.get("rule"))), str(entry.get("subject"))
    kind, _, rest = subject.partition(" ")
    id_, space, way = rest.partition(" ")
    record = workspace.record(COLLECTION_OF.get(kind, ""), id_)
    if code is None or record is None:
        return entry
    words = "/".join(renaming.words(record, way.split("/"))) if way else ""
    after = f"{kind} {renaming.named(kind, id_)}{space}{words}"
    known = entry["fingerprint"]
    turn = next((turn for turn in range(1, MOST_TURNS) if fingerprint(code, subject, turn) == known), None)
    if after == subject or turn is None:
        return entry
    return {**entry, "fingerprint": fingerprint(code, after, turn), "subject": after}
