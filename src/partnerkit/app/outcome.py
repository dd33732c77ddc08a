"""What a command gives back: text and an exit code; and what every command is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from pathlib import Path

from partnerkit.io.terminal import ColourChoice


class ExitCode(IntEnum):
    """The exit codes, the same for every command and format."""

    OK = 0
    FINDINGS = 1
    FAILED = 2
    NOTHING_CHECKED = 3
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Settings:
    """What every command is told.

    Attributes:
        folder: Where to work: the current folder, or the one given with -C.
        as_of: The day that counts as today.
        quiet: Print findings only.
        verbose: Print what is read, too.
        colour: Whether to use colour.
        cache: Whether to use what earlier runs found out, and to keep what this one does.
        is_dated: Whether the command line says what day counts as today.
    """

    folder: Path
    as_of: date
    quiet: bool = False
    verbose: bool = False
    colour: ColourChoice = "auto"
    cache: bool = True
    is_dated: bool = False


class CannotRunError(Exception):
    """The job cannot be done; the text says why, and what to do, to the person who gave the command."""
