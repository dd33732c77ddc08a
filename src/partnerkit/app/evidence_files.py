"""What is known of the files that a partnership's evidence points to."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from partnerkit.audience.marks import is_withheld
from partnerkit.io.files import read_bytes
from partnerkit.io.replay import state
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.rules.subject import EvidenceFile
from partnerkit.views.api import Files
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


def files_beside(record: Record, shown: Record, root: Path, out: Path) -> Files:
    """What is known of the files of a partnership's evidence, with the ways to them from the folder of its pages.

    A way is given to a file that is there and whose path the readers may see in full, and only from a folder inside the
    workspace: from elsewhere it would tell how folders outside are called.

    Args:
        record: The partnership as it is recorded.
        shown: The same as its readers may see it.
        root: The folder of the workspace.
        out: The folder that the pages are written to.
    """
    known = evidence_files(record, root)
    folder = os.path.dirname(os.path.join(root, record.origin.root[0]))
    inside = Path(os.path.realpath(out)).is_relative_to(os.path.realpath(root))
    found: dict[str, EvidenceFile] = {}
    ways: dict[str, str] = {}
    for file, name in _shown_names(record, shown):
        found[name] = known[file]
        if inside and name == file and known[file].exists:
            ways[name] = os.path.relpath(os.path.join(folder, file), out).replace(os.sep, "/")
    return Files(found, ways)


def _shown_names(record: Record, shown: Record) -> Iterator[tuple[str, str]]:
    """Each path that evidence names, with the path that readers see in its place; none for what is withheld."""
    if isinstance(record.part, Partnership) and isinstance(shown.part, Partnership):
        for old, new in zip(record.part.evidence, shown.part.evidence, strict=True):
            if old.file is not None and new.file is not None and not is_withheld(new, "file"):
                yield old.file, new.file


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
