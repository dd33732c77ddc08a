"""Each limit, by an input that just keeps it and by one that does not."""

from __future__ import annotations

import time

import pytest

from partnerkit.source import limits
from partnerkit.source.reader import read
from unit.source.places import short


def brackets(depth: int) -> str:
    return "[" * depth + "]" * depth


def values(count: int) -> str:
    """A list of so many values, itself counted."""
    return "- x\n" * (count - 1)


def keys(count: int) -> str:
    """A mapping of so many values, itself and its keys counted."""
    return "".join(f"k{number}: x\n" for number in range((count - 1) // 2))


def repeated(times: int) -> str:
    return "a: &a x\nb: [" + ", ".join(["*a"] * times) + "]\n"


def doubled(levels: int) -> str:
    """A list of two, and lists that repeat the one before twice: nearly 4 times 2 to the power of `levels` values."""
    return "- &a0 [x, x]\n" + "".join(f"- &a{level} [*a{level - 1}, *a{level - 1}]\n" for level in range(1, levels))


def stacked(depth: int) -> str:
    """A list as deep as `depth`, most of it by repetition."""
    half = depth // 2
    return f"- &a {brackets(half)}\n- " + "[" * (depth - half - 1) + "*a" + "]" * (depth - half - 1) + "\n"


def long_text_repeated(times: int) -> str:
    text = "z" * limits.SCALAR_CHARACTERS
    return f"a: &a {text}\nb: &b [{', '.join(['*a'] * 10)}]\nc: [{', '.join(['*b'] * times)}]\n"


KEPT: dict[str, str] = {
    "depth in brackets": brackets(64),
    "depth in hyphens": "- " * 64 + "x",
    "depth in keys": "".join(f"{'  ' * level}k:\n" for level in range(64)) + "  " * 64 + "x",
    "depth through repetition": stacked(64),
    "values in a list": values(50_000),
    "values in a mapping": keys(50_000),
    "values in many documents": "---\n- x\n" * 1_000,
    "repetitions": repeated(100),
    "values with repetitions written out": doubled(14),
    "characters with repetitions written out": long_text_repeated(11),
    "a text": "a: " + "z" * 65_536,
    "a text in quotes": "a: '" + "z" * 65_536 + "'",
    "a text of several lines": "a: |-\n  " + "z" * 65_536,
    "a key": "k" * 256 + ": x",
    "a key in quotes": '"' + "k" * 256 + '": x',
    "documents": "--- x\n" * 1_000,
    "a number": "a: -" + "9" * 18,
}

OVER: dict[str, tuple[str, str, str]] = {
    "depth in brackets": (brackets(65), "1:65", "values are nested more than 64 deep"),
    "depth in hyphens": ("- " * 65 + "x", "1:129", "values are nested more than 64 deep"),
    "depth in keys": (
        "".join(f"{'  ' * level}k:\n" for level in range(65)) + "  " * 65 + "x",
        "65:129",
        "values are nested more than 64 deep",
    ),
    "depth through repetition": (
        stacked(65),
        "2:35",
        "with its repeated values (*) written out, this file is too large or too deep",
    ),
    "values in a list": (values(50_001), "50000:3", "this file holds more than 50,000 values"),
    "values in a mapping": (keys(50_001), "25000:9", "this file holds more than 50,000 values"),
    "values in many documents": (
        "---\n" + "- x\n" * 49_990 + "---\n- x\n" * 9,
        "50001:3",
        "this file holds more than 50,000 values",
    ),
    "repetitions": (repeated(101), "2:405", "this file repeats more than 100 values with *"),
    "values with repetitions written out": (
        doubled(15),
        "15:15",
        "with its repeated values (*) written out, this file is too large or too deep",
    ),
    "characters with repetitions written out": (
        long_text_repeated(12),
        "3:49",
        "with its repeated values (*) written out, this file is too large or too deep",
    ),
    "a text": ("a: " + "z" * 65_537, "1:4", "a text of 65,537 characters; the longest may have 65,536"),
    "a text in quotes": (
        "a: '" + "z" * 65_537 + "'",
        "1:4",
        "a text of 65,537 characters; the longest may have 65,536",
    ),
    "a key": ("k" * 257 + ": x", "1:1", "a key of 257 characters; the longest may have 256"),
    "a key in quotes": ('a: {"' + "k" * 257 + '": x}', "1:5", "a key of 257 characters; the longest may have 256"),
    "a key repeated": (
        "a: &k '" + "k" * 257 + "'\n*k : 1\n",
        "2:1",
        "a key of 257 characters; the longest may have 256",
    ),
    "documents": ("--- x\n" * 1_001, "1002:1", "this file holds more than 1,000 documents"),
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_keeps_a_limit_is_read(text: str) -> None:
    assert short(read(text, "f.yaml").faults) == []


@pytest.mark.parametrize(("text", "place", "message"), OVER.values(), ids=OVER)
def test_what_exceeds_a_limit_is_refused_where_it_does(text: str, place: str, message: str) -> None:
    [fault] = read(text, "f.yaml").faults
    assert (short([fault]), fault.message) == ([f"too-large {place}"], message)


def test_a_file_with_very_many_faults_is_given_up() -> None:
    reading = read("a: 1\n" * 5_000, "f.yaml")
    assert len(reading.faults) == limits.SOURCE_FAULTS
    assert reading.documents == ()


HOSTILE: dict[str, str] = {
    "brackets": "[" * 25_200,
    "hyphens": "- " * 26_000,
    "braces": "{k: " * 26_000,
    "question marks": "? " * 26_000,
    "anchored brackets": "".join(f"&a{level} [" for level in range(26_000)),
    "lists of lists, repeated": (
        "- &a0 [x]\n" + "".join(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
    ),
    "mappings of mappings, repeated": (
        "x-a0: &a0 {v: 1}\n" + "".join(f"x-a{n}: &a{n} {{l: *a{n - 1}, r: *a{n - 1}}}\n" for n in range(1, 41))
    ),
    "merge keys": "a0: &a0 {v: 1}\n" + "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 25)),
    "times of day in base 60": "a: " + "1:59" * 16_000,
    "one long key": "k" * 1_000_000 + ": v",
    "one long line": "a: " + "b " * 500_000,
    "commas": "[" + "," * 1_000_000,
    "blank lines": "a: b\n" + "\n" * 900_000 + "c",
    "a text that never ends": "a: '" + "b\n" * 400_000,
    "one key, over and over": "{" + ", ".join(["a: 1"] * 100_000) + "}",
    "anchors": "".join(f"a{n}: &a{n} x\n" for n in range(20_000)),
    "a million spaces": " " * 1_000_000 + "a: b: c",
    "digits": "a: " + "9" * 65_000,
    "decimals": "a: 0." + "9" * 65_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_are_done_with_at_once(text: str) -> None:
    started = time.process_time()
    read(text, "f.yaml")
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("brackets", "too-large 1:65"),
        ("hyphens", "too-large 1:129"),
        ("braces", "too-large 1:257"),
        ("anchored brackets", "too-large 1:375"),
        ("lists of lists, repeated", "too-large 6:38"),
        ("mappings of mappings, repeated", "too-large 16:17"),
        ("merge keys", "merge-key 2:10"),
    ],
)
def test_bombs_are_refused_where_they_grow_too_large(name: str, expected: str) -> None:
    assert short(read(HOSTILE[name], "f.yaml").faults)[0] == expected
