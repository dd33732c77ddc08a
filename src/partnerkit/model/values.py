"""The values a record is made of: dates, money, text and identifiers, each strict, each with one way to be written.

The `error type` that a value gives when it does not fit is named in its schema (`model/wording.py` puts
it in words), so that the message follows from the type and not from the wording of a library.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from pydantic import Field, GetPydanticSchema, Strict
from pydantic_core import core_schema

T = TypeVar("T")

DATE_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
SLUG_PATTERN = r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$"
CODE_PATTERN = r"^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$"
OWN_KEY_PATTERN = r"^x-"
CURRENCY_PATTERN = r"^[A-Z]{3}$"
# A path inside the workspace: no leading slash, tilde or hyphen, no backslash, drive or scheme, and no name that begins
# with a dot, which leaves out `..` and what is hidden.
_NAME = r"[^/\\:.\x00-\x1f\x7f][^/\\:\x00-\x1f\x7f]*"
FILE_PATTERN = rf"^[^/\\:.~\-\x00-\x1f\x7f][^/\\:\x00-\x1f\x7f]*(?:/{_NAME})*$"
# A whole address is no matter for a pattern: this one asks for one @ with something on both sides.
EMAIL_PATTERN = r"^[^\s@]+@[^\s@]+$"
COUNTRY_PATTERN = r"^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$"
SHA256_PATTERN = r"^[0-9a-f]{64}$"
SEAL_PATTERN = r"^[a-z0-9]+:[A-Za-z0-9-]+$"
TIMECODE_PATTERN = r"^(?:[0-9]{1,2}:)?[0-9]{1,2}:[0-5][0-9]$"
# A name, a family, a code, or the beginning of a code.
RULE_PATTERN = r"^(?:[a-z0-9]+(?:-[a-z0-9]+)*|PK[A-Z]?[0-9]{0,3})$"
NAME_PATTERN = r"^[A-Za-z0-9]+(?:[._/-][A-Za-z0-9]+)*$"
LINK_PATTERN = r"^(?:https?://|mailto:)[^\s\x00-\x1f\x7f]+$"
ID_LENGTH = 64


def _named(schema: core_schema.CoreSchema, error: str) -> core_schema.CoreSchema:
    """The same schema, giving one error of our own type wherever it does not fit."""
    return core_schema.custom_error_schema(schema, custom_error_type=error, custom_error_message=error)


def text(error: str, pattern: str | None = None, *, longest: int | None = None) -> GetPydanticSchema:
    """A strict, non-empty text that gives the error type `error` when it does not fit."""
    schema = core_schema.str_schema(pattern=pattern, min_length=1, max_length=longest, strict=True)
    return GetPydanticSchema(lambda _source, _handler: _named(schema, error))


def _date_schema(_source: object, _handler: object) -> core_schema.CoreSchema:
    # Python's own parser takes 20260310 and week dates, pydantic's takes numbers: the pattern comes first.
    written = core_schema.str_schema(pattern=DATE_PATTERN, strict=True)
    return _named(core_schema.chain_schema([written, core_schema.date_schema(strict=False)]), "date")


def number(error: str, *, least: int | None = None, most: int | None = None) -> GetPydanticSchema:
    """A strict number, whole or not, that gives the error type `error` when it does not fit.

    Whole numbers stay whole, so that every output shows the digits that were written.
    """
    whole = core_schema.int_schema(ge=least, le=most, strict=True)
    broken = core_schema.float_schema(ge=least, le=most, strict=True, allow_inf_nan=False)
    either = core_schema.union_schema([whole, broken], mode="left_to_right")
    return GetPydanticSchema(lambda _source, _handler: _named(either, error))


def _whole(source: Any, handler: Any) -> core_schema.CoreSchema:
    # To Python, true is equal to 1, and so it is to pydantic's choice of words: the type comes first.
    return core_schema.chain_schema([core_schema.int_schema(strict=True), handler(source)])


class _Given:
    """Marks a value that may be left out, but not written empty."""

    def __get_pydantic_core_schema__(self, source: object, handler: Any) -> core_schema.CoreSchema:
        """The schema of the value itself: `key:` with nothing after it is refused."""
        schema: Any = handler(source)
        while schema["type"] == "nullable":
            schema = schema["schema"]
        return schema  # type: ignore[no-any-return]


OwnKey = text("unknown-key", OWN_KEY_PATTERN)

Maybe = Annotated[T | None, _Given()]
"""A value that may be absent. An absent one is `None`; an empty one (`key:`) is a fault."""

Many = Annotated[tuple[T, ...], Strict(False)]
"""A list of values, kept in the order they are written. Strict in what it holds; a tuple once read."""

Slug = Annotated[str, text("id", SLUG_PATTERN, longest=ID_LENGTH)]
"""An identifier: words of a to z and 0 to 9, joined by `-` or `.`, at most 64 characters."""

Code = Annotated[str, text("code", CODE_PATTERN, longest=ID_LENGTH)]
"""A criterion's code as printed in its framework, such as `P1` or `1.2`."""

