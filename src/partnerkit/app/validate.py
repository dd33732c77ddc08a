"""Check whole workspaces: everything that is malformed or dangling, in one run."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from partnerkit.app.loading import Loaded, Loader, Tell, find_root, relative_paths, within
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.diagnostics.diagnostic import Diagnostic, Severity
from partnerkit.diagnostics.text import Piece, one_line
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


def validate(paths: Sequence[Path], emit: Emit, settings: Settings, elapsed: str, tell: Tell) -> Answer:
    """Check the workspaces that some paths belong to, and report what concerns the paths.

    Args:
        paths: Workspaces, folders or files; none means the folder to work in.
        emit: The format.
        settings: What every command is told.
        elapsed: What to print for the time it took.
        tell: Is told about progress.

    Raises:
        CannotRunError: A path does not exist or belongs to no workspace, or files cannot be read safely here.
    """
    checked = []
    inputs = []
    notes: list[str] = []
    for root, named in by_root(paths, settings.folder).items():
        loaded = Loader(root, settings).load(tell)
        checked.append(checked_workspace(loaded, relative_paths(root, named)))
        inputs.append(loaded.inputs)
        notes.extend(loaded.notes)
    code = worst(map(code_of, checked))
    pieces = tuple(emit(checked, Summary(elapsed, settings.quiet, settings.verbose)))
    # A kept answer is printed without its notes, so that one with notes is not kept.
    is_lasting = code in {ExitCode.OK, ExitCode.FINDINGS} and not notes
    return Answer(pieces, code, tuple(inputs) if is_lasting else (), tuple(notes))


def by_root(paths: Sequence[Path], folder: Path) -> dict[Path, list[Path]]:
    """The workspaces that some paths belong to, each with those of the paths that lie in it.

    Raises:
        CannotRunError: A path does not exist or belongs to no workspace.
    """
    found: dict[Path, list[Path]] = {}
    for path in paths or (folder,):
        absolute = Path(os.path.abspath(folder / path))
        if not os.path.lexists(absolute):
            raise CannotRunError(f"There is no file or folder {one_line(str(path))}.")
        found.setdefault(find_root(absolute), []).append(absolute)
    # A path given without any, or the root itself, means the whole workspace.
    return {root: ([root] if root in named or not paths else named) for root, named in found.items()}


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
