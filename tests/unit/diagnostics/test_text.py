"""What a terminal is given shows what stands in a record, and does nothing else."""

from __future__ import annotations

import pytest

from partnerkit.diagnostics.text import one_line, plain, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zürich: 30 °C, 目標", "Zürich: 30 °C, 目標"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("bell\x07 delete\x7f", "bell\\x07 delete\\x7f"),
        ("carriage\rreturn", "carriage\\x0dreturn"),
        ("C1 \x9b31m", "C1 \\x9b31m"),
        ("soft\xadhyphen", "soft\\xadhyphen"),
        ("right\u202eto left", "right\\u202eto left"),
        ("zero\u200bwidth", "zero\\u200bwidth"),
        ("line\u2028separator", "line\\u2028separator"),
        ("\ufeffmark", "\\ufeffmark"),
        ("a lone \ud800 surrogate", "a lone \\ud800 surrogate"),
        ("a byte of a name \udcff", "a byte of a name \\xff"),
    ],
)
def test_hidden_characters_are_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_on_one_line_breaks_and_tabs_are_written_out_too() -> None:
    assert one_line("a\nb\tc\x1b") == "a\\nb\\tc\\x1b"


def test_pieces_make_a_text() -> None:
    assert plain([("error", "error"), (": ", "plain"), ("x\n", "strong")]) == "error: x\n"
