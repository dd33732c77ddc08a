"""What is known of the files that a partnership's evidence points to."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from partnerkit.audience.marks import is_withheld
from partnerkit.io.trees import FolderTree, Tree
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.rules.subject import EvidenceFile, Files
from partnerkit.workspace.records import Record


def evidence_files(record: Record, tree: Tree) -> Mapping[str, EvidenceFile]:
    """For each path that evidence of a partnership names, whether there is such a file, and its digest if that counts.

    A path counts from the folder of the record's own file, and must stay inside the workspace, links followed or not.
    """
    part = record.part
    if not isinstance(part, Partnership):
        return {}
    folder = os.path.dirname(record.origin.root[0])
    return {
        file: EvidenceFile(*tree.evidence(os.path.join(folder, file), wants_digest=wants_digest))
        for file, wants_digest in _named(part).items()
    }


def files_beside(record: Record, shown: Record, root: Path, out: Path, tree: Tree | None = None) -> Files:
    """What is known of the files of a partnership's evidence, with the ways to them from the folder of its pages.

    A way is given to a file that is there and whose path the readers may see in full, and only from a folder inside the
    workspace: from elsewhere it would tell how folders outside are called.

    Args:
        record: The partnership as it is recorded.
        shown: The same as its readers may see it.
        root: The folder of the workspace.
        out: The folder that the pages are written to.
        tree: Where the files are, if not in that folder as it is now; then there are no ways to them.
    """
    known = evidence_files(record, FolderTree(root) if tree is None else tree)
    folder = os.path.dirname(os.path.join(root, record.origin.root[0]))
    inside = tree is None and Path(os.path.realpath(out)).is_relative_to(os.path.realpath(root))
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


def watched_files(record: Record, tree: Tree) -> Mapping[str, str]:
    """The files that evidence of a partnership points to, by their path in the workspace, and how they are now."""
    part = record.part
    if not isinstance(part, Partnership):
        return {}
    folder = os.path.dirname(record.origin.root[0])
    found = {}
    for file, by_content in _named(part).items():
        path = os.path.normpath(os.path.join(folder, file)).replace(os.sep, "/")
        found[path] = tree.state(path, by_content=by_content)
    return found


def _named(part: Partnership) -> dict[str, bool]:
    """The paths that evidence names, each with whether any piece of it states a digest of the file."""
    found: dict[str, bool] = {}
    for evidence in part.evidence:
        if evidence.file is not None:
            found[evidence.file] = found.get(evidence.file, False) or evidence.sha256 is not None
    return found
