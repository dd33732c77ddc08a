"""Hostile inputs, each with what is to be said of it: bytes of a record, names of files, texts, configurations.

The numbers (Y for YAML, F for files) are those of the project's catalogue of bad input.
"""

from __future__ import annotations

from dataclasses import dataclass

ORGANISATION = b"kind: organisation\nid: acme\nname: Acme\n"
"""The beginning of a valid record; what follows it stands on line 4."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file, and the diagnostics it must give, as `name line:column`; without a place, as `name` alone."""

    raw: bytes
    expected: tuple[str, ...]


def lists_of_lists(levels: int) -> bytes:
    """Each level repeats the one before nine times: 9 to the power of `levels` values in some hundred bytes."""
    lines = ["x-a0: &a0 [x]"]
    lines += [f"x-a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, levels)]
    return "\n".join(lines).encode() + b"\n"


def maps_of_maps(levels: int) -> bytes:
    lines = ["x-a0: &a0 {v: 1}"]
    lines += [f"x-a{level}: &a{level} {{l: *a{level - 1}, r: *a{level - 1}}}" for level in range(1, levels)]
    return "\n".join(lines).encode() + b"\n"


def merged(levels: int) -> bytes:
    lines = ["x-a0: &a0 {v: 1}"]
    lines += [f"x-a{level}: &a{level} {{<<: [*a{level - 1}, *a{level - 1}]}}" for level in range(1, levels)]
    return "\n".join(lines).encode() + b"\n"


def text(content: str) -> bytes:
    return ORGANISATION + content.encode()


def person(content: str) -> bytes:
    return text(f"people: [{{id: ann-lee, {content}}}]\n")


RECORDS: dict[str, Hostile] = {
    # Depth
    "Y1 brackets": Hostile(b"[" * 25_200, ("too-large 1:65",)),
    "Y1 hyphens": Hostile(b"- " * 26_000, ("too-large 1:129",)),
    "Y1 braces": Hostile(b"{k: " * 26_000, ("too-large 1:257",)),
    "Y1 question marks": Hostile(b"? " * 26_000, ("key-not-text 1:3",)),
    "Y1 anchored brackets": Hostile(b"".join(b"&a%d [" % n for n in range(25_000)), ("too-large 1:375",)),
    "Y1 deep under a key of one's own": Hostile(text("x-a: " + "[" * 30_000), ("too-large 4:69",)),
    # Repetition
    "Y2 lists of lists": Hostile(ORGANISATION + lists_of_lists(9), ("too-large 9:42",)),
    "Y3 maps of maps": Hostile(ORGANISATION + maps_of_maps(40), ("too-large 19:17",)),
    "Y4 merge keys": Hostile(ORGANISATION + merged(24), ("merge-key 5:12",)),
    "Y5 a list within itself": Hostile(text("x-a: &a [*a]\n"), ("broken-alias 4:10",)),
    "Y5 a mapping within itself": Hostile(text("x-a: &a {b: *a}\n"), ("broken-alias 4:13",)),
    "Y6 a long text, 100 times": Hostile(
        text(f"x-a: &a {'z' * 60_000}\nx-b: [{', '.join(['*a'] * 99)}]\nnmae: 1\n"), ("unknown-key 6:1",)
    ),
    "Y6 a long text, 1,000 times": Hostile(
        text(f"x-a: &a {'z' * 60_000}\nx-b: &b [{', '.join(['*a'] * 30)}]\nx-c: [{', '.join(['*b'] * 33)}]\n"),
        ("too-large 6:19",),
    ),
    # Directives
    "Y7 tag directives": Hostile(b"%TAG ! tag:x,2026:\n" * 50_000, ("yaml-directive 1:1",)),
    # Time of day in base 60
    "Y8 base 60": Hostile(text(f"place: {':'.join(['1'] + ['59'] * 20_000)}\nnmae: 1\n"), ("unknown-key 5:1",)),
    # Limits
    "Y9 a file too large": Hostile(b"#" * 1_048_577, ("too-large",)),
    "Y9 a text too long": Hostile(text(f"place: {'z' * 65_537}\n"), ("too-large 4:8",)),
    "Y9 a key too long": Hostile(text(f"x-{'k' * 255}: 1\n"), ("too-large 4:1",)),
    "Y9 documents": Hostile(b"---\nx-a: 1\n" * 1_001, ("too-large 2003:1",)),
    "Y9 values": Hostile(text("x-a:\n" + "- 1\n" * 49_999), ("too-large 49996:3",)),
    # Keys
    "Y10 the same key": Hostile(text('place: a\n"place": b\n'), ("duplicate-key 5:1",)),
    "Y10 the same key by an escape": Hostile(text('place: a\n"pl\\x61ce": b\n'), ("duplicate-key 5:1",)),
    "Y10 the same key under a key of one's own": Hostile(text("x-a: {b: 1, b: 2}\n"), ("duplicate-key 4:13",)),
    "Y11 a number as a key": Hostile(text("x-a: {1: a, '1': b}\n"), ("key-not-text 4:7", "duplicate-key 4:13")),
    "Y11 keys equal in Python": Hostile(
        text("x-a: {1: a, 1.0: b, true: c}\n"), ("key-not-text 4:7", "key-not-text 4:13", "key-not-text 4:21")
    ),
    "Y11 null as a key": Hostile(text("x-a: {~: a}\n"), ("key-not-text 4:7",)),
    "Y11 a list as a key": Hostile(text("x-a:\n  ? [a]\n  : b\n"), ("key-not-text 5:5",)),
    "Y11 a mapping as a key": Hostile(text("x-a:\n  ? {a: b}\n  : c\n"), ("key-not-text 5:5",)),
    "Y11 not a number as a key": Hostile(text("x-a: {.nan: a}\n"), ("key-not-text 4:7",)),
    # Tags
    "Y12 a call": Hostile(text('x-a: !!python/object/apply:os.system ["id"]\n'), ("yaml-tag 4:6",)),
    "Y12 a tag": Hostile(text("x-a: !x y\n"), ("yaml-tag 4:6",)),
    "Y12 binary": Hostile(text("x-a: !!binary aGk=\n"), ("yaml-tag 4:6",)),
    "Y12 a set": Hostile(text("x-a: !!set {x}\n"), ("yaml-tag 4:6",)),
    "Y12 a float that is none": Hostile(text("x-a: !!float abc\n"), ("yaml-tag 4:6",)),
    "Y12 a tag of two": Hostile(b"%TAG !! tag:evil,2026:\n---\n" + ORGANISATION, ("yaml-directive 1:1",)),
    # Words of YAML 1.1
    "Y13 words that are text": Hostile(
        text("place: on\nx-a: [NO, yes, 012, 12:30, 1_000, 0b1, 2026-03-10, =, <<]\nnmae: 1\n"), ("unknown-key 6:1",)
    ),
    # Numbers
    "Y14 infinity": Hostile(text("x-a: .inf\nx-b: -.INF\n"), ("unusable-number 4:6", "unusable-number 5:6")),
    "Y14 not a number": Hostile(text("x-a: .nan\n"), ("unusable-number 4:6",)),
    "Y14 too large a number": Hostile(text("x-a: 1e999\n"), ("unusable-number 4:6",)),
    "Y14 20 digits": Hostile(text(f"x-a: {'9' * 20}\n"), ("unusable-number 4:6",)),
    "Y14 5,000 digits": Hostile(text(f"x-a: {'9' * 5_000}\n"), ("unusable-number 4:6",)),
    "Y14 5,000 digits in base 16": Hostile(text(f"x-a: 0x{'f' * 5_000}\n"), ("unusable-number 4:6",)),
    "Y14 60,000 digits where text is due": Hostile(person(f"name: {'9' * 60_000}"), ("unusable-number 4:30",)),
    # Dates
    "Y16 30 February": Hostile(person("since: 2026-02-30"), ("bad-date 4:31",)),
    "Y16 29 February of a common year": Hostile(person("since: 2025-02-29"), ("bad-date 4:31",)),
    "Y16 the year nought": Hostile(person("since: 0000-01-01"), ("bad-date 4:31",)),
    "Y16 the year 10,000": Hostile(person("since: 10000-01-01"), ("bad-date 4:31",)),
    "Y16 one digit": Hostile(person("since: 2026-1-5"), ("bad-date 4:31",)),
    "Y16 no hyphens": Hostile(person("since: 20260310"), ("bad-date 4:31",)),
    "Y16 a week": Hostile(person("since: 2026-W10-1"), ("bad-date 4:31",)),
    "Y16 Arabic digits": Hostile(person("since: ٢٠٢٦-01-01"), ("bad-date 4:31",)),
    "Y16 with a time": Hostile(person("since: 2026-03-10T09:00:00Z"), ("bad-date 4:31",)),
    "Y16 a truth value": Hostile(person("since: true"), ("bad-date 4:31",)),
    "Y16 seconds": Hostile(person("since: 1773100800"), ("bad-date 4:31",)),
    # What lax reading would let through
    "Y18 numbers and truth for text": Hostile(
        person("name: 12, title: true, function: 1.0, site: 1e3, phone: 44"),
        ("unquoted-text 4:30", "unquoted-text 4:41", "unquoted-text 4:57", "unquoted-text 4:68", "unquoted-text 4:80"),
    ),
    "Y18 a list for text": Hostile(person("name: [a]"), ("wrong-type 4:30",)),
    # No record
    "Y19 nothing": Hostile(b"", ("not-a-record",)),
    "Y19 only a comment": Hostile(b"# later\n", ("not-a-record",)),
    "Y19 only a byte order mark": Hostile(b"\xef\xbb\xbf", ("not-a-record",)),
    "Y19 only a mark": Hostile(b"---\n", ("not-a-record 2:1",)),
    "Y19 a list": Hostile(b"- a\n- b\n", ("not-a-record 1:1",)),
    "Y19 a word": Hostile(b"hello\n", ("not-a-record 1:1",)),
    "Y19 a list as the kind": Hostile(b"kind: [organisation]\n", ("unknown-kind 1:7",)),
    "Y19 an unknown kind": Hostile(b"kind: partnershap\n", ("unknown-kind 1:7",)),
    # Slips of hand and of git
    "Y20 a key after the end": Hostile(text("...\nplace: a\n"), ("yaml-syntax 5:1",)),
    "Y20 a merge conflict": Hostile(
        text("<<<<<<< HEAD\nplace: a\n=======\nplace: b\n>>>>>>> other\n"),
        ("merge-conflict 4:1",),
    ),
    "Y20 a tab as indentation": Hostile(text("people:\n\t- id: a\n"), ("yaml-syntax 5:1",)),
    "Y20 a no-break space as indentation": Hostile(text("people:\n\u00a0 - id: a\n"), ("hidden-character 5:1",)),
    # Encodings
    "Y21 UTF-16": Hostile(ORGANISATION.decode().encode("utf-16"), ("not-utf-8 1:1",)),
    "Y21 UTF-16 without a mark": Hostile(ORGANISATION.decode().encode("utf-16-le"), ("not-utf-8 1:1",)),
    "Y21 UTF-32": Hostile(ORGANISATION.decode().encode("utf-32"), ("not-utf-8 1:1",)),
    "Y21 Latin-1": Hostile(ORGANISATION + "place: Zürich\n".encode("latin-1"), ("not-utf-8 4:9",)),
    "Y21 an overlong sequence": Hostile(ORGANISATION + b"place: \xc0\xaf\n", ("not-utf-8 4:8",)),
    "Y21 CESU-8": Hostile(ORGANISATION + b"place: \xed\xa0\xbd\xed\xb8\x80\n", ("not-utf-8 4:8",)),
    "Y21 a sequence cut off": Hostile(ORGANISATION + b"place: \xf0\x9f\x98", ("not-utf-8 4:8",)),
    "Y21 a NUL": Hostile(ORGANISATION + b"place: \0\n", ("hidden-character 4:8",)),
    # What is accepted, and must not shift the places behind it
    "Y22 a byte order mark": Hostile(b"\xef\xbb\xbf" + text("nmae: 1\n"), ("unknown-key 4:1",)),
    "Y22 CR LF": Hostile(text("nmae: 1\n").replace(b"\n", b"\r\n"), ("unknown-key 4:1",)),
    "Y22 no final line break": Hostile(text("place: a\nnmae: 1"), ("unknown-key 5:1",)),
    "Y22 smiles before the place": Hostile(
        text("x-a: {\U0001f600: \U0001f600, a: 1, a: 2}\n"), ("duplicate-key 4:19",)
    ),
    # What only YAML takes for a line break
    "Y23 a byte order mark inside": Hostile(text("\ufeffplace: a\n"), ("hidden-character 4:1",)),
    "a line separator behind a comment": Hostile(text("place: a # draft\u2028stage: x\n"), ("hidden-character 4:17",)),
    "NEL and a lone CR": Hostile(
        ORGANISATION + "place: a # b\u0085c: d # e\rf: g\n".encode(), ("hidden-character 4:13", "hidden-character 4:22")
    ),
    # By escape
    "Y24 an escape sequence": Hostile(text('place: "\\e]8;;https://evil.example\\e"\n'), ("hidden-character 4:8",)),
    "Y24 C1, return, backspace, NUL": Hostile(
        text('x-a: "\\x9b"\nx-b: "\\r"\nx-c: "\\b"\nx-d: "\\0"\nx-e: "\\N"\n'),
        tuple(f"hidden-character {line}:6" for line in range(4, 9)),
    ),
    "Y24 in a key": Hostile(text('"x-\\e[31m": 1\n'), ("hidden-character 4:1",)),
    "Y24 in an id": Hostile(b'kind: organisation\nid: "\\ea"\nname: A\n', ("hidden-character 2:5",)),
    "Y24 in a kind": Hostile(b'kind: "\\x07"\n', ("hidden-character 1:7",)),
    # Direction
    "Y27 a text the other way round": Hostile(text("place: \u202egnp.exe\n"), ("hidden-character 4:8",)),
    "Y27 by escape": Hostile(text('place: "\\u2066x\\u2069"\n'), ("hidden-character 4:8",)),
    "Y27 Hebrew and Arabic are welcome": Hostile(text("place: חיפה\nregion: مرحبا\nnmae: 1\n"), ("unknown-key 6:1",)),
    # Sheer mass
    "very many faults on one line": Hostile(ORGANISATION + b"x-a: " + b"\x01" * 900_000, ("hidden-character 4:6",)),
    "very many unknown keys": Hostile(
        ORGANISATION + b"".join(b"k%d: 1\n" % n for n in range(2_000)), ("unknown-key 4:1", "unknown-key 5:1")
    ),
    "very many documents, none a record": Hostile(b"---\nkind: x\n" * 900, ("unknown-kind 2:7", "unknown-kind 4:7")),
    "very long names": Hostile(text(f"x-a: *{'a' * 500_000}\n"), ("broken-alias 4:6",)),
    "a kind of 60,000 letters": Hostile(b"kind: " + b"k" * 60_000, ("unknown-kind 1:7",)),
}
"""What stands in `bad.yaml`. Of very many diagnostics the first ones are given."""

IDS: dict[str, str] = {
    "a Cyrillic letter": "\u0430cme",
    "a line break": '"acme\\n"',
    "Arabic digits": "acme-٢",
    "a soft hyphen": "ac\u00adme",
    "a zero-width space": "ac\u200bme",
    "a combining accent": "acme\u0301",
    "capitals": "Acme",
    "a space": "ac me",
    "a folder up": "..",
    "a way out": "../../etc",
    "a prototype": "__proto__",
    "an option": "-rf",
    "a dot at the end": "acme.",
    "65 letters": "a" * 65,
    "300 letters": "a" * 300,
    "markup": "<script>",
    "nothing": '""',
}
"""Y25: what must not be an id."""

DEVICES = ("con", "nul", "aux", "prn", "com1", "lpt9", "con.yaml")
"""Ids that Windows keeps for itself."""

NAMES: dict[str, bytes] = {
    "no text": b"caf\xff.yaml",
    "a line break": b"new\nline.yaml",
    "a line break and a command": b"x\n::error::y.yaml",
    "a command": b"::error::x.yaml",
    "another command": b"##[error]x.yaml",
    "a command of Azure": b"##vso[task.complete result=Succeeded].yaml",
    "colour": b"esc\x1b[31m.yaml",
    "C1": "c1\u009b31m.yaml".encode(),
    "a bell": b"bell\x07.yaml",
    "an option": b"--help.yaml",
    "another option": b"-rf.yaml",
    "a shell's command": b"$(touch x).yaml",
    "markup": b"[bold]x[reset].yaml",
    "the other way round": "\u202elmay.x.yaml".encode(),
    "a line separator": "a\u2028b.yaml".encode(),
    "zero width": "a\u200bb.yaml".encode(),
    "a tab": b"a\tb.yaml",
    "a backslash": b"a\\..\\x.yaml",
    "a quote": b"a'\"b.yaml",
    "a star": b"*.yaml",
    "spaces": b"  .yaml",
    "a long name": b"n" * 250 + b".yaml",
}
"""F5: names of files."""

TEXTS: tuple[str, ...] = (
    "::error::pwn",
    "::stop-commands::pwn",
    "##[error]pwn",
    "x ##[add-mask]a",
    "##vso[task.setvariable variable=x]y",
    "[bold]x[/bold] :skull: [link=https://evil.example]y[/link]",
    "\u200b\u200c\u2060\u00ad",
    "\ufe0f\u0301\u0301\u0301",
    "%0A::error::pwn",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "'; DROP TABLE records; --",
    "z" * 60_000,
)
"""Texts of which each is tried as a value, a key, an id, a kind, a reference and a date."""

PLACES: dict[str, str] = {
    "a value where a date is due": "kind: organisation\nid: acme\nname: A\npeople: [{id: a, since: TEXT}]\n",
    "a word that is none": "kind: organisation\nid: acme\nname: A\ntype: TEXT\n",
    "a key": "kind: organisation\nid: acme\nname: A\nTEXT: 1\n",
    "a key twice": "kind: organisation\nid: acme\nname: A\nx-a: {TEXT: 1, TEXT: 2}\n",
    "an id": "kind: organisation\nid: TEXT\nname: A\n",
    "a kind": "kind: TEXT\n",
    "a reference": "kind: organisation\nid: acme\nname: A\npriorities: [{id: p, statement: s, owner: TEXT}]\n",
    "a value beside a fault": "kind: organisation\nid: acme\nname: TEXT\nnmae: TEXT\n",
    "a comment beside a fault": "kind: organisation\nid: acme\nname: A\nnmae: 1 # BARE\n",
    "the whole record": "TEXT\n",
    "broken YAML": "kind: organisation\nid: [ TEXT TEXT\n",
    "an id of many lines": 'kind: organisation\nid: "a\\nBARE"\nname: A\n',
}
"""Where each of the texts is put: with quotes around it where TEXT stands, and without where BARE does."""

CONFIGURATIONS: dict[str, Hostile] = {
    "an unknown key": Hostile(b"format: 1\nfromat: 1\n", ("unknown-key 2:1",)),
    "another format": Hostile(b"format: 99\n", ("unknown-word 1:9",)),
    "no format": Hostile(b"title: T\n", ("missing-key 1:1",)),
    "nothing": Hostile(b"", ("missing-key",)),
    "a list": Hostile(b"- a\n", ("wrong-type 1:1",)),
    "a bomb": Hostile(b"format: 1\n" + lists_of_lists(9), ("too-large 7:42",)),
    "brackets": Hostile(b"[" * 25_200, ("too-large 1:65",)),
    "a folder outside": Hostile(b"format: 1\nreport: {out: ../../etc}\n", ("bad-form 2:15",)),
    "a home folder": Hostile(b"format: 1\nreport: {out: ~/x}\n", ("bad-form 2:15",)),
    "a drive": Hostile(b"format: 1\nreport: {out: 'C:\\x'}\n", ("bad-form 2:15",)),
    "an option": Hostile(b"format: 1\nreport: {out: -rf}\n", ("bad-form 2:15",)),
    "an absolute folder": Hostile(b"format: 1\nreport: {out: /etc}\n", ("bad-form 2:15",)),
    "Latin-1": Hostile(b"format: 1\ntitle: Caf\xe9\n", ("not-utf-8 2:11",)),
    "a tag": Hostile(b"format: !!python/name:os.system 1\n", ("yaml-tag 1:9",)),
}
"""T2: configurations."""
