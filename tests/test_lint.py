"""`partnerkit lint`, `rule` and `baseline` on a small workspace with one fault of each weight."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from console import Done
from inside import run_inside
from rule_cases import BASE

RULES = ("--select", "objective-without-indicator", "--select", "scan-stale", "--select", "vague-wording")
RECORD = """\
kind: partnership
id: foundry-skills
title: Foundry skills
stage: agree
partners:
  - {organisation: northgate-castings, role: lead}
  - {organisation: eastfield-college}
scans:
  - {id: scan-old, on: 2024-05-02, source: lsip, finding: Patternmakers are short}
opportunities:
  - id: opp-patterns
    finding: A joint programme
    decision: {outcome: pursue, on: 2026-03-01}
objectives:
  - id: obj-better  # nobody could measure this
    statement: Six apprentices make patterns
  - id: obj-vague
    statement: Improve punctuality
    indicators:
      - {id: on-time, unit: days}
"""
SUPPRESSION = """\
suppress:
  - rule: {rule}
    reason: indicators are agreed in December
    by: amy-okoro
    until: {until}
"""


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    shutil.copytree(BASE, folder)
    (folder / "partnership.yaml").write_text(RECORD, encoding="utf-8")
    return folder


def run(folder: Path, command: str, *arguments: str) -> Done:
    return run_inside(folder, command, "--as-of", "2026-10-15", *arguments)


def lint(folder: Path, *arguments: str) -> Done:
    return run(folder, "lint", *RULES, "--format", "concise", *arguments)


def names(done: Done) -> list[str]:
    """The findings of a run in the concise format: weight and rule."""
    return re.findall(r"(?m)^\S+:\d+:\d+: (\w+ PK\w+ [\w-]+): ", done.output)


ALL = ["warning PKB03 scan-stale", "error PKC01 objective-without-indicator", "info PKC15 vague-wording"]


def add(folder: Path, text: str) -> None:
    path = folder / "partnership.yaml"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def configure(folder: Path, text: str) -> None:
    path = folder / "partnerkit.yaml"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


# ---------------------------------------------------------------------- what is found, and the exit code


def test_each_finding_names_its_rule_and_its_place(records: Path) -> None:
    done = lint(records)
    assert (done.code, done.errors, names(done)) == (1, "", ALL)
    assert "partnership.yaml:16:16: error PKC01 objective-without-indicator: " in done.output


def test_a_finding_from_a_rule_pack_names_the_pack_and_its_source(records: Path) -> None:
    assert re.search(r"`scan-stale-days` of uk-england-2026 \d{4}-\d\d-\d\d \(", lint(records).output)


@pytest.mark.parametrize(("fail_on", "ignored", "code"), [
    ("error", (), 1),
    ("error", ("objective-without-indicator",), 0),
    ("warning", ("objective-without-indicator",), 1),
    ("warning", ("PKC", "PKB03"), 0),
    ("info", ("objective-without-indicator", "scan-stale"), 1),
])  # fmt: skip
def test_the_exit_code_goes_by_the_worst_that_is_left(
    records: Path, fail_on: str, ignored: tuple[str, ...], code: int
) -> None:
    without = [argument for name in ignored for argument in ("--ignore", name)]
    assert lint(records, "--fail-on", fail_on, *without).code == code


def test_records_with_errors_of_form_are_told_of_them_too(records: Path) -> None:
    add(records, "stagee: agree\n")
    done = run(records, "lint", "--format", "concise")
    assert done.code == 1
    assert "error PK103 unknown-key" in done.output


# ---------------------------------------------------------------------- choosing


@pytest.mark.parametrize("name", ["objective-without-indicator", "PKC01", "pkc01"])
def test_a_rule_can_be_named_by_name_or_code(records: Path, name: str) -> None:
    done = run(records, "lint", "--select", name, "--format", "concise")
    assert names(done) == ["error PKC01 objective-without-indicator"]


def test_a_family_or_the_beginning_of_a_code_means_all_its_rules(records: Path) -> None:
    by_family = run(records, "lint", "--select", "objectives", "--format", "concise")
    by_prefix = run(records, "lint", "--select", "PKC", "--format", "concise")
    assert {name.split()[1][:3] for name in names(by_family)} == {"PKC"}
    assert names(by_prefix) == names(by_family)


def test_an_unknown_rule_is_an_error_with_the_nearest_name_wherever_it_stands(records: Path) -> None:
    there = run(records, "lint", "--ignore", "scan-stal")
    assert (there.code, there.errors) == (2, "error: There is no rule scan-stal. Did you mean scan-stale?\n")
    configure(records, "rules:\n  severity: {scan-stal: info}\n")
    assert run(records, "lint").errors == there.errors


def test_a_gentle_profile_leaves_out_what_weighs_less(records: Path) -> None:
    done = run(records, "lint", "--profile", "gentle", "--format", "concise")
    assert {name.split()[0] for name in names(done)} == {"error"}


def test_the_configuration_can_weigh_a_rule_otherwise_everywhere_or_in_some_files(records: Path) -> None:
    configure(records, "rules:\n  severity: {scan-stale: error}\n")
    assert names(lint(records)) == ["error PKB03 scan-stale", *ALL[1:]]
    configure(
        records, "  per_path:\n    - {paths: [partnership.yaml], severity: {PKB03: info}, ignore: [vague-wording]}\n"
    )
    assert names(lint(records)) == ["info PKB03 scan-stale", ALL[1]]


def test_a_threshold_can_be_set_and_is_said_to_be_set(records: Path) -> None:
    configure(records, "rules:\n  thresholds: {scan-stale-days: 1000}\n")
    assert names(lint(records)) == ALL[1:]
    configure(records, "    \n")
    done = run(records, "lint", "--select", "scan-stale")
    assert done.code == 0


def test_what_does_not_apply_for_a_reason_is_not_looked_at(records: Path) -> None:
    add(records, "not_applicable: {scan-stale: The scan is a ten-year forecast}\n")
    assert names(lint(records)) == ALL[1:]


# ---------------------------------------------------------------------- suppressions


def test_a_suppression_excuses_until_its_day(records: Path) -> None:
    add(records, SUPPRESSION.format(rule="objective-without-indicator", until="2026-12-31"))
    done = lint(records)
    assert (done.code, names(done)) == (0, [ALL[0], ALL[2]])


@pytest.mark.parametrize(
    ("rule", "until", "finding"),
    [
        ("objective-without-indicator", "2026-10-14", "warning PK902 expired-suppression"),
        ("objective-without-indicator", "2028-10-14", "warning PK905 endless-suppression"),
        ("objective-without-indicators", "2026-12-31", "error PK904 unknown-rule"),
    ],
)
def test_a_suppression_that_does_not_hold_is_itself_a_finding(
    records: Path, rule: str, until: str, finding: str
) -> None:
    add(records, SUPPRESSION.format(rule=rule, until=until))
    assert finding in names(lint(records))


def test_an_unused_suppression_is_a_finding_if_its_rule_has_run(records: Path) -> None:
    add(records, SUPPRESSION.format(rule="scan-stale", until="2026-12-31") + "    at: objectives/obj-better\n")
    assert "warning PK903 unused-suppression" in names(lint(records))
    assert "warning PK903 unused-suppression" not in names(lint(records, "--ignore", "scan-stale"))


# ---------------------------------------------------------------------- baseline


def test_a_baseline_makes_what_is_known_count_no_more_and_what_is_new_count(records: Path) -> None:
    assert "Wrote" in run(records, "baseline", "create").output
    done = lint(records)
    assert (done.code, names(done)) == (0, [])
    path = records / "partnership.yaml"
    # Moved lines and other words about the same thing are no new findings; another objective is one.
    moved = "# A comment that moves everything.\n" + path.read_text(encoding="utf-8")
    path.write_text(moved + "  - id: obj-new\n    statement: Six apprentices pass\n", encoding="utf-8")
    assert names(lint(records)) == ["error PKC01 objective-without-indicator"]
    assert names(lint(records, "--no-baseline")) == [ALL[0], ALL[1], ALL[2], ALL[1]]


def test_a_stale_baseline_is_told_checked_and_pruned(records: Path) -> None:
    run(records, "baseline", "create")
    path = records / "partnership.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("2024-05-02", "2026-02-02"), encoding="utf-8")
    assert "prune" in lint(records).errors or run(records, "lint").errors
    checked = run(records, "baseline", "check")
    assert checked.code == 1
    assert "scan-stale: partnership foundry-skills" in checked.output
    assert run(records, "baseline", "prune").code == 0
    assert run(records, "baseline", "check").code == 0


def test_a_broken_baseline_is_a_clear_error(records: Path) -> None:
    (records / "partnerkit-baseline.json").write_text('{"schema": 1}', encoding="utf-8")
    done = lint(records)
    assert done.code == 2
    assert done.errors.startswith("error: partnerkit-baseline.json is not a baseline of this version.")


# ---------------------------------------------------------------------- output


def test_a_format_can_be_written_to_a_file_beside_the_console(records: Path) -> None:
    done = lint(records, "--output", "json=found.json", "--output", "sarif=found.sarif")
    found = json.loads((records / "found.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in found["diagnostics"]] == [name.split()[2] for name in names(done)]
    assert json.loads((records / "found.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_statistics_count_the_findings_of_each_rule(records: Path) -> None:
    done = lint(records, "--statistics")
    assert re.findall(r"(?m)^ +(\d+)  (\S+) ", done.output) == [("1", "PKB03"), ("1", "PKC01"), ("1", "PKC15")]


@pytest.mark.parametrize(
    "form", ["full", "concise", "json", "github", "gitlab", "sarif", "junit", "checkstyle", "rdjsonl", "markdown"]
)
def test_the_exit_code_is_the_same_in_every_format(records: Path, form: str) -> None:
    assert run(records, "lint", "--format", form).code == 1


def test_a_second_run_is_answered_from_the_first_until_something_changes(records: Path) -> None:
    first = lint(records)
    assert lint(records).output.split(", 0.")[0] == first.output.split(", 0.")[0]
    path = records / "partnership.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("2024-05-02", "2026-02-02"), encoding="utf-8")
    assert names(lint(records)) == ALL[1:]


# ---------------------------------------------------------------------- rules explained


def test_a_rule_is_explained_by_name_or_code(records: Path) -> None:
    by_name = run(records, "rule", "scan-stale")
    assert by_name.output == run(records, "rule", "PKB03").output
    for heading in ("What it does", "Why it matters", "Fires on", "Is quiet on", "How to mend it"):
        assert f"\n{heading}\n" in by_name.output


def test_an_unknown_rule_is_answered_with_the_nearest(records: Path) -> None:
    done = run(records, "rule", "scan-stael")
    assert (done.code, done.errors) == (2, "error: There is no rule scan-stael. Did you mean scan-stale?\n")


def test_all_rules_can_be_had_as_json(records: Path) -> None:
    rules = json.loads(run(records, "rule", "--all", "--format", "json").output)
    assert rules["schema"] == "partnerkit-rules/1"
    assert {"code", "name", "family", "severity", "stage", "what", "why", "fires", "quiet", "fix"} <= set(
        rules["rules"][0]
    )


def test_what_is_said_not_to_apply_must_be_a_section_or_a_rule(records: Path) -> None:
    add(records, "not_applicable: {learner: Adult staff only}\n")
    done = lint(records)
    assert "error PK904 unknown-rule: `learner` is neither a section nor a rule" in done.output
    assert "Did you mean `learners`?" in done.output


def test_a_check_of_a_score_may_be_said_not_to_apply(records: Path) -> None:
    add(records, "not_applicable: {scans-before-decision: A programme chose the partners}\n")
    assert "PK904" not in lint(records).output


def test_a_profile_is_not_called_met_where_the_command_fails(records: Path) -> None:
    done = run(records, "lint", "--profile", "gentle", "--fail-on", "info")
    assert done.code == 1
    assert "is met" not in done.output


def test_without_a_baseline_there_is_nothing_to_check(records: Path) -> None:
    done = run(records, "baseline", "check")
    assert (done.code, done.output) == (3, "There is no baseline here; `partnerkit baseline create` makes one.\n")
