"""Writing pages to a folder: made side by side, and left alone where nothing they depend on has changed.

What the pages of a partnership depend on is told by digests: of the program, the templates, the options, the files of
the partnership and those that all share. What was written under which digest is kept beside the other caches, outside
the folder; a page that is not there any more, or is not what was written, is written again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

from partnerkit.app.own_templates import bounded
from partnerkit.app.recipes import Recipe, signed
from partnerkit.io import cache
from partnerkit.io.files import digest, read_bytes, write_whole
from partnerkit.io.processes import spread
from partnerkit.render.own import OwnTemplates, TemplateFault
from partnerkit.views.api import Context, Known
from partnerkit.views.blocks import Page
from partnerkit.views.reading.pages import partnership_page
from partnerkit.workspace.workspace import Workspace

WHOLE = ""
"""The name of the job that makes the pages about the whole workspace."""

WORTHWHILE = 24
"""Fewer partnerships than this are done sooner in one process."""

_MOST_BYTES = 256 * 1024 * 1024

Kept = Mapping[str, tuple[str, Mapping[str, str]]]
"""For each job the digest of what it depended on, and the digest of each file it wrote, by the file's name."""


@dataclass(frozen=True, slots=True)
class Job:
    """Pages that are made together.

    Attributes:
        partnership: The id of the partnership they are about; `WHOLE` for those about the whole workspace.
        key: The digest of all they depend on.
    """

    partnership: str
    key: str


@dataclass(frozen=True)
class Site:
    """What is to be written, and how.

    Attributes:
        folder: The folder to write to.
        writer: The module that writes pages in a format.
        templates: The folder of our templates, or templates of the user's own.
        views: The modules of the pages.
        workspace: The records, as the audience may read them.
        context: What the views are told.
        linked: Whether pages share one style sheet and link to one another, instead of each standing alone.
        recipe: How the pages are made, which each of them tells in its last line.
    """

    folder: Path
    writer: ModuleType
    templates: Path | OwnTemplates
    views: tuple[ModuleType, ...]
    workspace: Workspace
    context: Context
    linked: bool
    recipe: Recipe

    @cached_property
    def present(self) -> frozenset[str]:
        """The names of the pages that links may lead to."""
        ids = [record.id for record in self.workspace.partnerships if self._is_asked_for(record.id)]
        single = (partnership_page(id_, view.name) for view in self.context.views if not view.is_whole for id_ in ids)
        return frozenset((*single, *(view.name for view in self.context.views if view.is_whole)))

    def _is_asked_for(self, id_: str) -> bool:
        return not self.context.only or id_ in self.context.only


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: the files of all pages, sorted by name, and those that were written."""

    files: tuple[Path, ...]
    written: tuple[Path, ...]


class PageError(Exception):
    """A page could not be made or written; the text says which, and why."""


def write(site: Site, jobs: Sequence[Job], *, keep: bool) -> Outcome:
    """Write the pages of some jobs, but for those that stand there as they should.

    Args:
        site: What is to be written, and how.
        jobs: The jobs.
        keep: Whether to go by what earlier runs have written, and to remember what this one writes.

    Raises:
        PageError: A page could not be made or written; what was written before it stays.
        OSError: The folder could not be made.
    """
    # What is compiled once is inherited by the processes that do the work.
    _prepare(site)
    site.folder.mkdir(parents=True, exist_ok=True)
    store = _store(site) if keep else None
    known = _load(store)
    fresh = {job.partnership: known[job.partnership] for job in jobs if _is_fresh(site, job, known)}
    stale = [job for job in jobs if job.partnership not in fresh]
    made = {job.partnership: (job.key, _raised(files)) for job, files in _made(site, stale)}
    written = [site.folder / name for _, files in made.values() for name in files]
    for name, content in site.writer.assets(site.templates).items() if site.linked else ():
        _write_if_new(str(site.folder / name), content)
    done = {**fresh, **made}
    _save(store, {**known, **done})
    files = sorted(site.folder / name for _, files in done.values() for name in files)
    return Outcome(tuple(files), tuple(sorted(written)))


def digests(site: Site, partnerships: Iterable[str]) -> Mapping[str, str]:
    """The digest that each page about some partnerships would have if it were written now, by the name of its file.

    Args:
        site: What would be written, and how.
        partnerships: The ids of partnerships; `WHOLE` for the pages about the whole workspace.

    Raises:
        PageError: A page could not be made.
    """
    _prepare(site)

    def work(partnership: str) -> Mapping[str, str] | str:
        try:
            made = _made_of(site, Job(partnership, ""))
        except Exception as error:  # noqa: BLE001 - the parent says it; here nobody would hear
            return f"{partnership or 'the workspace'}: {type(error).__name__}: {error}"
        return {name: digest(content) for name, content in made.items()}

    def lost(partnership: str) -> str:
        return f"{partnership or 'the workspace'}: the process that made them died"

    return {
        name: one for made in spread(work, tuple(partnerships), lost, WORTHWHILE) for name, one in _raised(made).items()
    }


def _made(site: Site, jobs: Sequence[Job]) -> Iterable[tuple[Job, Mapping[str, str] | str]]:
    fault = ""

    def work(job: Job) -> tuple[Job, Mapping[str, str] | str]:
        nonlocal fault
        if fault:
            # These are the same templates again: each further page could take all the time there is.
            return job, fault
        try:
            return job, _write_job(site, job)
        except TemplateFault as error:
            fault = f"{job.partnership or 'the workspace'}: {error}"
            return job, fault
        except Exception as error:  # noqa: BLE001 - the parent says it; here nobody would hear
            return job, f"{job.partnership or 'the workspace'}: {type(error).__name__}: {error}"

    def lost(job: Job) -> tuple[Job, Mapping[str, str] | str]:
        return job, f"{job.partnership or 'the workspace'}: the process that made them died"

    return spread(work, jobs, lost, WORTHWHILE)


def _raised(files: Mapping[str, str] | str) -> Mapping[str, str]:
    if isinstance(files, str):
        raise PageError(f"The pages of {files}")
    return files


def _write_job(site: Site, job: Job) -> dict[str, str]:
    """Write the pages of a job; all are made before the first is written."""
    made = _made_of(site, job)
    for name, content in made.items():
        write_whole(str(site.folder / name), content, lasting=False)
    return {name: digest(content) for name, content in made.items()}


def _made_of(site: Site, job: Job) -> Mapping[str, bytes]:
    """The pages of a job, by the names of their files."""
    pages = _pages(site, job)
    return {
        f"{page.name}{site.writer.SUFFIX}": signed(content, site.recipe, page.stamp.revision)
        for page, content in zip(pages, _contents(site, pages), strict=True)
    }


def _pages(site: Site, job: Job) -> list[Page]:
    whole = {view.name for view in site.context.views if view.is_whole}
    context = site.context if job.partnership == WHOLE else _narrowed(site.context, job.partnership)
    return [
        page
        for view in site.views
        if (view.__name__.rpartition(".")[2].replace("_", "-") in whole) is (job.partnership == WHOLE)
        for page in view.pages(site.workspace, context)
    ]


def _contents(site: Site, pages: Sequence[Page]) -> list[bytes]:
    """The files of some pages."""
    # A view may give more pages than the one of its name, and those link to one another.
    others = {page.name for page in pages} - site.present
    present = site.present | others if others else site.present

    def texts() -> Iterable[str]:
        return (site.writer.render(page, site.templates, present, linked=site.linked) for page in pages)

    if isinstance(site.templates, OwnTemplates):
        return bounded(texts)
    return [text.encode("utf-8") for text in texts()]


def _prepare(site: Site) -> None:
    """Read the templates; those of the user's own in bounds first, which shows that they can be read at all."""

    def prepare() -> Iterable[str]:
        site.writer.prepare(site.templates)
        return ()

    try:
        if isinstance(site.templates, OwnTemplates):
            bounded(prepare)
        prepare()
    except TemplateFault as fault:
        raise PageError(str(fault)) from fault


