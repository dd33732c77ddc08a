"""What identifies a finding from one run to the next: the thing it is about, not its line or its wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from partnerkit.diagnostics.diagnostic import Diagnostic, Kind, Position, Severity, Span
from partnerkit.diagnostics.fingerprint import fingerprints
from partnerkit.rules.findings import Finding
from unit.rules.made import found_in, partnership, rule

KIND = Kind("PKZ01", "made-up", "A fault.", "Mend it.")
RECORD = """\
objectives:
  - id: obj-a
    statement: A
    indicators: [{id: ind-1}, {id: ind-2}]
  - id: obj-b
    statement: B
    indicators: [{id: ind-3}]
"""


def diagnostic(message: str = "wrong", subject: str = "", line: int = 0, excerpt: str = "", **kind: Any) -> Diagnostic:
    span = Span("a.yaml", Position(line, 0), Position(line, 1), excerpt)
    return Diagnostic(
        Kind(**{"code": "PKZ01", "name": "n", "meaning": "", "remedy": "", **kind}), message, span, subject=subject
    )


def indicators(subject: Any) -> Iterator[Finding]:
    for objective in subject.part.objectives:
        for indicator in objective.indicators:
            yield Finding(indicator, f"{indicator.id} has no direction", "direction")


def prints_of(record: str, words: str = "has no direction") -> dict[str, str]:
    """The findings in a partnership by fingerprint, each with the line it stands on."""

    def check(subject: Any) -> Iterator[Finding]:
        for one in indicators(subject):
            yield Finding(one.part, one.message.replace("has no direction", words), one.field)

    files = partnership(record)
    found = sorted(found_in(files, rule(check)), key=lambda one: one.order)
    return {print_: one.subject for print_, one in zip(fingerprints(found), found, strict=True)}


def test_a_fingerprint_is_32_hexadecimal_characters() -> None:
    (found,) = fingerprints([diagnostic(subject="partnership a stage")])
    assert re.fullmatch(r"[0-9a-f]{32}", found)


def test_a_fingerprint_stays_the_same_from_version_to_version() -> None:
    """Baselines in users' repositories are made of these: the figures are written down here once and for all."""
    assert fingerprints([diagnostic(subject="partnership a stage"), diagnostic(excerpt="  stage: run")]) == [
        "71f86939a7cf363024abe66d4cc92f99",
        "959eabb557da326c6a3cbd30632cbf72",
    ]


def test_no_two_findings_have_the_same_fingerprint() -> None:
    twins = [diagnostic(subject="partnership a"), diagnostic(subject="partnership a"), diagnostic(), diagnostic()]
    assert len(set(fingerprints([*twins, diagnostic(subject="partnership a", code="PKZ02")]))) == 5


@pytest.mark.parametrize("other", [
    diagnostic("in other words", "partnership a stage"),
    diagnostic("wrong", "partnership a stage", line=40),
    diagnostic("wrong", "partnership a stage", excerpt="stage: agree"),
    diagnostic("wrong", "partnership a stage", name="renamed"),
    diagnostic("wrong", "partnership a stage", severity=Severity.INFO),
    diagnostic("wrong", "partnership a stage", meaning="m", remedy="r"),
])  # fmt: skip
def test_neither_words_nor_place_nor_weight_change_it(other: Diagnostic) -> None:
    assert fingerprints([other]) == fingerprints([diagnostic(subject="partnership a stage")])


@pytest.mark.parametrize("other", [
    diagnostic(subject="partnership a stage", code="PKZ02"),
    diagnostic(subject="partnership b stage"),
    diagnostic(subject="partnership a title"),
    diagnostic(subject="organisation a stage"),
])  # fmt: skip
def test_the_rule_and_the_thing_change_it(other: Diagnostic) -> None:
    assert fingerprints([other]) != fingerprints([diagnostic(subject="partnership a stage")])


def test_without_a_subject_the_text_of_the_line_counts_wherever_it_stands() -> None:
    here = fingerprints([diagnostic(excerpt="  stage: run", line=3)])
    assert fingerprints([diagnostic(excerpt="stage: run  ", line=9)]) == here
    assert fingerprints([diagnostic(excerpt="stage: plan", line=3)]) != here


def test_text_that_is_no_text_has_a_fingerprint_too() -> None:
    assert len(fingerprints([diagnostic(subject="a \udcff b")])[0]) == 32


# ---------------------------------------------------------------------- what people do to their files

CHANGES = {
    "lines before it": "# One.\n\n# Two.\n" + RECORD,
    "items in another order": RECORD.replace("[{id: ind-1}, {id: ind-2}]", "[{id: ind-2}, {id: ind-1}]"),
    "sections in another order": "aims: []\n"
    * 0
    + "objectives:\n  - id: obj-b\n    statement: B\n    indicators: [{id: ind-3}]\n"
    "  - id: obj-a\n    statement: A\n    indicators: [{id: ind-1}, {id: ind-2}]\n",
    "another style": "objectives: [{id: obj-a, statement: A, indicators: [{id: ind-1}, {id: ind-2}]},"
    " {id: obj-b, statement: B, indicators: [{id: ind-3}]}]\n",
    "other values beside it": RECORD.replace("statement: A", "statement: Scrap falls"),
}


@pytest.mark.parametrize("changed", CHANGES.values(), ids=CHANGES)
def test_a_finding_is_known_again_after(changed: str) -> None:
    assert prints_of(changed) == prints_of(RECORD)


def test_a_finding_is_known_again_in_other_words() -> None:
    assert prints_of(RECORD, "lacks its direction") == prints_of(RECORD)


def test_a_thing_with_another_name_is_another_finding_and_the_others_stay() -> None:
    before, after = prints_of(RECORD), prints_of(RECORD.replace("{id: ind-2}", "{id: ind-4}"))
    assert {before[print_] for print_ in before.keys() - after.keys()} == {
        "partnership foundry-skills objectives/obj-a/indicators/ind-2/direction"
    }
    assert {after[print_] for print_ in after.keys() - before.keys()} == {
        "partnership foundry-skills objectives/obj-a/indicators/ind-4/direction"
    }


def test_one_more_finding_is_one_more_fingerprint() -> None:
    more = RECORD + "  - {id: obj-0, statement: C, indicators: [{id: ind-5}]}\n"
    assert prints_of(RECORD).items() < prints_of(more).items()
