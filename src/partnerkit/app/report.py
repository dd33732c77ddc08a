"""Write the pages of a report: for each page that is asked for, one file in HTML or Markdown."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from partnerkit import __version__
from partnerkit.app.loading import Loaded, Loader, find_root
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.validate import checked_workspace
from partnerkit.diagnostics.text import Piece
from partnerkit.emit import full
from partnerkit.emit.api import Summary, number
from partnerkit.io.files import write_whole
from partnerkit.io.resources import templates_folder
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.suggestions import nearest
from partnerkit.units import unit, unit_names
from partnerkit.views.api import Context
from partnerkit.workspace.records import Record
from partnerkit.workspace.workspace import Workspace

VIEWS = "partnerkit.views"
DEFAULT_FOLDER = "reports"
_AUDIENCES = ("public", "partners", "internal")
"""Who may read something, from everybody to the fewest."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for.

    Attributes:
        pages: The names of pages; none means all.
        only: The ids of partnerships; none means all.
        format: `html` or `markdown`.
        out: The folder to write to; None means the configured one, or `reports` in the workspace.
    """

    pages: Sequence[str]
    only: Sequence[str]
    format: str
    out: Path | None


@dataclass(frozen=True, slots=True)
class Written:
    """What came of it: what to print, on the side too, and the exit code."""

    pieces: tuple[Piece, ...]
    notes: tuple[str, ...]
    code: ExitCode


def page_names() -> tuple[str, ...]:
    """The names of all pages, sorted."""
    return unit_names(VIEWS, "pages")


def described_pages() -> Iterator[Piece]:
    """Each page with what it shows, a line each."""
    names = page_names()
    width = max(map(len, names))
    for name in names:
        first_line = (unit(VIEWS, name).__doc__ or "").split("\n", 1)[0]
        yield f"{name:<{width}}", "strong"
        yield f"  {first_line}\n", "plain"


def report(request: Request, settings: Settings, elapsed: str) -> Written:
    """Write the pages that are asked for; nothing is written unless the whole workspace is valid.

    Raises:
        CannotRunError: There is no such page or partnership, or no place to write to.
        OSError: A page could not be written; those written before it stay, and so does its old version.
    """
    views = _views(request.pages)
    root = find_root(settings.folder)
    loader = Loader(root, settings)
    loaded = loader.load()
    if not loaded.is_valid or not loaded.records:
        checked = checked_workspace(loaded, ("",))
        pieces = tuple(full.emit([checked], Summary(elapsed, settings.quiet, settings.verbose)))
        code = ExitCode.FINDINGS if not loaded.is_valid else ExitCode.NOTHING_CHECKED
        return Written(
            pieces, (*loaded.notes, "no pages were written: they would show less than the records hold"), code
        )
    records, left_out = _readable(tuple(loader.records_of(loaded.units)), loaded)
    assert loaded.configuration is not None  # noqa: S101 - a workspace without one is not valid
    workspace = Workspace(loaded.configuration, records)
    context = Context(settings.as_of, __version__, _only(request.only, workspace))
    folder = _folder(request.out, loaded, settings.folder)
    paths = _write(views, workspace, context, request.format, folder)
    return Written(tuple(_told(paths, settings)), (*loaded.notes, *left_out), ExitCode.OK)


def _views(names: Sequence[str]) -> tuple[ModuleType, ...]:
    known = page_names()
    for name in names:
        if name not in known:
            near = nearest(name, known)
            hint = f"Did you mean {near}?" if near else f"There are {', '.join(known)}."
            raise CannotRunError(f"There is no page {name}. {hint}")
    return tuple(unit(VIEWS, name) for name in names or known)


def _only(ids: Sequence[str], workspace: Workspace) -> frozenset[str]:
    known = [record.id for record in workspace.partnerships]
    for id_ in ids:
        if id_ not in known:
            near = nearest(id_, known)
            hint = f"Did you mean {near}?" if near else ""
            raise CannotRunError(f"There is no partnership {id_} here. {hint}".rstrip())
    return frozenset(ids)


def _readable(records: Sequence[Record], loaded: Loaded) -> tuple[tuple[Record, ...], tuple[str, ...]]:
    """The records that the audience may see, and a note on those it may not."""
    audience = _audience(loaded)
    kept = tuple(record for record in records if _AUDIENCES.index(_least(record)) <= _AUDIENCES.index(audience))
    missing = len(records) - len(kept)
    note = f"{number(missing, 'partnership')} left out: more confidential than these pages, which are for {audience}"
    return kept, (note,) if missing else ()


def _audience(loaded: Loaded) -> str:
    configured = loaded.configuration.report if loaded.configuration is not None else None
    audience = configured.confidentiality if configured is not None else None
    if audience == "public":
        raise CannotRunError(
            "partnerkit.yaml says that reports are public (report: confidentiality), and this version cannot yet take "
            "the names of people out of its pages. Set it to partners or internal, and keep the pages among them."
        )
    return audience or "internal"


def _least(record: Record) -> str:
    """The widest audience a record may have."""
    part = record.part
    return (part.confidentiality or "public") if isinstance(part, Partnership) else "public"


def _folder(out: Path | None, loaded: Loaded, folder: Path) -> Path:
    """Where to write: wherever the person at the command line says, else inside the workspace and nowhere else."""
    if out is not None:
        return folder / out
    configured = loaded.configuration.report if loaded.configuration is not None else None
    inside = loaded.root / ((configured.out if configured is not None else None) or DEFAULT_FOLDER)
    if not Path(os.path.realpath(inside)).is_relative_to(os.path.realpath(loaded.root)):
        raise CannotRunError(f"{inside} leads out of the workspace. Name another folder with --out.")
    return inside


def _write(
    views: Sequence[ModuleType], workspace: Workspace, context: Context, format_: str, folder: Path
) -> tuple[Path, ...]:
    writer = unit("partnerkit.render", format_)
    templates = templates_folder()
    # All pages are made before the first is written: what fails in the making leaves everything as it was.
    made = [
        (folder / f"{page.name}{writer.SUFFIX}", writer.render(page, templates).encode("utf-8"))
        for view in views
        for page in view.pages(workspace, context)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in made:
        write_whole(str(path), content)
    return tuple(path for path, _ in made)


def _told(paths: Sequence[Path], settings: Settings) -> Iterator[Piece]:
    if settings.quiet:
        return
    shown = [os.path.relpath(path) for path in paths]
    if settings.verbose:
        yield "".join(f"{path}\n" for path in shown), "plain"
    first = next((path for path in shown if "portfolio" in path), shown[0] if shown else "")
    yield f"Wrote {number(len(shown), 'page')}", "good"
    yield f" as of {settings.as_of.isoformat()}. Open {first}\n", "plain"
