"""The kinds of fault that the text of a file can have, before anything is known of what it says."""

from __future__ import annotations

from partnerkit.diagnostics.diagnostic import Kind, Severity

NOT_UTF8 = Kind(
    "PK001",
    "not-utf-8",
    "The file is not text in UTF-8, the one encoding that every editor, git and partnerkit read alike.",
    "Save the file as UTF-8: most editors offer it under “Save with encoding”.",
)
HIDDEN_CHARACTER = Kind(
    "PK002",
    "hidden-character",
    "The text holds a character that editors do not show, or that makes a reviewer see other text than is read: a "
    "control character, a line separator that is no line break in an editor, a mark that reverses the direction.",
    "Delete the character at the place shown; retyping the line by hand is the surest way.",
)
MERGE_CONFLICT = Kind(
    "PK003",
    "merge-conflict",
    "git could not merge two versions of the file and left both in it, between lines of <, = and > signs.",
    "Keep the right lines, delete the others and every line of <, =, | or > signs, then save and commit.",
)
SYNTAX = Kind(
    "PK004",
    "yaml-syntax",
    "The file is not YAML from this place on, so nothing after it could be read.",
    "Compare the line, and the one before it, with a line that works: indentation, colons, quotes and brackets.",
)
DUPLICATE_KEY = Kind(
    "PK005",
    "duplicate-key",
    "The same key stands twice in one mapping; other programs keep one of the two values and drop the other silently.",
    "Keep one of the two, or join their values.",
)
KEY_NOT_TEXT = Kind(
    "PK006",
    "key-not-text",
    "A key is not text: it is a number, true or false, empty, or a list.",
    "Put the key in quotes if you mean the text. Inside braces { } a comma ends the value before it, as in 1,200.",
)
TAG = Kind(
    "PK007",
    "yaml-tag",
    "A value carries a YAML tag (`!name`), which asks a program to build something from it. Records are plain values.",
    "Delete the tag; put text that begins with ! in quotes.",
)
MERGE_KEY = Kind(
    "PK008",
    "merge-key",
    "The key `<<` copies one mapping into another, so that nobody sees any more what a record says where it says it.",
    "Write the values out.",
)
DIRECTIVE = Kind(
    "PK009",
    "yaml-directive",
    "A line that begins with % gives instructions to the YAML reader, and the record format has none.",
    "Delete the line.",
)
ALIAS = Kind(
    "PK010",
    "broken-alias",
    "A value that begins with * repeats what an anchor (&name) marked before, and this one cannot: there is no such "
    "anchor before it, or it stands inside what it repeats.",
    "Write the value out, or put text that begins with * in quotes.",
)
TOO_LARGE = Kind(
    "PK011",
    "too-large",
    "The file, or something in it, is larger than any record needs to be.",
    "Split the file: a partnership may be a folder with a file for each section. Put long texts in evidence files.",
)
NUMBER = Kind(
    "PK012",
    "unusable-number",
    "A value reads as a number that cannot be kept exactly: infinite, not a number, or with too many digits.",
    "Put it in quotes if it is a name or an identifier.",
)
TEXT_CUT_SHORT = Kind(
    "PK013",
    "text-cut-short",
    "A value without quotes ends before a # with a space in front of it: for every program that reads YAML the rest of "
    "the line is a comment, and it is on no page. No space stands behind this #, as it would in most comments.",
    "Put the whole text in quotes. If it is a comment, write a space behind the #.",
    Severity.WARNING,
)
