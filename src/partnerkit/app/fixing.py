"""Mending what can be mended by machine: text edits, read again and checked before a file is replaced."""

from __future__ import annotations

import difflib
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from partnerkit.app.lint import Choice, Linted, lint
from partnerkit.app.outcome import CannotRunError, Settings
from partnerkit.diagnostics.diagnostic import Diagnostic, Mending, Severity, TextEdit
from partnerkit.diagnostics.text import Piece, visible
from partnerkit.emit.api import number
from partnerkit.io.files import digest, read_bytes, write_whole
from partnerkit.rules.edits import applied, changed_keys
from partnerkit.source import limits
from partnerkit.source.characters import decoded
from partnerkit.source.reader import read

ROUNDS = 10
"""A fix may make room for another; after so many rounds there is nothing left or something is wrong."""

_BOM = b"\xef\xbb\xbf"
_CHANGED = "{file} has changed while it was looked at; nothing in it was mended."


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
        changes = [change for change in changes if (change.root, change.file) not in given_up]
        if not changes:
            break
        for change in changes:
            change.write()
        after = lint(paths, choice, settings, lambda _done, _total: None)
        broken = [change for change in changes if _is_broken(change, linted, after)]
        for change in broken:
            change.take_back()
            given_up.add((change.root, change.file))
        count += sum(change.mendings for change in changes if change not in broken)
        linted = lint(paths, choice, settings, lambda _done, _total: None) if broken else after
    notes = [f"mended {number(count, 'finding')}"] if count else ["there was nothing to mend by machine"]
    notes.extend(f"{file} was left as it was: mending it would have broken something" for _, file in sorted(given_up))
    return Mended(linted, tuple(notes))


def differences(linted: Iterable[Linted], *, unsafe: bool) -> Iterator[Piece]:
    """What mending would change, as a unified diff; nothing if it would change nothing."""
    for one in linted:
        for change in _changes(one, unsafe=unsafe):
            path = visible(one.checked.path(change.file))
            for line in difflib.unified_diff(_lines(change.before), _lines(change.after), path, path):
                style = {"+": "good", "-": "error", "@": "place"}.get(line[:1], "plain")
                ending = "" if line.endswith("\n") else "\n\\ No newline at end of file"
                yield visible(line.removesuffix("\n").removesuffix("\r")) + ending + "\n", style  # type: ignore[misc]


def _lines(raw: bytes) -> list[str]:
    """The lines of a file as git counts them: those of YAML may end at other characters, too."""
    return list(io.StringIO(raw.decode("utf-8"), newline="\n"))


@dataclass(frozen=True, slots=True)
class _Change:
    """A file as it is, and as it would be."""

    root: Path
    file: str
    before: bytes
    after: bytes
    mendings: int

    def write(self) -> None:
        path = str(self.root / self.file)
        if digest(read_bytes(path, limits.FILE_BYTES)) != digest(self.before):
            raise CannotRunError(_CHANGED.format(file=self.file))
        write_whole(path, self.after)

    def take_back(self) -> None:
        write_whole(str(self.root / self.file), self.before)


def _changes(linted: Linted, *, unsafe: bool) -> Iterator[_Change]:
    by_file: dict[str, list[Mending]] = {}
    for diagnostic in linted.checked.diagnostics:
        if (wanted := _wanted(diagnostic, unsafe=unsafe)) is not None:
            by_file.setdefault(wanted.edits[0].file, []).append(wanted)
    for file, mendings in sorted(by_file.items()):
        before = read_bytes(str(linted.loaded.root / file), limits.FILE_BYTES)
        if digest(before) != linted.loaded.inputs.digests.get(file):
            raise CannotRunError(_CHANGED.format(file=file))
        text = before.removeprefix(_BOM).decode("utf-8")
        edits, count = _compatible(mending for mending in mendings if _is_exact(mending, text, file))
        after = (_BOM if before.startswith(_BOM) else b"") + applied(text, edits).encode("utf-8")
        if after != before and _is_readable(after, file):
            yield _Change(linted.loaded.root, file, before, after, count)


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


def _is_readable(raw: bytes, file: str) -> bool:
    text, faults = decoded(raw, file)
    return text is not None and not faults and not read(text, file).faults


def _is_broken(change: _Change, before: Iterable[Linted], after: Iterable[Linted]) -> bool:
    """Whether a file has errors of form or reference that were not there before it was mended."""
    return _errors(change, after) > _errors(change, before)


def _errors(change: _Change, linted: Iterable[Linted]) -> int:
    return sum(
        1
        for one in linted
        if one.loaded.root == change.root
        for diagnostic in one.loaded.diagnostics
        if diagnostic.span.file == change.file and diagnostic.severity is Severity.ERROR
    )
