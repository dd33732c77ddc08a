"""The terminal: whether there is colour, how styles look, and how to write so that nothing ends in a traceback."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from typing import Literal, TextIO

from partnerkit.diagnostics.text import Piece, Style
from partnerkit.io.files import deliver

ColourChoice = Literal["auto", "always", "never"]

_CODES: dict[Style, str] = {
    "plain": "", "error": "1;31", "warning": "1;33", "info": "1;36", "place": "36", "margin": "34", "mark": "1;31",
    "help": "1;32", "strong": "1", "good": "1;32",
}  # fmt: skip
_COLOURFUL_CI = ("GITHUB_ACTIONS", "GITLAB_CI")


def colours(choice: ColourChoice, stream: TextIO) -> bool:
    """Whether to colour what goes to a stream.

    The command line decides; then NO_COLOR; then FORCE_COLOR and CLICOLOR_FORCE; then whether it is a terminal, or a CI
    system whose log shows colours.

    Source: no-color.org, bixense.com/clicolors, force-color.org.
    """
    if choice != "auto":
        return choice == "always"
    environment = os.environ
    if environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "0") not in {"", "0", "false"} for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    if any(environment.get(name) for name in _COLOURFUL_CI):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def painted(pieces: Iterable[Piece], *, colour: bool) -> str:
    """Pieces as text, with or without the codes for colour."""
    return "".join(
        f"\x1b[{_CODES[style]}m{text}\x1b[0m" if colour and _CODES[style] else text for text, style in pieces
    )


def write(stream: TextIO, text: str) -> None:
    """Write text as UTF-8, whatever the locale: records hold names, and names hold more than ASCII.

    Raises:
        OSError: It could not be written.
    """
    deliver(stream, text.encode("utf-8", "backslashreplace"))


class Progress:
    """A bar on the terminal for runs that last; nothing where there is no terminal or the run is short."""

    AFTER_SECONDS = 1.0

    def __init__(self, *, quiet: bool) -> None:
        """Start the clock."""
        self._wanted = not quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._started = time.monotonic()
        self._bar: object | None = None
        self._task: object | None = None

    def tell(self, done: int, total: int) -> None:
        """Say how far the work is."""
        if not self._wanted or time.monotonic() - self._started < self.AFTER_SECONDS:
            return
        from rich.console import Console  # noqa: PLC0415 - costs as much as a whole short run
        from rich.progress import Progress as Bar  # noqa: PLC0415

        if self._bar is None:
            self._bar = Bar(console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task("Reading records", total=total)
        assert isinstance(self._bar, Bar)  # noqa: S101 - for the type checker: rich is imported late
        self._bar.update(self._task, completed=done)  # type: ignore[arg-type]

    def close(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()  # type: ignore[attr-defined]
            self._bar = None
