"""Files recorded as evidence: each with its day, its digest and the criteria that it supports."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from partnerkit.app.adding import added
from partnerkit.app.drafts import Draft
from partnerkit.app.ids import minted
from partnerkit.app.items import checked_id, item_data, ordered
from partnerkit.app.outcome import CannotRunError, Settings
from partnerkit.app.proposing import Editable, opened_to_edit, written
from partnerkit.app.validate import Answer
from partnerkit.diagnostics.text import one_line, visible
from partnerkit.io.evidence_files import Hashed, copied, hashed
from partnerkit.io.files import NotAFileError, make_folders
from partnerkit.io.trees import MOST_HASHED
from partnerkit.model.partnership.assessment import Evidence, EvidenceMap, EvidenceType
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.values import FILE_PATTERN
from partnerkit.rules.additions import Item
from partnerkit.rules.words import listed
from partnerkit.workspace.names import EVIDENCE_FOLDER
from partnerkit.workspace.records import Record

TYPES: tuple[str, ...] = EvidenceType.__args__  # type: ignore[attr-defined]
LIMIT = f"{MOST_HASHED // 1024 // 1024} MiB"
PLACES = ("page", "paragraph", "timecode", "note")

_BY_ENDING: Mapping[str, str] = {
    "jpg": "photo", "jpeg": "photo", "png": "photo", "heic": "photo",
    "mp4": "video", "mov": "video", "webm": "video",
    "mp3": "recording", "m4a": "recording", "wav": "recording",
    "eml": "email", "msg": "email",
    "csv": "data", "xls": "data", "xlsx": "data", "ods": "data",
}  # fmt: skip
"""What sort of evidence a file is by the end of its name, where that tells."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for.

    Attributes:
        files: The files, as paths from the folder to work in.
        partnership: The partnership; None if there is but one.
        options: Values for keys of the evidence, as they were given.
        maps: The criteria, each with its place: `foundry/S2:page=3`.
        by: Who vouches for it; None if that is not said.
        how: How; None if that is not said.
        id: The id it is to have; None to have one made.
        copies: Whether the files are copied into the record's folder for files.
        is_trial: Whether only to show what would be written.
    """

    files: Sequence[str]
    partnership: str | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    maps: Sequence[str] = ()
    by: str | None = None
    how: str | None = None
    id: str | None = None
    copies: bool = False
    is_trial: bool = False


@dataclass(frozen=True, slots=True)
class _File:
    """A file that is to be recorded: where it is, what the record calls it, and what is in it."""

    source: str
    name: str
    known: Hashed
    is_copied: bool


def add_evidence(wish: Wish, settings: Settings) -> Answer:
    """Record files as evidence of a partnership: all of them or none.

    Raises:
        CannotRunError: A file cannot be evidence, is recorded already, or what is said of it is not clear.
        OSError: A file could not be written; nothing is changed.
    """
    if len(wish.files) > 1 and (wish.id is not None or "title" in wish.options):
        raise CannotRunError("--id and --title are for one file; give several without them.")
    if wish.id is not None:
        checked_id(wish.id)
    editable = opened_to_edit(settings)
    record = editable.record("partnership", wish.partnership)
    files = [_file(path, record, editable, wish) for path in wish.files]
    _refuse_twice(files, record, editable)
    drafts, ids = _drafted(files, wish, record, editable)
    copies: list[str] = []
    try:
        return written(
            editable,
            drafts,
            visible(f"Recorded {listed(ids)}"),
            is_trial=wish.is_trial,
            first=lambda: copies.extend(_copied(files, record, str(editable.loader.root))),
        )
    except BaseException:
        for path in reversed(copies):
            os.unlink(path)
        raise


def _drafted(
    files: Sequence[_File], wish: Wish, record: Record, editable: Editable
) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    """What would be written, a draft for each file of the record; and the ids of the evidence."""
    drafts: dict[str, Draft] = {}
    ids: list[str] = []
    now = editable
    for file in files:
        data = _data(file, wish, record, now)
        ids.append(data["id"])
        one = added(now, record, ("evidence",), Item(data))
        drafts[one.file] = replace(drafts.get(one.file, one), after=one.after)
        if file is not files[-1]:
            # What comes next goes behind what is recorded so far.
            now = editable.after(drafts.values())
            record = now.record("partnership", record.id)
    return tuple(drafts.values()), tuple(ids)


def _copied(files: Sequence[_File], record: Record, root: str) -> Sequence[str]:
    """Copy the files that are to be copied, all or none; where the copies are that were not there."""
    done: list[str] = []
    try:
        for file in files:
            done.extend(_copy(file, _folder(record), root) if file.is_copied else ())
    except BaseException:
        for path in reversed(done):
            os.unlink(path)
        raise
    return done


def _copy(file: _File, home: str, root: str) -> tuple[str, ...]:
    """Copy a file; where it is now, or nothing if it was there, from a run that was interrupted for one."""
    path = os.path.join(root, home, file.name)
    make_folders(root, os.path.dirname(os.path.join(home, file.name)))
    try:
        copied(file.source, path)
    except FileExistsError:
        if _digest_of(path) != file.known.sha256:
            raise CannotRunError(f"There is {file.name} already beside the record; nothing is overwritten.") from None
        return ()
    return (path,)


# ---------------------------------------------------------------------- the file


def _folder(record: Record) -> str:
    return record.origin.root[0].rpartition("/")[0]


def _file(path: str, record: Record, editable: Editable, wish: Wish) -> _File:
    shown = one_line(path)
    absolute = os.path.abspath(os.path.join(editable.settings.folder, path))
    if os.path.islink(absolute):
        raise CannotRunError(f"{shown} is a link. Record the file that it leads to.")
    try:
        known = hashed(absolute)
    except FileNotFoundError:
        raise CannotRunError(f"There is no file {shown}.") from None
    except NotAFileError:
        raise CannotRunError(f"{shown} is no plain file.") from None
    if known.sha256 is None:
        raise CannotRunError(
            f"{shown} has {known.size:,} bytes, and the most is {LIMIT}. Keep it elsewhere, and give its "
            "address: `url`."
        )
    name = _name(absolute, record, editable, shown, copies=wish.copies)
    if re.fullmatch(FILE_PATTERN, name) is None:
        raise CannotRunError(
            f"{shown} cannot be named in a record: no name on the way to it may begin with a dot or a hyphen, or have "
            "a colon or a backslash in it. Rename it."
        )
    return _File(absolute, name, known, is_copied=wish.copies)


def _name(absolute: str, record: Record, editable: Editable, shown: str, *, copies: bool) -> str:
    """What the record calls a file: the path to it from the record."""
    if copies:
        return f"{EVIDENCE_FOLDER}/{os.path.basename(absolute)}"
    root = os.path.realpath(editable.loader.root)
    home = os.path.join(root, _folder(record)).rstrip(os.sep)
    real = os.path.realpath(absolute)
    if not real.startswith(root + os.sep):
        raise CannotRunError(
            f"{shown} lies outside the workspace. With --copy it is copied into the folder "
            f"{EVIDENCE_FOLDER} of the record."
        )
    if not real.startswith(home + os.sep):
        raise CannotRunError(
            f"{shown} does not lie beside the record of {record.id} or below it. With --copy it is copied into the "
            f"folder {EVIDENCE_FOLDER} of the record."
        )
    return os.path.relpath(real, home).replace(os.sep, "/")


def _refuse_twice(files: Sequence[_File], record: Record, editable: Editable) -> None:
    """Refuse what the record has already, by its path or by its content."""
    assert isinstance(record.part, Partnership)  # noqa: S101 - it was asked for
    known: dict[str, str] = {}
    noted: dict[str, str | None] = {}
    for evidence in record.part.evidence:
        if evidence.file is not None:
            known[evidence.file] = evidence.id
            noted[evidence.file] = evidence.sha256
            digest = evidence.sha256 or _digest_of(os.path.join(editable.loader.root, _folder(record), evidence.file))
            known[digest or ""] = evidence.id
    for file in files:
        found = known.get(file.name) or known.get(file.known.sha256 or "-")
        if found is not None:
            told = f"{file.name} is recorded already: {record.id} has it as {found}"
            if file.is_copied or noted.get(file.name) in (None, file.known.sha256):
                raise CannotRunError(f"{told}.")
            raise CannotRunError(
                f"{told}, and it has changed since. If it is right as it is now: "
                f"`partnerkit evidence note {record.id}/{found}`."
            )
        known[file.name] = known[file.known.sha256 or "-"] = f"{file.name}, which is given twice"


def _digest_of(path: str) -> str | None:
    try:
        return hashed(path).sha256
    except OSError:
        return None


# ---------------------------------------------------------------------- what is recorded


def _data(file: _File, wish: Wish, record: Record, editable: Editable) -> dict[str, Any]:
    stem = os.path.basename(file.name).rpartition(".")[0] or os.path.basename(file.name)
    words = " ".join(re.split(r"[\s_-]+", stem)).strip() or stem
    given = {
        "title": words[:1].upper() + words[1:],
        "type": _type(file.name, wish),
        "on": editable.settings.as_of.isoformat(),
        **wish.options,
        "file": file.name,
        "sha256": file.known.sha256 or "",
    }
    data = item_data(Evidence, given)
    vouched = {key: value for key, value in (("by", wish.by), ("how", wish.how)) if value is not None}
    if vouched:
        data["authenticity"] = {**vouched, "on": editable.settings.as_of}
    if wish.maps:
        data["maps"] = [_map(text) for text in wish.maps]
    known = [item.id for item in record.contents.declared if item.collection == "evidence"]
    return ordered(Evidence, {"id": wish.id or minted(known, "ev", editable.settings.as_of, data["title"]), **data})


def _type(name: str, wish: Wish) -> str:
    if "type" in wish.options:
        return wish.options["type"]
    stem, _, ending = name.rpartition("/")[2].casefold().rpartition(".")
    spoken = [one for one in TYPES if re.search(rf"(?:^|[^a-z]){re.escape(one)}(?:[^a-z]|$)", stem)]
    found = spoken[0] if len(spoken) == 1 else _BY_ENDING.get(ending)
    if found is None:
        raise CannotRunError(f"What sort of evidence is {one_line(name)}? Say it with --type: {listed(TYPES, 'or')}.")
    return found


def _map(text: str) -> dict[str, Any]:
    """A criterion with its place, from `foundry/S2:page=3`; several places stand with commas between them."""
    criterion, _, places = text.partition(":")
    given: dict[str, str] = {}
    for pair in filter(None, places.split(",")):
        key, equals, value = pair.partition("=")
        if key not in PLACES or not equals or not value:
            raise CannotRunError(
                f"{one_line(text)} is no place. Write the criterion, a colon, and page=3, paragraph=2 or "
                "timecode=12:30."
            )
        given[key] = value
    return item_data(EvidenceMap, {"criterion": criterion, **given})
