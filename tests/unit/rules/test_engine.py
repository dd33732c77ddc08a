"""Running rules: one that fails hides nothing, what is not due is silent, and every finding has a place and a name."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from inside import run_inside
from partnerkit.diagnostics.diagnostic import Diagnostic, Severity, Span
from partnerkit.io.processes import WORTHWHILE
from partnerkit.model.base import Part
from partnerkit.rules.engine import Locator, Raised, Task, first_sentence, in_shared_records, name_of
from partnerkit.rules.findings import Finding, Fix, Replacement
from partnerkit.rules.stages import Stage
from rule_cases import BASE
from unit.rules.made import AS_OF, PACK, found_in, marked, partnership, raised_in, rule, workspace

RECORD = """\
objectives:
  - id: obj-scrap
    statement: Scrap falls
    indicators:
      - id: scrap
        baseline: {value: 6}
        target: {value: 4, on: 2027-07-31}
        actuals: [{on: 2026-03-31, value: 5}]
  - {id: obj-people, statement: Six people cast, agreed_by: [northgate-castings, eastfield-college]}
culture_fit:
  assessed_on: 2026-01-12
  dimensions:
    - dimension: decision-pace
      ratings: {northgate-castings: 4, eastfield-college: 2}
activities:
  - {id: act-cast, title: Casting, type: placement, mode_hours: {on_job: 12}}
not_applicable:
  learners: They are employed
