"""Rename a record or an item, and all that refers to it: in one piece, and so that everything still means the same."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from partnerkit.app.drafts import differences
from partnerkit.app.loading import Loader, find_root
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.renaming import Plan, Renamer
from partnerkit.app.validate import checked_workspace
from partnerkit.diagnostics.text import Piece, one_line, visible
from partnerkit.emit import full
from partnerkit.emit.api import Summary, number
from partnerkit.io.together import InTheWayError, Write, changed_together, finished, is_unfinished

SHOWN = 20
"""So many texts that still say the old id are shown; of the others, how many they are."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for.

    Attributes:
        address: What is to be renamed: its id, with words before it where that is not enough.
        new: Its new id.
        is_trial: Whether only to show what would change.
    """

    address: str
    new: str
    is_trial: bool = False

    @property
    def words(self) -> str:
        """What it is, for whoever has to finish it."""
        return f"{self.address} to {self.new}"


@dataclass(frozen=True, slots=True)
class Moved:
    """What came of it: what to print, on the side too, and the exit code."""

    pieces: tuple[Piece, ...]
    notes: tuple[str, ...] = ()
    code: ExitCode = ExitCode.OK


def mv(wish: Wish, settings: Settings, elapsed: str) -> Moved:
    """Rename a record or an item, and every reference to it, or do nothing.

    Raises:
        CannotRunError: Nothing or more than one thing is called so, the new id cannot be used, or the text cannot be
            edited safely.
        OSError: A file could not be written; nothing is changed.
    """
    root = find_root(settings.folder)
    try:
        earlier = _finished(root, wish)
        if earlier == wish.words:
            return Moved(((f"Finished an interrupted run: renamed {visible(earlier)}.\n", "good"),))
        return _renamed(wish, root, settings, elapsed, earlier)
    except InTheWayError as error:
        raise CannotRunError(str(error)) from error


def _finished(root: Path, wish: Wish) -> str | None:
    if not wish.is_trial:
        return finished(str(root))
    if is_unfinished(str(root)):
        raise CannotRunError(
            "An earlier run was interrupted. Give the command without --diff, which finishes that first."
        )
    return None


def _renamed(wish: Wish, root: Path, settings: Settings, elapsed: str, earlier: str | None) -> Moved:
    notes = () if earlier is None else (f"finished an interrupted run: renamed {earlier}",)
    loader = Loader(root, settings)
    loaded = loader.load(keep=True)
    if not loaded.is_valid or loaded.configuration is None:
        pieces = full.emit([checked_workspace(loaded, ("",))], Summary(elapsed, settings.quiet, settings.verbose))
        return Moved(tuple(pieces), (*notes, "nothing was renamed: first the records must be valid"), ExitCode.FINDINGS)
    renamer = Renamer(loader, loaded, loaded.configuration, settings)
    plan = renamer.plan(wish.address, wish.new)
    if wish.is_trial:
        paths = [_path(root, draft.file, settings) for draft in plan.drafts]
        shown = tuple(differences(zip(plan.drafts, paths, strict=True)))
        return Moved(shown, (*notes, *_becomes(plan)))
    writes = [Write(draft.file, draft.before, draft.after) for draft in plan.drafts]
    moves = [(move.source, move.target) for move in plan.renaming.moves]
    changed_together(str(root), wish.words, writes, moves, lambda: renamer.unlike(plan))
    return Moved(tuple(_told(plan, root, settings)), notes)


def _becomes(plan: Plan) -> Iterator[str]:
    for move in plan.renaming.moves:
        yield f"{move.source} becomes {move.target}"


def _path(root: Path, file: str, settings: Settings) -> str:
    """A file as people know it where they are."""
    return os.path.relpath(root / file, settings.folder).replace(os.sep, "/")


def _told(plan: Plan, root: Path, settings: Settings) -> Iterator[Piece]:
    thing = plan.renaming.thing
    yield f"Renamed {thing.address} to {plan.renaming.new}", "good"
    files = len({draft.file for draft in plan.drafts})
    yield f": {number(plan.references, 'reference')} changed, in {number(files, 'file')}.\n", "plain"
    for line in _becomes(plan):
        yield f"{visible(line).replace(' becomes ', ' is now ')}\n", "plain"
    if plan.leftovers and not settings.quiet:
        yield f"Left alone, where texts or comments say {thing.id}:\n", "plain"
        for one in plan.leftovers[:SHOWN]:
            yield f"  {visible(_path(root, one.file, settings))}:{one.line}: ", "place"
            yield f"{one_line(one.text)}\n", "plain"
        if len(plan.leftovers) > SHOWN:
            yield f"  and {len(plan.leftovers) - SHOWN} more\n", "plain"
