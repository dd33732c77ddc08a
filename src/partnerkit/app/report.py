"""Write the pages of a report: for each page that is asked for, one file in HTML or Markdown."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from partnerkit.app import site
from partnerkit.app.evidence_files import watched_files
from partnerkit.app.loading import Loaded, Loader
from partnerkit.app.opening import opened
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.own_page import write_own_page
from partnerkit.app.own_templates import own_templates
from partnerkit.app.reading import Readable, readable
from partnerkit.app.recipes import Recipe
from partnerkit.app.site import Job, Outcome, Site
from partnerkit.app.validate import checked_workspace
from partnerkit.diagnostics.text import Piece
from partnerkit.emit import full
from partnerkit.emit.api import Summary, number
from partnerkit.io.files import digest
from partnerkit.io.resources import templates_folder
from partnerkit.io.trees import Tree
from partnerkit.model.configuration import Audience, Configuration
from partnerkit.model.suggestions import nearest
from partnerkit.render.own import OwnTemplates
from partnerkit.units import unit, unit_names
from partnerkit.views.api import ViewName

VIEWS = "partnerkit.views"
DEFAULT_FOLDER = "reports"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for.

    Attributes:
        pages: The names of pages; none means all.
        only: The ids of partnerships; none means all.
        format: `html` or `markdown`.
        out: The folder to write to; None means the configured one, or `reports` in the workspace.
        audience: Who will read them; None means whom the configuration names, else whom the records do.
        linked: Whether the pages are a site, and share one style sheet, instead of each standing alone.
        template: A template that is wholly the user's own, to write one file with instead of pages.
        templates: A folder of templates that take the place of ours.
        trusted: Whether to use those that the configuration names.
        rev: The revision to show; None means the files as they are now.
        config_from: The revision whose settings and excuses count; None means the workspace's own.
    """

    pages: Sequence[str]
    only: Sequence[str]
    format: str
    out: Path | None
    audience: Audience | None = None
    linked: bool = False
    template: Path | None = None
    templates: Path | None = None
    trusted: bool = False
    rev: str | None = None
    config_from: str | None = None


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
    """Each page with what it shows, a line each, in the order in which a reader meets them."""
    views = sorted(views_named(()), key=lambda view: (view.PLACE, _name(view)))
    width = max(len(_name(view)) for view in views)
    for view in views:
        first_line = (view.__doc__ or "").split("\n", 1)[0]
        yield f"{_name(view):<{width}}", "strong"
        yield f"  {first_line}\n", "plain"


def report(request: Request, settings: Settings, elapsed: str) -> Written:
    """Write the pages that are asked for; nothing is written unless the whole workspace is valid.

    Raises:
        CannotRunError: There is no such page or partnership, or no place to write to.
        OSError: A page could not be written; those written before it stay, and so does its old version.
    """
    views = views_named(request.pages)
    (one,) = opened((), settings, request.rev, request.config_from)
    loader, settings = one.loader, one.settings
    loaded = loader.load(records=True)
    loaded = replace(loaded, notes=(*one.notes, *loaded.notes))
    if not loaded.is_valid or not loaded.records:
        checked = checked_workspace(loaded, ("",))
        pieces = tuple(full.emit([checked], Summary(elapsed, settings.quiet, settings.verbose)))
        code = ExitCode.FINDINGS if not loaded.is_valid else ExitCode.NOTHING_CHECKED
        return Written(
            pieces, (*loaded.notes, "no pages were written: they would show less than the records hold"), code
        )
    if request.template is not None:
        return _own_page(request.template, request, settings, loader, loaded)
    folder = folder_for(request.out, loaded, settings.folder)
    own, notes = _own_folder(request, settings, loaded)
    readers = readable(loaded, loader, settings, request.audience, request.only, folder)
    templates = own_templates(own) if own else templates_folder()
    place = site_of(request, folder, templates, views, readers)
    try:
        keep = settings.cache and request.config_from is None
        outcome = site.write(place, _jobs(place, readers, loaded, loader.tree), keep=keep)
    except site.PageError as error:
        raise CannotRunError(f"{error}. Pages that were written before stay; the others are as they were.") from error
    return Written(tuple(_told(outcome, settings)), (*loaded.notes, *readers.notes, *notes), ExitCode.OK)


def site_of(
    request: Request,
    folder: Path,
    templates: Path | OwnTemplates,
    views: tuple[ModuleType, ...],
    readers: Readable,
) -> Site:
    """What is to be written for some readers, and how.

    Args:
        request: What is asked for.
        folder: The folder to write to.
        templates: The folder of our templates, or templates of the user's own.
        views: The modules of the pages.
        readers: The records as they may be read.
    """
    context = replace(readers.context, views=view_names(views))
    recipe = Recipe(
        context.as_of,
        context.audience,
        context.version,
        request.audience is not None,
        tuple(sorted(context.only)),
        () if len(views) == len(page_names()) else tuple(sorted(map(_name, views))),
        request.linked,
        isinstance(templates, OwnTemplates),
    )
    writer = unit("partnerkit.render", request.format)
    return Site(folder, writer, templates, views, readers.workspace, context, request.linked, recipe)


