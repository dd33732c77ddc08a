"""What is overdue and what falls due, by week and by person: printed, written, or as a calendar."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from partnerkit.app.loading import Loaded, Loader, find_root
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.reading import readable
from partnerkit.app.validate import Answer, checked_workspace
from partnerkit.diagnostics.text import Piece, one_line
from partnerkit.emit import full
from partnerkit.emit.agenda.api import Emit
from partnerkit.emit.api import Summary, number
from partnerkit.export import ics
from partnerkit.io.files import write_whole
from partnerkit.io.replay import Inputs
from partnerkit.model.suggestions import nearest
from partnerkit.views.agenda import Agenda, Someone, Span, Unit, agenda, people_of
from partnerkit.views.reading.pages import workspace_title
from partnerkit.workspace.workspace import Workspace

UNITS: dict[str, Unit] = {"d": "day", "w": "week", "m": "month"}


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for.

    Attributes:
        within: How far to look ahead, as it was written: `30d`, `6w`, `3m`.
        emit: The format; None for a calendar.
        owner: The id of the person whose agenda it is; empty for everybody's.
        only: The ids of partnerships; none means all.
        out: The file to write to; None means the screen.
        fail_on_overdue: Whether it fails if something is overdue.
    """

    within: str
    emit: Emit | None
    owner: str = ""
    only: tuple[str, ...] = ()
    out: Path | None = None
    fail_on_overdue: bool = False


def answer(request: Request, settings: Settings, elapsed: str) -> Answer:
    """Print or write the agenda; nothing unless the whole workspace is valid. Nothing is withheld in it.

    Raises:
        CannotRunError: There is no such partnership or person, or the span cannot be read.
        OSError: The file could not be written; its old version stays.
    """
    span = span_of(request.within)
    loader = Loader(find_root(settings.folder), settings)
    loaded = loader.load(records=True)
    if not loaded.is_valid or not loaded.records:
        summary = Summary(elapsed, settings.quiet, settings.verbose)
        code = ExitCode.FINDINGS if not loaded.is_valid else ExitCode.NOTHING_CHECKED
        note = "there is no agenda: it would show less than the records hold"
        return Answer(tuple(full.emit([checked_workspace(loaded, ("",))], summary)), code, (), (*loaded.notes, note))
    readers = readable(loaded, loader, settings, "internal", request.only)
    owner = person_of(readers.workspace, request.owner) if request.owner else None
    made = agenda(readers.workspace, readers.context, span, owner)
    pieces = _pieces(request, made, readers.workspace)
    notes = (*loaded.notes, *readers.notes, *(() if made.partnerships else ("there is no partnership to look at",)))
    code = _code(request, made)
    if request.out is not None:
        return Answer(_written(pieces, settings.folder / request.out, settings), code, (), notes)
    return Answer(pieces, code, _inputs(loaded, code, notes), notes)


def _inputs(loaded: Loaded, code: ExitCode, notes: tuple[str, ...]) -> tuple[Inputs, ...]:
    """What the answer depends on, if it may be kept: one with notes is printed without them."""
    return (loaded.inputs,) if code in {ExitCode.OK, ExitCode.FINDINGS} and not notes else ()


def _pieces(request: Request, made: Agenda, workspace: Workspace) -> tuple[Piece, ...]:
    if request.emit is not None:
        return tuple(request.emit(made))
    whose = "" if made.owner is None else f" ({made.owner.name})"
    entries = ((entry.dossier, entry.dated) for entry in made.entries)
    return ((ics.calendar(workspace, f"{workspace_title(workspace)}{whose}", entries).decode("utf-8"), "plain"),)


def _code(request: Request, made: Agenda) -> ExitCode:
    if not made.partnerships:
        return ExitCode.NOTHING_CHECKED
    return ExitCode.FINDINGS if request.fail_on_overdue and made.overdue else ExitCode.OK


def _written(pieces: tuple[Piece, ...], path: Path, settings: Settings) -> tuple[Piece, ...]:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(str(path), "".join(text for text, _ in pieces).encode("utf-8"))
    if settings.quiet:
        return ()
    told = f" as of {settings.as_of.isoformat()}:\n  {os.path.relpath(path)}\n"
    return (f"Wrote {number(1, 'file')}", "good"), (told, "plain")


def span_of(text: str) -> Span:
    """How far to look ahead.

    Raises:
        CannotRunError: It is not written as a number and a unit.
    """
    match = re.fullmatch("([0-9]{1,4})([dwm])", text)
    if match is None:
        raise CannotRunError(
            f"{one_line(text)} is no span of time. Write --within as days, weeks or months: 30d, 6w or 3m; 0d for what "
            "is overdue and no more."
        )
    return Span(int(match[1]), UNITS[match[2]])


def person_of(workspace: Workspace, reference: str) -> Someone:
    """The person with an id; with the organisation's id before it, where two have the same.

    Raises:
        CannotRunError: There is none, or there are several.
    """
    people = people_of(workspace)
    found = [one for one in people if reference in {one.id, _own_id(one)}]
    if len(found) == 1:
        return found[0]
    if found:
        raise CannotRunError(f"There are several people {reference}: {', '.join(one.id for one in found)}.")
    near = _nearest(reference, people)
    raise CannotRunError(f"There is no person {one_line(reference)} here." + (f" Did you mean {near}?" if near else ""))


def _nearest(reference: str, people: Collection[Someone]) -> str | None:
    """The id of the person whom somebody may have meant, by id or by name."""
    ids = {known: _own_id(one) for one in people for known in (one.name, _own_id(one))}
    if "/" in reference:
        ids = {one.id: one.id for one in people}
    near = nearest(reference, ids)
    return None if near is None else ids[near]


def _own_id(person: Someone) -> str:
    return person.id.rpartition("/")[2]
