"""What is wrong with a record's data, in words: pydantic's error types to diagnostics' kinds, messages and help."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from partnerkit.diagnostics.diagnostic import Kind
from partnerkit.model import faults
from partnerkit.model.suggestions import date_like, id_like, listed, nearest, number_like, reference_like
from partnerkit.model.values import ID_LENGTH

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

MOST_SHOWN = 60
"""So many characters of a value fit in a message."""
KEYS_SHOWN = 20
"""So many keys fit in a hint. A partnership has more; of those only the nearest is named."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a diagnostic says."""

    kind: Kind
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What is wrong, and all that is needed to say so.

    Attributes:
        error: What pydantic says of it.
        path: The way to it in the record; to the mapping around it if it is missing.
        on_key: Whether it is the key, and not its value.
        root: What the record as a whole is called.
        keys: The keys that can be at the path, or beside it if it is a key that is not known; each with its type.
        written: The value as it is written in the file.
        around: The mapping or list around it as it is written.
    """

    error: ErrorDetails
    path: tuple[str | int, ...]
    on_key: bool
    root: str
    keys: Mapping[str, Any]
    written: str
    around: str

    @property
    def value(self) -> Any:
        """What is wrong, as plain data: the value, or the key."""
        return self.error["input"]

    @property
    def called(self) -> str:
        """What people call it: `owner`, or item 2 of `risks`."""
        return _called(self.path, self.root)

    @property
    def key(self) -> str:
        """The nearest key on the way to it."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def text(self) -> str:
        """What is wrong as it is written, cut to a length that fits a message."""
        is_folded = isinstance(self.value, str) and "\n" in self.written
        text = str(self.value) if self.on_key or is_folded else self.written or str(self.value)
        first = text.split("\n", 1)[0].rstrip()
        return first if len(first) <= MOST_SHOWN else first[: MOST_SHOWN - 1] + "…"

    @property
    def shown(self) -> str:
        """The same, set off from the words around it."""
        return f"`{self.text}`"

    @property
    def what(self) -> str:
        """What is wrong, after `is`: a list, a mapping, or the value itself."""
        match self.value:
            case list() | tuple():
                return "a list"
            case dict():
                return "a mapping"
            case str():
                return f"the text {self.shown}"
            case _:
                return self.shown


def worded(subject: Subject) -> Words:
    """A fault in words."""
    error = subject.error["type"]
    if error in _KEYS:
        return _KEYS[error](subject)
    if subject.value is None or subject.value == "":
        return Words(faults.EMPTY, f"{subject.called} is empty", faults.EMPTY.remedy)
    if error in _VALUES:
        return _VALUES[error](subject)
    return Words(faults.WRONG_TYPE, f"{subject.called} cannot be {subject.what}", subject.error["msg"])


def _called(path: tuple[str | int, ...], root: str) -> str:
    match path:
        case ():
            return f"the {root}"
        case (*before, int(at)):
            return f"item {at + 1} of {_called(tuple(before), root)}"
        case _:
            return f"`{path[-1]}`"


# ---------------------------------------------------------------------- keys


def _missing(subject: Subject) -> Words:
    key = str(subject.error["loc"][-1])
    choices = get_args(subject.keys.get(key))
    line = f"`{key}: {choices[0] if len(choices) == 1 else '…'}`"
    help_ = f"Add {line} inside the braces." if subject.written.startswith("{") else f"Add a line {line}."
    return Words(faults.MISSING_KEY, f"{subject.called} has no `{key}`", help_)


def _unknown(subject: Subject) -> Words:
    return Words(faults.UNKNOWN_KEY, f"there is no key {subject.shown} here", _about_key(subject))


_OWN_KEY = "A key of your own begins with `x-`."


def _about_key(subject: Subject) -> str:
    key = str(subject.value)
    near = nearest(key, subject.keys, cutoff=0.7)
    # Nothing stands after such a key: `{event: The machine stands, nobody can mend it}`.
    if subject.around.startswith("{") and not subject.written and (near is None or " " in key):
        return (
            "Inside braces { } a comma ends the value. If these words belong to the text before the comma, put the "
            "whole text in quotes."
        )
    if key[:2] in {"X-", "x_", "X_"}:
        return f"A key of your own begins with a small x and a hyphen: `x-{key[2:]}`."
    if near is not None:
        return f"Did you mean `{near}`?"
    if subject.keys and len(subject.keys) <= KEYS_SHOWN:
        return f"The keys here are {listed(sorted(subject.keys), 'and')}. {_OWN_KEY}"
    return f"Check how it is spelt, and how far it is indented. {_OWN_KEY}"


# ---------------------------------------------------------------------- texts that must have a form, and numbers

