"""Which files a workspace had at each commit of its history, told by git at once, however many commits there are."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from partnerkit.io.revisions import Entry, Revision, files_at, history, is_shallow, prefix, revision, steps

MOST_COMMITS = 10_000


class Timeline:
    """The files below a folder at each of some commits. A commit is named by its place: 0 is the newest."""

    def __init__(
        self,
        commits: Sequence[Revision],
        newest: Mapping[str, Entry],
        changes: Mapping[str, Sequence[tuple[int, Entry | None]]],
        *,
        is_cut: bool = False,
    ) -> None:
        """Take what there is at the newest commit, and for each path what stood there before which commits.

        Args:
            commits: The commits, newest first.
            newest: What there is at the first of them.
            changes: The places of the commits that changed a path, in order, each with what stood there before.
            is_cut: Whether there were earlier commits, which are not known.
        """
        self.commits = tuple(commits)
        self.is_cut = is_cut
        self._newest = newest
        self._changes = changes
        self._places = {path: [place for place, _ in all_] for path, all_ in changes.items()}
        self._by_folder: defaultdict[str, list[str]] = defaultdict(list)
        for path in newest.keys() | changes.keys():
            self._by_folder[path.rpartition("/")[0]].append(path)
        self._gone: defaultdict[int, list[str]] = defaultdict(list)
        for path, all_ in changes.items():
            for place, before in all_:
                if before is not None and self.at(path, place) is None:
                    self._gone[place].append(path)

    @property
    def paths(self) -> Iterator[str]:
        """All files there ever were."""
        for paths in self._by_folder.values():
            yield from paths

    def at(self, path: str, place: int) -> Entry | None:
        """What there was at a path at a commit."""
        places = self._places.get(path, ())
        later = bisect_right(places, place - 1)
        return self._newest.get(path) if later == 0 else self._changes[path][later - 1][1]

    def changed(self, path: str) -> Sequence[int]:
        """The commits that changed what there is at a path, newest first."""
        return self._places.get(path, ())

    def in_folder(self, folder: str) -> Sequence[str]:
        """The files that ever lay in a folder, not in those below it."""
        return self._by_folder.get(folder, ())

    def gone(self, place: int) -> Sequence[str]:
        """The files that a commit took away."""
        return sorted(self._gone.get(place, ()))


def timeline(folder: str) -> Timeline:
    """The files of a folder over the history of its repository, of merged branches only what came of them.

    Raises:
        GitError: Git cannot tell, or nothing is committed.
    """
    head = revision(folder, "HEAD")
    commits = history(folder, head.name, MOST_COMMITS, (".",))
    if not commits:
        return Timeline((), {}, {})
    changes: defaultdict[str, list[tuple[int, Entry | None]]] = defaultdict(list)
    for place, path, before in steps(folder, [commit.name for commit in commits]):
        changes[path].append((place, before))
    newest = files_at(folder, commits[0].name, prefix(folder).rstrip("/"))
    is_cut = is_shallow(folder) or len(commits) == MOST_COMMITS
    return Timeline(commits, newest, dict(changes), is_cut=is_cut)
