from __future__ import annotations

import pytest

from partnerkit.audience.words import Secret, Sweep, words_of

ROLE = "the Foreman of Northquay"
SECRETS = (
    Secret(words_of("Ivo Brandt"), ROLE),
    Secret(("ivo",), ROLE),
    Secret(("brandt",), ROLE),
    Secret(words_of("Renée O'Hare"), "the Lecturer of Estuary College"),
    Secret(("may",), "a withheld name", capital=True),
    Secret(words_of("李娜"), "the Auditor of Estuary College"),
)


def swept(text: str) -> str:
    return Sweep(SECRETS, ["+44 1632 960123"], [14500, 2026, 12.5], ["welder-1", "alpha"]).text(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ivo Brandt opened it", "the Foreman of Northquay opened it"),
        ("IVO  BRANDT, ivo.brandt, ivo_brandt", f"{ROLE}, {ROLE}, {ROLE}"),
        ("Brandt's bay and Ivo\nBrandt", f"{ROLE}'s bay and {ROLE}"),
        ("**Ivo** (Brandt)", f"**{ROLE}** ({ROLE})"),
        ("ivobrandt", ROLE),
        ("Ivory and Brandthaus stay", "Ivory and Brandthaus stay"),
        ("RENEE O\u2019HARE", "the Lecturer of Estuary College"),
        ("Rene\u0301e O'Hare", "the Lecturer of Estuary College"),
        ("May says they may", "a withheld name says they may"),
        ("会议由李娜主持", "会议由the Auditor of Estuary College主持"),
        ("Welder 1 and welder-1, not welder 12", "a learner and a learner, not welder 12"),
        ("Welders 1, 2 and 13 pass; Alpha fails", "some learners pass; a learner fails"),
    ],
)
def test_a_name_is_replaced_however_it_is_written(text: str, expected: str) -> None:
    assert swept(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("write to someone.else@dock.example.", "write to a withheld e-mail address."),
        ("01632 960123 or 01632-960-999", "a withheld telephone number or a withheld telephone number"),
        ("+44 (0)1632 960123", "a withheld telephone number"),
        ("on 2026-03-10, in 14 500 parts", "on 2026-03-10, in a withheld sum parts"),
        ("£14.5k, GBP 200 or 30 euros", "a withheld sum, a withheld sum or a withheld sum"),
        ("14,500 in all, in 2026, 12 of 12.5", "a withheld sum in all, in 2026, 12 of a withheld sum"),
        ("145000 and 14500.5 are others", "145000 and 14500.5 are others"),
    ],
)
def test_addresses_numbers_and_sums_are_replaced(text: str, expected: str) -> None:
    assert swept(text) == expected


def test_sums_stay_for_those_who_may_see_them() -> None:
    assert Sweep(SECRETS).text("£14,500") == "£14,500"


@pytest.mark.parametrize(
    ("slug", "expected"),
    [("act-ivo-visit", "act-withheld-visit"), ("may-day", "may-day"), ("files/brandt_cv.pdf", "files/withheld_cv.pdf")],
)
def test_a_name_in_an_id_is_replaced_by_a_word(slug: str, expected: str) -> None:
    assert Sweep(SECRETS).slug(slug) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("files/minutes.pdf", False),
        ("files/IvoBrandtCV.pdf", True),
        ("https://dock.example/~brandt?x", True),
        ("https://dock.example/ivo%20brandt", True),
        ("mailto:x@dock.example", True),
    ],
)
def test_an_address_that_holds_a_name_is_known(address: str, expected: bool) -> None:
    assert Sweep(SECRETS).touches(address) is expected


def test_what_is_taken_is_counted_by_what_it_is() -> None:
    sweep = Sweep(SECRETS, (), [14500], ["welder-1"])
    sweep.text("Ivo, Ivo Brandt and welder-1: £5, x@y.example")
    assert dict(sweep.found) == {
        "names and details of people": 2,
        "learners and what is said of them": 1,
        "sums of money": 1,
        "contact details": 1,
    }


def test_the_time_is_in_proportion_to_the_length() -> None:
    for hostile in (
        "a" * 50_000,
        "a@" * 25_000,
        "1 " * 25_000,
        "0" * 50_000,
        "welders 1" + ", " * 25_000,
        "£" * 50_000,
        "ivo-" * 12_000,
    ):
        swept(hostile)
