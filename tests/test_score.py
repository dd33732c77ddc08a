"""`partnerkit score` on a small workspace: choosing, failing, rubrics of one's own, and every format."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import jsonschema
import pytest

from console import PROJECT, Done
from inside import run_inside
from partnerkit.emit.score.csv import COLUMNS
from partnerkit.emit.score_schema import score_schema
from partnerkit.rubric.catalogue import built_in
from partnerkit.rubric.checking import all_checks
from partnerkit.rubric.checks import identify
from partnerkit.rubric.scores import BANNER, DASH, Answer
from partnerkit.rubric.subject import Look
from rule_cases import BASE

RUBRICS = [one.name for one in built_in()]
EXAMPLES = [PROJECT / "examples" / name for name in ("calder-valley", "two-way-street")]
RECORD = """\
kind: partnership
id: foundry-skills
title: "=Foundry skills"
stage: identify
partners:
  - {organisation: northgate-castings, role: lead}
  - {organisation: eastfield-college}
scans:
  - {id: scan-plan, on: 2026-02-02, source: lsip, method: data, finding: Patternmakers are short}
"""
OWN = """\
score:
  rubric: our-scan
  rubrics:
    - id: our-scan
      title: Our scan
      levels: [nothing, something, enough, all of it]
      points:
        - id: A
          title: What we look at
          checks:
            - {check: scan-methods-named, essential: true, weight: 2}
            - {check: scans-before-decision, weight: 0.5}
        - id: B
          title: Later
          checks:
            - {check: culture-compared}
