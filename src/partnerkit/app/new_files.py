"""Files that are not there yet, as drafts: written whole, and never over anything."""

from __future__ import annotations

from dataclasses import dataclass

from partnerkit.app.drafts import Draft
from partnerkit.app.outcome import CannotRunError
from partnerkit.diagnostics.text import one_line
from partnerkit.io.files import make_folders, write_new


@dataclass(frozen=True, slots=True)
class NewFile(Draft):
    """A file that is not there, and what it would hold; `before` is empty."""

    def write(self) -> None:
        """Write it, and the folders on the way to it.

        Raises:
            CannotRunError: Something of this name is there.
            OSError: It could not be written.
        """
        make_folders(str(self.root), self.file.rpartition("/")[0])
        try:
            write_new(str(self.root / self.file), self.after)
        except FileExistsError:
            raise CannotRunError(f"There is {one_line(self.file)} already, and nothing is ever overwritten.") from None

    def take_back(self) -> None:
        """Take it away again."""
        (self.root / self.file).unlink()
