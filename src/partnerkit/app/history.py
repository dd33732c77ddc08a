"""How partnerships stood over the commits or tags of their repository: stage, levels, open actions, findings."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from partnerkit import __version__
from partnerkit.app.loading import Loader, Tell
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.report import folder_of
from partnerkit.app.revisions import NoWorkspaceError, Past, past
from partnerkit.app.standings import Taken, for_readers, intended_readers, on_record
from partnerkit.app.validate import Answer
from partnerkit.diagnostics.text import Piece, one_line
from partnerkit.emit.api import number
from partnerkit.emit.history.api import Emit
from partnerkit.io.discovery import find_root
from partnerkit.io.files import write_whole
from partnerkit.io.resources import templates_folder
from partnerkit.io.revisions import GitError, Revision, history, revision, tags
from partnerkit.io.trees import Blobs
from partnerkit.model.configuration import Audience
from partnerkit.units import unit, unit_names
from partnerkit.views.api import Context
from partnerkit.views.history import history_pages
from partnerkit.views.over_time.history import History, Moment, Standing

TEXTS = "partnerkit.emit.history"
PAGES = "partnerkit.render"
Pace = Literal["commit", "week", "month", "year"]
_MOST_COMMITS = 10_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for.

    Attributes:
        only: The ids of partnerships; none means all.
        format: A format of histories or of pages.
        tags: Whether to look at tags in place of commits.
        every: At most one moment in each of these.
        limit: So many moments at most, the newest.
        out: The file to write to, or for pages the folder; None means the folder of reports, or the screen.
        audience: Who will read the page; None means whom the configuration names, else whom the records do.
    """

    only: tuple[str, ...]
    format: str
    tags: bool = False
    every: Pace = "commit"
    limit: int = 12
    out: Path | None = None
    audience: Audience | None = None

    @property
    def is_page(self) -> bool:
        """Whether a page is asked for."""
        return self.format in unit_names(PAGES, "render")


@dataclass(frozen=True, slots=True)
class _Looked:
    """What one has looked at.

    Attributes:
        history: How the partnerships stood.
        newest: What was taken down last.
        readers: Who may read it.
        day: The day of the newest moment.
        root: The workspace.
        notes: What there is to say besides.
    """

    history: History
    newest: Taken
    readers: Audience
    day: date
    root: Path
    notes: tuple[str, ...]


def answer(asked: Asked, settings: Settings, tell: Tell) -> Answer:
    """Look at each moment, and print or write how the partnerships stood.

    Raises:
        CannotRunError: There is no repository, no moment to look at, no such partnership, none that is for the
            readers, or no place to write to.
        OSError: A file could not be written; its old version stays.
    """
    if asked.audience is not None and not asked.is_page:
        pages = " or ".join(unit_names(PAGES, "render"))
        raise CannotRunError(f"--audience is for pages; {asked.format} withholds nothing. Name --format {pages}.")
    looked = _looked(asked, settings, tell)
    if asked.is_page:
        return Answer(_page(asked, looked, settings), ExitCode.OK, (), looked.notes)
    emit: Emit = unit(TEXTS, asked.format).emit
    pieces = tuple(emit(looked.history))
    if asked.out is not None:
        content = "".join(text for text, _ in pieces).encode("utf-8")
        pieces = _written([(settings.folder / asked.out, content)], looked, settings)
    return Answer(pieces, ExitCode.OK, (), looked.notes)


# ---------------------------------------------------------------------- looking


def _looked(asked: Asked, settings: Settings, tell: Tell) -> _Looked:
    there = _opened(asked, settings)
    readers = _readers(asked, [then for _, then in there], settings)
    found: list[tuple[Moment, Taken]] = []
    passed: list[Moment] = []
    for at, (label, then) in enumerate(there):
        tell(at, len(there))
        # A tag may be called after anybody.
        moment = Moment(label if readers == "internal" else then.revision.short, then.revision.short, then.revision.day)
        taken = _taken(then, settings, readers, asked)
        if taken is None:
            passed.append(moment)
        else:
            found.append((moment, taken))
    if not found:
        raise CannotRunError(_NOTHING)
    if readers != "internal" and moment in passed:
        # It may say that something is confidential that was not before.
        raise CannotRunError(f"The records have errors at {moment.commit}, the newest commit looked at: {_UNSURE}.")
    newest = found[-1][1]
    shown, left_out = _shown(asked.only, [taken for _, taken in found])
    notes = tuple(
        f"{one_line(moment.label)} was passed over: {_BROKEN if readers == 'internal' else _UNSURE}"
        for moment in passed
    ) + ((f"{number(left_out, 'partnership')} left out: more confidential than this page",) if left_out else ())
    made = History(tuple(moment for moment, _ in found), newest.measure, shown, tuple(passed), settings.quiet)
    last = date.fromisoformat(found[-1][0].day)
    return _Looked(made, newest, readers, last, there[-1][1].root, notes)


_NOTHING = "There is no partnership in any of the commits that were looked at."
_BROKEN = "there was no partnership without errors of form in it"
_UNSURE = "where records have errors, it is not sure what must be withheld"


def _readers(asked: Asked, there: Sequence[Past], settings: Settings) -> Audience:
    """Who may read it; what is printed is for whoever has the repository."""
    if not asked.is_page:
        return "internal"
    if asked.audience is not None:
        return asked.audience
    known = (intended_readers(then, replace(settings, cache=False), asked.only) for then in reversed(there))
    return next((readers for readers in known if readers is not None), "internal")


