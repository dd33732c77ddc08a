"""Begin something: a record in a file of its own, or an item of a record, with comments that say what goes where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from partnerkit.app.adding import added, new_record
from partnerkit.app.ids import minted
from partnerkit.app.items import checked_id, item_data, ordered, required_keys
from partnerkit.app.outcome import CannotRunError, Settings
from partnerkit.app.proposing import Editable, opened_to_edit, written
from partnerkit.app.starters import Line, filled, prefix, starter
from partnerkit.app.validate import Answer
from partnerkit.diagnostics.text import one_line
from partnerkit.model.base import Part
from partnerkit.model.fields import fields
from partnerkit.model.kinds import KINDS, sections
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.suggestions import id_like, nearest
from partnerkit.rules.additions import Item
from partnerkit.rules.words import listed
from partnerkit.workspace.layout import FOLDER_RECORD
from partnerkit.workspace.records import Record

Ask = Callable[[str, str, str], str]
"""Asks the person at the terminal for a key, given what it means and what is taken if they say nothing."""

_DATED = frozenset({"on"})
_NAMED = ("title", "name")
_SAID = ("title", "event", "statement", "purpose", "finding", "text")
"""What an item may be called after: a number would be given on two branches to two things."""
_FIRST_STAGE = "identify"


@dataclass(frozen=True, slots=True)
class Sort:
    """Something that can be begun.

    Attributes:
        word: What it is called.
        kind: The kind of record it is, or is part of.
        collection: The key it stands under in that record; "" for a record.
        model: Its model.
        many: Whether there can be several.
    """

    word: str
    kind: str
    collection: str
    model: type[Part]
    many: bool = True

    @property
    def starter(self) -> str:
        """The name of its starter."""
        return self.collection or self.kind

    @property
    def has_id(self) -> bool:
        """Whether it has an id."""
        return "id" in self.model.model_fields


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for.

    Attributes:
        word: What is to be begun.
        id: Its id; None to have one made.
        holder: The record it is for; None if there is but one of its kind.
        given: Keys with their values.
        partners: For a partnership: the organisations.
        ask: Asks for what is missing; None where nobody can be asked.
        is_trial: Whether only to show what would be written.
    """

    word: str
    id: str | None = None
    holder: str | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    partners: Sequence[str] = ()
    ask: Ask | None = None
    is_trial: bool = False


def new(wish: Wish, settings: Settings) -> Answer:
    """Begin a record or an item, and say where.

    Raises:
        CannotRunError: There is no such thing, or something is missing; or the text cannot be edited safely.
        OSError: A file could not be written.
    """
    sort = _sort(wish.word)
    if wish.partners and sort.model is not Partnership:
        raise CannotRunError("--partner is for partnerships: it names an organisation that takes part.")
    if wish.holder is not None and not sort.collection:
        raise CannotRunError(f"--in says nothing of this: a new {sort.word} gets a file of its own.")
    if "id" in wish.given or "kind" in wish.given:
        raise CannotRunError(
            "The id stands behind the word for what it is, as in `partnerkit new risk risk-supervisor`."
        )
    editable = opened_to_edit(settings)
    if not sort.collection:
        return _record(sort, wish, editable)
    record = editable.record(sort.kind, wish.holder)
    if not sort.many and sort.collection in record.part.model_fields_set:
        raise CannotRunError(f"{record.id} has its `{sort.collection}` already.")
    lines = starter(sort.starter)
    data = _data(sort, wish, lines, settings.as_of)
    if sort.has_id:
        id_ = _item_id(sort, wish, record, lines, data, settings.as_of)
        data = ordered(sort.model, {"id": id_, **data})
    if not data:
        asked = next(line for line in lines if line.is_asked)
        raise CannotRunError(f"A new {sort.word} needs at least one key, such as --set {asked.key}={asked.example}.")
    stage = record.part.stage if isinstance(record.part, Partnership) else _FIRST_STAGE
    item = Item(data, filled(lines, data, stage))
    draft = added(editable, record, (sort.collection,), item, many=sort.many)
    return written(editable, (draft,), f"Began {data.get('id', sort.word)}", is_trial=wish.is_trial)


@cache
def sorts() -> Mapping[str, Sort]:
    """All that can be begun, by the words for it; of several words for one thing, the commonest comes first."""
    found: dict[str, Sort] = {kind: Sort(kind, kind, "", model) for kind, model in KINDS.items()}
    for name, section in sections().items():
        found |= _words(Sort(_singular(section.model), "partnership", name, section.model, section.many))
    for kind, model in KINDS.items():
        if model is not Partnership:
            for held in fields(model):
                if held.declares:
                    found |= _words(Sort(_singular(held.parts[0]), kind, held.key, held.parts[0]))
    return MappingProxyType(found)


def _words(sort: Sort) -> dict[str, Sort]:
    return dict.fromkeys((sort.word, sort.collection, sort.collection.replace("_", "-")), sort)


