"""Printing what a command has to say, and keeping it where the same question would have the same answer."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Sequence
from typing import NoReturn, Protocol

import typer

from partnerkit.app.outcome import ExitCode, Settings
from partnerkit.diagnostics.text import Piece, visible
from partnerkit.io import replay
from partnerkit.io.replay import ELAPSED
from partnerkit.io.terminal import colours, painted, write


def finish(settings: Settings, pieces: Iterable[Piece], notes: Iterable[str], seconds: float) -> str:
    """Print pieces to the output and notes to the side; gives what was printed, with `ELAPSED` in place of the time."""
    for note in notes:
        write(sys.stderr, f"note: {visible(note)}\n")
    output = painted(pieces, colour=colours(settings.colour, sys.stdout))
    write(sys.stdout, output.replace(ELAPSED, f"{seconds:.2f} s"))
    return output


class Given(Protocol):
    """What a command answers."""

    @property
    def pieces(self) -> Iterable[Piece]:
        """What goes to the console."""

    @property
    def notes(self) -> Iterable[str]:
        """What else there is to say, on the side."""

    @property
    def inputs(self) -> Sequence[replay.Inputs]:
        """What it depends on; nothing if it is not to be kept."""

    @property
    def code(self) -> ExitCode:
        """The exit code."""


def conclude(settings: Settings, given: Given, started: float, *, of_today: bool) -> NoReturn:
    """Print an answer, keep it, and end with its exit code; `of_today` says that tomorrow it might be another."""
    printed = finish(settings, given.pieces, given.notes, time.perf_counter() - started)
    if given.inputs and settings.cache:
        replay.record(sys.argv[1:], given.inputs, printed, given.code, of_today=of_today)
    raise typer.Exit(given.code)
