"""Write records for other people's programs: as tables, as a calendar, as a network, as plain data."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from partnerkit.app.loading import Loader, find_root
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.reading import Readable, readable
from partnerkit.app.report import Written, folder_for
from partnerkit.app.validate import checked_workspace
from partnerkit.emit import full
from partnerkit.emit.api import Summary, number
from partnerkit.export.api import MissingExtraError
from partnerkit.export.tables.columns import Listing
from partnerkit.export.tables.listings import LISTINGS, is_for, listing_names, tables
from partnerkit.io.files import write_whole
from partnerkit.model.configuration import Audience
from partnerkit.model.suggestions import nearest
from partnerkit.units import unit, unit_names

PACKAGE = "partnerkit.export"
NAME = "records"
"""What a file is called, where nobody names it."""
_NAMED = {"public": "the public", "partners": "the partners", "internal": "internal use"}


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for.

    Attributes:
        format: A format of tables or of records.
        table: The name of a table; empty for all.
        only: The ids of partnerships; none means all.
        out: The file to write to, or for many tables of which a file holds one, the folder; None means the screen, or
            the folder of reports.
        audience: Who will read it; None means whom the configuration names, else whom the records do.
    """

    format: str
    table: str
    only: Sequence[str]
    out: Path | None
    audience: Audience | None = None


@dataclass(frozen=True, slots=True)
class _Made:
    """What is to be written, each part with its name; `is_screen` says that it may be printed, being one text."""

    parts: tuple[tuple[str, bytes], ...]
    beginning: bytes = b""
    is_screen: bool = True


def of_tables() -> tuple[str, ...]:
    """The names of the formats of tables, sorted."""
    return unit_names(PACKAGE, "write")


def formats() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return tuple(sorted((*of_tables(), *unit_names(PACKAGE, "export"))))


def export(request: Request, settings: Settings, elapsed: str) -> Written:
    """Print or write the records; nothing unless the whole workspace is valid.

    Raises:
        CannotRunError: There is no such partnership or table, the audience may not see it, there is no place to write
            to, or an extra package is missing.
        OSError: A file could not be written; its old version stays.
    """
    _check(request)
    loader = Loader(find_root(settings.folder), settings)
    loaded = loader.load(records=True)
    if not loaded.is_valid or not loaded.records:
        summary = Summary(elapsed, settings.quiet, settings.verbose)
        code = ExitCode.FINDINGS if not loaded.is_valid else ExitCode.NOTHING_CHECKED
        note = "nothing was exported: it would hold less than the records do"
        return Written(tuple(full.emit([checked_workspace(loaded, ("",))], summary)), (*loaded.notes, note), code)
    folder = settings.folder / request.out if request.out else folder_for(None, loaded, settings.folder)
    beside = folder if request.out is None or _is_folder(request) else folder.parent
    readers = readable(loaded, loader, settings, request.audience, request.only, beside)
    made, notes = _made(request, readers)
    written = _printed(made) if _is_printed(request, made) else _written(request, made, folder, settings)
    return replace(written, notes=(*loaded.notes, *readers.notes, *notes))


def _check(request: Request) -> None:
    if request.table and request.format not in of_tables():
        raise CannotRunError(f"{request.format} holds no tables; --table goes with {' and '.join(of_tables())}.")
    if request.table and request.table not in listing_names():
        near = nearest(request.table, listing_names())
        hint = f"Did you mean {near}?" if near else f"There are {', '.join(listing_names())}."
        raise CannotRunError(f"There is no table {request.table}. {hint}")


def _made(request: Request, readers: Readable) -> tuple[_Made, tuple[str, ...]]:
    writer = unit(PACKAGE, request.format)
    if request.format not in of_tables():
        return _Made(((NAME, writer.export(readers.workspace, readers.context)),)), ()
    listings, notes = _listings(request, readers)
    found = tables(readers.workspace, readers.context, listings)
    try:
        if writer.MANY:
            name = request.table or NAME
            return _Made(((name, writer.write(found)),), writer.BEGINNING, is_screen=False), notes
        parts = ((one.name, writer.write([table])) for one, table in zip(listings, found, strict=True))
        return _Made(tuple(parts), writer.BEGINNING, is_screen=bool(request.table)), notes
    except MissingExtraError as error:
        raise CannotRunError(str(error)) from error


def _listings(request: Request, readers: Readable) -> tuple[tuple[Listing, ...], tuple[str, ...]]:
    """The listings that are asked for and that the audience may see, and a note on the others."""
    audience = readers.context.audience
    asked = tuple(one for one in LISTINGS if request.table in ("", one.name))
    kept = tuple(one for one in asked if is_for(one, audience))
    hidden = [one.name for one in asked if one not in kept]
    if not kept:
        raise CannotRunError(f"The table {request.table} is not for {_NAMED[audience]}. See --audience.")
    note = f"left out, as not for {_NAMED[audience]}: {', '.join(hidden)}"
    return kept, (note,) if hidden else ()


def _is_folder(request: Request) -> bool:
    """Whether what is asked for makes several files."""
    return request.format in of_tables() and not unit(PACKAGE, request.format).MANY and not request.table


def _is_printed(request: Request, made: _Made) -> bool:
    return request.out is None and made.is_screen


def _printed(made: _Made) -> Written:
    ((_, content),) = made.parts
    return Written(((content.decode("utf-8"), "plain"),), (), ExitCode.OK)


def _written(request: Request, made: _Made, folder: Path, settings: Settings) -> Written:
    paths = list(_paths(request, made, folder))
    for path, (_, content) in zip(paths, made.parts, strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(str(path), made.beginning + content)
    if settings.quiet:
        return Written((), (), ExitCode.OK)
    names = "".join(f"  {os.path.relpath(path)}\n" for path in paths)
    told = f" as of {settings.as_of.isoformat()}:\n{names}"
    return Written(((f"Wrote {number(len(paths), 'file')}", "good"), (told, "plain")), (), ExitCode.OK)


def _paths(request: Request, made: _Made, folder: Path) -> Iterator[Path]:
    """Where each part goes. A file is named by --out; else it gets the name of the part, in the folder."""
    suffix = unit(PACKAGE, request.format).SUFFIX
    if request.out is not None and not _is_folder(request):
        yield folder
        return
    for name, _ in made.parts:
        yield folder / f"{name}{suffix}"
