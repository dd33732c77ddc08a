from __future__ import annotations

from datetime import date

import pytest

from partnerkit.render.words import long_date, money, number, short_date, visible


def test_dates_are_words_in_any_locale() -> None:
    assert long_date(date(2026, 9, 3)) == "3 September 2026"
    assert short_date(date(2026, 9, 3)) == "3 Sep 2026"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, "0"),
        (1200, "1,200"),
        (9007199254740993, "9,007,199,254,740,993"),
        (4.6, "4.6"),
        (1234567.25, "1,234,567.25"),
        (3.0, "3"),
        (-2.5, "-2.5"),
        (1e22, "1e+22"),
    ],
)
def test_numbers_keep_the_digits_they_were_written_with(value: float, expected: str) -> None:
    assert number(value) == expected


@pytest.mark.parametrize(
    ("amount", "currency", "expected"),
    [(48000, "GBP", "£48,000"), (12.5, "EUR", "€12.50"), (900, "CHF", "CHF 900")],
)
def test_money_has_its_sign_or_its_letters(amount: float, currency: str, expected: str) -> None:
    assert money(amount, currency) == expected


def test_control_characters_are_shown() -> None:
    assert visible("a\x1b[31mb\x9bc\u202ed\ud800e") == "a\\x1b[31mb\\x9bc\\u202ed\\ud800e"
    assert visible("one\n\ttwo é 日本 🙂") == "one\n\ttwo é 日本 🙂"