x-own: {note: ours}
"""
FILES = partnership(RECORD)


def one(part: Callable[[Any], Part], field: str = "", **more: Any) -> Callable[[Any], Iterator[Finding]]:
    """A check that finds one thing, in a part of the partnership."""
    return lambda subject: iter([Finding(part(subject.part), "this is wrong", field, **more)])


# ---------------------------------------------------------------------- where a finding stands

PLACES: dict[str, tuple[Callable[[Any], Iterator[Finding]], str, str]] = {
    "the record as a whole": (one(lambda p: p), "kind: partnership", ""),
    "a key of the record": (one(lambda p: p, "stage"), "run", "stage"),
    "a key that the record has not": (one(lambda p: p, "summary"), "kind: partnership", "summary"),
    "a section that the record has not": (one(lambda p: p, "meetings"), "kind: partnership", "meetings"),
    "a section": (one(lambda p: p, "objectives"), "- id: obj-scrap", "objectives"),
    "an item": (one(lambda p: p.objectives[0]), "id: obj-scrap", "objectives/obj-scrap"),
    "an item in flow style": (
        one(lambda p: p.objectives[1]),
        "{id: obj-people, statement: Six people cast, agreed_by: [northgate-castings, eastfield-college]}",
        "objectives/obj-people",
    ),
    "a key of an item": (
        one(lambda p: p.objectives[1], "statement"),
        "Six people cast",
        "objectives/obj-people/statement",
    ),
    "a key that an item has not": (
        one(lambda p: p.objectives[0].indicators[0], "direction"),
        "id: scrap",
        "objectives/obj-scrap/indicators/scrap/direction",
    ),
    "an item of an item": (
        one(lambda p: p.objectives[0].indicators[0]),
        "id: scrap",
        "objectives/obj-scrap/indicators/scrap",
    ),
    "a mapping in it": (
        one(lambda p: p.objectives[0].indicators[0].target, "on"),
        "2027-07-31",
        "objectives/obj-scrap/indicators/scrap/target/on",
    ),
    "a key that a mapping has not": (
        one(lambda p: p.objectives[0].indicators[0].baseline, "on"),
        "baseline",
        "objectives/obj-scrap/indicators/scrap/baseline/on",
    ),
    "an item without an id": (
        one(lambda p: p.objectives[0].indicators[0].actuals[0], "value"),
        "5",
        "objectives/obj-scrap/indicators/scrap/actuals/0/value",
    ),
    "an item of a list without ids": (one(lambda p: p.partners[1]), "{organisation: eastfield-college}", "partners/1"),
    "one of several texts": (
        one(lambda p: p.objectives[1], "agreed_by", at=1),
        "eastfield-college",
        "objectives/obj-people/agreed_by/1",
    ),
    "a section that is no list": (one(lambda p: p.culture_fit, "assessed_on"), "2026-01-12", "culture_fit/assessed_on"),
    "an item of a section that is no list": (
        one(lambda p: p.culture_fit.dimensions[0], "ratings"),
        "{northgate-castings: 4, eastfield-college: 2}",
        "culture_fit/dimensions/0/ratings",
    ),
    "a mapping in an item": (
        one(lambda p: p.activities[0].mode_hours, "on_job"),
        "12",
        "activities/act-cast/mode_hours/on_job",
    ),
    "a mapping of the record": (one(lambda p: p, "not_applicable"), "learners: They are employed", "not_applicable"),
    "a key of the user's own": (one(lambda p: p, "x-own"), "{note: ours}", "x-own"),
}


@pytest.mark.parametrize(("check", "text", "subject"), PLACES.values(), ids=PLACES)
def test_a_finding_stands_where_its_part_stands(
    check: Callable[[Any], Iterator[Finding]], text: str, subject: str
) -> None:
    (found,) = found_in(FILES, rule(check))
    assert marked(FILES, found) == text
    assert found.subject == f"partnership foundry-skills {subject}".strip()


def test_two_parts_that_are_equal_are_told_apart() -> None:
    equal = "          - {on: 2026-03-31, value: 5}\n"
    indicators = "    indicators:\n      - id: scrap\n        actuals:\n" + equal * 2
    files = partnership("objectives:\n  - id: obj-scrap\n    statement: Scrap falls\n" + indicators)
    first = rule(one(lambda p: p.objectives[0].indicators[0].actuals[0]))
    second = rule(one(lambda p: p.objectives[0].indicators[0].actuals[1]))
    found = found_in(files, first, second)
    assert [each.span.start and each.span.start.line for each in found] == [13, 14]


def test_what_lies_in_files_of_its_own_is_found_there() -> None:
    files = {
        "fs/partnership.yaml": partnership()["p.yaml"],
        "fs/objectives.yaml": "- {id: obj-scrap, statement: Scrap falls}\n",
        "fs/meetings/2026-03-01.yaml": "on: 2026-03-01\n",
        "fs/meetings/2026-04-01.yaml": "on: 2026-04-01\n",
    }
    found = found_in(
        files,
        rule(one(lambda p: p.objectives[0], "statement")),
        rule(one(lambda p: p.meetings[1], "on")),
        rule(one(lambda p: p.meetings[1], "minutes")),
        rule(one(lambda p: p, "title")),
    )
    assert [(each.span.file, marked(files, each), each.subject.split()[2]) for each in found] == [
        ("fs/objectives.yaml", "Scrap falls", "objectives/obj-scrap/statement"),
        ("fs/meetings/2026-04-01.yaml", "2026-04-01", "meetings/2026-04-01/on"),
        ("fs/meetings/2026-04-01.yaml", "on: 2026-04-01", "meetings/2026-04-01/minutes"),
        ("fs/partnership.yaml", "Foundry skills", "title"),
    ]


def test_what_belongs_to_a_finding_has_a_place_too() -> None:
    def check(subject: Any) -> Iterator[Finding]:
        first, second = subject.part.objectives
        related = ((second, "statement", "the other"), (subject.part, "summary", "not there"))
        yield Finding(first, "these two differ", related=related)

    (found,) = found_in(FILES, rule(check))
    assert [(each.message, each.span.start and each.span.start.line) for each in found.related] == [
        ("the other", 15),
        ("not there", 0),
    ]


def test_a_part_of_another_record_is_shown_at_the_record() -> None:
    (record,) = workspace(FILES).partnerships
    assert Locator(record).path(Part()) == ()


@pytest.mark.parametrize(("path", "name"), [
    ((), ""),
    (("stage",), "stage"),
    (("objectives", 1), "objectives/obj-people"),
    (("objectives", 1, "agreed_by", 0), "objectives/obj-people/agreed_by/0"),
    (("objectives", 9), "objectives/9"),
    (("no", "such", 3, "key"), "no/such/3/key"),
    (("not_applicable", "learners"), "not_applicable/learners"),
])  # fmt: skip
def test_a_path_is_named_by_the_ids_on_its_way(path: tuple[str | int, ...], name: str) -> None:
    (record,) = workspace(FILES).partnerships
    assert name_of(path, record.part) == name


# ---------------------------------------------------------------------- what a finding says


def test_a_finding_weighs_what_its_rule_weighs_unless_it_says_otherwise() -> None:
    as_rule = one(lambda p: p)
    otherwise = one(lambda p: p, severity=Severity.INFO)
    found = found_in(FILES, rule(as_rule, severity=Severity.ERROR), rule(otherwise, severity=Severity.ERROR))
    assert [each.severity for each in found] == [Severity.ERROR, Severity.INFO]
    assert {(each.kind.code, each.kind.name, each.kind.meaning) for each in found} == {("PKZ01", "made-up", "A fault.")}


def test_the_help_is_the_findings_own_or_the_beginning_of_the_page() -> None:
    page = "Do this,\nand that.\n\nMore words."
    found = found_in(FILES, rule(one(lambda p: p), fix=page), rule(one(lambda p: p, help="Do that."), fix=page))
    assert [each.help for each in found] == ["Do this, and that.", "Do that."]
    assert first_sentence("") == ""


def test_a_threshold_is_printed_with_pack_version_and_source() -> None:
    (found,) = found_in(FILES, rule(one(lambda p: p, limit=PACK.limit("wait-days"))))
    limit = "The limit of 30 days is `wait-days` of test-pack 2026.1 (a circular of 2026)."
    assert found.help == f"Mend it. {limit}"


def test_a_fix_becomes_edits_and_one_that_cannot_be_made_is_left_out() -> None:
    def fix(field: str, text: str | None) -> Callable[[Any], Iterator[Finding]]:
        def check(subject: Any) -> Iterator[Finding]:
            edits = (Replacement(subject.part, field, text),)
            yield Finding(subject.part, "wrong", fix=Fix("Mend it.", edits, safe=True))

        return check

    found = found_in(FILES, rule(fix("stage", "review")), rule(fix("summary", None)), rule(one(lambda p: p)))
    assert [each.mending is not None for each in found] == [True, False, False]
    assert found[0].mending is not None
    (edit,) = found[0].mending.edits
    assert (FILES["p.yaml"][edit.start : edit.end], edit.text) == ("run", "review")


# ---------------------------------------------------------------------- what is due and what applies


@pytest.mark.parametrize("stage", list(Stage), ids=lambda stage: stage.word)
def test_a_rule_is_silent_before_its_stage_and_speaks_from_then_on(stage: Stage) -> None:
    rules = [rule(one(lambda p: p), name=f"from-{due.word}", stage=due) for due in Stage]
    found = found_in(partnership(stage=stage.word), *rules)
    assert [each.kind.name for each in found] == [f"from-{due.word}" for due in Stage if due <= stage]


@pytest.mark.parametrize(("excuse", "is_silent"), [
    ("made-up", True),
    ("PKZ01", True),
    ("objectives", True),
    ("risks", True),
    ("learners", False),
    ("made", False),
    ("PKZ", False),
    ("objectives/obj-scrap", False),
    ("other-rule", False),
])  # fmt: skip
def test_what_does_not_apply_is_said_by_rule_code_or_section(excuse: str, is_silent: bool) -> None:
    files = partnership(f"not_applicable:\n  {excuse}: For a reason\n")
    about, other = rule(one(lambda p: p), about=("objectives", "risks")), rule(one(lambda p: p), name="x", code="PKY01")
    assert [each.kind.name for each in found_in(files, about, other)] == (["x"] if is_silent else ["made-up", "x"])


def test_a_rule_about_organisations_is_not_asked_about_partnerships() -> None:
    def fail(_subject: Any) -> Iterator[Finding]:
        raise AssertionError

    rules = [rule(fail, kind="check_organisation"), rule(fail, kind="check_workspace")]
    assert raised_in(FILES, *rules) == []


# ---------------------------------------------------------------------- a rule that fails


def failing(_subject: Any) -> Iterator[Finding]:
    message = "with the record's own words"
    raise ValueError(message)
    yield


def failing_late(subject: Any) -> Iterator[Finding]:
    yield Finding(subject.part, "found before it failed")
    raise ZeroDivisionError


def test_a_rule_that_fails_becomes_one_diagnostic_and_the_others_still_run() -> None:
    rules = [
        rule(one(lambda p: p), name="before"),
        rule(failing),
        rule(failing_late),
        rule(one(lambda p: p), name="after"),
    ]
    found = found_in(FILES, *rules)
    assert [(each.kind.code, each.message) for each in found] == [
        ("PKZ01", "this is wrong"),
        ("PK901", "the rule made-up failed on partnership foundry-skills: ValueError"),
        ("PKZ01", "found before it failed"),
        ("PK901", "the rule made-up failed on partnership foundry-skills: ZeroDivisionError"),
        ("PKZ01", "this is wrong"),
    ]
    assert found[1].span == Span("p.yaml")
    assert "own words" not in found[1].message + found[1].help


def test_an_interruption_is_no_failure_of_a_rule() -> None:
    def interrupted(_subject: Any) -> Iterator[Finding]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        found_in(FILES, rule(interrupted))


ORGANISATIONS = {
    "b.yaml": "kind: organisation\nid: b-works\nname: B\nidentifiers:\n  - {scheme: GB-COH, value: '1'}\n",
    "a.yaml": "kind: organisation\nid: a-works\nname: A\nidentifiers:\n  - {scheme: GB-COH, value: '1'}\n",
}


def test_organisations_are_looked_at_one_by_one_and_then_together() -> None:
    def each(subject: Any) -> Iterator[Finding]:
        yield Finding(subject.part, f"looked at {subject.part.id}")

    def whole(subject: Any) -> Iterator[Finding]:
        first, second = (organisation.identifiers[0] for organisation in subject.organisations)
        yield Finding(second, "shared", "value")
        yield Finding(first, "shared", "value")

    found = list(
        in_shared_records(
            workspace(ORGANISATIONS),
            Task((rule(each, kind="check_organisation"), rule(whole, kind="check_workspace")), AS_OF, PACK),
        )
    )
    assert all(isinstance(one, Raised) for one in found)
    assert [(one.record.id, one.finding.message) for one in found if isinstance(one, Raised)] == [
        ("a-works", "looked at a-works"),
        ("b-works", "looked at b-works"),
        ("b-works", "shared"),
        ("a-works", "shared"),
    ]


def test_a_rule_that_fails_on_organisations_names_the_file_and_on_the_workspace_its_configuration() -> None:
    task = Task((rule(failing, kind="check_organisation"), rule(failing, kind="check_workspace")), AS_OF, PACK)
    found = [one for one in in_shared_records(workspace(ORGANISATIONS), task) if isinstance(one, Diagnostic)]
    assert [(one.span.file, one.message) for one in found] == [
        ("a.yaml", "the rule made-up failed on organisation a-works: ValueError"),
        ("b.yaml", "the rule made-up failed on organisation b-works: ValueError"),
        ("partnerkit.yaml", "the rule made-up failed: ValueError"),
    ]


# ---------------------------------------------------------------------- the same by the command


@pytest.fixture
def with_a_failing_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = (rule(failing, name="failing-rule", code="PKZ01"), rule(one(lambda p: p), name="sound-rule", code="PKZ02"))
    monkeypatch.setattr("partnerkit.app.lint.all_rules", lambda: rules)


def records(folder: Path, count: int, more: str = "") -> Path:
    shutil.copytree(BASE, folder)
    for at in range(count):
        text = partnership(more)["p.yaml"].replace("foundry-skills", f"skills-{at}")
        (folder / f"skills-{at}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.usefixtures("with_a_failing_rule")
@pytest.mark.parametrize("count", [1, WORTHWHILE + 20], ids=["in one process", "in several"])
def test_a_rule_that_fails_makes_the_command_say_so_by_its_exit_code(tmp_path: Path, count: int) -> None:
    done = run_inside(records(tmp_path / "records", count), "lint", "--format", "concise")
    assert done.code == 2
    assert done.output.count(" error PK901 rule-raised: the rule failing-rule failed on partnership skills-") == count
    assert done.output.count(" warning PKZ02 sound-rule: this is wrong") == count


@pytest.mark.usefixtures("with_a_failing_rule")
def test_a_rule_that_fails_can_neither_be_excused_nor_be_known(tmp_path: Path) -> None:
    excuse = "{rule: rule-raised, reason: r, by: northgate-castings/amy-okoro, until: 2026-12-31}"
    folder = records(tmp_path / "records", 1, f"suppress:\n  - {excuse}\n")
    done = run_inside(folder, "lint", "--as-of", "2026-10-15", "--format", "concise")
    assert done.code == 2
    assert "PK901 rule-raised" in done.output
    assert "PK904 unknown-rule" in done.output
    done = run_inside(folder, "baseline", "create")
    assert (done.code, done.output) == (2, "")
    assert done.errors.startswith("error: A rule failed, so nobody knows what it would find.")
    assert not (folder / "partnerkit-baseline.json").exists()
