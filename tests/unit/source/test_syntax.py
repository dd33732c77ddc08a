"""Slips that people make in YAML, and what they read then: the place of the slip, what is wrong, what to do."""

from __future__ import annotations

import pytest

from partnerkit.source.reader import read_with_care
from unit.source.places import extent, short

SLIPS: dict[str, tuple[str, str, str, str]] = {
    # the slip: the text, the place shown, the message, and something of the help
    "quotes that are never closed": (
        'kind: partnership\ntitle: "Toolroom skills\nstage: plan\n',
        "yaml-syntax 2:8",
        "the text in quotes that begins here is never closed",
        'Write " where the text ends.',
    ),
    "an apostrophe at the beginning": (
        "title: 'tis the season\nstage: plan\n",
        "yaml-syntax 1:8",
        "the text in quotes that begins here is never closed",
        "If it is an apostrophe, put the whole text in double quotes.",
    ),
    "quotes that are closed by the next ones": (
        'title: "Toolroom skills\nstage: plan\nsummary: "Two firms"\n',
        "yaml-syntax 1:8 (3:10)",
        "the text in quotes that begins here is not closed on its line, and runs on into the next",
        "Close the quotes where the text ends.",
    ),
    "quotes open where the next record begins": (
        "title: 'Toolroom\n---\nkind: partnership\n",
        "yaml-syntax 1:8",
        "the text in quotes that begins here is never closed",
        "Write ' where the text ends.",
    ),
    "an apostrophe within single quotes": (
        "title: 'Halden's toolroom'\n",
        "yaml-syntax 1:16",
        "something follows the quotes that end the text",
        "double quotes if it holds an apostrophe, which is else written twice ('')",
    ),
    "quotes within double quotes": (
        'title: "The "A" team"\n',
        "yaml-syntax 1:14",
        "something follows the quotes that end the text",
        'single quotes if it holds double quotes, which are else written \\"',
    ),
    "only the first word in quotes": (
        'needs:\n  - "Toolroom" skills\n',
        "yaml-syntax 2:16",
        "something follows the quotes that end the text",
        "Put quotes around the whole text",
    ),
    "something behind the only value of a file": (
        '"x" y\n',
        "yaml-syntax 1:5",
        "something follows the quotes that end the text",
        "Put quotes around",
    ),
    "a colon in a text": (
        "title: Toolroom: skills for all\nstage: plan\n",
        "yaml-syntax 1:16",
        "this line holds a second colon with a space after it",
        '`title: "Toolroom: skills for all"`',
    ),
    "a colon in a text in a list": (
        "risks:\n  - id: r-1\n  - statement: Risk: nobody comes  # why\n",
        "yaml-syntax 3:20",
        "this line holds a second colon with a space after it",
        '`statement: "Risk: nobody comes"`',
    ),
    "a colon in a long text": (
        f"title: {'very ' * 20}long: and on\n",
        "yaml-syntax 1:112",
        "this line holds a second colon with a space after it",
        "If it belongs to the text, put the whole text in quotes. If it is a key",
    ),
    "a colon in a text with quotes in it": (
        'title: The "A" team: part two\n',
        "yaml-syntax 1:20",
        "this line holds a second colon with a space after it",
        "If it belongs to the text, put the whole text in quotes. If it is a key",
    ),
    "two keys on a line": (
        "period: start: 2026-01-01\n",
        "yaml-syntax 1:14",
        "this line holds a second colon with a space after it",
        "If it is a key of its own, put it on a line of its own.",
    ),
    "a colon in the second line of a text": (
        "summary: We agreed\n  one thing: more hours\n",
        "yaml-syntax 2:3",
        "this line is indented deeper than the value above it, so it counts as more of it, and no key can stand there",
        "If it belongs to the text above, put the whole text in quotes.",
    ),
    "a key indented deeper than its neighbours": (
        "kind: partnership\n title: Toolroom\n",
        "yaml-syntax 2:2",
        "this line is indented deeper than the value above it, so it counts as more of it, and no key can stand there",
        "If it is a key, indent it exactly like the keys beside it.",
    ),
    "a key of an item indented deeper than the first": (
        "partners:\n  - organisation: halden\n     role: lead\n",
        "yaml-syntax 3:6",
        "this line is indented deeper than the value above it, so it counts as more of it, and no key can stand there",
        "If it is a key, indent it exactly like the keys beside it.",
    ),
    "a key indented less than its neighbours": (
        "period:\n    start: 2026-01-01\n  end: 2026-02-01\n",
        "yaml-syntax 3:3",
        "this line belongs to nothing: it is indented like none of the keys above it",
        "Indent the line exactly like the keys beside it.",
    ),
    "a key of an item indented less than the first": (
        "partners:\n  - organisation: halden\n   role: lead\n",
        "yaml-syntax 3:4",
        "this line stands among the items of a list and does not begin with a hyphen",
        "indent it under its item",
    ),
    "a key of an item as far left as its hyphen": (
        "partners:\n  - organisation: halden\n  role: lead\n",
        "yaml-syntax 3:3",
        "this line stands among the items of a list and does not begin with a hyphen",
        "Begin the line with `- ` if it is an item",
    ),
    "an item indented less than the one before": (
        "partners:\n  - organisation: halden\n - organisation: tyne\n",
        "yaml-syntax 3:2",
        "this list item belongs to no list above it",
        "Begin all items of a list in the same column",
    ),
    "an item indented deeper than the one before": (
        "partners:\n  - organisation: halden\n    - organisation: tyne\n",
        "yaml-syntax 3:5",
        "this list item belongs to no list above it",
        "Begin all items of a list in the same column",
    ),
    "an item where keys stand": (
        "stage: plan\n- halden\n",
        "yaml-syntax 2:1",
        "this list item belongs to no list above it",
        "under the key",
    ),
    "the lines of a text indented less than its first": (
        "summary: |\n     We agreed\n  on this\nstage: plan\n",
        "yaml-syntax 3:3",
        "this line belongs to nothing: it is indented like none of the keys above it",
        "Indent the line exactly",
    ),
    "a list on the line of its key": (
        "needs: - welders\n",
        "yaml-syntax 1:8",
        "a hyphen with a space after it stands where no list can begin",
        "Put the first `- ` of the list on a line of its own, under its key.",
    ),
    "no space after the colon": (
        "kind: partnership\ntitle:Toolroom\nstage: plan\n",
        "yaml-syntax 2:6",
        "there is no space after the colon",
        "Write `key: value`, with a space after the colon.",
    ),
    "no space after the first colon of the file": (
        "kind:partnership\ntitle: Toolroom\n",
        "yaml-syntax 1:5",
        "there is no space after the colon",
        "Write `key: value`",
    ),
    "no space after the last colon of the file": (
        "kind: partnership\r\ntitle:Toolroom",
        "yaml-syntax 2:6",
        "there is no space after the colon",
        "Write `key: value`",
    ),
    "no colon": (
        "kind: partnership\ntitle Toolroom\nstage: plan\n",
        "yaml-syntax 2:1",
        "this line should be a key followed by a colon, and has none",
        "Write `key: value`",
    ),
    "no colon in the first line": (
        "kind partnership\ntitle: Toolroom\n",
        "yaml-syntax 1:1",
        "this line should be a key followed by a colon, and has none",
        "Write `key: value`",
    ),
    "no colon in the first line of an item": (
        "partners:\n  - organisation halden\n    role: lead\n",
        "yaml-syntax 2:5",
        "this line should be a key followed by a colon, and has none",
        "Write `key: value`",
    ),
    "a text that goes on without being indented": (
        "summary: the first line\nand the second\nstage: plan\n",
        "yaml-syntax 2:1",
        "this line should be a key followed by a colon, and has none",
        "A text that goes on over several lines must be indented deeper than its key.",
    ),
    "an address on a line of its own": (
        "url:\nhttps://example.org/a\nstage: plan\n",
        "yaml-syntax 2:1",
        "this line should be a key followed by a colon, and has none",
        "must be indented deeper than its key",
    ),
    "no key": ("title: x\n: y\n", "yaml-syntax 2:1", "there is no key before this colon", "Write `key: value`."),
    "no space after a hyphen": (
        "needs:\n  - welders\n  -fitters\n",
        "yaml-syntax 3:3",
        "there is no space after the hyphen",
        "Write `- `",
    ),
    "no space after the hyphen of an item with keys": (
        "needs:\n  - id: a\n  -id: b\n",
        "yaml-syntax 3:3",
        "there is no space after the hyphen",
        "Write `- `",
    ),
    "a dot for a hyphen, from a word processor": (
        "title: Toolroom\n\u2022 welders\n\u2022 fitters\n",
        "yaml-syntax 2:1",
        "an item of a list begins with a hyphen, not with \u2022",
        "Write `- ` before each item.",
    ),
    "stars for hyphens": (
        "needs:\n  * welders\n  * fitters\n",
        "yaml-syntax 2:3",
        "an item of a list begins with a hyphen, not with *",
        "Write `- ` before each item.",
    ),
    "bold text": (
        "summary: **Important** news\n",
        "yaml-syntax 1:10",
        "a value begins with *, which YAML keeps for itself",
        "Put the whole value in quotes.",
    ),
    "text in italics": (
        "summary: *Important* news\n",
        "yaml-syntax 1:10",
        "a value begins with *, which YAML keeps for itself",
        "in quotes",
    ),
    "a name that begins with an ampersand": (
        "name: & Sons\n",
        "yaml-syntax 1:7",
        "a value begins with &, which YAML keeps for itself",
        "in quotes",
    ),
    "an at sign": (
        "email: @halden\n",
        "yaml-syntax 1:8",
        "a value begins with @, which YAML keeps for itself",
        "in quotes",
    ),
    "a backtick": (
        "title: `Toolroom`\n",
        "yaml-syntax 1:8",
        "a value begins with a backtick, which YAML keeps for itself",
        "in quotes",
    ),
    "a percent sign": (
        "share: %50\n",
        "yaml-syntax 1:8",
        "a value begins with %, which YAML keeps for itself",
        "in quotes",
    ),
    "a question mark": (
        "title: ? open\n",
        "yaml-syntax 1:8",
        "a value begins with ?, which YAML keeps for itself",
        "in quotes",
    ),
    "an exclamation mark in the middle of a tag": (
        "title: !important! text\n",
        "yaml-syntax 1:8",
        "a value begins with !, which YAML keeps for itself",
        "in quotes",
    ),
    "a tab as indentation": (
        "period:\n\tstart: 2026-01-01\n",
        "yaml-syntax 2:1",
        "a tab stands where YAML allows only spaces",
        "Replace the tab by spaces",
    ),
    "a tab behind spaces": (
        "partners:\n  \t- organisation: halden\n",
        "yaml-syntax 2:3",
        "a tab stands where YAML allows only spaces",
        "spaces",
    ),
    "a tab behind a hyphen": (
        "partners:\n-\tname: a\n",
        "yaml-syntax 2:2",
        "a tab stands where YAML allows only spaces",
        "spaces",
    ),
    "a tab in the second line of an item": (
        "partners:\n  - organisation: halden\n\t  role: x\n",
        "yaml-syntax 3:1",
        "a tab stands where YAML allows only spaces",
        "spaces",
    ),
    "a tab as indentation of a text": (
        "summary: |\n\tWe agreed\n",
        "yaml-syntax 2:1",
        "a tab stands where YAML allows only spaces",
        "spaces",
    ),
    "a list in brackets that is not closed": (
        "needs: [welders, fitters\nstage: plan\n",
        "yaml-syntax 1:8 (2:6)",
        "the list in brackets that begins here is not closed",
        "close it with `]`",
    ),
    "braces that are not closed": (
        "money: {amount: 5, currency: GBP\nstage: plan\n",
        "yaml-syntax 1:8 (2:6)",
        "the mapping in braces that begins here is not closed",
        "close it with `}`",
    ),
    "braces that are not closed at the end of the file": (
        "stage: plan\nmoney: {amount: 5, currency: GBP\n",
        "yaml-syntax 2:8",
        "the mapping in braces that begins here is not closed",
        "close it with `}`",
    ),
    "a list that is only begun": (
        "stage: plan\nneeds: [\n",
        "yaml-syntax 2:9",
        "the file ends within brackets",
        "Close every `[` with `]`",
    ),
    "no comma in a list": (
        'needs: ["a" "b"]\n',
        "yaml-syntax 1:13",
        "in a list in brackets, `,` or `]` is missing before this",
        "by commas",
    ),
    "no comma in JSON": (
        '{"kind": "partnership",\n "title": "Toolroom"\n "stage": "plan"}\n',
        "yaml-syntax 3:2 (1:1)",
        "in a mapping in braces, `,` or `}` is missing before this",
        "Separate its entries by commas",
    ),
    "a brace for a bracket": (
        "needs: [a, b}\n",
        "yaml-syntax 1:13",
        "in a list in brackets, `,` or `]` is missing before this",
        "with `]`",
    ),
    "a bracket too many": (
        "needs: [a, b]]\nstage: plan\n",
        "yaml-syntax 1:14",
        "this `]` closes nothing that is open",
        "Delete it",
    ),
    "a brace too many in JSON": (
        '{"kind": "partnership"}}\n',
        "yaml-syntax 1:24",
        "this `}` closes nothing that is open",
        "Delete it",
    ),
    "brackets at the beginning of a text": (
        "title: [TBC] Toolroom\n",
        "yaml-syntax 1:14",
        "something follows the closing bracket",
        "If the brackets belong to the text, put the whole text in quotes.",
    ),
    "a comma too many at the beginning": (
        "needs: [, a]\n",
        "yaml-syntax 1:9",
        "a value is due here, and none can begin with `,`",
        "value that is missing",
    ),
    "a closing bracket for a text": (
        "title: ] Toolroom\n",
        "yaml-syntax 1:8",
        "a value is due here, and none can begin with `]`",
        "in quotes",
    ),
    "a path of Windows in double quotes": (
        'file: "C:\\docs\\plan.pdf"\n',
        "yaml-syntax 1:10",
        "in double quotes a backslash begins an escape, and this is none",
        "Put the text in single quotes",
    ),
    "a folder of Windows in double quotes": (
        'file: "C:\\Users\\x"\n',
        "yaml-syntax 1:12",
        "in double quotes a backslash begins an escape, and this one is not complete",
        "Put the text in single quotes",
    ),
    "an escape for no character": (
        'a: "\\ud800"\n',
        "yaml-syntax 1:7",
        "in double quotes a backslash begins an escape, and this one stands for no character",
        "single quotes",
    ),
    "a text on the line of its bar": (
        "summary: | We agreed\n  on this\n",
        "yaml-syntax 1:12",
        "something follows the | or > that begins a text of several lines",
        "Begin the text on the next line",
    ),
    "more than": (
        "count: > 5 people\n",
        "yaml-syntax 1:10",
        "something follows the | or > that begins a text of several lines",
        "If the sign belongs to the text, put the text in quotes.",
    ),
    "a bar with nought": (
        "a: |0\n x\n",
        "yaml-syntax 1:5",
        "something follows the | or > that begins a text of several lines",
        "next line",
    ),
    "a key behind three dots": (
        "a: 1\n...\nb: 2\n",
        "yaml-syntax 3:1",
        "something follows the end of the record",
        "Check the indentation",
    ),
    "two anchors": (
        "a: &x &y b\n",
        "yaml-syntax 1:7",
        "the value of this line has ended before this",
        "in quotes",
    ),
    "a key behind three hyphens": (
        "a: 1\n--- b: 2\n",
        "yaml-syntax 2:6",
        "a colon followed by a space stands where no key can begin",
        "in quotes",
    ),
}