"""


@pytest.fixture
def records(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    shutil.copytree(BASE, folder)
    (folder / "foundry.yaml").write_text(RECORD, encoding="utf-8")
    return folder


def score(folder: Path, *arguments: str) -> Done:
    return run_inside(folder, "score", "--as-of", "2026-10-15", *arguments)


def document(folder: Path, *arguments: str) -> Any:
    done = score(folder, "--format", "json", *arguments)
    return json.loads(done.output)


def configure(folder: Path, text: str) -> None:
    path = folder / "partnerkit.yaml"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def add(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


OTHER = RECORD.replace("foundry-skills", "welding").replace("=Foundry skills", "Welding")

# ---------------------------------------------------------------------- choosing


def test_one_partnership_is_shown_point_by_point(records: Path) -> None:
    done = score(records)
    assert (done.code, done.errors) == (0, "")
    assert "\n  P1  Scan the environment" in done.output
    assert "partly evidenced (1): P1 1 · P2 - · P3 - · P4 - · P5 -".replace("-", DASH) in done.output


def test_several_are_shown_beside_one_another_and_ids_narrow_it(records: Path) -> None:
    add(records, "welding.yaml", OTHER)
    beside = score(records)
    assert re.search(r"2 partnerships.*=Foundry skills.*Welding", beside.output, re.DOTALL)
    assert "Welding" not in score(records, "foundry-skills").output
    assert score(records, "foundry-skills", "welding").output == beside.output


@pytest.mark.parametrize(("arguments", "words"), [
    (("foundry-skils",), "There is no partnership foundry-skils here. Did you mean foundry-skills?"),
    (("--rubric", "marking-point"), "There is no rubric marking-point. Did you mean marking-points?"),
    (("--fail-under", "evidencd"), "The rubric marking-points has no level evidencd. Did you mean evidenced? Its "
     "levels are 0 not evidenced, 1 partly evidenced, 2 evidenced, 3 corroborated."),
    (("--fail-under", "4"), "The rubric marking-points has no level 4. Its levels are 0 not evidenced, 1 partly "
     "evidenced, 2 evidenced, 3 corroborated."),
    (("--fail-under", "PP1=2"), "The rubric marking-points has no point PP1. Did you mean P1?"),
    (("--fail-under", "=2"), "Write --fail-under as LEVEL or POINT=LEVEL, not =2."),
    (("--rubric", "reciprocity", "--fail-under", "1"), "The rubric reciprocity has no levels, so nothing can be below "
     "one. Leave out --fail-under, or score.fail_under in partnerkit.yaml."),
])  # fmt: skip
def test_what_does_not_exist_is_an_error_with_the_nearest_name(
    records: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = score(records, *arguments)
    assert (done.code, done.output, done.errors) == (2, "", f"error: {words}\n")


def test_a_format_that_does_not_exist_is_an_error_and_names_those_that_do(records: Path) -> None:
    done = score(records, "--format", "jsn")
    assert done.code == 2
    assert "there are csv, json, markdown, text. Did you mean json?" in done.errors


def test_all_rubrics_at_once_are_each_shown_with_the_banner_and_their_caveats(records: Path) -> None:
    done = score(records, "--rubric", "all")
    assert all(one.title in done.output for one in built_in())
    shown = " ".join(done.output.split())
    assert shown.count(BANNER) == 1
    assert all(shown.count(one.caveat) == 1 for one in built_in() if one.caveat)


def test_the_list_names_every_rubric_and_every_check(records: Path) -> None:
    configure(records, OWN)
    listed = score(records, "--list").output
    assert {name for name in [*RUBRICS, *all_checks()] if f"  {name}" not in listed} == set()
    assert "our-scan               Our scan (used unless you name another)" in listed
    assert score(records.parent, "--list").code == 0


# ---------------------------------------------------------------------- the exit code


@pytest.mark.parametrize(("arguments", "code"), [
    (("--fail-under", "1"), 0),
    (("--fail-under", "2"), 1),
    (("--fail-under", "evidenced"), 1),
    (("--fail-under", "Partly-Evidenced"), 0),
    (("--fail-under", "P1=2"), 1),
    (("--fail-under", "P1=1", "--fail-under", "3"), 0),
    # What is not due never fails.
    (("--fail-under", "P5=3"), 0),
])  # fmt: skip
def test_a_due_point_below_the_level_asked_for_fails(records: Path, arguments: tuple[str, ...], code: int) -> None:
    done = score(records, *arguments)
    assert done.code == code
    told = "1 point below the level asked for\n  foundry-skills: P1 is partly evidenced (1), and evidenced (2) is asked"
    assert (told in done.output) == bool(code)


def test_the_configuration_can_ask_for_levels_and_the_command_line_wins(records: Path) -> None:
    configure(records, "score:\n  fail_under: {level: 2, points: {P2: 3}}\n")
    assert score(records).code == 1
    assert score(records, "--fail-under", "1").code == 0
    # It speaks of the configured rubric, and of no other.
    assert score(records, "--rubric", "reciprocity").code == 0


def test_where_there_is_nothing_to_score_the_exit_code_says_so(records: Path) -> None:
    (records / "foundry.yaml").unlink()
    done = score(records)
    assert (done.code, done.output) == (3, "Nothing was scored: there is no partnership without errors in ..\n")


def test_records_with_errors_are_told_first_and_the_others_are_scored(records: Path) -> None:
    add(records, "welding.yaml", OTHER + "stagee: agree\n")
    done = score(records)
    assert (done.code, done.errors) == (1, "note: records with errors are not scored\n")
    assert re.search(r"error\[PK103 unknown-key\].*=Foundry skills \(foundry-skills\)", done.output, re.DOTALL)
    asked = score(records, "welding")
    assert asked.code == 1
    assert "note: there is no partnership welding among the records without errors" in asked.errors


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_what_a_program_reads_is_not_mixed_with_errors(records: Path, format_: str) -> None:
    add(records, "welding.yaml", OTHER + "stagee: agree\n")
    done = score(records, "--format", format_)
    assert done.code == 1
    assert "note: welding.yaml:10: " in done.errors
    assert "PK103" not in done.output


def test_a_broken_configuration_is_told_and_nothing_is_scored(records: Path) -> None:
    configure(records, "score: {rubrik: mine}\n")
    done = score(records)
    assert done.code == 2
    assert "error[PK103 unknown-key]" in done.output
    assert BANNER not in done.output


def test_a_check_that_fails_is_unknown_and_the_others_still_count(records: Path) -> None:
    def failing(_: Look) -> Answer:
        raise KeyError("odd\nthing")

    before = document(records)
    broken = replace(identify.scans_before_decision, question=failing)
    with patch.object(identify, "scans_before_decision", broken):
        done = score(records, "--no-cache")
        found = document(records, "--no-cache")
    assert done.code == 2
    fault = "the check scans-before-decision failed on foundry-skills: KeyError: 'odd\\nthing'"
    assert done.errors == f"note: {fault}\n"
    (one,), (other,) = found["scores"], before["scores"]
    assert one["faults"] == [fault]
    assert one["counts"] == {**other["counts"], "not-met": other["counts"]["not-met"] - 1, "unknown": 1}


# ---------------------------------------------------------------------- rubrics of one's own


def test_a_rubric_of_ones_own_is_made_of_the_checks_there_are(records: Path) -> None:
    configure(records, OWN)
    (one,) = document(records)["scores"]
    points = {point["code"]: (point["level"], point["word"], point["met"], point["due"]) for point in one["points"]}
    assert points == {"A": (2, "enough", 2, 2.5), "B": (None, "not yet due", 0, 0)}
    assert (one["level"], one["word"], one["profile"]) == (2, "enough", f"A 2 · B {DASH}")
    assert score(records, "--fail-under", "all-of-it").code == 1
    assert "held back: 1 scan of 1 kind of source by then" in score(records).output
    assert "A from enough to all of it: about 1 entry" in score(records, "--next").output


def test_an_own_rubric_may_have_the_name_of_another_and_hides_it(records: Path) -> None:
    configure(records, OWN.replace("our-scan", "marking-points"))
    assert "Our scan" in score(records, "--rubric", "marking-points").output


@pytest.mark.parametrize(("old", "new", "words"), [
    ("scan-methods-named", "scan-method-named", "There is no check scan-method-named, which the rubric our-scan asks "
     "for. Did you mean scan-methods-named?"),
    ("id: B", "id: A", "Two points of the rubric our-scan are called A. Give each a name of its own."),
    ("check: scans-before-decision", "check: scan-methods-named", "Two checks of the point A of the rubric our-scan "
     "are called scan-methods-named. Give each a name of its own."),
])  # fmt: skip
def test_an_own_rubric_that_cannot_be_used_is_an_error(records: Path, old: str, new: str, words: str) -> None:
    configure(records, OWN.replace(old, new))
    done = score(records)
    assert (done.code, done.output, done.errors) == (2, "", f"error: partnerkit.yaml: {words}\n")


def test_two_rubrics_of_ones_own_with_one_name_are_an_error(records: Path) -> None:
    configure(records, OWN + OWN[OWN.index("    - id: our-scan") :])
    assert score(records).errors == (
        "error: partnerkit.yaml: Two rubrics of the configuration are called our-scan. Give each a name of its own.\n"
    )


@pytest.mark.parametrize("levels", ["[a]", "[a, b, c, d, e]", "[]"])
def test_an_own_rubric_has_two_to_four_levels(records: Path, levels: str) -> None:
    configure(records, re.sub(r"levels: .*", f"levels: {levels}", OWN))
    done = score(records)
    assert done.code == 2
    assert "PK" in done.output


# ---------------------------------------------------------------------- the formats


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_json_is_of_the_form_that_the_published_schema_describes(example: Path) -> None:
    schema = score_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document(example, "--no-cache", "--rubric", "all"), schema)


def test_csv_has_a_row_a_check_and_no_cell_that_a_spreadsheet_would_run(records: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(score(records, "--format", "csv", "--rubric", "all").output)))
    scores = document(records, "--rubric", "all")["scores"]
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == sum(len(point["checks"]) for one in scores for point in one["points"])
    assert {row["title"] for row in rows} == {"'=Foundry skills"}
    assert [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_places_are_paths_with_lines_that_can_be_opened(records: Path) -> None:
    explained = score(records, "--explain").output
    assert re.search(r"(?m)^ +foundry\.yaml:9$", explained)
    rows = csv.DictReader(io.StringIO(score(records, "--format", "csv").output))
    assert {row["place"] for row in rows if row["check"] == "scan-methods-named"} == {"foundry.yaml:9"}


def test_markdown_holds_nothing_that_a_title_could_open(records: Path) -> None:
    add(records, "welding.yaml", OTHER.replace('title: "Welding"', 'title: "@team [x](http://y) <b> | #3"'))
    shown = score(records, "--format", "markdown", "--explain", "--next").output
    assert "@\u200bteam \\[x\\](http\\://y) \\<b\\> \\| \\#\u200b3" in shown


@pytest.mark.parametrize("rubric", RUBRICS)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_no_line_is_wider_than_a_terminal_but_paths(example: Path, rubric: str) -> None:
    for more in ((), ("--next",), ("--explain",)):
        lines = score(example, "--no-cache", "--rubric", rubric, *more).output.splitlines()
        assert [line for line in lines if len(line) > 80 and not re.search(r"\.yaml:\d+$", line)] == []
        assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("format_", ["text", "markdown", "json", "csv"])
@pytest.mark.parametrize("rubric", RUBRICS)
def test_every_output_says_what_a_score_is_not(rubric: str, format_: str) -> None:
    output = score(EXAMPLES[0], "--no-cache", "--rubric", rubric, "--format", format_).output
    shown = " ".join(output.replace("\\", "").split())
    caveat = next(one.caveat for one in built_in() if one.name == rubric)
    assert BANNER in shown
    assert caveat in shown


def test_colour_says_nothing_that_words_do_not_say() -> None:
    arguments = ("--no-cache", "--rubric", "all", "--explain", "--next")
    coloured, plain = (score(EXAMPLES[0], *arguments, "--color", when).output for when in ("always", "never"))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


# ---------------------------------------------------------------------- from before


def test_an_answer_is_given_from_before_until_a_record_or_a_file_of_evidence_changes(records: Path) -> None:
    add(
        records,
        "foundry.yaml",
        RECORD + "evidence:\n  - {id: ev, title: Minutes, type: minutes, file: files/note.md, on: 2026-02-02}\n",
    )
    first = score(records)
    with patch("partnerkit.__main__._command", side_effect=AssertionError("it was worked out again")):
        assert score(records) == first
    add(records, "files/note.md", "note")
    with patch("partnerkit.__main__._command", return_value=99):
        assert score(records).code == 99
