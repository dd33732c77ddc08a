"""Narrows a report to what a change could have caused: in changed records, and in those that rest on them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import chain

from partnerkit.app import baseline
from partnerkit.app.loading import PARTNERSHIP, Loaded, Loader
from partnerkit.app.outcome import Settings
from partnerkit.app.revisions import NoWorkspaceError, Past, workspace_at
from partnerkit.diagnostics.diagnostic import Diagnostic
from partnerkit.diagnostics.text import one_line
from partnerkit.emit.api import Checked, number
from partnerkit.io.files import digest
from partnerkit.io.trees import Tree
from partnerkit.workspace.layout import Unit
from partnerkit.workspace.linking import COLLECTION_OF, Links
from partnerkit.workspace.names import CONFIGURATION
from partnerkit.workspace.records import Record
from partnerkit.workspace.references import Facts

RecordKey = tuple[str, str]
"""Kind and id of a record."""


class Narrowing:
    """What a change since a revision could have caused in a workspace.

    A finding is shown if it stands in a changed record, or in one that refers, by way of others too, to something
    shared that has changed; if a file of its evidence has changed; or if it speaks of a place in such a record. Where
    the configuration or the baseline has changed, everything is shown; where something shared has changed, everything
    about what is shared, for it is compared with one another.
    """

    def __init__(
        self, past: Past | None, loader: Loader, loaded: Loaded, since: str, evidence: Iterable[str] = ()
    ) -> None:
        """Compare a workspace that was read with a revision.

        Args:
            past: The workspace at the revision; None if it was not there yet.
            loader: What read it.
            loaded: What it read.
            since: The name of the revision.
            evidence: The files of partnerships of whose evidence a file has changed.
        """
        self._since = since
        self._loaded = loaded
        self._files = None if past is None else _affected(past, loader, loaded, frozenset(evidence))

    def shows(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding is shown."""
        if self._files is None:
            return True
        spans = (diagnostic.span, *(one.span for one in diagnostic.related))
        return any(span.file in self._files or span.file == CONFIGURATION for span in spans)

    def of(self, checked: Checked) -> Checked:
        """What was found, without what the change cannot have caused."""
        return replace(
            checked,
            diagnostics=tuple(one for one in checked.diagnostics if self.shows(one)),
            suppressed=tuple(pair for pair in checked.suppressed if self.shows(pair[0])),
            known=tuple(one for one in checked.known if self.shows(one)),
            # It was looked for in all records, and is not told of all of them.
            profile_met="",
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """How much was left out."""
        since = one_line(self._since)
        if self._files is None:
            return (f"everything may be affected by what has changed since {since}, so nothing was left out",)
        touched = sum(1 for unit in self._loaded.units if unit.file in self._files)
        others = len(self._loaded.units) - touched
        told = f"{number(touched, 'record')} may be affected by what has changed since {since}"
        return (f"{told}; {number(others, 'other')} left out",)


def past_of(loader: Loader, since: str) -> Past | None:
    """The workspace at a revision; None if it was not there yet.

    Raises:
        CannotRunError: There is no such revision.
    """
    try:
        past = workspace_at(loader.root, since)
    except NoWorkspaceError:
        return None
    return past if past.root == loader.root else None


def _affected(past: Past, loader: Loader, loaded: Loaded, evidence: Collection[str]) -> frozenset[str] | None:
    """The files in which a finding may be owed to the change; None means all."""
    before_loader = past.loader(Settings(loader.root, past.day, cache=False))
    before = before_loader.contents()
    digests = loaded.inputs.digests
    units = (Unit(CONFIGURATION), *loaded.units)
    after = {unit: tuple(digests.get(file, "") for file in unit.files) for unit in units}
    differing = {unit for unit in before.keys() | after.keys() if before.get(unit) != after.get(unit)}
    if Unit(CONFIGURATION) in differing or baseline_digest(past.tree) != baseline_digest(loader.tree):
        return None
    gone = _named(before_loader.records_of(unit for unit in differing if unit in before))
    changed = {unit.file for unit in differing}
    there = {(facts.kind, facts.id) for facts in loaded.links.facts if facts.origin.root[0] in changed}
    roots = changed | set(evidence) | set(_resting_on(gone | there, loaded.links))
    files = (unit.files for unit in (*loaded.units, *differing) if unit.file in roots)
    return frozenset(chain.from_iterable(files))


def _named(records: Iterable[Record]) -> set[RecordKey]:
    return {(record.kind, record.id) for record in records}


def _resting_on(changed: set[RecordKey], links: Links) -> Iterator[str]:
    """The files of records that refer to some that have changed.

    Of what is shared: by way of others too, and if any of it has changed, all of it.
    """
    shared = [facts for facts in links.facts if facts.kind != PARTNERSHIP]
    yield from (facts.origin.root[0] for facts in shared if _refers(facts, changed, links))
    known, before = {key for key in changed if key[0] != PARTNERSHIP}, 0
    if not known:
        return
    while len(known) != before:
        before = len(known)
        known.update([(facts.kind, facts.id) for facts in shared if _refers(facts, known, links)])
    yield from (facts.origin.root[0] for facts in shared)
    yield from (facts.origin.root[0] for facts in links.facts if _refers(facts, known, links))


def _refers(facts: Facts, changed: Collection[RecordKey], links: Links) -> bool:
    """Whether a record refers to one of some records, be it there or gone."""
    for request in facts.requests:
        found = links.targets(request, facts.homes, (facts.kind, facts.id))
        if any(target.record in changed for target in found):
            return True
        scope, _, id_ = request[1].rpartition("/")
        if not found and any((kind, scope or id_) in changed for kind in COLLECTION_OF):
            return True
    return any(("organisation", home) in changed for home in facts.homes)


def baseline_digest(tree: Tree) -> str:
    """A digest of the baseline of a state; "" if there is none."""
    try:
        return digest(tree.read(baseline.FILE, baseline.MOST_BYTES))
    except OSError:
        return ""
