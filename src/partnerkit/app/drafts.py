"""Files as they are and as they would be: shown as a diff, or written whole; never half of one."""

from __future__ import annotations

import difflib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from partnerkit.app.loading import Loader
from partnerkit.app.outcome import CannotRunError
from partnerkit.diagnostics.diagnostic import TextEdit
from partnerkit.diagnostics.text import Piece, visible
from partnerkit.io.files import digest, read_bytes, write_whole
from partnerkit.rules.edits import applied
from partnerkit.source import limits
from partnerkit.source.characters import decoded
from partnerkit.source.reader import read

BOM = b"\xef\xbb\xbf"
CHANGED = "{file} has changed while it was looked at; nothing in it was changed."


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as it is, and as it would be.

    Attributes:
        root: The folder of the workspace.
        file: The file, relative to it.
        before: Its bytes.
        after: The bytes it would have.
    """

    root: Path
    file: str
    before: bytes
    after: bytes

    def write(self) -> None:
        """Put the new bytes in the place of the old.

        Raises:
            CannotRunError: The file is not what it was.
            OSError: It could not be written, and is what it was.
        """
        path = str(self.root / self.file)
        if digest(read_bytes(path, limits.FILE_BYTES)) != digest(self.before):
            raise CannotRunError(CHANGED.format(file=self.file))
        write_whole(path, self.after)

    def take_back(self) -> None:
        """Put the old bytes back."""
        write_whole(str(self.root / self.file), self.before)

    @property
    def is_readable(self) -> bool:
        """Whether the new text is YAML as records are written."""
        text, faults = decoded(self.after, self.file)
        return text is not None and not faults and not read(text, self.file).faults


def unchanged(root: Path, file: str, known: str | None) -> bytes:
    """The bytes of a file that was read before.

    Raises:
        CannotRunError: It has another digest than the one known.
    """
    raw = read_bytes(str(root / file), limits.FILE_BYTES)
    if digest(raw) != known:
        raise CannotRunError(CHANGED.format(file=file))
    return raw


def text_of(raw: bytes) -> str:
    """The text of a file, without the mark that some editors put at its beginning."""
    return raw.removeprefix(BOM).decode("utf-8")


def draft(root: Path, file: str, before: bytes, edits: Iterable[TextEdit]) -> Draft:
    """A file with some edits made, which must not overlap; what they do not touch stays as it is, byte for byte."""
    mark = BOM if before.startswith(BOM) else b""
    return Draft(root, file, before, mark + applied(text_of(before), edits).encode("utf-8"))


def drafts(loader: Loader, edits: Iterable[TextEdit]) -> tuple[Draft, ...]:
    """The files that some edits touch, sorted by name, as they would be.

    Raises:
        CannotRunError: One of the files has changed since it was read.
    """
    by_file: dict[str, list[TextEdit]] = {}
    for edit in edits:
        by_file.setdefault(edit.file, []).append(edit)
    return tuple(
        draft(loader.root, file, unchanged(loader.root, file, loader.digests.get(file)), of_file)
        for file, of_file in sorted(by_file.items())
    )


def differences(drafted: Iterable[tuple[Draft, str]]) -> Iterator[Piece]:
    """What would change in some files, each with its path as people know it, as a unified diff."""
    for one, path in drafted:
        shown = visible(path)
        for line in difflib.unified_diff(_lines(one.before), _lines(one.after), shown, shown):
            style = {"+": "good", "-": "error", "@": "place"}.get(line[:1], "plain")
            ending = "" if line.endswith("\n") else "\n\\ No newline at end of file"
            yield visible(line.removesuffix("\n").removesuffix("\r")) + ending + "\n", style  # type: ignore[misc]


def _lines(raw: bytes) -> list[str]:
    """The lines of a file as git counts them: those of YAML may end at other characters, too."""
    return list(io.StringIO(raw.decode("utf-8"), newline="\n"))
