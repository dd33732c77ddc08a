"""The command `lint` as a whole: look, mend if that is asked for, and put what was found into words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from partnerkit.app.fixing import differences, mended
from partnerkit.app.lint import Choice, Linted, lint, worst_code
from partnerkit.app.loading import Tell
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.validate import Answer
from partnerkit.diagnostics.text import Piece, plain
from partnerkit.emit.api import Checked, Emit, Summary, number
from partnerkit.io.files import write_whole
from partnerkit.io.trees import Tree
from partnerkit.units import unit


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for.

    Attributes:
        paths: What to look at.
        choice: Which rules.
        emit: The format for the console.
        outputs: Formats to write to files, too, by name.
        statistics: Whether to count the findings of each rule.
        fix: Whether to mend what can be mended.
        diff: Whether to show what would be mended, and mend nothing.
        unsafe: Whether to mend what may change the meaning, too.
        rev: The revision to look at; None means the files as they are now.
        since: Report only what a change since this revision could have caused; None means everything.
        config_from: The revision whose settings and excuses count; None means the workspace's own.
    """

    paths: tuple[Path, ...]
    choice: Choice
    emit: Emit
    outputs: tuple[tuple[str, Path], ...] = ()
    statistics: bool = False
    fix: bool = False
    diff: bool = False
    unsafe: bool = False
    rev: str | None = None
    since: str | None = None
    config_from: str | None = None


def answer(asked: Asked, settings: Settings, elapsed: str, tell: Tell) -> Answer:
    """Look, and say what was found.

    Raises:
        CannotRunError: The job cannot be done; the text says why.
        OSError: A file could not be written.
    """
    _refuse(asked)
    linted = lint(asked.paths, asked.choice, settings, tell, asked.rev, asked.since, asked.config_from)
    notes = [note for one in linted for note in one.loaded.notes]
    if asked.diff:
        return _shown(linted, notes, unsafe=asked.unsafe)
    if asked.fix:
        fixed = mended(linted, partial(_again, asked, settings), unsafe=asked.unsafe)
        notes.extend(fixed.notes)
        linted = fixed.linted
    checked = [one.checked for one in linted]
    summary = Summary(elapsed, settings.quiet, settings.verbose)
    pieces = list(asked.emit(checked, summary))
    if asked.statistics:
        pieces.extend(_statistics(linted))
    for name, path in asked.outputs:
        write_format(name, settings.folder / path, checked, summary)
    for one in linted:
        if one.stale:
            entries = number(len(one.stale), "entry of the baseline is", "entries of the baseline are")
            notes.append(f"{entries} not found any more; `partnerkit baseline prune` takes them out")
    code = worst_code(linted)
    lasting = code in {ExitCode.OK, ExitCode.FINDINGS} and not notes and not asked.fix and not asked.outputs
    lasting = lasting and asked.rev is None and asked.since is None and asked.config_from is None
    return Answer(tuple(pieces), code, tuple(one.loaded.inputs for one in linted) if lasting else (), tuple(notes))


def _again(asked: Asked, settings: Settings, tree: Callable[[Path], Tree]) -> tuple[Linted, ...]:
    """What is found in files that are not written yet."""
    nothing: Tell = lambda _done, _total: None  # noqa: E731 - nobody is told of it
    return lint(asked.paths, asked.choice, settings, nothing, config_from=asked.config_from, tree=tree)


def _refuse(asked: Asked) -> None:
    """Refuse to mend what is not all there is, or not there any more."""
    if asked.rev is not None and (asked.fix or asked.diff):
        raise CannotRunError("What was committed is not mended: leave out --rev, or --fix and --diff.")
    if asked.since is not None and asked.fix:
        raise CannotRunError("--fix mends all that it finds: leave out --changed-since, and name paths instead.")


def _shown(linted: Sequence[Linted], notes: Sequence[str], *, unsafe: bool) -> Answer:
    """What mending would change."""
    shown = tuple(differences(linted, unsafe=unsafe))
    if worst_code(linted) is ExitCode.FAILED:
        note = "not everything could be looked at; `partnerkit lint` says why"
        return Answer(shown, ExitCode.FAILED, (), (*notes, note))
    if shown:
        return Answer(shown, ExitCode.FINDINGS, (), tuple(notes))
    note = "there is nothing that --fix would mend" + ("" if unsafe else "; look with --unsafe-fixes, too")
    return Answer((), ExitCode.OK, (), (*notes, note))


def write_format(name: str, path: Path, checked: Sequence[Checked], summary: Summary) -> None:
    """Write what was found to a file, in the format of a name; how long it took is left out.

    Raises:
        CannotRunError: There is no folder to write to.
        OSError: The file could not be written.
    """
    if not path.parent.is_dir():
        raise CannotRunError(f"There is no folder {path.parent} to write to.")
    text = plain(unit("partnerkit.emit", name).emit(checked, summary))
    write_whole(str(path), text.replace(summary.elapsed, "").encode("utf-8", "backslashreplace"))


def _statistics(linted: Sequence[Linted]) -> Iterator[Piece]:
    counts = Counter((found.kind.code, found.kind.name) for one in linted for found in one.checked.diagnostics)
    if not counts:
        return
    yield "\n", "plain"
    for (code, name), count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"{count:>6}  ", "strong"
        yield f"{code} {name}\n", "plain"
