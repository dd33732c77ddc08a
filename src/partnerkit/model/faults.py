"""The kinds of fault that the data of a single record can have."""

from __future__ import annotations

from partnerkit.diagnostics.diagnostic import Kind

NOT_A_RECORD = Kind(
    "PK101",
    "not-a-record",
    "The file holds something other than a record: it is empty, or a list, or has no `kind`.",
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
    "The value is of another sort than it must be: a list where there must be text, text where there must be a number, "
    "and so on.",
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
    "The value must be one of a few words, and this is none of them.",
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
    "The text does not have the form that it must have here: a reference, a path inside the workspace, a web address, "
    "a currency, a digest.",
    "Write it as the help says.",
)
EMPTY = Kind(
    "PK112",
    "empty-value",
    "The key has nothing after it. What is not known yet is left out, so that a blank is never taken for a fact.",
    "Write a value, or leave it out until you have one.",
)