def _own_page(template: Path, request: Request, settings: Settings, loader: Loader, loaded: Loaded) -> Written:
    """Write one file with a template that is wholly the user's own."""
    views = sorted(views_named(request.pages), key=lambda view: (view.PLACE, _name(view)))
    own, notes = _own_folder(request, settings, loaded)
    out = None if request.out is None else settings.folder / request.out
    readers = readable(loaded, loader, settings, request.audience, request.only, out and out.parent)
    context = replace(readers.context, views=view_names(views))
    pieces = write_own_page(settings.folder / template, own, out, readers.workspace, context, views)
    said = () if out is not None and settings.quiet else pieces
    return Written(said, (*loaded.notes, *readers.notes, *notes), ExitCode.OK)


def _own_folder(request: Request, settings: Settings, loaded: Loaded) -> tuple[Path | None, tuple[str, ...]]:
    """The folder of the user's own templates, if there is one, and what to say about it.

    What the configuration names comes with the records, perhaps with a stranger's change to them. It counts only if the
    person at the command line, who has looked at it, says so.
    """
    if request.templates is not None:
        return settings.folder / request.templates, ()
    report = loaded.configuration.report if loaded.configuration is not None else None
    named = report.templates if report is not None else None
    if named is None:
        return None, ()
    if not request.trusted:
        return None, (f"the templates in {named}, which partnerkit.yaml names, count only with --trust-templates",)
    return _inside(loaded.root, named, "Name another folder with --templates."), ()


def view_names(views: Sequence[ModuleType]) -> tuple[ViewName, ...]:
    """The views as pages speak of them, in their order."""
    found = (ViewName(_name(view), view.TITLE, view.PLACE) for view in views)
    return tuple(sorted(found, key=lambda view: (view.place, view.name)))


def _name(view: ModuleType) -> str:
    return view.__name__.rpartition(".")[2].replace("_", "-")


def _jobs(place: Site, readers: Readable, loaded: Loaded, tree: Tree) -> list[Job]:
    """The pages to be made, those of each partnership by themselves, each with the digest of what they depend on."""
    context = place.context
    digests = loaded.inputs.digests
    of_partnerships = {file for record in readers.sources.values() for file in record.files}
    shared = [f"{file} {known}" for file, known in sorted(digests.items()) if file not in of_partnerships]
    options = [
        str(context.as_of), context.audience, place.writer.__name__, str(place.linked), str(sorted(context.only)),
        *(view.name for view in context.views), site.templates_digest(place.templates), *readers.secrets,
    ]  # fmt: skip
    jobs = []
    if any(view.is_whole for view in context.views):
        every = [f"{file} {known}" for file, known in sorted(digests.items())]
        jobs.append(Job(site.WHOLE, _key(options, every, [context.withheld, context.revision or ""])))
    for id_, record in readers.sources.items() if any(not view.is_whole for view in context.views) else ():
        if context.only and id_ not in context.only:
            continue
        own = [f"{file} {digests[file]}" for file in record.files]
        files = [f"{path} {known}" for path, known in sorted(watched_files(record, tree).items())]
        stamp = [context.withheld_of.get(id_, ""), context.revisions.get(id_, "")]
        jobs.append(Job(id_, _key(options, shared, own, files, stamp)))
    return jobs


def _key(*texts: Sequence[str]) -> str:
    return digest("\0".join("\n".join(part) for part in texts).encode("utf-8", "surrogateescape"))


def views_named(names: Sequence[str]) -> tuple[ModuleType, ...]:
    """The views of some names, in their order; without names, all.

    Raises:
        CannotRunError: There is no such view.
    """
    known = page_names()
    for name in names:
        if name not in known:
            near = nearest(name, known)
            hint = f"Did you mean {near}?" if near else f"There are {', '.join(known)}."
            raise CannotRunError(f"There is no page {name}. {hint}")
    return tuple(unit(VIEWS, name) for name in names or known)


def folder_for(out: Path | None, loaded: Loaded, folder: Path) -> Path:
    """Where to write: wherever the person at the command line says, else inside the workspace and nowhere else."""
    return folder_of(out, loaded.configuration, loaded.root, folder)


def folder_of(out: Path | None, configuration: Configuration | None, root: Path, folder: Path) -> Path:
    """The same for a workspace of which the configuration is known, if it has one without faults."""
    if out is not None:
        return folder / out
    configured = configuration.report if configuration is not None else None
    named = (configured.out if configured is not None else None) or DEFAULT_FOLDER
    return _inside(root, named, "Name another folder with --out.")


def _inside(root: Path, named: str, remedy: str) -> Path:
    """A folder that the configuration names."""
    inside = root / named
    if not Path(os.path.realpath(inside)).is_relative_to(os.path.realpath(root)):
        raise CannotRunError(f"{inside} leads out of the workspace. {remedy}")
    return inside


def _told(outcome: Outcome, settings: Settings) -> Iterator[Piece]:
    if settings.quiet:
        return
    if settings.verbose:
        yield "".join(f"{os.path.relpath(path)}\n" for path in outcome.written), "plain"
    first = next((path for path in outcome.files if path.stem == "portfolio"), next(iter(outcome.files), None))
    kept = len(outcome.files) - len(outcome.written)
    if outcome.written:
        yield f"Wrote {number(len(outcome.written), 'page')}", "good"
        yield f" as of {settings.as_of.isoformat()}", "plain"
        yield f"; {number(kept, 'page')} {'was' if kept == 1 else 'were'} up to date" if kept else "", "plain"
    else:
        yield f"Nothing to write: {number(kept, 'page')} up to date", "good"
        yield f" as of {settings.as_of.isoformat()}", "plain"
    yield f". Open {os.path.relpath(first)}\n" if first is not None else ".\n", "plain"
