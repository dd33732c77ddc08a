"""The digests of files of evidence noted as the files are now, so that it shows if they change from here on."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from partnerkit.app.drafts import Draft, drafts, text_of
from partnerkit.app.evidence_verifying import evidence_or_partnership, hashed_inside, path_of
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.proposing import Editable, opened_to_edit, written
from partnerkit.app.validate import Answer
from partnerkit.diagnostics.diagnostic import TextEdit
from partnerkit.diagnostics.text import Piece, one_line, visible
from partnerkit.io.trees import MOST_HASHED
from partnerkit.model.partnership.assessment import Evidence, Judgement
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.rules.edits import changed_keys, mending
from partnerkit.rules.evidence._judging import last_judgements
from partnerkit.rules.findings import Fix, Replacement
from partnerkit.rules.words import listed
from partnerkit.source.reader import read
from partnerkit.source.writing import flow
from partnerkit.workspace.records import Record, Sources


@dataclass(frozen=True, slots=True)
class Noting:
    """The digest of a file of evidence that is to be noted.

    Attributes:
        record: The partnership.
        evidence: The evidence.
        path: Its file, as a path in the workspace.
        digest: The digest of the file as it is now; another than the one noted so far.
        earlier: The judgements that were made of the file as it was, and hold no digest of their own yet.
    """

    record: Record
    evidence: Evidence
    path: str
    digest: str
    earlier: tuple[Judgement, ...]

    @property
    def words(self) -> str:
        """What is noted, in a sentence."""
        noted = f"Noted the digest of {self.path} as it is now"
        if not self.earlier:
            return f"{noted}."
        ids = listed(one.id for one in self.earlier)
        were, are = ("was", "is") if len(self.earlier) == 1 else ("were", "are")
        return f"{noted}; {ids} {were} made of it as it was, and {are} to be made again."

    def edits(self, sources: Sources) -> tuple[TextEdit, ...]:
        """The edits that note it; each judgement of the file as it was gets the digest that was noted so far.

        Raises:
            CannotRunError: The text cannot be edited safely.
        """
        replacements = [Replacement(self.evidence, "sha256", flow(self.digest))]
        if self.evidence.sha256 is not None:
            old = flow(self.evidence.sha256)
            replacements += [Replacement(one, "sha256", old) for one in self.earlier]
        paths = {id(part): path for part, path in self.record.contents.parts}
        found = mending(Fix("", tuple(replacements), safe=True), lambda part: paths[id(part)], self.record, sources)
        if found is None:
            raise CannotRunError(
                f"The digest of {one_line(self.path)} cannot be written to {self.record.id} without touching more than "
                f"it should. Write it there by hand, as `sha256` of {self.evidence.id}: {self.digest}"
            )
        return found.edits


def noting(editable: Editable, record: Record, evidence: Evidence, replaced: Iterable[Judgement] = ()) -> Noting | None:
    """What is to be noted of a piece of evidence; None if its file is as noted, or cannot be looked at.

    Args:
        editable: The workspace.
        record: The partnership.
        evidence: The evidence.
        replaced: The judgements in whose place another comes.
    """
    path = path_of(record, evidence)
    known = hashed_inside(str(editable.loader.root), path) if path else None
    if known is None or known.sha256 is None or known.sha256 == evidence.sha256:
        return None
    assert isinstance(record.part, Partnership)  # noqa: S101 - only partnerships hold evidence
    gone = {one.id for one in replaced}
    earlier = tuple(
        one
        for one in last_judgements(record.part, evidence)
        if evidence.sha256 is not None and one.sha256 is None and one.id not in gone
    )
    return Noting(record, evidence, path, known.sha256, earlier)


def noted(editable: Editable, notings: Sequence[Noting]) -> tuple[Draft, ...]:
    """The files as they would be with some digests noted.

    Raises:
        CannotRunError: A text cannot be edited safely, or has changed since it was read.
    """
    sources = Sources(editable.loader.text)
    edits = tuple(chain.from_iterable(one.edits(sources) for one in notings))
    found = drafts(editable.loader, edits)
    for draft in found:
        before, after = (read(text_of(raw), draft.file) for raw in (draft.before, draft.after))
        count = sum(1 for edit in edits if edit.file == draft.file)
        if after.faults or changed_keys(before.documents, after.documents) != count:
            raise CannotRunError(
                f"The digests cannot be written to {one_line(draft.file)} without touching more than they should. "
                "Write them there by hand."
            )
    return found


def note_evidence(ids: Sequence[str], settings: Settings, *, is_trial: bool) -> Answer:
    """Note the digests of files of evidence as they are now: of all that are named, or of none.

    Raises:
        CannotRunError: There is no such evidence, or no file of it that can be looked at.
        OSError: A file could not be written.
    """
    editable = opened_to_edit(settings)
    workspace = editable.workspace()
    found: dict[tuple[str, str], Noting] = {}
    same: list[str] = []
    for id_ in ids:
        thing = evidence_or_partnership(workspace, id_, only_evidence=True)
        assert isinstance(thing.part, Evidence)  # noqa: S101 - it was asked for
        one = noting(editable, thing.record, thing.part)
        if one is None:
            same.append(_as_noted(editable, thing.record, thing.part))
        else:
            found[thing.record.id, thing.id] = one
    notes = tuple(same)
    if not found:
        return Answer((), ExitCode.OK, (), notes)
    told = visible(f"Noted {_named(found)}")
    answer = written(editable, noted(editable, tuple(found.values())), told, is_trial=is_trial)
    if answer.code is not ExitCode.OK or is_trial:
        return Answer(answer.pieces, answer.code, (), notes)
    lines: list[Piece] = [(f"{visible(one.words)}\n", "plain") for one in found.values()]
    return Answer((*answer.pieces, *lines), answer.code, (), (*answer.notes, *notes))


def _named(found: Mapping[tuple[str, str], Noting]) -> str:
    return listed(f"{partnership}/{evidence}" for partnership, evidence in found)


def _as_noted(editable: Editable, record: Record, evidence: Evidence) -> str:
    """That the digest is noted as it is.

    Raises:
        CannotRunError: There is no file that has one.
    """
    path = path_of(record, evidence)
    if not path:
        raise CannotRunError(f"{record.id}/{evidence.id} names no file, so that there is no digest to note.")
    known = hashed_inside(str(editable.loader.root), path)
    if known is None:
        raise CannotRunError(f"There is no file {one_line(path)}: put it back first.")
    if known.sha256 is None:
        raise CannotRunError(
            f"{one_line(path)} has {known.size:,} bytes, and the most is {MOST_HASHED // 1024 // 1024} MiB."
        )
    return f"{record.id}/{evidence.id}: the digest of {os.path.basename(path)} is noted as it is now already"