def _narrowed(context: Context, partnership: str) -> Context:
    return replace(context, only=frozenset({partnership}), known=Known())


def _write_if_new(path: str, content: bytes) -> None:
    if _digest_of(path) != digest(content):
        write_whole(path, content, lasting=False)


# ---------------------------------------------------------------------- what is there already


def _is_fresh(site: Site, job: Job, known: Kept) -> bool:
    if job.partnership not in known or known[job.partnership][0] != job.key:
        return False
    return all(_digest_of(str(site.folder / name)) == kept for name, kept in known[job.partnership][1].items())


def _digest_of(path: str) -> str:
    try:
        return digest(read_bytes(path, _MOST_BYTES))
    except OSError:
        return ""


def _store(site: Site) -> str | None:
    """Where it is kept what was written to a folder in a format."""
    folder = cache.cache_folder()
    if folder is None:
        return None
    name = f"{os.path.realpath(site.folder)}\n{site.writer.SUFFIX}"
    return os.path.join(folder, "sites", digest(os.fsencode(name)))


def _load(store: str | None) -> Kept:
    content = None if store is None else cache.load(store, cache.fingerprint())
    if content is None:
        return {}
    kept: dict[str, Any] = json.loads(content)
    return {job: (key, files) for job, (key, files) in kept.items()}


def _save(store: str | None, kept: Kept) -> None:
    if store is not None:
        cache.save(store, cache.fingerprint(), json.dumps(kept).encode("ascii"))


def templates_digest(templates: Path | OwnTemplates) -> str:
    """The digest of all templates: of those in a folder, or of the user's own and those of ours that go with them."""
    if isinstance(templates, OwnTemplates):
        return digest(json.dumps(sorted(templates.texts.items())).encode("ascii"))
    files = sorted(path for path in templates.rglob("*") if path.is_file())
    return digest(b"\0".join(os.fsencode(path.relative_to(templates)) + b"\0" + path.read_bytes() for path in files))
