"""What is known of the files that a partnership's evidence points to."""

from __future__ import annotations

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from partnerkit.io.files import read_bytes
from partnerkit.io.replay import state
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.rules.subject import EvidenceFile
from partnerkit.workspace.records import Record

MOST_BYTES = 256 * 1024 * 1024
"""A larger file exists, and its digest is not worked out."""


def evidence_files(record: Record, root: Path) -> Mapping[str, EvidenceFile]:
    """For each path that evidence of a partnership names, whether there is such a file, and its digest if that counts.

    A path counts from the folder of the record's own file, and must stay inside the workspace, links followed or not.
    """
    part = record.part
    if not isinstance(part, Partnership):
        return {}
    inside = os.path.realpath(root)
    folder = os.path.dirname(os.path.join(root, record.origin.root[0]))
    return {
        file: _looked_at(os.path.join(folder, file), inside, wants_digest=wants_digest)
        for file, wants_digest in _named(part).items()
    }


def watched_files(record: Record, root: Path) -> Mapping[str, str]:
    """The files that evidence of a partnership points to, by their path in the workspace, and how they are now."""
    part = record.part
    if not isinstance(part, Partnership):
        return {}
    folder = os.path.dirname(record.origin.root[0])
    found = {}
    for file, by_content in _named(part).items():
        path = os.path.normpath(os.path.join(folder, file)).replace(os.sep, "/")
        found[path] = state(os.path.join(root, path), by_content=by_content)
    return found


def _named(part: Partnership) -> dict[str, bool]:
    """The paths that evidence names, each with whether any piece of it states a digest of the file."""
    found: dict[str, bool] = {}
    for evidence in part.evidence:
        if evidence.file is not None:
            found[evidence.file] = found.get(evidence.file, False) or evidence.sha256 is not None
    return found


def _looked_at(path: str, inside: str, *, wants_digest: bool) -> EvidenceFile:
    real = os.path.realpath(path)
    if not real.startswith(inside + os.sep) or not os.path.isfile(real):
        return EvidenceFile(exists=False)
    if not wants_digest or os.path.getsize(real) > MOST_BYTES:
        return EvidenceFile(exists=True)
    try:
        return EvidenceFile(exists=True, sha256=sha256(read_bytes(real, MOST_BYTES)).hexdigest())
    except OSError:
        return EvidenceFile(exists=False)
