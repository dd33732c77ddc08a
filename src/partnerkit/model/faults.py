"""What is wrong with a record's data, in words: pydantic's error types to diagnostics' kinds, messages and help."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from partnerkit.diagnostics.diagnostic import Kind

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

NOT_A_RECORD = Kind(
    "PK101",
    "not-a-record",
    "The file holds something else than a record: it is empty, or a list, or has no `kind`.",
    "Begin the file with `kind: partnership` (or organisation, framework, programme). If it is no record at all, name "
    "it under `exclude` in partnerkit.yaml.",
)
UNKNOWN_KIND = Kind(
    "PK102",
    "unknown-kind",
    "The `kind` of a record is one of partnership, organisation, framework and programme.",
    "Write one of the four kinds.",
)
UNKNOWN_KEY = Kind(
    "PK103",
    "unknown-key",
    "A key that the format does not know would be read by nobody. It is refused, because it is nearly always a slip.",
    "Correct the key. A key of your own may begin with x-, and is kept.",
)
MISSING_KEY = Kind(
    "PK104",
    "missing-key",
    "Something that makes the record or the item what it is has not been written.",
    "Add the key and its value.",
)
WRONG_TYPE = Kind(
    "PK105",
    "wrong-type",
    "The value is of another type than is due: a list where a text is due, a text where a number is due, and so on.",
    "Write the value as the help says.",
)
UNQUOTED_TEXT = Kind(
    "PK106",
    "unquoted-text",
    "Text is due, and what is written reads as a number, or as true or false. Identifiers lose leading zeros that way.",
    "Put the value in quotes.",
)
UNKNOWN_WORD = Kind(
    "PK107",
    "unknown-word",
    "The value is one of a few words, and this is none of them.",
    "Write one of the words that the help lists.",
)
BAD_DATE = Kind(
    "PK108",
    "bad-date",
    "Dates are written year-month-day, as in 2026-03-10, and must exist in the calendar.",
    "Write the date as 2026-03-10.",
)
BAD_ID = Kind(
    "PK109",
    "bad-id",
    "An id is made of words of a to z and 0 to 9, joined by - or . and at most 64 characters long, so that it can be "
    "part of a file name, a web address and a reference.",
    "Write it in lower case, with hyphens instead of spaces.",
)
OUT_OF_RANGE = Kind(
    "PK110",
    "out-of-range",
    "The value is smaller or larger, or the list shorter, than makes sense.",
    "Write a value within the range that the message names.",
)
BAD_FORM = Kind(
    "PK111",
    "bad-form",
    "The text does not have the form that is due here: a reference, a path inside the workspace, a web address, a "
    "currency, a digest.",
    "Write it as the help says.",
)
EMPTY = Kind(
    "PK112",
    "empty-value",
    "The key has nothing after it. What is not known yet is left out, so that a blank is never taken for a fact.",
    "Write a value, or delete the line until you have one.",
)

MAXIMUM_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Words:
    """What a diagnostic says."""

    kind: Kind
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What is wrong: the value, as data and as written, under which name, among which known keys."""

    error: ErrorDetails
    name: str
    written: str
    known_keys: Sequence[str]

    @property
    def value(self) -> Any:
        """The value as plain data."""
        return self.error["input"]

    @property
    def shown(self) -> str:
        """The value as it is written, cut to a length that fits a message."""
        first = self.written.split("\n", 1)[0].rstrip() or str(self.value)
        return first if len(first) <= MAXIMUM_SHOWN else first[: MAXIMUM_SHOWN - 1] + "…"

    def limit(self, name: str) -> Any:
        """A figure from the error's context."""
        return self.error.get("ctx", {}).get(name)


def worded(subject: Subject) -> Words:
    """A fault in words."""
    error = subject.error["type"]
    if error == "missing":
        return _missing(subject)
    if error == "unknown-key":
        return _unknown_key(subject)
    if subject.value is None:
        return Words(EMPTY, f"`{subject.name}` has nothing after it", EMPTY.remedy)
    for errors, say in ((_FORMS, _form), (_TYPES, _type), (_WORDS, _word), (_RANGES, _range), (_LENGTHS, _length)):
        if error in errors:
            return say(subject)
    return Words(WRONG_TYPE, f"`{subject.name}` cannot be {subject.shown}", subject.error["msg"])


