"""What a format of renewals is: a function from what is to be renewed to text in pieces; and what all say alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from partnerkit.diagnostics.text import Piece
from partnerkit.diff.renewing import FILE, NO_FILE, OTHER_CONTENT, Who
from partnerkit.rules.words import day, listed
from partnerkit.views.reading.words import shortened

_KEPT = 3
"""So many words stay of what two texts begin with alike."""
LONGEST = 90
"""So much of what stood there before and after is shown to people."""


class Commit(NamedTuple):
    """A commit.

    Attributes:
        short: Its name, shortened.
        day: The day it was committed.
    """

    short: str
    day: date


@dataclass(frozen=True, slots=True)
class Changed:
    """A fact that has changed since.

    Attributes:
        what: What it is called.
        before: What stood there; "" for nothing, and where the bytes of a file have changed.
        after: What stands there now; "" for nothing.
        since: The commit that changed it; None if that is not committed yet.
    """

    what: str
    before: str
    after: str
    since: Commit | None


@dataclass(frozen=True, slots=True)
class Renewal:
    """A judgement or an approval of something that has changed since.

    Attributes:
        partnership: The id of the partnership.
        title: Its title.
        sort: What it is: judgement, signature, consent and so on.
        id: The id of the item on which it stands; "" if that has none.
        words: Which one it is, in words.
        by: Those who judged or approved, at least one.
        on: Its day; None where the format has no field for it.
        commit: The commit that recorded it, with whose state the present one is compared.
        changed: What has changed, at least one fact.
        remedy: What to do.
    """

    partnership: str
    title: str
    sort: str
    id: str
    words: str
    by: tuple[Who, ...]
    on: date | None
    commit: Commit
    changed: tuple[Changed, ...]
    remedy: str

    @property
    def order(self) -> tuple[object, ...]:
        """What they are sorted by: who judged or approved, nobody last; then partnership, day and item."""
        names = tuple((not who.id, who.name, who.id) for who in self.by)
        return names, self.title, self.partnership, self.on or date.min, self.sort, self.id, self.words


@dataclass(frozen=True, slots=True)
class Renewals:
    """What was found.

    Attributes:
        as_of: The day that counts as today.
        found: What is to be renewed, in the order of `Renewal.order`.
        looked_at: How many judgements and approvals were looked at.
        uncommitted: How many of them are not committed yet, so that there is nothing to compare with.
        untold: How many of them may be older than the history that is there, and have not changed since it begins.
        is_cut: Whether the history is cut short.
        notes: What else there is to say.
        quiet: Whether only what is to be renewed is shown.
    """

    as_of: date
    found: tuple[Renewal, ...]
    looked_at: int
    uncommitted: int = 0
    untold: int = 0
    is_cut: bool = False
    notes: tuple[str, ...] = ()
    quiet: bool = False


Emit = Callable[[Renewals], Iterable[Piece]]
"""A format."""


def said_head(made: Renewals) -> str:
    """What it is, as of which day."""
    return f"Judged or approved, and changed since, as of {day(made.as_of)}"


def said_counts(made: Renewals) -> str:
    """How much there is of it, in a sentence."""
    if not made.looked_at:
        return "There is no judgement and no approval to look at."
    of = f"{made.looked_at:,} {'judgement or approval' if made.looked_at == 1 else 'judgements and approvals'}"
    more = [f"{made.uncommitted:,} not committed yet, so that there is nothing to compare"] if made.uncommitted else []
    more += [f"{made.untold:,} perhaps older than the history that is here"] if made.untold else []
    count = f"{len(made.found):,} of {of} to renew" if made.found else f"Nothing to renew of {of}"
    return f"{'; '.join((count, *more))}."


def by_people(made: Renewals) -> Iterator[tuple[str, list[Renewal]]]:
    """What was found under the names of those who judged or approved."""
    for people, each in groupby(made.found, key=lambda one: one.by):
        yield listed(map(named, people)), list(each)


def named(who: Who) -> str:
    """Somebody, with the organisation."""
    return f"{who.name} ({who.organisation})" if who.organisation else who.name


def said_when(one: Renewal) -> str:
    """When it was judged or approved, and where that is recorded."""
    recorded = f"recorded in {one.commit.short} of {day(one.commit.day)}"
    return f"{day(one.on)}, {recorded}" if one.on is not None else recorded


def said_change(one: Changed) -> str:
    """What has changed, and since when."""
    since = f"since {one.since.short} of {day(one.since.day)}" if one.since is not None else "not committed yet"
    if not one.before and one.what.startswith(FILE) and (verb := _OF_FILES.get(one.after)) is not None:
        return f"the {one.what} {verb} ({since})"
    return f"{one.what}: {_shown(one)} ({since})"


_OF_FILES = {OTHER_CONTENT: "has changed", NO_FILE: "is not there"}


def _shown(one: Changed) -> str:
    """What stood there and what stands there now, in short."""
    before, after = _parted(one.before, one.after)
    return f"{_cut(before)} → {_cut(after)}"


def _parted(before: str, after: str) -> tuple[str, str]:
    """Two texts without what both begin with, where that would leave no room for what they differ in."""
    old, new = before.split(), after.split()
    same = next(
        (at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), min(len(old), len(new))
    )
    if len(" ".join(old[:same])) <= LONGEST // 2 or max(len(before), len(after)) <= LONGEST:
        return before, after
    start = same - _KEPT
    return " ".join(("…", *old[start:])), " ".join(("…", *new[start:]))


def _cut(text: str) -> str:
    return shortened(text, LONGEST) if text else "nothing"
