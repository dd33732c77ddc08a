"""The pages that are kept beside the records: whether each shows what the records say, as of the day it speaks of."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from partnerkit.app import site
from partnerkit.app.gate.kinds import PAGE_OUTDATED, PAGE_SHOWS_MORE
from partnerkit.app.loading import PARTNERSHIP, Loaded, Loader, within
from partnerkit.app.outcome import CannotRunError, Settings
from partnerkit.app.reading import Readable, intended, readable
from partnerkit.app.recipes import Recipe, recipe_of
from partnerkit.app.report import Request, folder_for, site_of, views_named
from partnerkit.app.site import WHOLE, PageError, Site
from partnerkit.diagnostics.diagnostic import Diagnostic, Kind, Span
from partnerkit.io.files import digest, read_bytes
from partnerkit.io.git import ignored_paths
from partnerkit.io.resources import templates_folder
from partnerkit.io.trees import Tree
from partnerkit.model.audiences import WIDEST_FIRST
from partnerkit.render import html, markdown
from partnerkit.views.api import Context
from partnerkit.views.reading.pages import partnership_page

WRITERS: Mapping[str, str] = {html.SUFFIX: "html", markdown.SUFFIX: "markdown"}
MOST_BYTES = 16 * 1024 * 1024
MOST_WAYS = 12
"""Pages that were made in more different ways than this are not all compared: each way reads all records again."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of the look at the pages that are kept.

    Attributes:
        count: How many were compared.
        found: Those that are not what they would be if they were made now, or show more than they may.
        reason: Why they were not looked at, without a full stop; "" if they were.
        own: How many were not compared, for they were made with templates of the user's own.
    """

    count: int = 0
    found: tuple[Diagnostic, ...] = ()
    reason: str = ""
    own: int = 0


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that is kept: the digest of its bytes, and the revision it says it was made from."""

    digest: str
    revision: str | None


@dataclass(frozen=True, slots=True)
class _Way:
    """How pages were made, and in which format: those of one way are made again together."""

    recipe: Recipe
    suffix: str


def kept_pages(loaded: Loaded, loader: Loader, settings: Settings, base: Tree | None = None) -> Kept:
    """Look at the pages in the folder for pages, unless git ignores them.

    Args:
        loaded: The workspace as it was read.
        loader: What read it.
        settings: What every command is told.
        base: The files where the change began: what was a page of ours there is to be one still.

    Raises:
        CannotRunError: The folder is outside the workspace.
    """
    if loaded.configuration is None or not loaded.is_valid:
        return Kept(reason="first the records must be well formed")
    folder = folder_for(None, loaded, settings.folder)
    where = os.path.relpath(folder, loaded.root).replace(os.sep, "/")
    ways, own = _kept(folder, loaded.root)
    found = [
        Diagnostic(kind, words, Span(f"{where}/{name}"), kind.remedy, subject=f"page {name}")
        for kind, name, words in chain(_compared(ways, folder, loaded, loader, settings), _lost(where, ways, base))
    ]
    count = sum(map(len, ways.values()))
    return Kept(count, tuple(found), "" if count or own or found else "none are kept here", own)


_Told = tuple[Kind, str, str]
"""What is wrong with a page: the kind, the name of its file, and what it is in words."""


def _compared(
    ways: Mapping[_Way, Mapping[str, _Page]], folder: Path, loaded: Loaded, loader: Loader, settings: Settings
) -> Iterator[_Told]:
    for at, (way, pages) in enumerate(sorted(ways.items(), key=lambda pair: sorted(pair[1]))):
        differing = _differing(way, pages, folder, loaded, loader, settings) if at < MOST_WAYS else _too_many(pages)
        yield from ((PAGE_OUTDATED, name, words) for name, words in differing)
        yield from ((PAGE_SHOWS_MORE, name, words) for name, words in _shown_more(way, pages, loaded, loader))


def _shown_more(way: _Way, pages: Iterable[str], loaded: Loaded, loader: Loader) -> Iterator[tuple[str, str]]:
    """Pages for readers who may see more than those for whom the pages of this workspace are."""
    if not way.recipe.is_named or loaded.configuration is None:
        return
    records = tuple(record for record in loader.records_of(loaded.units) if record.kind == PARTNERSHIP)
    meant = intended(loaded.configuration, records)
    if WIDEST_FIRST.index(way.recipe.audience) > WIDEST_FIRST.index(meant):
        words = f"this page is for the audience `{way.recipe.audience}`, and the pages here are for `{meant}`"
        yield from ((name, words) for name in pages)


def _lost(where: str, ways: Mapping[_Way, Mapping[str, _Page]], base: Tree | None) -> Iterator[_Told]:
    """What was a page of ours where the change began, and is none that could be compared now."""
    if base is None:
        return
    known = {f"{where}/{name}" for pages in ways.values() for name in pages}
    for file in base.below(where):
        name = file.rpartition("/")[2]
        if os.path.splitext(name)[1] in WRITERS and file not in known and _is_ours(base, file):
            words = "this page was kept where the change began, and is gone, or does not say any more how it was made"
            yield PAGE_OUTDATED, name, words


