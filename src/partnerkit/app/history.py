"""How partnerships stood over the commits or tags of their repository: stage, levels, open actions, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from partnerkit.app.loading import Loader, Tell
from partnerkit.app.observing import Observer, Seen
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.revisions import NoWorkspaceError, past
from partnerkit.app.validate import Answer
from partnerkit.diagnostics.diagnostic import Severity
from partnerkit.diagnostics.text import one_line
from partnerkit.diff.items import items_of
from partnerkit.diff.sides import Level
from partnerkit.emit.history.api import Emit, History, Moment, Standing
from partnerkit.io.discovery import find_root
from partnerkit.io.revisions import GitError, Revision, history, revision, tags
from partnerkit.io.trees import Blobs
from partnerkit.model.configuration import Configuration
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.workspace.records import Record, Sources

Pace = Literal["commit", "week", "month", "year"]
_MOST_COMMITS = 10_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for.

    Attributes:
        only: The ids of partnerships; none means all.
        emit: The format.
        tags: Whether to look at tags in place of commits.
        every: At most one moment in each of these.
        limit: So many moments at most, the newest.
    """

    only: tuple[str, ...]
    emit: Emit
    tags: bool = False
    every: Pace = "commit"
    limit: int = 12


def answer(asked: Asked, settings: Settings, tell: Tell) -> Answer:
    """Look at each moment, and say how the partnerships stood.

    Raises:
        CannotRunError: There is no repository, no moment to look at, or no such partnership.
    """
    moments = _moments(asked, settings.folder)
    store = Blobs(str(settings.folder))
    found: list[tuple[Moment, dict[str, Standing]]] = []
    rubric, notes = "", []
    for at, (label, commit) in enumerate(moments):
        tell(at, len(moments))
        watcher = _watcher(label, commit, settings, store)
        if watcher is None:
            continue
        if standings := _standings(watcher):
            found.append((Moment(label, commit.short, commit.day), standings))
            rubric = watcher.rubric
        else:
            notes.append(f"{one_line(label)} was passed over: there was no partnership without errors of form in it")
    if not found:
        raise CannotRunError("There is no partnership in any of the commits that were looked at.")
    shown = _shown(asked.only, [standings for _, standings in found])
    pieces = asked.emit(History(tuple(moment for moment, _ in found), rubric, shown, settings.quiet))
    return Answer(tuple(pieces), ExitCode.OK, (), tuple(notes))


def _watcher(label: str, commit: Revision, settings: Settings, store: Blobs) -> _Watcher | None:
    """What looks at a moment; None if there was no workspace."""
    try:
        then = past(settings.folder, commit, store)
    except NoWorkspaceError:
        return None
    except GitError as error:
        raise CannotRunError(f"{one_line(label)} cannot be read: {one_line(str(error))}.") from error
    return _Watcher(then.loader(settings), replace(settings, as_of=then.day, cache=False))


def _shown(only: Sequence[str], found: Sequence[Mapping[str, Standing]]) -> Mapping[str, tuple[Standing | None, ...]]:
    known = dict.fromkeys(id_ for standings in found for id_ in standings)
    for id_ in only:
        if id_ not in known:
            raise CannotRunError(f"There is no partnership {one_line(id_)} in any of the commits that were looked at.")
    return {id_: tuple(standings.get(id_) for standings in found) for id_ in only or known}


def _standings(watcher: _Watcher) -> dict[str, Standing]:
    pairs: Iterable[tuple[str, Standing] | None] = watcher.loader.load(inspector=watcher).looked
    return dict(pair for pair in pairs if pair is not None)


class _Watcher:
    """The inspector that takes down how each partnership stands."""

    def __init__(self, loader: Loader, settings: Settings) -> None:
        self.loader = loader
        self.rubric = ""
        self._observer = Observer(loader, settings)

    def begin(self, configuration: Configuration, shared: tuple[Record, ...]) -> None:
        """Settle by what to look."""
        self._observer.begin(configuration, shared)
        self.rubric = self._observer.scoring.rubrics[0].name

    def look(self, record: Record, sources: Sources) -> tuple[str, Standing]:
        """Take down a partnership."""
        top = max(len(self._observer.scoring.rubrics[0].levels) - 1, 1)
        return record.id, _standing(record, self._observer.look(record, sources), top)


def _standing(record: Record, seen: Seen, top: int) -> Standing:
    assert isinstance(record.part, Partnership)  # noqa: S101 - an inspector looks at partnerships
    actions = [item for item in items_of(record.part).values() if item.collection == "actions"]
    weights = [one.severity for one in seen.findings]
    return Standing(
        record.part.title,
        record.part.stage,
        {level.code: (level.standing, _height(level, top)) for _, level in seen.levels},
        sum(1 for item in actions if item.get("status") in {None, "open"}),
        weights.count(Severity.ERROR),
        weights.count(Severity.WARNING),
    )


def _height(level: Level, top: int) -> float | None:
    if level.level is not None:
        return level.level / top
    return level.share if "/" in level.standing else None


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
