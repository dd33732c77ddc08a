"""What can be trusted where a change comes from somebody one does not know: a revision, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from partnerkit.app.baseline import FILE as BASELINE
from partnerkit.app.loading import Loader
from partnerkit.app.outcome import CannotRunError, Settings
from partnerkit.app.revisions import NoWorkspaceError, Past, workspace_at
from partnerkit.app.ruling import Ruling
from partnerkit.diagnostics.text import one_line
from partnerkit.io.git import converted_paths
from partnerkit.io.trees import Blobs, Tree
from partnerkit.model.configuration import Configuration
from partnerkit.source import limits
from partnerkit.workspace.names import CONFIGURATION


def trusted(folder: Path, root: Path, ref: str, store: Blobs | None = None) -> Past | None:
    """The workspace at a revision that is trusted, to be compared with the one as it is now; None if there was none.

    It is looked for from the folder that the command line names, and not from where the change has put its root.

    Args:
        folder: The folder to work in.
        root: The folder of the workspace as it is now.
        ref: What names the revision.
        store: Where the bytes of its files are kept, if several revisions are read.

    Raises:
        CannotRunError: Git cannot tell, there is no such revision, or the workspace lay somewhere else.
    """
    link = next((one for one in _within_repository(folder) if one.is_symlink()), None)
    if link is not None:
        raise CannotRunError(f"{one_line(str(link))} is a link, and what it leads to is not what {one_line(ref)} has.")
    try:
        then = workspace_at(folder, ref, store)
    except NoWorkspaceError:
        return None
    if then.root != root:
        raise CannotRunError(
            f"The workspace was in {one_line(str(then.root))} at {one_line(ref)}, and is in {one_line(str(root))} now: "
            "the two cannot be compared. Move it in a change of its own, without --against and --config-from."
        )
    return then


def _within_repository(folder: Path) -> Iterator[Path]:
    """A folder and those above it, up to the top of its repository; none outside of one."""
    ways = [folder, *folder.parents]
    top = next((at for at, one in enumerate(ways) if (one / ".git").exists()), 0)
    yield from ways[:top]


def refuse_converted(loader: Loader) -> None:
    """Refuse to judge files that git checks out other than they are committed.

    Raises:
        CannotRunError: There is one.
    """
    files = (CONFIGURATION, BASELINE, *(file for unit in loader.listed() for file in unit.files))
    converted = sorted(converted_paths(str(loader.root), files))
    if converted:
        raise CannotRunError(
            f"{one_line(converted[0])} is checked out other than it is committed, by an attribute of git "
            "(working-tree-encoding, filter or ident in .gitattributes): what is judged here would not be what is "
            "taken in. Take the attribute away."
        )


def ruling_at(folder: Path, root: Path, ref: str) -> Ruling:
    """What a workspace said at a revision of rules, levels, readers and excuses.

    Where there was no workspace yet, what every workspace says counts.

    Args:
        folder: The folder to work in.
        root: The folder of the workspace as it is now.
        ref: What names the revision.

    Raises:
        CannotRunError: Git cannot tell, there is no such revision, or its configuration was broken.
    """
    then = trusted(folder, root, ref)
    if then is None:
        return Ruling(Configuration.model_validate({"format": 1}))
    loader = then.loader(Settings(folder, then.day, cache=False))
    configuration, faults = loader.own_configuration()
    if configuration is None:
        raise CannotRunError(
            f"{CONFIGURATION} at {one_line(ref)} cannot be used: {one_line(faults[0].message)}. Mend it there "
            "first, in a change that is looked at without --config-from."
        )
    excusing = (unit for unit in loader.listed() if any(_excuses(then.tree, file) for file in unit.files))
    records = loader.records_of(excusing)
    excuses = {(one.kind, one.id): getattr(one.part, "suppress", ()) for one in records}
    return Ruling(configuration, then.tree, excuses)


def _excuses(tree: Tree, file: str) -> bool:
    """Whether a file may excuse something, as far as a glance can tell."""
    try:
        return b"suppress" in tree.read(file, limits.FILE_BYTES)
    except OSError:
        return False