def _is_ours(base: Tree, file: str) -> bool:
    try:
        made = recipe_of(base.read(file, MOST_BYTES))
    except OSError:
        return False
    return made is not None and not made[0].own


def _too_many(pages: Iterable[str]) -> Iterator[tuple[str, str]]:
    ways = f"the pages here were made in more than {MOST_WAYS} different ways, and this one was not compared"
    yield from ((name, ways) for name in pages)


def _kept(folder: Path, root: Path) -> tuple[Mapping[_Way, Mapping[str, _Page]], int]:
    """The pages that are kept, by how they were made and by the names of their files; and how many are left out.

    Left out are those that were made with templates of the user's own: these are not run here.
    """
    ignored = tuple(ignored_paths(str(root))[0])
    found: dict[_Way, dict[str, _Page]] = {}
    own = 0
    if not folder.is_dir() or within(os.path.relpath(folder, root).replace(os.sep, "/"), ignored):
        return found, own
    for entry in sorted(os.scandir(folder), key=lambda one: one.name):
        suffix = os.path.splitext(entry.name)[1]
        if suffix not in WRITERS or within(os.path.relpath(entry.path, root).replace(os.sep, "/"), ignored):
            continue
        content = _content(entry.path)
        made = recipe_of(content)
        if made is not None and made[0].own:
            own += 1
        elif made is not None:
            page = _Page(digest(content), made[1])
            found.setdefault(_Way(made[0], suffix), {})[entry.name] = page
    return found, own


def _content(path: str) -> bytes:
    """The bytes of a page, with the ends of lines that we write: git may have converted them."""
    try:
        raw = read_bytes(path, MOST_BYTES)
    except OSError:
        return b""
    return b"" if len(raw) > MOST_BYTES else raw.replace(b"\r\n", b"\n")


def _differing(  # noqa: PLR0913 - each of them decides
    way: _Way, pages: Mapping[str, _Page], folder: Path, loaded: Loaded, loader: Loader, settings: Settings
) -> Iterator[tuple[str, str]]:
    """The pages that are not what they would be, each with what is wrong."""
    try:
        place = _site(way, folder, loaded, loader, settings)
        place = replace(place, context=_revised(place, pages))
        made = site.digests(place, _jobs(place))
    except (CannotRunError, PageError) as error:
        yield from ((name, f"this page cannot be made again: {_sentence(str(error))}") for name in pages)
        return
    older = place.context.version != way.recipe.version
    because = f"it was made by partnerkit {way.recipe.version}" if older else "the records, or the page, have changed"
    for name in sorted(pages.keys() | made.keys()):
        if name not in pages:
            yield name, "this page is missing: others that are made together with it are kept here"
        elif name not in made:
            yield name, "nothing makes this page any more"
        elif pages[name].digest != made[name]:
            yield name, f"this page does not show what the records say as of {way.recipe.as_of.isoformat()}: {because}"


def _sentence(text: str) -> str:
    return text[:1].lower() + text[1:].rstrip(".")


def _site(way: _Way, folder: Path, loaded: Loaded, loader: Loader, settings: Settings) -> Site:
    recipe = way.recipe
    then = replace(settings, as_of=recipe.as_of)
    only: tuple[str, ...] = ()
    if recipe.only:
        all_of_them = readable(loaded, loader, then, recipe.audience)
        only = tuple(_read_as(id_, all_of_them) for id_ in recipe.only)
    views = views_named(recipe.pages)
    audience = recipe.audience if recipe.is_named else None
    readers = readable(loaded, loader, then, audience, only, folder)
    request = Request(recipe.pages, only, WRITERS[way.suffix], None, audience, recipe.linked)
    return site_of(request, folder, templates_folder(), views, readers)


def _read_as(id_: str, readers: Readable) -> str:
    """The id of a partnership in the records, by the one under which it is shown."""
    if id_ not in readers.sources:
        raise CannotRunError(f"there is no partnership {id_} here any more.")
    return readers.sources[id_].id


def _revised(place: Site, pages: Mapping[str, _Page]) -> Context:
    """What the views are told, with the revisions that the pages say they were made from."""
    context, suffix = place.context, place.writer.SUFFIX
    of_all = (pages[name].revision for name in _names(context, suffix, None) if name in pages)
    ids = [record.id for record in place.workspace.partnerships]
    of_each = {id_: [name for name in _names(context, suffix, id_) if name in pages] for id_ in ids}
    revisions = {id_: revision for id_, names in of_each.items() if names and (revision := pages[names[0]].revision)}
    return replace(context, revision=next(of_all, None), revisions=revisions)


def _names(context: Context, suffix: str, id_: str | None) -> Iterator[str]:
    """The files of the pages about a partnership, or about the whole workspace."""
    for view in context.views:
        if view.is_whole == (id_ is None):
            yield f"{view.name if id_ is None else partnership_page(id_, view.name)}{suffix}"


def _jobs(place: Site) -> Iterator[str]:
    if any(view.is_whole for view in place.context.views):
        yield WHOLE
    if any(not view.is_whole for view in place.context.views):
        yield from (
            record.id
            for record in place.workspace.partnerships
            if not place.context.only or record.id in place.context.only
        )