# Our own error types (see model/values.py): kind, what is due, help.
_FORMS: dict[str, tuple[Kind, str, str]] = {
    "id": (
        faults.BAD_ID,
        "an id",
        f"Use words of a to z and 0 to 9, joined by - or . and at most {ID_LENGTH} characters long, as in `{{like}}`.",
    ),
    "code": (
        faults.BAD_ID,
        "a code",
        f"Use letters and digits, joined by - or . and at most {ID_LENGTH} characters long, as in `P2.1`.",
    ),
    "text": (faults.WRONG_TYPE, "text", "Write a text."),
    "date": (faults.BAD_DATE, "a date", "Write the date as year-month-day, like 2026-03-10."),
    "number": (faults.WRONG_TYPE, "a number", "Write a number without quotes or unit, like 12 or 0.5."),
    "amount": (faults.WRONG_TYPE, "a number", "Write a number without quotes or unit, like 1200 or 99.50."),
    "hours": (faults.WRONG_TYPE, "a number of hours", "Write a number without quotes or unit, like 6 or 1.5."),
    "currency": (faults.BAD_FORM, "the code of a currency", "Write its three capital letters, like GBP."),
    "file": (
        faults.BAD_FORM,
        "a path inside the workspace",
        "Write where the file lies in the partnership's folder, with / between folders, like `files/minutes.md`.",
    ),
    "link": (faults.BAD_FORM, "a web address", "Write the whole address, beginning with https://."),
    "reference": (faults.BAD_FORM, "a reference", "Write the id of what is meant, as in `{like}`."),
    "email": (faults.BAD_FORM, "an e-mail address", "Write the address alone, like name@example.org."),
    "country": (faults.BAD_FORM, "the code of a country", "Write its ISO 3166 code, like GB, or GB-WLS for a part."),
    "seal": (faults.BAD_FORM, "a seal", "Leave this value as partnerkit wrote it."),
    "timecode": (faults.BAD_FORM, "a time code", "Write minutes and seconds, like 12:30, or 1:02:03 with hours."),
    "rule-name": (faults.BAD_FORM, "the name of a rule", "Write its name, as in `{like}`, or its code."),
    "name": (faults.BAD_FORM, "the name of a section or a check", "Write it as in `learners` or `key_roles/dsl`."),
    "digest": (
        faults.BAD_FORM,
        "a SHA-256 digest",
        "Write the 64 characters (0 to 9, a to f) that `sha256sum` prints.",
    ),
}
_LIKE = {"id": "toolroom-skills", "reference": "halden-precision/priya-nair", "rule-name": "risk-review-overdue"}
_BOUNDS = {"amount": "0 or more", "hours": "between 0 and 100,000"}
_NUMBERS = {"number", *_BOUNDS}
_ISO_DATE = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _form(subject: Subject) -> Words:
    error = subject.error["type"]
    match subject.value:
        case list() | dict():
            message = f"{subject.called} must be {_FORMS[error][1]}, and is {subject.what}"
            return Words(faults.WRONG_TYPE, message, _about_many(subject.value) or _help(subject))
        case bool() | int() | float() if error not in _NUMBERS | {"date"}:
            return _unquoted(subject)
        case int() | float() if error in _BOUNDS and not isinstance(subject.value, bool):
            message = f"{subject.called} must be {_BOUNDS[error]}, and is {subject.shown}"
            return Words(faults.OUT_OF_RANGE, message, "")
        case _:
            return _date(subject) if error == "date" else _other_form(subject)


def _other_form(subject: Subject) -> Words:
    kind, due, _ = _FORMS[subject.error["type"]]
    if subject.on_key:
        return Words(kind, f"the key {subject.shown} is not {due}", _help(subject))
    # An item in a file of its own may have its id from the name of the file.
    called = subject.called if subject.written else "the file's name"
    return Words(kind, f"{called} is not {due}: {subject.shown}", _help(subject))


def _help(subject: Subject) -> str:
    error, value = subject.error["type"], subject.value
    if error in _NUMBERS and (help_ := _about_number(subject)):
        return help_
    if error == "file" and "://" in str(value):
        return "Write a web address under `url`."
    return _FORMS[error][2].format(like=_like(error, value))


def _like(error: str, value: Any) -> str:
    """A value of the form that is due; if possible one that looks like the one that is written."""
    like = None
    if isinstance(value, str):
        like = reference_like(value) if error == "reference" else id_like(value)
    return like or _LIKE.get(error, "")


def _unquoted(subject: Subject) -> Words:
    what = "a yes-or-no value" if isinstance(subject.value, bool) else "a number"
    message = f"{subject.called} must be text, and {subject.shown} without quotes is {what}"
    return Words(faults.UNQUOTED_TEXT, message, f'Put it in quotes: `"{subject.text}"`.')