def _singular(model: type[Part]) -> str:
    return re.sub(r"(?<=[a-z])[A-Z]", lambda found: "-" + found[0], model.__name__).lower()


def _sort(name: str) -> Sort:
    word = name.lower()
    if word not in sorts():
        near = nearest(word, sorts())
        known = listed(dict.fromkeys(sort.word for sort in sorts().values()))
        hint = f"Did you mean {near}?" if near else f"There are {known}."
        raise CannotRunError(f"{one_line(word)} is nothing that can be begun. {hint}")
    return sorts()[word]


# ---------------------------------------------------------------------- records


def _record(sort: Sort, wish: Wish, editable: Editable) -> Answer:
    lines = starter(sort.starter)
    data = _data(sort, wish, lines, editable.settings.as_of)
    name = next((str(data[key]) for key in _NAMED if key in data), "")
    id_ = wish.id or id_like(name)
    if id_ is None:
        raise CannotRunError(f"Say which id the {sort.word} is to have: `partnerkit new {sort.word} ID`.")
    data = ordered(sort.model, {"kind": sort.kind, "id": checked_id(id_), **data})
    file = f"{_folder(sort.kind, editable)}{id_}.yaml"
    draft = new_record(editable, file, data, filled(lines, data, str(data.get("stage", _FIRST_STAGE))))
    return written(editable, (draft,), f"Began {id_}", is_trial=wish.is_trial)


def _folder(kind: str, editable: Editable) -> str:
    """Where the records of a kind are kept, with `/`: where most of them are, else in a folder of the usual name."""
    folders: Counter[str] = Counter()
    for one, file in editable.loaded.records:
        if one == kind:
            folder, _, name = file.rpartition("/")
            is_home = kind == "partnership" and name.rpartition(".")[0] == FOLDER_RECORD
            folders[folder.rpartition("/")[0] if is_home else folder] += 1
    folder = folders.most_common(1)[0][0] if folders else f"{kind}s"
    return f"{folder}/" if folder else ""


# ---------------------------------------------------------------------- data


def _data(sort: Sort, wish: Wish, lines: Sequence[Line], today: date) -> dict[str, Any]:
    """What is given, asked for, or goes without saying."""
    given = dict(wish.given)
    if wish.partners:
        given["partners"] = _partners(wish.partners)
    missing = required_keys(sort.model)
    for line in lines:
        if not line.is_asked or line.key in {"kind", "id", *given}:
            continue
        default = _default(line.key, today)
        if wish.ask is not None:
            answer = _asked(sort, wish.ask, line, default, is_needed=line.key in missing)
            given |= {line.key: answer} if answer else {}
        elif default and line.key in missing:
            given[line.key] = default
    lacking = [key for key in missing if key not in given]
    if lacking:
        ways = " ".join(_way(key) for key in lacking)
        raise CannotRunError(f"A new {sort.word} needs {listed(f'`{key}`' for key in lacking)}: give it with {ways}.")
    return item_data(sort.model, given)


def _way(key: str) -> str:
    return "--partner ID --partner ID" if key == "partners" else f'--set {key}="…"'


def _default(key: str, today: date) -> str:
    return today.isoformat() if key in _DATED else _FIRST_STAGE if key == "stage" else ""


def _asked(sort: Sort, ask: Ask, line: Line, default: str, *, is_needed: bool) -> str:
    """What the person at the terminal says, once it will do; "" if it may be left out and is."""
    meaning = line.comment or line.key
    while True:
        answer = ask(line.key, meaning, default).strip()
        if line.key == "partners" and answer and answer[0] not in "[{":
            answer = _partners(re.split(r"[ ,]+", answer))
        try:
            if answer:
                item_data(sort.model, {line.key: answer})
            if answer or not is_needed:
                return answer
            meaning = "it is needed"
        except CannotRunError as error:
            meaning = str(error)


def _partners(ids: Sequence[str]) -> str:
    """Organisations as a partnership has them."""
    return "[" + ", ".join(f"{{organisation: {checked_id(id_)}}}" for id_ in ids if id_) + "]"


def _item_id(  # noqa: PLR0913 - each is needed once
    sort: Sort, wish: Wish, record: Record, lines: Sequence[Line], data: Mapping[str, Any], today: date
) -> str:
    if wish.id is not None:
        # The ids of criteria are codes, which may have capitals; those of files may not.
        return wish.id if sort.collection == "criteria" else checked_id(wish.id)
    known = [item.id for item in record.contents.declared if item.collection == sort.collection]
    if "name" in data:
        name = id_like(str(data["name"])) or "person"
        return next(one for one in _numbered(name) if one not in known)
    on = data.get("on")
    if not known and prefix(lines).isdigit() and isinstance(on, date):
        return on.isoformat()
    text = next((str(data[key]) for key in _SAID if key in data), "")
    return minted(known, prefix(lines), on if isinstance(on, date) else today, text)


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1
