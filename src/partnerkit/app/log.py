"""Log what happened: a dated item in one line, put where it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from partnerkit.app.adding import added
from partnerkit.app.ids import minted
from partnerkit.app.items import checked_id, item_data, ordered, refuse_ahead, required_keys
from partnerkit.app.outcome import CannotRunError, Settings
from partnerkit.app.proposing import opened_to_edit, written
from partnerkit.app.validate import Answer
from partnerkit.diagnostics.text import one_line, visible
from partnerkit.model.base import Part
from partnerkit.model.fields import Declared, Path
from partnerkit.model.partnership.activate import Action
from partnerkit.model.partnership.objectives import Actual
from partnerkit.model.partnership.run import Contact, Feedback, JournalEntry
from partnerkit.model.suggestions import nearest
from partnerkit.rules.additions import Item
from partnerkit.rules.words import listed
from partnerkit.workspace.records import Record


@dataclass(frozen=True, slots=True)
class Sort:
    """Something that can be logged.

    Attributes:
        model: The model of the item.
        collection: The list it is put into.
        text: The key for the text.
        prefix: What its id begins with, where the record has no habit of its own.
        keys: The keys for the options of the command, by the option's name, where it has them.
        is_named: Whether its id may be made of its text. It may not where the text is for fewer people than the id.
    """

    model: type[Part]
    collection: str
    text: str
    prefix: str
    keys: Mapping[str, str]
    is_named: bool = False


SORTS: Mapping[str, Sort] = MappingProxyType({
    "contact": Sort(Contact, "contacts", "summary", "ct", {"on": "on", "by": "by", "with": "stakeholder",
                                                           "mode": "mode"}),
    "action": Sort(Action, "actions", "text", "act", {"owner": "owner", "due": "due", "from": "from"}, is_named=True),
    "journal": Sort(JournalEntry, "journal", "what", "j", {"on": "on", "by": "author"}),
    "result": Sort(Actual, "actuals", "narrative", "", {"on": "on"}),
    "feedback": Sort(Feedback, "feedback", "text", "fb", {"on": "on", "from": "from"}, is_named=True),
})  # fmt: skip
"""What can be logged, by the word for it."""

_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for.

    Attributes:
        sort: The word for what is logged.
        text: What is to be said.
        partnership: The id of the partnership; None if there is but one.
        options: The values of options that were given, by the option's name.
        more: Other keys with their values.
        id: The id it is to have; None to have one made.
        meeting: For an action: the meeting that agreed it.
        indicator: For a result: the indicator, or objective/indicator.
        is_trial: Whether only to show what would be written.
    """

    sort: str
    text: str
    partnership: str | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, str] = field(default_factory=dict)
    id: str | None = None
    meeting: str | None = None
    indicator: str | None = None
    is_trial: bool = False


def log(wish: Wish, settings: Settings) -> Answer:
    """Put an item into the record of a partnership, as the last of its list, and say where.

    Raises:
        CannotRunError: There is no such thing to log, or to log it in; it is said to have happened on a day still to
            come; or the text cannot be edited safely.
        OSError: A file could not be written.
    """
    sort = _sort(wish.sort)
    if not wish.text.strip():
        raise CannotRunError("There is nothing to log: say it in a sentence, in quotes.")
    if wish.id is not None:
        checked_id(wish.id)
    given = _given(sort, wish, settings.as_of)
    editable = opened_to_edit(settings)
    record = editable.record("partnership", wish.partnership)
    path = _path(sort, wish, record)
    data = item_data(sort.model, given)
    if "id" in sort.model.model_fields:
        data = ordered(sort.model, {"id": wish.id or _id(sort, record, settings.as_of, data), **data})
    refuse_ahead(sort.model, data, settings.as_of)
    told = f"Logged {data['id']}" if "id" in data else f"Logged a result of {one_line(wish.indicator or '')}"
    draft = added(editable, record, path, Item(data))
    return written(editable, (draft,), visible(told), is_trial=wish.is_trial)