@pytest.mark.parametrize(("text", "place", "message", "help_"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_shown_where_it_was_made_and_said_in_plain_words(
    text: str, place: str, message: str, help_: str
) -> None:
    [fault] = read_with_care(text, "f.yaml").faults
    assert (short([fault]), fault.message) == ([place], message)
    assert help_ in fault.help


@pytest.mark.parametrize(("text", "place", "message", "help_"), SLIPS.values(), ids=SLIPS)
def test_what_comes_before_makes_no_difference(text: str, place: str, message: str, help_: str) -> None:
    before = "# A record\nid: a\nx-text: |\n  one\n\n  two\nx-list: [1, {a: '2'}]\n---\n"
    [fault] = read_with_care(before + text, "f.yaml").faults
    shifted = " ".join(_shifted(word, before.count("\n")) for word in place.split())
    assert (short([fault]), fault.message) == ([shifted], message)
    assert help_ in fault.help


def _shifted(word: str, lines: int) -> str:
    if ":" not in word:
        return word
    line, _, column = word.strip("()").partition(":")
    return word.replace(f"{line}:{column}", f"{int(line) + lines}:{column}")


REST = "this line is left over from a merge conflict"
BEGINS = "a merge conflict that git could not settle begins here"
CONFLICTS: dict[str, tuple[str, str]] = {
    "a: 1\n=======\nb: 2\n": ("merge-conflict 2:1", REST),
    "a:\n  - b\n=======\r\n  - c\n": ("merge-conflict 3:1", REST),
    "a: b\n  c\n=======\n  d\n": ("merge-conflict 3:1", REST),
    "a: 1\n||||||| base\nb: 2\n": ("merge-conflict 2:1", REST),
    "a: 1\n||||||| 3f2a\nb: 2\n=======\nb: 3\n": ("merge-conflict 2:1 (4:1)", BEGINS),
    "a: [\n=======\nb: 2\n": ("merge-conflict 2:1", REST),
    "a: b: c\nd: |\n  Title\n=======\n": ("yaml-syntax 1:5", "this line holds a second colon with a space after it"),
    "a: 1\n======\nb: 2\n": ("yaml-syntax 2:1", "this line should be a key followed by a colon, and has none"),
}


@pytest.mark.parametrize(("text", "expected"), CONFLICTS.items())
def test_what_is_left_of_a_merge_conflict_is_called_so(text: str, expected: tuple[str, str]) -> None:
    [fault] = read_with_care(text, "f.yaml").faults
    assert (*short([fault]), fault.message) == expected


EXTENTS: dict[str, str] = {
    "kind: partnership\n title: Toolroom  # new\n": "2:2-2:17",
    "kind: partnership\ntitle Toolroom\nstage: plan\n": "2:1-2:15",
    'title: "Toolroom\nstage: plan\n': "1:8-1:9",
    "needs: [a, b\n": "1:8-1:9",
    "a: 1\nneeds: [": "2:9-2:9",
    "needs: [\n\n\n": "1:9-1:9",
    "title: @x\r\n": "1:8-1:9",
}


@pytest.mark.parametrize(("text", "expected"), EXTENTS.items())
def test_the_span_never_leaves_the_line(text: str, expected: str) -> None:
    [fault] = read_with_care(text, "f.yaml").faults
    assert extent(fault.span) == expected
