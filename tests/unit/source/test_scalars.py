"""What a word without quotes means: the core schema of YAML 1.2, with the exceptions of the record format."""

from __future__ import annotations

import pytest

from partnerkit.source.reader import read, read_with_care
from unit.source.places import short

NULLS = ["", "~", "null", "Null", "NULL"]
TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
NUMBERS: dict[str, int | float] = {
    "0": 0,
    "-0": 0,
    "7": 7,
    "+7": 7,
    "-12": -12,
    "9007199254740993": 9007199254740993,
    "9223372036854775807": 2**63 - 1,
    "-9223372036854775808": -(2**63),
    "0o17": 15,
    "0x1F": 31,
    "0xff": 255,
    "0x7fffffffffffffff": 2**63 - 1,
    "1.5": 1.5,
    "1.10": 1.1,
    "1.": 1.0,
    ".5": 0.5,
    "-.5": -0.5,
    "+1.5": 1.5,
    "1e3": 1000.0,
    "1E+3": 1000.0,
    "2.5e-1": 0.25,
    "012.5": 12.5,
    "1e-999": 0.0,
}
TEXTS = [
    # YAML 1.1 took these for true, false, numbers, times and dates.
    "yes", "no", "on", "off", "y", "n", "NO", "Yes", "12:30", "1:59:59", "1_000", "0b1", "2026-03-10",
    "2026-03-10T09:00:00Z", "=", "<<",
    # Leading zeros make an identifier, not a number.
    "012", "00", "-012", "+00", "0000123",
    # Nearly a number.
    "0o8", "0o", "0x", "0xG", "0X1F", "0O17", "+0x1F", "-0o7", ".", "..", "+", "1e", "e3", "1.2.3", "1,5", "1 000",
    "5%", "1e3e", "0.5.", "1-2", "--1", "٣",
    # Nearly a word.
    "nULL", "nullx", "~x", "tRUE", "truely", "None", "nil", "inf", "nan", "NaN", "Infinity", ".infinity", ".Inf.",
]  # fmt: skip
UNUSABLE = {
    ".inf": ".inf is not a number that can be kept",
    "-.INF": "-.INF is not a number that can be kept",
    "+.Inf": "+.Inf is not a number that can be kept",
    ".nan": ".nan is not a number that can be kept",
    ".NaN": ".NaN is not a number that can be kept",
    "1e999": "a number this large cannot be kept",
    "-1e999": "a number this large cannot be kept",
    "9223372036854775808": "a number this large cannot be kept",
    "-9223372036854775809": "a number this large cannot be kept",
    "99999999999999999999": "a number this large cannot be kept",
    "0x8000000000000000": "a number this large cannot be kept",
    "9" * 4301: "a number of 4301 characters is too long to be kept exactly",
    "-" + "9" * 20: "a number of 21 characters is too long to be kept exactly",
    "0x" + "f" * 5000: "a number of 5002 characters is too long to be kept exactly",
    "0o" + "7" * 5000: "a number of 5002 characters is too long to be kept exactly",
}


def value_of(word: str) -> object:
    text = f"- {word}\n"
    quick, careful = read(text, "f.yaml"), read_with_care(text, "f.yaml")
    assert repr(quick) == repr(careful)
    assert short(quick.faults) == []
    return quick.documents[0][0]


@pytest.mark.parametrize("word", NULLS)
def test_nothing_and_null_are_null(word: str) -> None:
    assert value_of(word) is None


@pytest.mark.parametrize(("word", "value"), TRUTHS.items())
def test_true_and_false_are_truth_values(word: str, value: bool) -> None:
    assert value_of(word) is value


@pytest.mark.parametrize(("word", "value"), NUMBERS.items())
def test_numbers_are_numbers_of_their_own_type(word: str, value: float) -> None:
    assert repr(value_of(word)) == repr(value)


@pytest.mark.parametrize("word", TEXTS)
def test_everything_else_is_text(word: str) -> None:
    assert value_of(word) == word


@pytest.mark.parametrize(("word", "value"), [("+44", 44), ("1e5", 100_000.0), ("3E2", 300.0)])
def test_some_identifiers_read_as_numbers_all_the_same(word: str, value: float) -> None:
    # The model says so where text is due, and shows how the word was written.
    assert repr(value_of(word)) == repr(value)


@pytest.mark.parametrize("word", [*NULLS, *TRUTHS, *NUMBERS, *TEXTS, *UNUSABLE])
@pytest.mark.parametrize("quote", ['"', "'"])
def test_quotes_make_everything_text(word: str, quote: str) -> None:
    assert value_of(f"{quote}{word}{quote}") == word


@pytest.mark.parametrize("word", ["12", "true", "null", ".inf"])
def test_a_text_of_several_lines_is_text(word: str) -> None:
    assert value_of(f"|-\n  {word}") == word


@pytest.mark.parametrize(("word", "message"), UNUSABLE.items(), ids=[word[:24] for word in UNUSABLE])
def test_numbers_that_cannot_be_kept_are_refused_and_not_printed_at_length(word: str, message: str) -> None:
    reading = read(f"- {word}\n", "f.yaml")
    assert short(reading.faults) == ["unusable-number 1:3"]
    assert reading.faults[0].message == message