Text = Annotated[str, text("text")]
"""A line of text. Anything YAML reads as a number, true or false needs quotes."""

Prose = Annotated[str, text("text")]
"""Text that people read as paragraphs, in CommonMark. HTML in it is shown as text."""

Date = Annotated[date, GetPydanticSchema(_date_schema)]
"""A day, written 2026-03-10."""

Number = Annotated[int | float, number("number")]
"""A number, whole or not; never infinite."""

Amount = Annotated[int | float, number("amount", least=0)]
"""A number, whole or not, 0 or more."""

Count = Annotated[int, Field(ge=0)]
"""A whole number, 0 or more."""

Days = Annotated[int, Field(ge=1, le=3660)]
"""A number of days, 1 to 3660 (ten years)."""

Position = Annotated[int, Field(ge=1)]
"""A whole number, 1 or more: a page, a place in a row."""

Hours = Annotated[int | float, number("hours", least=0, most=100_000)]
"""A number of hours, 0 to 100 000, whole or not."""

Level5 = Annotated[int, Field(ge=1, le=5)]
"""A level from 1 (lowest) to 5 (highest)."""

FormatVersion = Annotated[Literal[1], GetPydanticSchema(_whole)]
"""The version of the record format that this package reads."""

Currency = Annotated[str, text("currency", CURRENCY_PATTERN)]
"""A currency, as the three letters of ISO 4217, such as GBP."""

File = Annotated[str, text("file", FILE_PATTERN, longest=1024)]
"""A file beside the record, as a path with `/` that stays inside the workspace."""

Link = Annotated[str, text("link", LINK_PATTERN, longest=2048)]
"""A web address that begins with https://, http:// or mailto:."""

Email = Annotated[str, text("email", EMAIL_PATTERN, longest=254)]
"""An e-mail address."""

Country = Annotated[str, text("country", COUNTRY_PATTERN)]
"""A country or one of its parts, by its ISO 3166 code, such as GB or GB-WLS."""

Sha256 = Annotated[str, text("digest", SHA256_PATTERN)]
"""The SHA-256 digest of a file: 64 characters of 0 to 9 and a to f."""

Seal = Annotated[str, text("seal", SEAL_PATTERN, longest=200)]
"""A digest that the tool wrote over part of a record, with the name of its method: `blake2b:…`."""

Timecode = Annotated[str, text("timecode", TIMECODE_PATTERN)]
"""A moment in a recording, as minutes:seconds or hours:minutes:seconds, such as 12:30 or 1:02:03."""

RuleName = Annotated[str, text("rule-name", RULE_PATTERN, longest=80)]
"""The name of a rule, such as `single-point-of-contact`."""

Name = Annotated[str, text("name", NAME_PATTERN, longest=128)]
"""The name of a section, a check or a place in a record, such as `culture_fit` or `key_roles/dsl`."""
