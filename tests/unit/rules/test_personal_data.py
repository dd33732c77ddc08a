"""What counts as personal data in a text, and that no text, however long or odd, takes long to read."""

from __future__ import annotations

import pytest

from partnerkit.rules.people._personal_data import personal_data

EMAIL = "an e-mail address"
PHONE = "a telephone number"
INSURANCE = "a National Insurance number"
BIRTH = "a date of birth"
LONG = 100_000


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("write to jane.smith+work@mail.college.example, please", (EMAIL,)),
        ("<j@b.example>", (EMAIL,)),
        ("01632 960123", (PHONE,)),
        ("(01632) 960 123", (PHONE,)),
        ("07700-900-123", (PHONE,)),
        ("+44 (0)7700 900123", (PHONE,)),
        ("+447700900123.", (PHONE,)),
        ("0044 7700 900123", (PHONE,)),
        ("AB123456C", (INSURANCE,)),
        ("ab 12 34 56 c", (INSURANCE,)),
        ("born 3.5.2008", (BIRTH,)),
        ("DOB: 2008-05-03", (BIRTH,)),
        ("d.o.b. 3/5/08", (BIRTH,)),
        ("date of birth is the 3rd of May 2008", (BIRTH,)),
        ("birthday on 21 December, 2008", (BIRTH,)),
        ("a@b.example or 07700 900123", (EMAIL, PHONE)),
    ],
)
def test_personal_data_is_told_by_its_form(text: str, kinds: tuple[str, ...]) -> None:
    assert personal_data(text) == kinds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "meet @ noon, or @home",
        "https://social.example/@foundry",
        "0.123456789012",
        "company 09506232",
        "part 1207700900123",
        "07700 900",
        "from 07-08-2026 12:30 to 13:30",
        "01/02/2026 1234",
        "2026-10-15 and 2026-11-22",
        "GB123456A, BG123456B and ZZ123456C",
        "AB123456E, XAB123456C and AB123456CD",
        "SE12345",
        "born in the foundry in 1961",
        "born leader; the review is on 2026-10-15",
        "stillborn 2008-05-03",
    ],
)
def test_figures_dates_and_addresses_of_pages_are_none(text: str) -> None:
    assert personal_data(text) == ()


@pytest.mark.parametrize(
    "piece",
    ["a", ".", "@", "a@", "a@a", "a@a-", "0", "01", "0 1 ", "(0", "+44", "+44 (0)", "1-", "A", "AB12", "AB 12 34 ",
     "born ", "birth", "d.o.b", "born 1.1", "\n", " ", "é"],
)  # fmt: skip
def test_a_long_text_of_one_piece_over_and_over_is_read_in_one_go(piece: str) -> None:
    # A pattern that starts over at each character would need ten thousand million steps here.
    assert personal_data(piece * (LONG // len(piece))) in {(), (PHONE,)}
