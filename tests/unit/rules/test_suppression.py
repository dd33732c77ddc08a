"""Findings excused in the record: what an excuse covers, how long it holds, and when it is itself a finding."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import pytest

from partnerkit.diagnostics.diagnostic import Diagnostic, Kind, Severity, Span
from partnerkit.rules.findings import Finding
from partnerkit.rules.suppression import Judged, all_kinds, judged
from partnerkit.workspace.records import Sources
from unit.rules.made import AS_OF, found_in, marked, partnership, records, rule

RECORD = """\
objectives:
  - {id: obj-a, statement: A, indicators: [{id: ind}]}
  - {id: obj-ab, statement: B}
meetings:
  - {id: obj-a, on: 2026-03-01}
"""


def objectives(subject: Any) -> Iterator[Finding]:
    for objective in subject.part.objectives:
        yield Finding(objective, f"{objective.id} is wrong", "statement")
        for indicator in objective.indicators:
            yield Finding(indicator, f"{indicator.id} is wrong", "direction")


def whole(subject: Any) -> Iterator[Finding]:
    yield Finding(subject.part, "the whole is wrong")
    yield Finding(subject.part, "there are no risks", "risks")
    yield Finding(subject.part.meetings[0], "the meeting is wrong")


OBJECTIVES = rule(objectives, name="objective-wrong", code="PKZ01")
WHOLE = rule(whole, name="record-wrong", code="PKZ02")
OTHER = rule(name="never-found", code="PKZ03")
KNOWN = (OBJECTIVES, WHOLE, OTHER)
OF_OBJECTIVES = {"obj-a is wrong", "ind is wrong", "obj-ab is wrong"}
ALL = OF_OBJECTIVES | {"the whole is wrong", "there are no risks", "the meeting is wrong"}


def suppression(**entry: str) -> str:
    """An entry of `suppress`, on one line."""
    filled = {"reason": "mended in May", "by": "northgate-castings/amy-okoro", "until": "2026-12-31", **entry}
    return "  - {" + ", ".join(f"{key}: {value}" for key, value in filled.items()) + "}\n"


def judge(suppressions: str, *, ran: tuple[Any, ...] = KNOWN, as_of: date = AS_OF) -> tuple[dict[str, str], Judged]:
    """The files of a partnership with some suppressions, and what is left of what the rules find in it."""
    files = partnership(RECORD + ("suppress:\n" + suppressions if suppressions else ""))
    found = found_in(files, *ran, as_of=as_of)
    (record,) = records(files)
    return files, judged(record, found, ran, KNOWN, as_of, Sources(files.get))


def messages(found: tuple[Diagnostic, ...]) -> set[str]:
    return {one.message for one in found}


# ---------------------------------------------------------------------- what is covered


class Case(NamedTuple):
    """What a suppression names, and the findings it excuses."""

    rule: str
    at: str
    excused: set[str]


COVERED = {
    "a rule in the whole record": Case("objective-wrong", "", OF_OBJECTIVES),
    "the same by code": Case("PKZ01", "", OF_OBJECTIVES),
    "a rule about the record as a whole": Case(
        "record-wrong", "", {"the whole is wrong", "there are no risks", "the meeting is wrong"}
    ),
    "a section": Case("objective-wrong", "objectives", OF_OBJECTIVES),
    "an item with all that is in it, and no other that begins alike": Case(
        "objective-wrong", "objectives/obj-a", {"obj-a is wrong", "ind is wrong"}
    ),
    "an item of an item": Case("objective-wrong", "objectives/obj-a/indicators/ind", {"ind is wrong"}),
    "a key of an item": Case("objective-wrong", "objectives/obj-ab/statement", {"obj-ab is wrong"}),
    "a section that is not there": Case("record-wrong", "risks", {"there are no risks"}),
    "an item of one section, not of another with the same id": Case(
        "record-wrong", "meetings/obj-a", {"the meeting is wrong"}
    ),
}


@pytest.mark.parametrize("case", COVERED.values(), ids=COVERED)
def test_a_suppression_excuses_its_rule_where_it_says(case: Case) -> None:
    entry = {"rule": case.rule} | ({"at": case.at} if case.at else {})
    _, after = judge(suppression(**entry))
    assert {one.message: reason for one, reason in after.suppressed} == dict.fromkeys(case.excused, "mended in May")
    assert messages(after.found) == ALL - case.excused


def test_without_suppressions_everything_counts() -> None:
    _, after = judge("")
    assert (messages(after.found), after.suppressed) == (ALL, ())


def test_of_two_suppressions_each_excuses_its_own_and_neither_is_unused() -> None:
    two = suppression(rule="PKZ01", at="objectives/obj-a", reason="one") + suppression(rule="PKZ01", reason="two")
    _, after = judge(two)
    assert messages(after.found) == ALL - OF_OBJECTIVES
    assert [reason for _, reason in after.suppressed] == ["two", "two", "two"]


def test_organisations_have_no_suppressions() -> None:
    files = {"o.yaml": "kind: organisation\nid: acme\nname: Acme\n"}
    (record,) = records(files)
    found = Diagnostic(OBJECTIVES.kind, "wrong", Span("o.yaml"))
    assert judged(record, [found], KNOWN, KNOWN, AS_OF, Sources(files.get)) == Judged((found,), ())


def test_a_failure_of_the_program_is_not_excused() -> None:
    def failing(_subject: Any) -> Iterator[Finding]:
        raise ZeroDivisionError
        yield

    files = partnership("suppress:\n" + suppression(rule="rule-raised") + suppression(rule="PK901"))
    found = found_in(files, rule(failing))
    (record,) = records(files)
    after = judged(record, found, KNOWN, KNOWN, AS_OF, Sources(files.get))
    assert after.suppressed == ()
    assert [one.kind.name for one in after.found] == ["rule-raised", "unknown-rule", "unknown-rule"]


# ---------------------------------------------------------------------- how long it holds


@pytest.mark.parametrize(("until", "as_of", "about"), [
    ("2026-10-16", "2026-10-15", ()),
    ("2026-10-15", "2026-10-15", ()),
    ("2026-10-14", "2026-10-15", ("expired-suppression",)),
    ("2027-10-16", "2026-10-15", ()),
    ("2027-10-17", "2026-10-15", ("endless-suppression",)),
    ("2029-02-28", "2028-02-29", ()),
    ("9999-12-31", "9999-12-31", ()),
    ("9999-12-31", "9999-01-01", ()),
    ("9999-12-31", "0001-01-01", ("endless-suppression",)),
    ("0001-01-01", "0001-01-01", ()),
    ("0001-01-01", "9999-12-31", ("expired-suppression",)),
])  # fmt: skip
def test_a_suppression_holds_to_its_last_day_and_for_a_year_at_most(
    until: str, as_of: str, about: tuple[str, ...]
) -> None:
    _, after = judge(suppression(rule="objective-wrong", until=until), as_of=date.fromisoformat(as_of))
    own = {kind.name for kind in all_kinds()}
    assert tuple(one.kind.name for one in after.found if one.kind.name in own) == about
    holds = until >= as_of
    assert len(after.suppressed) == (3 if holds else 0)
    assert ("obj-a is wrong" in messages(after.found)) is not holds


# ---------------------------------------------------------------------- when it is itself a finding

ABOUT: dict[str, tuple[dict[str, str], tuple[Any, ...], str, str, str]] = {
    "expired": (
        {"rule": "PKZ01", "until": "2026-10-14"}, KNOWN, "PK902 warning", "2026-10-14",
        "this excuse from `PKZ01` held until 2026-10-14",
    ),
    "expired, of a rule that did not run": (
        {"rule": "PKZ01", "until": "2026-10-14"}, (WHOLE,), "PK902 warning", "2026-10-14",
        "this excuse from `PKZ01` held until 2026-10-14",
    ),
    "for nothing": (
        {"rule": "never-found"}, KNOWN, "PK903 warning", "never-found",
        "`never-found` finds nothing here that would need an excuse",
    ),
    "for nothing at this place": (
        {"rule": "PKZ01", "at": "meetings"}, KNOWN, "PK903 warning", "PKZ01",
        "`PKZ01` finds nothing here that would need an excuse",
    ),
    "from no rule there is": (
        {"rule": "objective-wrnog"}, KNOWN, "PK904 error", "objective-wrnog",
        "there is no rule `objective-wrnog` to be excused from",
    ),
    "from a whole family": (
        {"rule": "made"}, KNOWN, "PK904 error", "made", "there is no rule `made` to be excused from",
    ),
    "from no rule, and expired": (
        {"rule": "nothing", "until": "2020-01-01"}, KNOWN, "PK904 error", "2020-01-01",
        "there is no rule `nothing` to be excused from",
    ),
    "for longer than a year": (
        {"rule": "PKZ01", "until": "2028-01-01"}, KNOWN, "PK905 warning", "PKZ01",
        "this excuse from `PKZ01` is to hold until 2028-01-01",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("entry", "ran", "kind", "place", "message"), ABOUT.values(), ids=ABOUT)
def test_a_suppression_that_is_no_good_is_a_finding_on_itself(
    entry: dict[str, str], ran: tuple[Any, ...], kind: str, place: str, message: str
) -> None:
    files, after = judge(suppression(**entry), ran=ran)
    (about,) = (one for one in after.found if one.message not in ALL)
    assert f"{about.kind.code} {about.severity.word}" == kind
    assert about.message == message
    assert marked(files, about) == place
    assert about.subject == f"partnership foundry-skills suppress/{entry['rule']}"
    assert about.help


def test_the_nearest_rule_is_named_where_there_is_none() -> None:
    helps = [
        next(one.help for one in judge(suppression(rule=name))[1].found if one.kind.code == "PK904")
        for name in ("objective-wrnog", "zzz")
    ]
    assert helps == ["Did you mean `objective-wrong`?", "Correct the name of the rule."]


@pytest.mark.parametrize("entry", [{"rule": "never-found"}, {"rule": "PKZ03"}, {"rule": "never-found", "at": "risks"}])
def test_of_a_rule_that_did_not_run_nobody_knows_whether_its_excuse_is_needed(entry: dict[str, str]) -> None:
    _, after = judge(suppression(**entry), ran=(OBJECTIVES, WHOLE))
    assert messages(after.found) == ALL


def test_kinds_on_suppressions_have_codes_of_their_own() -> None:
    kinds: list[Kind] = list(all_kinds())
    assert [kind.code for kind in kinds] == ["PK902", "PK903", "PK904", "PK905"]
    assert {kind.severity for kind in kinds} == {Severity.WARNING, Severity.ERROR}