def nearest(word: str, among: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """The one of some words that looks most like this one, if any does."""
    folded = {candidate.casefold(): candidate for candidate in among}
    found = get_close_matches(word.casefold().replace("_", "-"), folded, n=1, cutoff=cutoff) or get_close_matches(
        word.casefold().replace("-", "_"), folded, n=1, cutoff=cutoff
    )
    return folded[found[0]] if found else None


def listed(words: Iterable[str]) -> str:
    """Words as a list in a sentence: `a`, `b` or `c`."""
    quoted = [f"`{word}`" for word in words]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " or " + quoted[-1]


def _missing(subject: Subject) -> Words:
    return Words(MISSING_KEY, f"`{subject.name}` is missing", f"Add a line `{subject.name}: …` here.")


def _unknown_key(subject: Subject) -> Words:
    near = nearest(subject.name, subject.known_keys)
    message = f"there is no key `{subject.name}` here"
    if near is not None:
        return Words(UNKNOWN_KEY, message, f"Did you mean `{near}`?")
    if " " in subject.name:
        return Words(UNKNOWN_KEY, message, _COMMA)
    known = f"The keys known here are {', '.join(sorted(subject.known_keys))}. " if subject.known_keys else ""
    return Words(UNKNOWN_KEY, message, f"{known}A key of your own may begin with x-.")


_COMMA = (
    "Inside braces { } a comma ends the value. If these words belong to the text before the comma, put the whole text "
    "in quotes."
)

# Our own error types (see model/values.py): kind, what is due, help.
_FORMS: dict[str, tuple[Kind, str, str]] = {
    "id": (BAD_ID, "no id", "Use words of a to z and 0 to 9, joined by - or . as in `{slug}`."),
    "code": (BAD_ID, "no code", "Use letters and digits, joined by - or . as in `P2.1`; at most 64 characters."),
    "text": (WRONG_TYPE, "no text", "Write a text."),
    "date": (BAD_DATE, "no date", "Write the date as year-month-day, like 2026-03-10."),
    "number": (WRONG_TYPE, "no number", "Write a number without quotes or unit, like 12 or 0.5."),
    "currency": (BAD_FORM, "no currency", "Write the three capital letters of the currency, like GBP."),
    "file": (
        BAD_FORM,
        "no path inside the workspace",
        "Write the path from the partnership's folder, with / and without .., like `files/minutes.md`. "
        "A web address goes under `url`.",
    ),
    "link": (BAD_FORM, "no web address", "Write the whole address, beginning with https://."),
    "reference": (
        BAD_FORM,
        "no reference",
        "Write the id of what is meant, or scope/id, as in `halden-precision/priya-nair`.",
    ),
    "amount": (WRONG_TYPE, "no amount", "Write a number, 0 or more, without quotes or currency, like 1200 or 99.50."),
    "hours": (WRONG_TYPE, "no number of hours", "Write a number, 0 or more, without quotes or unit, like 6 or 1.5."),
    "email": (BAD_FORM, "no e-mail address", "Write the address alone, like name@example.org."),
    "country": (BAD_FORM, "no country", "Write the code of ISO 3166, like GB, or GB-WLS for a part of a country."),
    "seal": (BAD_FORM, "no digest of a lock", "Leave this value as the tool wrote it."),
    "timecode": (BAD_FORM, "no time in a recording", "Write minutes and seconds, like 12:30, or 1:02:03 with hours."),
    "rule-name": (BAD_FORM, "no name of a rule", "Write words in lower case, joined by -, like risk-review-overdue."),
    "name": (BAD_FORM, "no name of a section, a check or a place", "Write it as in `learners` or `key_roles/dsl`."),
    "clause": (
        WRONG_TYPE,
        "no statement about a clause",
        "Write `present`, `absent`, {not_applicable: why} or {reference: where it stands}.",
    ),
    "digest": (BAD_FORM, "no digest", "Write the 64 characters (0 to 9, a to f) that `sha256sum` prints."),
}
_TYPES: dict[str, tuple[str, str]] = {
    "tuple_type": ("a list", "Write each item on a line of its own, beginning with `- `."),
    "model_type": ("a mapping", "Write keys and values, indented under it."),
    "model_attributes_type": ("a mapping", "Write keys and values, indented under it."),
    "dict_type": ("a mapping", "Write keys and values, indented under it."),
    "bool_type": ("true or false", "Write `true` or `false`, without quotes."),
    "int_type": ("a whole number", "Write a whole number, without quotes."),
    "int_from_float": ("a whole number", "Write a whole number, without quotes."),
    "float_type": ("a number", "Write a number, without quotes."),
    "string_type": ("text", "Write a text."),
    "union_tag_invalid": ("a word or a mapping", "Write one word, or keys and values indented under it."),
    "union_tag_not_found": ("a word or a mapping", "Write one word, or keys and values indented under it."),
}
_RANGES = {
    "greater_than_equal": "{ge} or more",
    "greater_than": "more than {gt}",
    "less_than_equal": "{le} or less",
    "less_than": "less than {lt}",
}
_WORDS = {"literal_error"}
_LENGTHS = {"too_short", "too_long"}


def _form(subject: Subject) -> Words:
    error = subject.error["type"]
    kind, due, help_ = _FORMS[error]
    if isinstance(subject.value, (bool, int, float)) and error not in {"date", "number", "amount", "hours"}:
        return _unquoted(subject)
    if subject.value == "":
        return Words(EMPTY, f"`{subject.name}` is an empty text", EMPTY.remedy)
    if isinstance(subject.value, (list, dict)):
        due = due.replace("no ", "", 1)
        return Words(WRONG_TYPE, f"`{subject.name}` is {_is(subject.value)}, and must be {_a(due)}", help_)
    message = f"`{subject.name}` is {due}: {subject.shown}"
    if error == "date":
        return Words(kind, *_date(subject, message, help_))
    return Words(kind, message, help_.format(slug=_slug(str(subject.value))))


def _date(subject: Subject, message: str, help_: str) -> tuple[str, str]:
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", str(subject.value)):
        return f"`{subject.name}` is a date that does not exist: {subject.shown}", "Check the day and the month."
    return message, help_


def _unquoted(subject: Subject) -> Words:
    what = "true or false" if isinstance(subject.value, bool) else "a number"
    message = f"`{subject.name}` must be text, and {subject.shown} without quotes is {what}"
    return Words(UNQUOTED_TEXT, message, f'Put it in quotes: {subject.name}: "{subject.shown}"')


def _type(subject: Subject) -> Words:
    due, help_ = _TYPES[subject.error["type"]]
    message = f"`{subject.name}` is {_is(subject.value)}, and must be {due}"
    return Words(WRONG_TYPE, message, help_)


def _word(subject: Subject) -> Words:
    words = re.findall(r"'([^']*)'|\b([0-9]+)\b", str(subject.limit("expected")))
    known = [first or second for first, second in words]
    if isinstance(subject.value, bool) or not isinstance(subject.value, str):
        message = f"`{subject.name}` is {_is(subject.value)}, and must be {listed(known)}"
        return Words(UNKNOWN_WORD, message, "")
    message = f"`{subject.name}` cannot be {subject.shown}"
    near = nearest(subject.value, known)
    hint = f"Did you mean `{near}`? " if near is not None else ""
    return Words(UNKNOWN_WORD, message, f"{hint}It is one of {', '.join(known)}.")


def _range(subject: Subject) -> Words:
    bound = _RANGES[subject.error["type"]].format(**subject.error["ctx"])
    return Words(OUT_OF_RANGE, f"`{subject.name}` is {subject.shown}, and must be {bound}", "")


def _length(subject: Subject) -> Words:
    least, most = subject.limit("min_length"), subject.limit("max_length")
    bound = f"at least {least}" if least is not None else f"at most {most}"
    return Words(OUT_OF_RANGE, f"`{subject.name}` needs {bound} entries, and has {subject.limit('actual_length')}", "")


def _is(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int() | float():
            return f"the number {str(value)[:MAXIMUM_SHOWN]}"
        case str():
            return "a text"
        case list() | tuple():
            return "a list"
        case dict():
            return "a mapping"
        case _:
            return "empty"


def _a(noun: str) -> str:
    if noun == "text":
        return noun
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _slug(text: str) -> str:
    """An id that looks like a text, for a message."""
    words = re.findall(r"[a-z0-9]+", text.casefold())
    return "-".join(words)[:64].strip("-") or "toolroom-skills"
