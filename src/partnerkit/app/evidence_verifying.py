"""Whether the files of evidence are what they were when they were recorded and judged, and what nobody claims."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from json import dumps

from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.proposing import opened_to_edit
from partnerkit.app.validate import Answer
from partnerkit.diagnostics.text import Piece, one_line
from partnerkit.io.evidence_files import Hashed, days_committed, evidence_in, hashed
from partnerkit.io.trees import MOST_HASHED
from partnerkit.model.partnership.assessment import Evidence, Judgement
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.suggestions import nearest
from partnerkit.rules.evidence._judging import outdated
from partnerkit.rules.words import counted, day, listed
from partnerkit.workspace.addresses import Thing, things
from partnerkit.workspace.names import EVIDENCE_FOLDER
from partnerkit.workspace.records import Record
from partnerkit.workspace.workspace import Workspace

SCHEMA = "partnerkit-evidence/1"
MISSING, CHANGED, OVERSIZED, UNMAPPED, UNCLAIMED = "missing", "changed", "oversized", "unmapped", "unclaimed"
FAILING = frozenset({MISSING, CHANGED})


@dataclass(frozen=True, slots=True)
class Found:
    """Something about a file of evidence.

    Attributes:
        what: One of the words above.
        partnership: The id of the partnership; "" for a file that nobody claims.
        evidence: The id of the evidence; "" for a file that nobody claims.
        file: The file, as a path in the workspace; "" if the evidence names none.
        message: What it is, in a sentence.
        judgements: The judgements that rest on it, by id.
        remedy: What to do; "" where that goes without saying.
    """

    what: str
    partnership: str
    evidence: str
    file: str
    message: str
    judgements: tuple[str, ...] = ()
    remedy: str = ""


Look = Callable[[str], Hashed | None]
"""Gives what is known of a file of the workspace; None if there is none that may be read."""


def verify_evidence(ids: Sequence[str], form: str, settings: Settings) -> Answer:
    """Look at the files of evidence: of all of it, or of some partnerships or pieces of evidence.

    Args:
        ids: What to look at, by addresses; none means all.
        form: `text` or `json`.
        settings: What every command is told.

    Raises:
        CannotRunError: There is no such partnership or evidence, or the records have errors.
    """
    editable = opened_to_edit(settings)
    if not editable.loaded.is_valid:
        raise CannotRunError("First the records must be valid: `partnerkit validate` says what is wrong.")
    workspace = editable.workspace()
    root = str(editable.loader.root)
    wanted = tuple(_wanted(workspace, ids))
    committed = days_committed(root)
    found = [
        one
        for record, pieces, _ in wanted
        for evidence in pieces
        for one in _of_evidence(record, evidence, lambda path: hashed_inside(root, path), committed.get)
    ]
    looked_at = sum(1 for _, pieces, _ in wanted for evidence in pieces if evidence.file is not None)
    if not ids or any(is_whole for _, _, is_whole in wanted):
        found.extend(_unclaimed(root, workspace, [record for record, _, is_whole in wanted if ids and is_whole]))
    code = ExitCode.FINDINGS if any(one.what in FAILING for one in found) else ExitCode.OK
    pieces = _json(found, looked_at) if form == "json" else tuple(_text(found, looked_at))
    return Answer(pieces, code, (), ())


# ---------------------------------------------------------------------- what is looked at


def _wanted(workspace: Workspace, ids: Sequence[str]) -> Iterator[tuple[Record, tuple[Evidence, ...], bool]]:
    """The partnerships, each with the evidence to look at, and whether that is all of it."""
    for id_ in ids:
        thing = evidence_or_partnership(workspace, id_)
        if isinstance(thing.part, Evidence):
            yield thing.record, (thing.part,), False
        elif isinstance(thing.part, Partnership):
            yield thing.record, thing.part.evidence, True
    for record in workspace.partnerships if not ids else ():
        assert isinstance(record.part, Partnership)  # noqa: S101 - the workspace says so
        yield record, record.part.evidence, True


def evidence_or_partnership(workspace: Workspace, address: str, *, only_evidence: bool = False) -> Thing:
    """The partnership, or the piece of evidence, that an address means.

    Raises:
        CannotRunError: Nothing, or more than one thing, is called so.
    """
    sorts = (Evidence,) if only_evidence else (Evidence, Partnership)
    found = [thing for thing in things(workspace.records, address) if isinstance(thing.part, sorts)]
    if len(found) == 1:
        return found[0]
    if found:
        raise CannotRunError(
            f"{one_line(address)} is the id of more than one thing: "
            f"write {listed((one.address for one in found), 'or')}."
        )
    known = [one.id for record in workspace.partnerships for one in record.part.evidence]  # type: ignore[attr-defined]
    known += [] if only_evidence else [record.id for record in workspace.partnerships]
    near = nearest(address.rpartition("/")[2], known)
    hint = f" Did you mean {near}?" if near else ""
    sort = "evidence" if only_evidence else "partnership or evidence"
    raise CannotRunError(f"There is no {sort} {one_line(address)} here.{hint}")


def hashed_inside(root: str, path: str) -> Hashed | None:
    """What is known of a file; links are followed, as long as they stay inside the workspace."""
    real = os.path.realpath(os.path.join(root, path))
    if not real.startswith(os.path.realpath(root) + os.sep):
        return None
    try:
        return hashed(real)
    except OSError:
        return None


def path_of(record: Record, evidence: Evidence) -> str:
    """The file of a piece of evidence as a path in the workspace; "" if it names none."""
    if evidence.file is None:
        return ""
    folder = record.origin.root[0].rpartition("/")[0]
    return f"{folder}/{evidence.file}".lstrip("/")


# ---------------------------------------------------------------------- what is found


def _of_evidence(
    record: Record, evidence: Evidence, look: Look, committed: Callable[[str], str | None]
) -> Iterator[Found]:
    assert isinstance(record.part, Partnership)  # noqa: S101 - the caller has it from there
    path = path_of(record, evidence)
    judged = [one for one in record.part.judgements if one.evidence.rpartition("/")[2] == evidence.id]
    ids = tuple(one.id for one in judged)

    def found(what: str, message: str, remedy: str = "") -> Found:
        return Found(what, record.id, evidence.id, path, message, ids, remedy)

    known = look(path) if path else None
    if path and known is None:
        rests = f", and {_rest(judged)} on it" if judged else ""
        yield found(
            MISSING,
            f"there is no file {path}{rests}",
            "Put the file there, write in `file` where it lies, or take the evidence out.",
        )
    elif known is not None and known.sha256 is None:
        limit = f"{MOST_HASHED // 1024 // 1024} MiB"
        yield found(
            OVERSIZED, f"{path} has {known.size:,} bytes, so that its digest is not worked out (the most is {limit})"
        )
    elif known is not None:
        address = f"{record.id}/{evidence.id}"
        if (message := _change(evidence, path, known, judged, committed(path))) is not None:
            yield found(CHANGED, message, _way_out(address, evidence, judged))
        elif old := outdated(record.part, evidence):
            again = _again(address)
            message = f"{path} has changed since {listed(f'{one.id} for {one.criterion}' for one in old)}"
            yield found(CHANGED, message, f"{again[:1].upper()}{again[1:]}.")
    if not evidence.maps and not _is_in_use(record, evidence):
        yield found(UNMAPPED, "it is mapped to no criterion, and nothing in the record rests on it")


def _change(
    evidence: Evidence, path: str, known: Hashed, judged: Sequence[Judgement], committed: str | None
) -> str | None:
    """What has changed since the file was recorded or judged, in words; None if nothing has, as far as can be told."""
    last = max((one for one in judged if one.on is not None), key=lambda one: (one.on, one.id), default=None)
    words = []
    is_later = False
    if last is not None and last.on is not None:
        words.append(f"it was judged on {day(last.on)} ({last.id})")
        is_later = committed is not None and committed > last.on.isoformat()
    if is_later and committed is not None:
        words.append(f"git has a commit of it on {day(date.fromisoformat(committed))}")
    if evidence.sha256 not in (None, known.sha256):
        return "; ".join((f"{path} is not the file whose digest was noted", *words))
    if evidence.sha256 is None and is_later:
        return "; ".join((f"{path} may not be what was judged", *words, "no digest was noted"))
    return None


def _again(address: str) -> str:
    return (
        f"have it judged again: `partnerkit evidence judge {address} CRITERION --by PERSON --decision met|not-yet "
        "--reason TEXT`"
    )


def _way_out(address: str, evidence: Evidence, judged: Sequence[Judgement]) -> str:
    """What to do about a file that is not what was noted or judged."""
    back = "Put the file back as it was. Or, if it is right as it is now:"
    note = f"`partnerkit evidence note {address}`"
    if evidence.sha256 is None:
        return f"{back} {_again(address)}."
    if not judged:
        return f"{back} note its digest: {note}."
    return f"{back} {_again(address)}, which notes its digest, too; until somebody can, {note} does."


def _rest(judged: Sequence[Judgement]) -> str:
    return f"{counted(len(judged), 'judgement')} {'rests' if len(judged) == 1 else 'rest'}"


def _is_in_use(record: Record, evidence: Evidence) -> bool:
    return any(
        mention.text.rpartition("/")[2] == evidence.id
        for mention in record.contents.mentions
        if {"evidence", "*"} & set(mention.reference.collections)
    )


def _unclaimed(root: str, workspace: Workspace, records: Iterable[Record]) -> Iterator[Found]:
    """Files in folders for evidence that no evidence of any partnership names; only beside some records, if any."""
    claimed = {
        path_of(record, evidence)
        for record in workspace.partnerships
        for evidence in record.part.evidence  # type: ignore[attr-defined]
    }
    folders = sorted({record.origin.root[0].rpartition("/")[0] for record in records})
    places = [f"{folder}/{EVIDENCE_FOLDER}".lstrip("/") for folder in folders] or [""]
    for path in sorted({path for place in places for path in evidence_in(root, place)} - claimed):
        yield Found(UNCLAIMED, "", "", path, "no evidence names this file")


# ---------------------------------------------------------------------- how it is told


def _text(found: Sequence[Found], looked_at: int) -> Iterator[Piece]:
    for one in found:
        yield one.what, "error" if one.what in FAILING else "warning"
        name = f" {one.partnership}/{one.evidence}" if one.evidence else f" {one_line(one.file)}"
        yield f"{name}: {one_line(one.message)}\n", "plain"
        if one.remedy:
            yield f"  {one_line(one.remedy)}\n", "help"
    counts = [f"{sum(1 for one in found if one.what == what)} {what}" for what in _order(found)]
    files = counted(looked_at, "file")
    if counts:
        yield f"Looked at {files} of evidence: {listed(counts)}.\n", "strong"
    else:
        yield f"Looked at {files} of evidence: all as recorded, and all claimed.\n", "good"


def _order(found: Iterable[Found]) -> list[str]:
    there = {one.what for one in found}
    return [what for what in (MISSING, CHANGED, OVERSIZED, UNMAPPED, UNCLAIMED) if what in there]


def _json(found: Sequence[Found], looked_at: int) -> tuple[Piece, ...]:
    document = {
        "schema": SCHEMA,
        "files": looked_at,
        "found": [
            {
                "what": one.what,
                "partnership": one.partnership or None,
                "evidence": one.evidence or None,
                "file": one.file or None,
                "message": one.message,
                "judgements": list(one.judgements),
                "remedy": one.remedy or None,
            }
            for one in found
        ],
    }
    return ((dumps(document, indent=2, ensure_ascii=True) + "\n", "plain"),)
