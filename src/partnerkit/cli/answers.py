"""Printing what a command has to say."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from partnerkit.app.outcome import Settings
from partnerkit.diagnostics.text import Piece, visible
from partnerkit.io.replay import ELAPSED
from partnerkit.io.terminal import colours, painted, write


def finish(settings: Settings, pieces: Iterable[Piece], notes: Iterable[str], seconds: float) -> str:
    """Print pieces to the output and notes to the side; gives what was printed, with `ELAPSED` in place of the time."""
    for note in notes:
        write(sys.stderr, f"note: {visible(note)}\n")
    output = painted(pieces, colour=colours(settings.colour, sys.stdout))
    write(sys.stdout, output.replace(ELAPSED, f"{seconds:.2f} s"))
    return output