def _taken(then: Past, settings: Settings, readers: Audience, asked: Asked) -> Taken | None:
    if readers == "internal":
        return on_record(then, settings)
    return for_readers(then, settings, readers, asked=asked.audience is not None)


def _opened(asked: Asked, settings: Settings) -> Sequence[tuple[str, Past]]:
    """The workspaces at the moments to look at, with what to call each; those without one are left out."""
    store = Blobs(str(settings.folder))
    found: list[tuple[str, Past]] = []
    for label, commit in _moments(asked, settings.folder):
        try:
            found.append((label, past(settings.folder, commit, store)))
        except NoWorkspaceError:
            continue
        except GitError as error:
            raise CannotRunError(f"{one_line(label)} cannot be read: {one_line(str(error))}.") from error
    if not found:
        raise CannotRunError(_NOTHING)
    return found


def _shown(only: Sequence[str], found: Sequence[Taken]) -> tuple[Mapping[str, tuple[Standing | None, ...]], int]:
    """The partnerships asked for under the ids by which they are shown, and how many of them are not shown.

    What is too confidential when it is last on record is not shown as it was before, either.
    """
    last: dict[str, str | None] = {}
    for taken in found:
        last |= dict.fromkeys(taken.left_out) | {id_: taken.names.get(id_, id_) for id_ in taken.standings}
    for id_ in only:
        if id_ not in last:
            raise CannotRunError(f"There is no partnership {one_line(id_)} in any of the commits that were looked at.")
    asked = dict.fromkeys(only or last)
    shown: dict[str, tuple[Standing | None, ...]] = {}
    for id_ in asked:
        if (name := last[id_]) is not None:
            shown[_free(name, shown)] = tuple(taken.standings.get(id_) for taken in found)
    if not shown:
        raise CannotRunError("All partnerships asked for are more confidential than this page.")
    return shown, len(asked) - len(shown)


def _free(name: str, taken: Mapping[str, object]) -> str:
    """A name that is not taken: the neutral ids of two moments may be the same for two partnerships."""
    return name if name not in taken else _free(f"{name}-x", taken)


def _moments(asked: Asked, folder: Path) -> Sequence[tuple[str, Revision]]:
    """The commits to look at with what to call them, oldest first."""
    try:
        found = list(_tagged(folder) if asked.tags else _commits(find_root(folder) or folder))
    except GitError as error:
        raise CannotRunError(f"The history cannot be read: {one_line(str(error))}.") from error
    by_period: dict[str, tuple[str, Revision]] = {}
    for label, commit in found:
        by_period[_period(commit, asked.every)] = (label, commit)
    if not by_period:
        raise CannotRunError("There are no tags here." if asked.tags else "Nothing is committed here.")
    return list(by_period.values())[-asked.limit :]


def _commits(folder: Path) -> Iterator[tuple[str, Revision]]:
    head = revision(str(folder), "HEAD")
    for commit in reversed(history(str(folder), head.name, _MOST_COMMITS, (".",))):
        yield commit.short, commit


def _tagged(folder: Path) -> Iterator[tuple[str, Revision]]:
    for tag, name in tags(str(folder)):
        yield tag, revision(str(folder), name)


def _period(commit: Revision, every: Pace) -> str:
    match every:
        case "commit":
            return commit.name
        case "week":
            return "-".join(map(str, date.fromisoformat(commit.day).isocalendar()[:2]))
        case "month":
            return commit.day[:7]
        case "year":
            return commit.day[:4]


# ---------------------------------------------------------------------- writing


def _page(asked: Asked, looked: _Looked, settings: Settings) -> tuple[Piece, ...]:
    """Write the page, and those that belong to it."""
    writer = unit(PAGES, asked.format)
    context = Context(looked.day, __version__, audience=looked.readers, withheld=looked.newest.withheld)
    pages = tuple(history_pages(looked.history, context, looked.newest.title, tuple(_filters(asked))))
    # What is not written now may not be there, or be of another day.
    present = frozenset(page.name for page in pages)
    named = asked.out is not None and asked.out.suffix in _SUFFIXES
    if named and len(pages) != 1:
        raise CannotRunError(f"--out names a file, and there are {len(pages)} pages. Name a folder, or fewer IDs.")
    # Where to write is for the files as they are now to say; their configuration may have faults, or be gone.
    folder = folder_of(asked.out, Loader(looked.root, settings).configuration(), looked.root, settings.folder)
    made = [
        (
            settings.folder / asked.out if named and asked.out is not None else folder / f"{page.name}{writer.SUFFIX}",
            writer.render(page, templates_folder(), present).encode("utf-8"),
        )
        for page in pages
    ]
    return _written(made, looked, settings)


_SUFFIXES = {".html", ".md"}


def _filters(asked: Asked) -> Iterator[str]:
    yield f"The newest {number(asked.limit, 'tag' if asked.tags else 'commit')} at most"
    if asked.every != "commit":
        yield f"The last of each {asked.every}"
    if asked.only:
        yield "Only the partnerships asked for"


def _written(made: Sequence[tuple[Path, bytes]], looked: _Looked, settings: Settings) -> tuple[Piece, ...]:
    for path, content in made:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(str(path), content)
    if settings.quiet:
        return ()
    names = "".join(f"  {os.path.relpath(path)}\n" for path, _ in made)
    return ((f"Wrote {number(len(made), 'file')}", "good"), (f" as of {looked.day.isoformat()}:\n{names}", "plain"))
