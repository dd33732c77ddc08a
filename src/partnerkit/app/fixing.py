"""Mending what can be mended by machine: text edits, read again and checked before a file is replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from partnerkit.app import drafts
from partnerkit.app.drafts import Draft
from partnerkit.app.lint import Linted
from partnerkit.app.proposing import refuse_unfinished
from partnerkit.diagnostics.diagnostic import Diagnostic, Mending, Severity, TextEdit
from partnerkit.diagnostics.text import Piece
from partnerkit.emit.api import number
from partnerkit.io.trees import EditedTree, Tree
from partnerkit.rules.edits import applied, changed_keys
from partnerkit.source.reader import read

ROUNDS = 10
"""A fix may make room for another; after so many rounds there is nothing left or something is wrong."""


Again = Callable[[Callable[[Path], Tree]], tuple[Linted, ...]]
"""Looks again, given what gives the files of a workspace."""

_Key = tuple[Path, str]
"""A workspace, and a file of it."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of it: what is found now, and what there is to say."""

    linted: tuple[Linted, ...]
    notes: tuple[str, ...]


def mended(linted: tuple[Linted, ...], again: Again, *, unsafe: bool) -> Mended:
    """Mend what can be mended, and look again; a file whose mending would break something is left as it was.

    All rounds are made in memory: each file is written once, when it is as it is to be.

    Args:
        linted: What was found.
        again: Looks again, at files that are not written yet.
        unsafe: Whether to mend what may change the meaning, too.

    Raises:
        CannotRunError: A file has changed since it was read, or the records are half renamed.
        OSError: A file could not be written.
    """
    for one in linted:
        refuse_unfinished(one.loaded.root)
    work = _Work(again)
    for _ in range(ROUNDS):
        changes = [change for one in linted for change in _changes(one, work.contents, unsafe=unsafe)]
        changes = [change for change in changes if change.key not in work.given_up]
        if not changes:
            break
        linted = work.advance(changes, linted)
    for draft in work.drafts.values():
        draft.write()
    count, given_up = work.mendings, sorted(file for _, file in work.given_up)
    notes = [f"mended {number(count, 'finding')}"] if count else ["there was nothing to mend by machine"]
    notes.extend(f"{file} was left as it was: mending it would have broken something" for file in given_up)
    return Mended(linted, tuple(notes))


class _Work:
    """The files as mending has made them so far.

    Attributes:
        drafts: Each as it was at first, and as it is to be.
        given_up: The files whose mending would break something.
        mendings: How many findings are mended.
    """

    def __init__(self, again: Again) -> None:
        self._again = again
        self.drafts: dict[_Key, Draft] = {}
        self.given_up: set[_Key] = set()
        self.mendings = 0

    def contents(self, root: Path) -> Mapping[str, bytes]:
        """The bytes that files of a workspace are to have."""
        return {file: draft.after for (at, file), draft in self.drafts.items() if at == root}

    def advance(self, changes: Sequence[_Change], before: tuple[Linted, ...]) -> tuple[Linted, ...]:
        """Take changes up that break nothing; gives what is found then."""
        earlier = dict(self.drafts)
        self._take(changes)
        after = self._look()
        broken = [change for change in changes if _is_broken(change, before, after)]
        kept = [change for change in changes if change not in broken]
        self.given_up.update(change.key for change in broken)
        self.mendings += sum(change.mendings for change in kept)
        if not broken:
            return after
        self.drafts = earlier
        self._take(kept)
        return self._look()

    def _take(self, changes: Iterable[_Change]) -> None:
        for change in changes:
            first = self.drafts.get(change.key, change.draft)
            self.drafts[change.key] = replace(first, after=change.draft.after)

    def _look(self) -> tuple[Linted, ...]:
        return self._again(lambda root: EditedTree(root, self.contents(root)))


def differences(linted: Iterable[Linted], *, unsafe: bool) -> Iterator[Piece]:
    """What mending would change, as a unified diff; nothing if it would change nothing."""
    for one in linted:
        changes = (change.draft for change in _changes(one, lambda _root: {}, unsafe=unsafe))
        yield from drafts.differences((draft, one.checked.path(draft.file)) for draft in changes)


@dataclass(frozen=True, slots=True)
class _Change:
    """What mending makes of a file, and how many findings it mends."""

    draft: Draft
    mendings: int

    @property
    def key(self) -> _Key:
        return self.draft.root, self.draft.file


def _changes(linted: Linted, contents: Callable[[Path], Mapping[str, bytes]], *, unsafe: bool) -> Iterator[_Change]:
    root, edited = linted.loaded.root, contents(linted.loaded.root)
    by_file: dict[str, list[Mending]] = {}
    for diagnostic in linted.checked.diagnostics:
        if (wanted := _wanted(diagnostic, unsafe=unsafe)) is not None:
            by_file.setdefault(wanted.edits[0].file, []).append(wanted)
    for file, mendings in sorted(by_file.items()):
        known = linted.loaded.inputs.digests.get(file)
        before = edited[file] if file in edited else drafts.unchanged(root, file, known)
        text = drafts.text_of(before)
        edits, count = _compatible(mending for mending in mendings if _is_exact(mending, text, file))
        draft = drafts.draft(root, file, before, edits)
        if draft.after != before and draft.is_readable:
            yield _Change(draft, count)


def _wanted(diagnostic: Diagnostic, *, unsafe: bool) -> Mending | None:
    mending = diagnostic.mending
    if mending is None or not (mending.is_safe or unsafe):
        return None
    # All edits of a mending go together or not at all, and a file is replaced by itself.
    return mending if len({edit.file for edit in mending.edits}) == 1 else None


def _compatible(mendings: Iterable[Mending]) -> tuple[list[TextEdit], int]:
    """The edits of those mendings that do not get into one another's way, and how many mendings that are."""
    taken: list[TextEdit] = []
    count = 0
    for mending in mendings:
        if all(edit.end < other.start or other.end < edit.start for edit in mending.edits for other in taken):
            taken.extend(mending.edits)
            count += 1
    return taken, count


def _is_exact(mending: Mending, text: str, file: str) -> bool:
    """Whether a mending changes something, and no more keys than it has edits: none that it does not speak of."""
    before, after = read(text, file), read(applied(text, mending.edits), file)
    return not after.faults and 1 <= changed_keys(before.documents, after.documents) <= len(mending.edits)


def _is_broken(change: _Change, before: Iterable[Linted], after: Iterable[Linted]) -> bool:
    """Whether a file has errors of form or reference that were not there before it was mended."""
    return _errors(change, after) > _errors(change, before)


def _errors(change: _Change, linted: Iterable[Linted]) -> int:
    return sum(
        1
        for one in linted
        if one.loaded.root == change.draft.root
        for diagnostic in one.loaded.diagnostics
        if diagnostic.span.file == change.draft.file and diagnostic.severity is Severity.ERROR
    )
