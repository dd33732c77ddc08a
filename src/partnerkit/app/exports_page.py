"""The page docs/exports.md: what each format of `export` holds, and every column of every table."""

from __future__ import annotations

from collections.abc import Iterator

from partnerkit.export import graphml
from partnerkit.export.tables.columns import Column, Listing
from partnerkit.export.tables.listings import FIRST, LISTINGS, is_for

HEAD = """
<!-- Written by `make docs` from the formats and tables in the source; what is changed here is lost. -->

# The exports

`partnerkit export --format FORMAT` writes records for other programs. What is not for the audience (`--audience`) is
withheld: texts are the word `withheld`, other values are missing, and names in texts are replaced, as on the pages of a
report. The same records on the same day (`--as-of`) give the same bytes.

| format | what it is | where it goes |
|---|---|---|
| csv | the tables below, a file each | a folder; with `--table NAME` one of them, printed |
| xlsx | the same tables, a sheet each, with filters and a head that stays | a file |
| ics | a calendar of everything dated | printed |
| json | everything as plain data | printed |
| graphml | the network of records and items | printed |

`--out PATH` names the file, or the folder, to write to; what is not printed goes to `reports` without it. `--only ID`
takes one partnership, and of other records only those that it refers to. Files are whole or not written at all.

## Tables

The heads of the columns do not change from one release to the next, but for new ones at the end. Days are days,
numbers are numbers, and a text is never run as a formula: in csv an apostrophe stands before one that begins with `=`,
`+`, `-`, `@` or a tab. Several values in a cell are parted by a semicolon. Csv is UTF-8, quoted as RFC 4180 says, with
lines that end in LF; a file begins with a byte order mark, because Excel reads it wrongly without, and what is printed
does not. A workbook needs `pip install 'partnerkit[xlsx]'`.
""".strip()

CALENDAR = """
## The calendar

RFC 5545: an event of one or more whole days for each date, and no to-dos, since many programs leave those out. It holds
meetings, exchange visits, events, activities and reviews; what is to be done (actions, milestones, objectives,
recommendations, controls); what ends or is to be looked at again (agreements and their last day for notice, terms of
reference, risks, assessments, insurance, excused findings); and what the intervals ask for next (meetings of a body,
contacts, figures of indicators, reviews of progress, the days for the look at the effect).

- **Importing again moves entries and adds none.** An entry keeps its `UID` (the partnership, the item, the kind of
  date, and the `owner` in `partnerkit.yaml`) while its day and its wording change and its item moves in the record. It
  changes when an id does.
- **A later export wins.** `DTSTAMP` and `LAST-MODIFIED` are the day of the export, and `SEQUENCE` counts the days
  since 1 January 2000, so that programs that compare numbers and programs that compare times agree.
- **What is settled stays**, with the word before its title (`Done: …`). What is dropped, replaced or belongs to a
  partnership that is closed is cancelled, and programs strike it out or hide it.
- **What is deleted from the records stays in a calendar** into which it was imported: no import takes anything away. A
  calendar of its own for the import can be emptied first.
- Nobody is invited, no address is in it, and no time is blocked.

## Plain data

`partnerkit schema records` prints its JSON Schema. The keys are those of [the record format](format.md). A reference
is an object: `{"id": …, "title": …, "collection": …, "record": …}`. A mapping whose keys are references, such as the
`owners` of an objective, is a list of `{"of": reference, "value": …}`. What a record leaves out is left out.

## The network

GraphML, directed. Every record and every item with an id is a node, named `organisations/ID` or
`partnerships/ID/objectives/ID`. An edge of the type `holds` leads from a record to its items; every reference is an
edge whose type is the key under which it stands.
""".strip()


def exports_page() -> str:
    """The page as Markdown."""
    lines = [HEAD]
    for listing in LISTINGS:
        lines += ["", *_listing(listing)]
    lines += ["", CALENDAR, "", "| of | key | what it says |", "|---|---|---|"]
    lines += [f"| {of} | `{name}` | {meaning} |" for name, of, meaning in graphml.KEYS]
    return "\n".join(lines) + "\n"


def _listing(listing: Listing) -> Iterator[str]:
    yield f"### {listing.title}"
    yield ""
    yield f"`--table {listing.name}`. A row: {listing.meaning[0].lower()}{listing.meaning[1:]} {_readers(listing)}"
    yield ""
    yield "| column | what it means |"
    yield "|---|---|"
    for column in (*FIRST, *listing.columns):
        yield _row(column)


def _row(column: Column) -> str:
    meaning = column.meaning.replace("|", r"\|")
    return f"| {column.head} | {meaning} |"


def _readers(listing: Listing) -> str:
    if is_for(listing, "public"):
        return "For anybody."
    return "For the partners." if is_for(listing, "partners") else "Internal."
