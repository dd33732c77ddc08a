"""Print or write the cross-reference sheet of partnerships, in one of its formats."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from partnerkit.app.loading import Loaded, Loader, find_root
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.reading import Readable, readable
from partnerkit.app.report import Written, folder_for, view_names
from partnerkit.app.validate import checked_workspace
from partnerkit.app.xref_rows import table
from partnerkit.emit import full
from partnerkit.emit.api import Summary, number
from partnerkit.export.api import MissingExtraError
from partnerkit.io.files import write_whole
from partnerkit.io.resources import templates_folder
from partnerkit.model.configuration import Audience
from partnerkit.model.suggestions import nearest
from partnerkit.units import unit, unit_names
from partnerkit.views import xref as view
from partnerkit.views.crossing.choice import Choice
from partnerkit.workspace.workspace import Workspace

PAGES = "partnerkit.render"
TABLES = "partnerkit.export"
ON_SCREEN = "csv"
"""The format that is printed where no file is named."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for.

    Attributes:
        ids: The ids of partnerships; none means all.
        format: A format of pages or of tables.
        out: The file to write to, or for pages the folder; None means the folder of reports, or the screen.
        choice: What of the sheet.
        audience: Who will read it; None means whom the configuration names, else whom the records do.
    """

    ids: Sequence[str]
    format: str
    out: Path | None
    choice: Choice
    audience: Audience | None = None


def xref(request: Request, settings: Settings, elapsed: str) -> Written:
    """Print or write the sheet; nothing unless the whole workspace is valid.

    Raises:
        CannotRunError: There is no such partnership, framework or partner, no place to write to, or an extra package
            is missing.
        OSError: A file could not be written; its old version stays.
    """
    loader = Loader(find_root(settings.folder), settings)
    loaded = loader.load(records=True)
    if not loaded.is_valid or not loaded.records:
        pieces = tuple(
            full.emit([checked_workspace(loaded, ("",))], Summary(elapsed, settings.quiet, settings.verbose))
        )
        code = ExitCode.FINDINGS if not loaded.is_valid else ExitCode.NOTHING_CHECKED
        return Written(pieces, (*loaded.notes, "there is no sheet: it would show less than the records hold"), code)
    is_table = request.format in unit_names(TABLES, "write")
    folder = _folder(request, loaded, settings, is_table=is_table)
    readers = readable(loaded, loader, settings, request.audience, request.ids, folder)
    _known(request.choice, readers.workspace)
    written = _table(request, readers, folder, settings) if is_table else _pages(request, readers, folder, settings)
    return replace(written, notes=(*loaded.notes, *readers.notes, *written.notes))


def _folder(request: Request, loaded: Loaded, settings: Settings, *, is_table: bool) -> Path:
    """The folder that is written to."""
    if request.out is not None and (is_table or request.out.suffix in _SUFFIXES):
        return (settings.folder / request.out).parent
    return folder_for(request.out, loaded, settings.folder)


_SUFFIXES = {".html", ".md"}


def _known(choice: Choice, workspace: Workspace) -> None:
    asked = (
        ("framework", choice.framework, workspace.frameworks),
        ("organisation", choice.partner, workspace.organisations),
    )
    for kind, id_, records in asked:
        ids = [record.id for record in records]
        if id_ and id_ not in ids:
            near = nearest(id_, ids)
            raise CannotRunError(f"There is no {kind} {id_} here." + (f" Did you mean {near}?" if near else ""))


def _pages(request: Request, readers: Readable, folder: Path, settings: Settings) -> Written:
    writer = unit(PAGES, request.format)
    context = replace(readers.context, views=view_names((view,)))
    pages = tuple(view.sheet_pages(readers.workspace, context, request.choice))
    # What is not written now may not be there, or be of another day.
    present = frozenset(page.name for page in pages)
    named = request.out is not None and request.out.suffix in _SUFFIXES
    if named and len(pages) != 1:
        raise CannotRunError("--out names a file, and there is a sheet for each partnership. Name a folder, or one ID.")
    made = [
        (
            settings.folder / request.out
            if named and request.out is not None
            else folder / f"{page.name}{writer.SUFFIX}",
            writer.render(page, templates_folder(), present).encode("utf-8"),
        )
        for page in pages
    ]
    for path, content in made:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(str(path), content)
    return _told([path for path, _ in made], settings)


def _table(request: Request, readers: Readable, folder: Path, settings: Settings) -> Written:
    found = table(readers.workspace, readers.context, request.choice)
    writer = unit(TABLES, request.format)
    try:
        content: bytes = writer.write([found])
    except MissingExtraError as error:
        raise CannotRunError(str(error)) from error
    if request.out is None and request.format == ON_SCREEN:
        return Written(((content.decode("utf-8"), "plain"),), (), ExitCode.OK)
    ids = sorted(readers.context.only)
    name = f"xref-{ids[0]}" if len(ids) == 1 else "xref"
    path = settings.folder / request.out if request.out is not None else folder / f"{name}{writer.SUFFIX}"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(str(path), writer.BEGINNING + content)
    return _told([path], settings)


def _told(paths: Sequence[Path], settings: Settings) -> Written:
    if settings.quiet:
        return Written((), (), ExitCode.OK)
    names = "".join(f"  {os.path.relpath(path)}\n" for path in paths)
    return Written(
        ((f"Wrote {number(len(paths), 'file')}", "good"), (f" as of {settings.as_of.isoformat()}:\n{names}", "plain")),
        (),
        ExitCode.OK,
    )
