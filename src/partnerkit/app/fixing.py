"""Mending what can be mended by machine: text edits, read again and checked before a file is replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from partnerkit.app import drafts
from partnerkit.app.drafts import Draft
from partnerkit.app.lint import Choice, Linted, lint
from partnerkit.app.outcome import Settings
from partnerkit.diagnostics.diagnostic import Diagnostic, Mending, Severity, TextEdit
from partnerkit.diagnostics.text import Piece
from partnerkit.emit.api import number
from partnerkit.rules.edits import applied, changed_keys
from partnerkit.source.reader import read

ROUNDS = 10
"""A fix may make room for another; after so many rounds there is nothing left or something is wrong."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of it: what is found now, and what there is to say."""

    linted: tuple[Linted, ...]
    notes: tuple[str, ...]


def mended(
    linted: tuple[Linted, ...], paths: Sequence[Path], choice: Choice, settings: Settings, *, unsafe: bool
) -> Mended:
    """Mend what can be mended, and look again; a file whose mending would break something is left as it was.

    Raises:
        CannotRunError: A file has changed since it was read.
        OSError: A file could not be written.
    """
    count = 0
    given_up: set[tuple[Path, str]] = set()
    for _ in range(ROUNDS):
        changes = [change for one in linted for change in _changes(one, unsafe=unsafe)]
        changes = [change for change in changes if change.key not in given_up]
        if not changes:
            break
        for change in changes:
            change.draft.write()
        after = lint(paths, choice, settings, lambda _done, _total: None)
        broken = [change for change in changes if _is_broken(change, linted, after)]
        for change in broken:
            change.draft.take_back()
            given_up.add(change.key)
        count += sum(change.mendings for change in changes if change not in broken)
        linted = lint(paths, choice, settings, lambda _done, _total: None) if broken else after
    notes = [f"mended {number(count, 'finding')}"] if count else ["there was nothing to mend by machine"]
    notes.extend(f"{file} was left as it was: mending it would have broken something" for _, file in sorted(given_up))
    return Mended(linted, tuple(notes))


def differences(linted: Iterable[Linted], *, unsafe: bool) -> Iterator[Piece]:
    """What mending would change, as a unified diff; nothing if it would change nothing."""
    for one in linted:
        changes = (change.draft for change in _changes(one, unsafe=unsafe))
        yield from drafts.differences((draft, one.checked.path(draft.file)) for draft in changes)


@dataclass(frozen=True, slots=True)
class _Change:
    """What mending makes of a file, and how many findings it mends."""

    draft: Draft
    mendings: int

    @property
    def key(self) -> tuple[Path, str]:
        return self.draft.root, self.draft.file


def _changes(linted: Linted, *, unsafe: bool) -> Iterator[_Change]:
    by_file: dict[str, list[Mending]] = {}
    for diagnostic in linted.checked.diagnostics:
        if (wanted := _wanted(diagnostic, unsafe=unsafe)) is not None:
            by_file.setdefault(wanted.edits[0].file, []).append(wanted)
    for file, mendings in sorted(by_file.items()):
        before = drafts.unchanged(linted.loaded.root, file, linted.loaded.inputs.digests.get(file))
        text = drafts.text_of(before)
        edits, count = _compatible(mending for mending in mendings if _is_exact(mending, text, file))
        draft = drafts.draft(linted.loaded.root, file, before, edits)
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