def _date(subject: Subject) -> Words:
    written = str(subject.value)
    if _ISO_DATE.fullmatch(written):
        message = f"{subject.called} is a date that does not exist: {subject.shown}"
        return Words(faults.BAD_DATE, message, "Check the day and the month.")
    like = date_like(written)
    help_ = _FORMS["date"][2] if like is None else f"Write it as {like}."
    return Words(faults.BAD_DATE, f"{subject.called} is not a date: {subject.shown}", help_)


def _about_number(subject: Subject) -> str:
    if subject.around.startswith("{") and re.search(rf"{re.escape(subject.text)},[0-9]{{3}}", subject.around):
        return "Write the number without a comma between thousands."
    number = number_like(str(subject.value))
    return "" if number is None else f"Write the number alone: `{number}`."


def _about_many(value: list[Any] | dict[str, Any]) -> str:
    match value:
        case [str(one)]:
            return f"Write it without brackets or hyphen: `{one}`."
        case [_, _, *_]:
            return "Only one can stand here; write it without brackets or hyphen."
        case _:
            return ""


# ---------------------------------------------------------------------- values of another type

_TYPES = {
    "tuple_type": "a list",
    "model_type": "a mapping",
    "dict_type": "a mapping",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
}


def _type(subject: Subject) -> Words:
    message = f"{subject.called} must be {_TYPES[subject.error['type']]}, and is {subject.what}"
    return Words(faults.WRONG_TYPE, message, _about_type(subject))


def _about_type(subject: Subject) -> str:
    match subject.error["type"]:
        case "tuple_type":
            return _about_list(subject)
        case "model_type" if subject.keys:
            return f"Write its keys and values, beginning with `{next(iter(subject.keys))}: …`."
        case "model_type" | "dict_type":
            return "Write a line `key: value` for each, without hyphens."
        case "bool_type":
            return "Write `true` or `false`, without quotes."
        case _:
            return _about_whole_number(subject.text)


def _about_whole_number(text: str) -> str:
    number = number_like(text)
    if number is None or not float(number).is_integer():
        return "Write a whole number, like 3."
    return f"Write the number alone: `{float(number):.0f}`."


def _about_list(subject: Subject) -> str:
    match subject.value:
        case dict() if subject.key in subject.value:
            return f"The file's name says `{subject.key}` already: write only what stands under it."
        case dict():
            return "Begin each item with `- `, and indent its other lines as far as its first key."
        case _ if len(subject.text) < MOST_SHOWN:
            return f"Write it in brackets, `[{subject.text}]`, or on a line of its own after `- `."
        case _:
            return "Write each item on a line of its own, after `- `."


# ---------------------------------------------------------------------- words, ranges and lengths

_RANGES = {
    "greater_than_equal": "{ge} or more",
    "greater_than": "more than {gt}",
    "less_than_equal": "{le} or less",
    "less_than": "less than {lt}",
}


def _word(subject: Subject) -> Words:
    found = re.findall(r"'([^']*)'|\b([0-9]+)\b", subject.error["ctx"]["expected"])
    known = [word or number for word, number in found]
    choices = f"It can {'only ' if len(known) == 1 else ''}be {listed(known)}."
    match subject.value:
        case list() | dict():
            message = f"{subject.called} must be one word, and is {subject.what}"
            return Words(faults.WRONG_TYPE, message, choices)
        case str():
            near = nearest(subject.value, known)
        case _:
            near = None
    hint = "" if near is None else f"Did you mean `{near}`? "
    return Words(faults.UNKNOWN_WORD, f"{subject.called} cannot be {subject.shown}", hint + choices)


def _clause(subject: Subject) -> Words:
    what = "such a mapping" if isinstance(subject.value, dict) else subject.what
    help_ = "Write `present`, `absent`, `{not_applicable: why}` or `{reference: where it stands}`."
    return Words(faults.WRONG_TYPE, f"{subject.called} cannot be {what}", help_)


def _range(subject: Subject) -> Words:
    bound = _RANGES[subject.error["type"]].format(**subject.error["ctx"])
    return Words(faults.OUT_OF_RANGE, f"{subject.called} must be {bound}, and is {subject.shown}", "")


def _length(subject: Subject) -> Words:
    limits, actual = subject.error["ctx"], len(subject.value)
    asked = f"{limits['min_length']} entries or more" if "min_length" in limits else f"at most {limits['max_length']}"
    message = f"{subject.called} {'needs' if 'min_length' in limits else 'takes'} {asked}, and has {actual}"
    return Words(faults.OUT_OF_RANGE, message, "")


_KEYS: Mapping[str, Callable[[Subject], Words]] = {"missing": _missing, "unknown-key": _unknown}
_VALUES: Mapping[str, Callable[[Subject], Words]] = {
    **dict.fromkeys(_FORMS, _form),
    **dict.fromkeys(_TYPES, _type),
    **dict.fromkeys(_RANGES, _range),
    "literal_error": _word,
    "clause": _clause,
    "too_short": _length,
    "too_long": _length,
}
