"""Compare two states of a workspace: revisions, folders, or the files as they are now."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from partnerkit.app.loading import Loaded, Loader, Result, Tell, find_root
from partnerkit.app.observing import Observer, Seen, snapshot
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.revisions import same_partnerships, workspace_at
from partnerkit.app.validate import Answer
from partnerkit.diagnostics.diagnostic import Diagnostic
from partnerkit.diagnostics.text import one_line
from partnerkit.diff.comparing import compared
from partnerkit.diff.sides import Snapshot
from partnerkit.emit.diff.api import Compared, Emit, State
from partnerkit.io.trees import Blobs
from partnerkit.rules.engine import RULE_RAISED
from partnerkit.workspace.kinds import CRASHED

BASE = "HEAD"
NOW = "the working tree"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for.

    Attributes:
        base: What to compare with: a revision or a folder.
        head: What to look at; None means the files as they are now.
        emit: The format.
        exit_code: Whether a change makes the exit code 1.
    """

    base: str
    head: str | None
    emit: Emit
    exit_code: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """A state, and what reads it."""

    state: State
    loader: Loader


def answer(asked: Asked, settings: Settings, tell: Tell) -> Answer:
    """Compare, and say what has changed.

    Raises:
        CannotRunError: A state cannot be read, or its configuration is broken.
    """
    store = Blobs(str(settings.folder))
    before = _side(asked.base, settings, store)
    after = _side(asked.head, settings, store)
    old, new = _read(before, after, settings, tell)
    faults = tuple(dict.fromkeys((*_faults(old), *_faults(new))))
    was, is_ = snapshot(old), snapshot(new)
    found = compared(was, is_)
    titles = _titles(was) | _titles(is_)
    pieces = asked.emit(Compared(before.state, after.state, settings.as_of, found, titles, settings.quiet))
    code = ExitCode.FAILED if faults else ExitCode.FINDINGS if found and asked.exit_code else ExitCode.OK
    return Answer(tuple(pieces), code, (), tuple(dict.fromkeys((*old.notes, *new.notes, *faults))))


def _side(named: str | None, settings: Settings, store: Blobs) -> Side:
    """What is meant by an argument: a revision, if it is the name of one, and else a folder.

    A folder of the same name would otherwise take the place of a branch, and anybody may propose a folder.
    """
    if named is None:
        return Side(State(NOW), Loader(find_root(settings.folder), settings))
    try:
        past = workspace_at(settings.folder, named, store)
    except CannotRunError:
        folder = settings.folder / named
        if not named or named.startswith("-") or not folder.is_dir():
            raise
        return Side(State(named), Loader(find_root(Path(os.path.abspath(folder))), settings))
    return Side(State(named, past.revision.short, past.revision.day), past.loader(settings))


def _read(before: Side, after: Side, settings: Settings, tell: Tell) -> tuple[Loaded, Loaded]:
    """Read both states; what is the same in both is read once, and rules look at it only if they have to."""
    uncached = replace(settings, cache=False)  # nothing is to be watched
    same = same_partnerships(before.loader, after.loader)
    old = before.loader.load(tell, Observer(before.loader, uncached, same, after.loader.tree), keep=True)
    _usable(old, before)
    seen: tuple[Seen, ...] = old.looked
    known: Mapping[str, Result] = {one.passed: before.loader.results[one.passed] for one in seen if one.passed}
    before.loader.results = {}
    new = after.loader.load(tell, Observer(after.loader, uncached), known)
    _usable(new, after)
    return old, new


def _usable(loaded: Loaded, side: Side) -> None:
    if loaded.configuration is None:
        first = loaded.diagnostics[0]
        raise CannotRunError(
            f"{one_line(first.span.file)} at {one_line(side.state.words)} cannot be used: {one_line(first.message)}."
        )


def _faults(loaded: Loaded) -> Iterator[str]:
    """What failed in the program."""
    seen: tuple[Seen, ...] = loaded.looked
    found: list[Diagnostic] = [*loaded.diagnostics, *(each for one in seen for each in one.findings)]
    yield from (one.message for one in found if one.kind in {RULE_RAISED, CRASHED})
    yield from (fault for one in seen for fault in one.faults)


def _titles(state: Snapshot) -> dict[str, str]:
    found = ((key, getattr(part, "title", None) or getattr(part, "name", None)) for key, part in state.records.items())
    return {f"{kind} {id_}": str(title) for (kind, id_), title in found if title}
