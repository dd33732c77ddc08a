"""Records as an audience may read them: what every page, table and export begins with."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from partnerkit import __version__
from partnerkit.app.evidence_files import files_beside
from partnerkit.app.loading import Loaded, Loader
from partnerkit.app.outcome import CannotRunError, Settings
from partnerkit.app.score import scoring_of
from partnerkit.audience.redaction import Redacted, redacted
from partnerkit.emit.api import number
from partnerkit.io.files import read_bytes
from partnerkit.io.git import Commits, blob_name, commits
from partnerkit.io.revisions import Revision
from partnerkit.io.trees import RevisionTree
from partnerkit.model.audiences import WIDEST_FIRST, may_see
from partnerkit.model.configuration import Audience, Configuration
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.suggestions import nearest
from partnerkit.rules.subject import Files
from partnerkit.source import limits
from partnerkit.views.api import Context
from partnerkit.workspace.records import Record
from partnerkit.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Readable:
    """Records that somebody may read.

    Attributes:
        workspace: The records, without what is withheld.
        context: What a view is told: the day, the audience, which partnerships are asked for.
        notes: Which partnerships were left out, and why.
        sources: The record of each partnership as it was read, by the id under which it is shown.
        secrets: What is taken out of all texts.
    """

    workspace: Workspace
    context: Context
    notes: tuple[str, ...]
    sources: Mapping[str, Record]
    secrets: tuple[str, ...]


def readable(  # noqa: PLR0913 - each of them decides
    loaded: Loaded,
    loader: Loader,
    settings: Settings,
    audience: Audience | None,
    only: Sequence[str] = (),
    out: Path | None = None,
    default: Audience | None = None,
) -> Readable:
    """The records of a valid workspace as an audience may read them.

    Args:
        loaded: What was read.
        loader: What read it.
        settings: What every command is told.
        audience: Who will read it, as the command line says. Without it: whom the configuration names, else the
            narrowest audience that a partnership asked for declares; one that declares none counts as internal.
        only: The ids of the partnerships asked for; none means all.
        out: The folder from which there may be links to the files of evidence, which are looked for; None if they are
            not to be.
        default: Who will read it where the command line does not say, in the place of what the records say.

    Raises:
        CannotRunError: There is no such partnership, or none of those asked for is for this audience.
    """
    assert loaded.configuration is not None  # noqa: S101 - a workspace without one is not valid
    records = tuple(loader.records_of(loaded.units))
    chosen = _chosen(records, only)
    readers = audience or default or intended(loaded.configuration, chosen)
    kept = tuple(record for record in records if _is_for(readers, record, asked=audience is not None))
    found = redacted(Workspace(loaded.configuration, kept), readers)
    left_out = [record for record in chosen if record.id not in found.ids]
    if only and len(left_out) == len(chosen):
        raise CannotRunError(f"{only[0]} is more confidential than these pages, which are for {_NAMED[readers]}.")
    ids = frozenset(found.ids[record.id] for record in chosen if record.id in found.ids) if only else frozenset()
    sources = {found.ids[record.id]: record for record in kept if record.kind == "partnership"}
    tree = loader.tree if isinstance(loader.tree, RevisionTree) else None
    head, revisions = _revisions(loaded, sources) if tree is None else _at(tree.revision, sources)
    context = Context(
        settings.as_of,
        __version__,
        ids,
        head,
        readers,
        withheld=found.sentence,
        withheld_of=found.sentences,
        revisions=revisions,
        files={} if out is None else _files(sources, found, loaded.root, out, tree),
        scoring=scoring_of(loaded.configuration, settings.as_of),
    )
    return Readable(found.workspace, context, _noted(left_out, readers), sources, found.secrets)


def _files(
    sources: Mapping[str, Record], found: Redacted, root: Path, out: Path, tree: RevisionTree | None
) -> Mapping[str, Files]:
    shown = {record.id: record for record in found.workspace.partnerships}
    return {id_: files_beside(record, shown[id_], root, out, tree) for id_, record in sources.items()}


def _at(revision: Revision, ids: Iterable[str]) -> tuple[str, Mapping[str, str]]:
    """The state of the whole and of each partnership, where a revision is read."""
    return revision.short, dict.fromkeys(ids, revision.short)


def _revisions(loaded: Loaded, sources: Mapping[str, Record]) -> tuple[str | None, Mapping[str, str]]:
    """The state of the whole under version control, and of each partnership; none where nothing is committed."""
    known = commits(str(loaded.root))
    if known is None:
        return None, {}
    changed = {file for file in loaded.inputs.digests if _is_changed(loaded.root, file, known)}
    head = known.head + (_CHANGED if changed else "")
    age = {commit: place for place, commit in enumerate(dict.fromkeys(known.last.values()))}
    return head, {id_: _revision(record, known, age, changed) for id_, record in sources.items()}


_CHANGED = ", with changes not committed"


def _is_changed(root: Path, file: str, known: Commits) -> bool:
    try:
        return known.blobs.get(file) != blob_name(read_bytes(str(root / file), limits.FILE_BYTES))
    except OSError:
        return True


def _revision(record: Record, known: Commits, age: Mapping[str, int], changed: Collection[str]) -> str:
    """The newest commit that touched one of a record's files; `age` counts from the newest of all."""
    found = [known.last[file] for file in record.files if file in known.last]
    if not found:
        return "not committed"
    newest = min(found, key=age.__getitem__)
    return newest + (_CHANGED if any(file in changed for file in record.files) else "")


_NAMED = {"public": "the public", "partners": "partners", "internal": "internal use"}


def _chosen(records: Collection[Record], ids: Sequence[str]) -> tuple[Record, ...]:
    """The partnerships asked for."""
    partnerships = tuple(record for record in records if isinstance(record.part, Partnership))
    known = sorted(record.id for record in partnerships)
    for id_ in ids:
        if id_ not in known:
            near = nearest(id_, known)
            hint = f"Did you mean {near}?" if near else ""
            raise CannotRunError(f"There is no partnership {id_} here. {hint}".rstrip())
    return tuple(record for record in partnerships if not ids or record.id in ids)


def intended(configuration: Configuration, partnerships: Collection[Record]) -> Audience:
    """Whom the configuration names, else the narrowest audience that one of some partnerships declares."""
    named = configuration.report.confidentiality if configuration.report is not None else None
    return named or _narrowest(partnerships)


def _narrowest(partnerships: Collection[Record]) -> Audience:
    declared = [_declared(record) or "internal" for record in partnerships]
    return max(declared, key=WIDEST_FIRST.index, default="internal")


def _declared(record: Record) -> Audience | None:
    return record.part.confidentiality if isinstance(record.part, Partnership) else None


def _is_for(readers: Audience, record: Record, *, asked: bool) -> bool:
    """Whether a record is shown to these readers at all.

    One that declares nothing is shown to whoever may read the pages, and so is one for the partners where the command
    line asks for pages for the public: what is withheld from them is taken out of it. What is internal stays so.
    """
    declared = _declared(record)
    return declared is None or may_see(readers, declared) or (asked and declared == "partners")


def _noted(left_out: Sequence[Record], readers: Audience) -> tuple[str, ...]:
    if not left_out:
        return ()
    count = number(len(left_out), "partnership")
    return (f"{count} left out: more confidential than these pages, which are for {_NAMED[readers]}",)