def _sort(word: str) -> Sort:
    if word not in SORTS:
        near = nearest(word, SORTS)
        hint = f"Did you mean {near}?" if near else f"There are {listed(SORTS)}; `partnerkit new` makes others."
        raise CannotRunError(f"{one_line(word)} is nothing that can be logged. {hint}")
    return SORTS[word]


def _given(sort: Sort, wish: Wish, today: date) -> dict[str, str]:
    """The keys of the item with their values as they were given."""
    found = {_text_key(sort, wish): wish.text}
    for name, value in wish.options.items():
        if name not in sort.keys:
            raise CannotRunError(f"--{name} says nothing of this: {wish.sort} takes {_options(sort)}.")
        found[sort.keys[name]] = value
    for key, value in wish.more.items():
        if key in found or key == "id":
            raise CannotRunError(f"`{one_line(key)}` is given twice.")
        found[key] = value
    if "on" in sort.model.model_fields:
        found.setdefault("on", today.isoformat())
    assert set(required_keys(sort.model)) <= set(found)  # noqa: S101 - a text and a day are all that is required
    return found


def _text_key(sort: Sort, wish: Wish) -> str:
    return "value" if sort.model is Actual and _NUMBER.fullmatch(wish.text) else sort.text


def _options(sort: Sort) -> str:
    return listed(f"--{name}" for name in sort.keys)


def _id(sort: Sort, record: Record, today: date, data: Mapping[str, object]) -> str:
    known = [item.id for item in record.contents.declared if item.collection == sort.collection]
    on = data.get("on", today)
    return minted(known, sort.prefix, on if isinstance(on, date) else today, _text(sort, data))


def _text(sort: Sort, data: Mapping[str, object]) -> str:
    return str(data.get(sort.text, "")) if sort.is_named else ""


def _path(sort: Sort, wish: Wish, record: Record) -> Path:
    if wish.meeting is not None and sort.collection != "actions":
        raise CannotRunError("--meeting is for actions: it names the meeting that agreed them.")
    if wish.indicator is not None and sort.model is not Actual:
        raise CannotRunError("--indicator is for results: it names the indicator that was measured.")
    if wish.meeting is not None:
        return (*_item(record, "meetings", wish.meeting).path, "actions")
    if sort.model is not Actual:
        return (sort.collection,)
    known = [item.id for item in record.contents.declared if item.collection == "indicators"]
    if wish.indicator is None:
        hint = f"There are {listed(known)}." if known else "An objective has to have one first."
        raise CannotRunError(f"A result is the result of an indicator: name it with --indicator. {hint}")
    return (*_item(record, "indicators", wish.indicator).path, "actuals")


def _item(record: Record, collection: str, reference: str) -> Declared:
    """An item of a record by its id, or by the id of the item around it and its own."""
    scope, _, id_ = reference.rpartition("/")
    found = [
        item
        for item in record.contents.declared
        if item.collection == collection and item.id == id_ and (not scope or scope in _around(record, item))
    ]
    if len(found) == 1:
        return found[0]
    one = collection.removesuffix("s")
    if found:
        ways = listed(f"{around}/{id_}" for item in found for around in _around(record, item))
        raise CannotRunError(f"There is more than one {one} {id_} in {record.id}: write {ways}.")
    known = [item.id for item in record.contents.declared if item.collection == collection]
    near = nearest(id_, known)
    hint = f"Did you mean {near}?" if near else f"There are {listed(known)}." if known else "It has none."
    raise CannotRunError(f"There is no {one} {one_line(reference)} in {record.id}. {hint}")


def _around(record: Record, item: Declared) -> Iterator[str]:
    """The ids of the items around an item."""
    for other in record.contents.declared:
        if len(other.path) < len(item.path) and item.path[: len(other.path)] == other.path:
            yield other.id
