"""Check whole workspaces: everything that is malformed or dangling, in one run."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from partnerkit.app.loading import Loaded, Tell, within
from partnerkit.app.narrowing import Narrowing, past_of
from partnerkit.app.opening import opened
from partnerkit.app.outcome import ExitCode, Settings
from partnerkit.diagnostics.diagnostic import Diagnostic, Severity
from partnerkit.diagnostics.text import Piece
from partnerkit.emit.api import Checked, Emit, Summary
from partnerkit.io.replay import Inputs
from partnerkit.workspace.kinds import CRASHED
from partnerkit.workspace.names import CONFIGURATION


@dataclass(frozen=True, slots=True)
class Answer:
    """What the command prints, and its exit code.

    Attributes:
        pieces: What goes to the console.
        code: The exit code.
        inputs: What it depends on, if the answer may be kept.
        notes: What else there is to say, on the side.
    """

    pieces: tuple[Piece, ...]
    code: ExitCode
    inputs: tuple[Inputs, ...]
    notes: tuple[str, ...]


def validate(  # noqa: PLR0913 - each of them decides
    paths: Sequence[Path],
    emit: Emit,
    settings: Settings,
    elapsed: str,
    tell: Tell,
    rev: str | None = None,
    since: str | None = None,
    config_from: str | None = None,
) -> Answer:
    """Check the workspaces that some paths belong to, and report what concerns the paths.

    Args:
        paths: Workspaces, folders or files; none means the folder to work in.
        emit: The format.
        settings: What every command is told.
        elapsed: What to print for the time it took.
        tell: Is told about progress.
        rev: The revision to check; None means the files as they are now.
        since: Report only what a change since this revision could have caused.
        config_from: The revision whose settings count; None means the workspace's own.

    Raises:
        CannotRunError: A path or a revision does not exist, a path belongs to no workspace, or files cannot be read
            safely here.
    """
    checked = []
    inputs = []
    notes: list[str] = []
    for one in opened(paths, settings, rev, config_from):
        loaded = one.loader.load(tell)
        whole = checked_workspace(loaded, one.named)
        narrowed = None if since is None else Narrowing(past_of(one.loader, since), one.loader, loaded, since)
        checked.append(whole if narrowed is None else narrowed.of(whole))
        inputs.append(loaded.inputs)
        notes.extend((*one.notes, *loaded.notes, *(narrowed.notes if narrowed is not None else ())))
    code = worst(map(code_of, checked))
    pieces = tuple(emit(checked, Summary(elapsed, settings.quiet, settings.verbose)))
    # A kept answer is printed without its notes, so that one with notes is not kept.
    is_lasting = (
        code in {ExitCode.OK, ExitCode.FINDINGS} and not notes and (rev, since, config_from) == (None, None, None)
    )
    return Answer(pieces, code, tuple(inputs) if is_lasting else (), tuple(notes))


def checked_workspace(loaded: Loaded, named: Sequence[str]) -> Checked:
    """What was found in a workspace, as far as it concerns some of its paths; "" is the whole."""
    shown = [diagnostic for diagnostic in loaded.diagnostics if _concerns(diagnostic, named)]
    counts = Counter(kind for kind, file in loaded.records if _record_within(loaded, file, named))
    return Checked(
        os.path.relpath(loaded.root).replace(os.sep, "/"),
        tuple(shown),
        dict(counts),
        sum(1 for unit in loaded.units for file in unit.files if within(file, named)),
        loaded.configuration is None,
        tuple(named),
    )


def _concerns(diagnostic: Diagnostic, named: Sequence[str]) -> bool:
    # A broken configuration concerns everybody: nothing else can be relied on.
    return diagnostic.span.file == CONFIGURATION or within(diagnostic.span.file, named)


def _record_within(loaded: Loaded, file: str, named: Sequence[str]) -> bool:
    if within(file, named):
        return True
    unit = next((unit for unit in loaded.units if unit.file == file), None) if "" not in named else None
    return unit is not None and any(within(one, named) for one in unit.files)


def code_of(checked: Checked, fail_on: Severity = Severity.ERROR) -> ExitCode:
    """The exit code that what was found in a workspace gives."""
    if checked.is_unusable or any(diagnostic.kind is CRASHED for diagnostic in checked.diagnostics):
        return ExitCode.FAILED
    if any(diagnostic.severity >= fail_on for diagnostic in checked.diagnostics):
        return ExitCode.FINDINGS
    return ExitCode.OK if checked.records else ExitCode.NOTHING_CHECKED


def worst(codes: Iterable[ExitCode]) -> ExitCode:
    """The exit code of several workspaces together."""
    return max(codes, key=_rank)


def _rank(code: ExitCode) -> int:
    return (ExitCode.OK, ExitCode.NOTHING_CHECKED, ExitCode.FINDINGS, ExitCode.FAILED).index(code)
