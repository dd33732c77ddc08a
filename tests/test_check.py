"""The command `check` on real repositories: what it looks at, what keeps a change out, and what a change cannot do."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from console import Done
from inside import run_inside
from repositories import commit, git, needs_git, put, repository

pytestmark = needs_git
EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "calder-valley"
DAY = ("--as-of", "2026-10-15")
TOOLROOM = "partnerships/toolroom-skills"
RISK = """- id: risk-transport
  cause: {cause}
  event: {event}
  effect: Sessions are missed
  category: delivery
  inherent: {{likelihood: 2, impact: 2}}
  residual: {{likelihood: 2, impact: 2}}
  response: accept
  owner: priya-nair
  review_on: 2026-12-01
  status: open
"""
BUS = RISK.format(cause="One bus a day", event="Learners cannot reach the site")
COURIER = RISK.format(cause="No insured courier", event="The test pieces are lost")


@pytest.fixture(scope="session")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example without the partnerships that are neglected or young, committed on the branch main."""
    root = repository(tmp_path_factory.mktemp("check") / "records")
    shutil.copytree(EXAMPLE, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("reports"))
    for other in ("line-leaders", "digital-care-records"):
        (root / f"partnerships/{other}.yaml").unlink()
    commit(root, {}, "2026-10-02")
    return root


@pytest.fixture
def root(committed: Path, tmp_path: Path) -> Path:
    """A copy of that to work in."""
    return Path(shutil.copytree(committed, tmp_path / "records"))


def text(root: Path, file: str) -> str:
    return (root / file).read_text(encoding="utf-8")


def changed(root: Path, file: str, before: str, after: str) -> None:
    assert before in text(root, file)
    put(root, {file: text(root, file).replace(before, after, 1)})


def check(root: Path, *arguments: str) -> Done:
    return run_inside(root, "check", *DAY, *arguments)


def found(root: Path, *arguments: str) -> list[tuple[str, str, int]]:
    """Rule, file and line of all that is found."""
    document = json.loads(check(root, "--format", "json", *arguments).output)
    return [(one["name"], one["file"], (one["start"] or {"line": 0})["line"]) for one in document["diagnostics"]]


def listed(done: Done) -> dict[str, tuple[str, str]]:
    """What was looked at, and how it stands."""
    rows = done.output.rpartition("\n\n")[2].replace("\n   ", " ").splitlines()[:-1]
    return {row.split()[0]: (row.split()[1], " ".join(row.split()[2:])) for row in rows}


def test_a_healthy_repository_is_ready(root: Path) -> None:
    done = check(root)
    assert done.code == 0
    assert listed(done) == {
        "Form": ("ok", "13 records well formed"),
        "Rules": ("ok", "172 rules looked, nothing found"),
        "Levels": ("ok", "every point that is due reaches its least level"),
        "Pages": ("-", "none are kept here"),
        "Change": ("-", "no branch to compare with (`--against`)"),
    }
    assert done.output.endswith("\nReady: nothing stands in the way.\n")


def test_what_is_malformed_is_told_and_the_rest_is_not_claimed(root: Path) -> None:
    changed(root, f"{TOOLROOM}/risks.yaml", "response: reduce", "response: hope")
    done = check(root)
    assert done.code == 1
    assert listed(done)["Form"] == ("fails", "1 error")
    assert listed(done)["Pages"] == ("-", "first the records must be well formed")


def test_a_broken_configuration_is_an_error_that_comes_before_all_others(root: Path) -> None:
    put(root, {"partnerkit.yaml": "format: 2\n"})
    done = check(root)
    assert done.code == 2
    assert "The configuration is broken" in done.output
    assert "Ready" not in done.output


def test_where_there_is_nothing_to_check_it_is_not_ready(tmp_path: Path) -> None:
    root = put(repository(tmp_path / "empty"), {"partnerkit.yaml": "format: 1\n"})
    done = run_inside(root, "check")
    assert done.code == 3
    assert listed(done) == {"Form": ("-", "there are no records")}
    assert done.output.endswith("\nNot ready: nothing was checked.\n")


# ---------------------------------------------------------------------- levels


def test_a_point_below_its_least_level_fails_at_its_partnership(root: Path) -> None:
    put(root, {f"{TOOLROOM}/reviews.yaml": None})
    at_three = check(root, "--fail-under", "P5=3", "--format", "concise")
    assert at_three.code == 1
    line = next(line for line in at_three.output.splitlines() if "level-too-low" in line)
    assert line.startswith(f"{TOOLROOM}/partnership.yaml:3:8: error PK301 level-too-low: P5 ")
    assert "and corroborated (3) is asked for (`partnerkit score toolroom-skills --next` shows" in line


def test_without_a_least_level_none_is_claimed(root: Path) -> None:
    changed(root, "partnerkit.yaml", "  fail_under: {level: 1}", "  # fail_under: {level: 1}")
    assert listed(check(root))["Levels"][0] == "-"


def test_a_level_that_is_none_is_no_finding_but_a_mistake(root: Path) -> None:
    done = check(root, "--fail-under", "splendid")
    assert (done.code, done.output) == (2, "")
    assert "has no level splendid" in done.errors


# ---------------------------------------------------------------------- pages


@pytest.mark.parametrize("form", [("--format", "html"), ("--format", "markdown"), ("--all",)])
def test_pages_that_show_what_the_records_say_are_up_to_date_on_another_day(root: Path, form: tuple[str, ...]) -> None:
    assert run_inside(root, "report", *DAY, *form).code == 0
    commit(root, {}, "2026-10-15")
    done = run_inside(root, "check", "--as-of", "2026-10-16")
    assert listed(done)["Pages"] == ("ok", "27 pages up to date")  # three of the whole, twelve of each of two


def test_a_page_that_the_records_have_left_behind_fails(root: Path) -> None:
    assert run_inside(root, "report", "plan", "agreement", *DAY).code == 0
    changed(root, f"{TOOLROOM}/risks.yaml", "event: The supervisor leaves", "event: The supervisor retires")
    assert found(root) == [("page-outdated", "reports/plan-toolroom-skills.html", 0)]
    assert listed(check(root))["Pages"] == ("fails", "1 page out of date")


def test_a_page_that_was_edited_by_hand_fails(root: Path) -> None:
    assert run_inside(root, "report", "agreement", *DAY).code == 0
    changed(root, "reports/agreement-toolroom-skills.html", "</h1>", " (signed by all)</h1>")
    done = check(root, "--format", "concise")
    assert "does not show what the records say as of 2026-10-15: the records, or the page, have changed" in done.output


def test_a_page_that_is_missing_and_one_that_nothing_makes_fail(root: Path) -> None:
    assert run_inside(root, "report", *DAY).code == 0
    put(root, {"reports/plan-old.html": (root / "reports/plan-toolroom-skills.html").read_bytes()})
    put(root, {"reports/plan-toolroom-skills.html": None})
    output = check(root, "--format", "concise").output
    assert "reports/plan-old.html: error PK302 page-outdated: nothing makes this page any more" in output
    assert "reports/plan-toolroom-skills.html: error PK302 page-outdated: this page is missing" in output


def test_line_ends_that_git_converts_make_no_difference(root: Path) -> None:
    assert run_inside(root, "report", "plan", "--only", "toolroom-skills", *DAY).code == 0
    page = root / "reports/plan-toolroom-skills.html"
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert listed(check(root))["Pages"] == ("ok", "1 page up to date")


def test_pages_for_the_public_are_compared_as_the_public_is_shown_them(root: Path) -> None:
    assert run_inside(root, "report", "--audience", "public", "--only", "toolroom-skills", *DAY).code == 0
    assert listed(check(root))["Pages"][0] == "ok"
    assert b"priya-nair" not in (root / "reports/plan-toolroom-skills.html").read_bytes()


def test_pages_that_git_ignores_and_files_of_others_are_no_pages_that_are_kept(root: Path) -> None:
    put(root, {".gitignore": "reports/\n"})
    assert run_inside(root, "report", "plan", "--only", "toolroom-skills", *DAY).code == 0
    changed(root, f"{TOOLROOM}/risks.yaml", "event: The supervisor leaves", "event: The supervisor retires")
    assert listed(check(root))["Pages"] == ("-", "none are kept here")
    put(root, {".gitignore": "", "reports/plan-toolroom-skills.html": "<p>mine</p>", "reports/notes.md": "# Mine\n"})
    assert listed(check(root))["Pages"] == ("-", "none are kept here")


@pytest.mark.parametrize(
    "recipe",
    [
        "{", "[1]", '{"as_of":"2026-13-01","audience":"internal","version":"1"}', '{"as_of":20260101}',
        '{"as_of":"2026-10-15","audience":"everybody","version":"1"}', "[" * 15_000,
        '{"as_of":"2026-10-15","audience":"internal","version":"1","only":["a"]}',
    ],
)  # fmt: skip
def test_a_page_that_says_nonsense_of_itself_is_none_of_ours(root: Path, recipe: str) -> None:
    put(root, {"reports/plan-toolroom-skills.html": f"<p></p>\n<!-- partnerkit {{{recipe}}} -->\n"})
    put(root, {"reports/log-toolroom-skills.html": f"<p></p>\n<!-- partnerkit {recipe} -->\n"})
    done = check(root)
    assert (done.code, listed(done)["Pages"][0]) == (0, "-")


@pytest.mark.parametrize(
    ("recipe", "said"),
    [
        ('"only":"nobody"', "there is no partnership nobody here any more"),
        ('"pages":"gossip"', "there is no page gossip"),
    ],
)
def test_a_page_that_cannot_be_made_again_is_told_with_the_reason(root: Path, recipe: str, said: str) -> None:
    line = f'{{"as_of":"2026-10-15","audience":"internal","version":"1",{recipe}}}'
    put(root, {"reports/plan-toolroom-skills.html": f"<p></p>\n<!-- partnerkit {line} -->\n"})
    assert said in check(root, "--format", "concise").output


# ---------------------------------------------------------------------- the change


def branched(root: Path, ours: Mapping[str, str], theirs: Mapping[str, str]) -> None:
    """Two branches that add to files: `feature`, which is checked out, and `main`."""
    for branch, added in (("feature", ours), ("main", theirs)):
        git(root, "checkout", "--quiet", *(["-b"] if branch == "feature" else []), branch)
        commit(root, {file: text(root, file) + more for file, more in added.items()}, "2026-10-10")
    git(root, "checkout", "--quiet", "feature")


def test_an_id_that_two_branches_gave_to_two_things_is_named_with_the_command_that_mends_it(root: Path) -> None:
    branched(root, {f"{TOOLROOM}/risks.yaml": BUS}, {f"{TOOLROOM}/risks.yaml": COURIER})
    done = check(root, "--against", "main", "--format", "concise")
    assert done.code == 1
    (line,) = [line for line in done.output.splitlines() if "PK303" in line]
    assert line.startswith(f"{TOOLROOM}/risks.yaml:119:7: error PK303 id-taken-elsewhere: the id `risk-transport` ")
    assert "“Learners cannot reach the site”, and at main to “The test pieces are lost”" in line
    command = "mv partnerships/toolroom-skills/risks/risk-transport risk-transport-2"
    assert f"`partnerkit {command}`" in line
    assert listed(done)["Ids"] == ("fails", "1 id was given to two different things, here and at main")
    assert run_inside(root, *command.split()).code == 0
    commit(root, {}, "2026-10-11")
    assert listed(check(root, "--against", "main"))["Ids"][0] == "ok"


def test_the_same_thing_on_both_branches_and_a_change_of_one_are_no_collision(root: Path) -> None:
    branched(root, {f"{TOOLROOM}/risks.yaml": BUS}, {f"{TOOLROOM}/risks.yaml": BUS})
    changed(root, f"{TOOLROOM}/risks.yaml", "event: The supervisor leaves", "event: The supervisor retires")
    assert check(root, "--against", "main").code == 0


def test_a_record_that_both_branches_add_is_a_collision_wherever_it_stands(root: Path) -> None:
    ours = {"organisations/foundry.yaml": "kind: organisation\nid: foundry\nname: Foundry\ntype: employer\n"}
    theirs = {"organisations/castings.yaml": "kind: organisation\nid: foundry\nname: Castings\ntype: employer\n"}
    for branch, added in (("feature", ours), ("main", theirs)):
        git(root, "checkout", "--quiet", *(["-b"] if branch == "feature" else []), branch)
        commit(root, added, "2026-10-10")
    git(root, "checkout", "--quiet", "feature")
    assert ("id-taken-elsewhere", "organisations/foundry.yaml", 2) in found(root, "--against", "main")


SUPPRESSION = """suppress:
  - {rule: journal-missing, reason: The board agreed to wait, by: priya-nair, until: 2026-12-31}
"""


def excusing(root: Path) -> None:
    """A change that takes something away, and excuses that it is not there."""
    git(root, "checkout", "--quiet", "-b", "feature")
    put(root, {f"{TOOLROOM}/journal.yaml": None})
    commit(root, {f"{TOOLROOM}/partnership.yaml": text(root, f"{TOOLROOM}/partnership.yaml") + SUPPRESSION})


def test_what_a_change_excuses_is_listed(root: Path) -> None:
    excusing(root)
    done = check(root, "--against", "main", "--format", "concise")
    assert done.code == 0
    assert "info PK304 finding-excused: this change excuses `journal-missing` until 2026-12-31: “The board" in (
        done.output
    )
    assert listed(done)["Change"] == (
        "note",
        "this change takes away all that stood under `journal`; this change excuses `journal-missing` until "
        "2026-12-31: “The board agreed to wait”",
    )


@pytest.mark.parametrize("command", ["check", "lint"])
def test_what_a_change_excuses_does_not_count_where_the_settings_are_those_of_its_branch(
    root: Path, command: str
) -> None:
    excusing(root)
    told = ("--fail-on", "info", "--format", "concise")
    assert "journal-missing:" not in run_inside(root, command, *DAY, *told).output
    strict = run_inside(root, command, *DAY, *told, "--config-from", "main")
    assert strict.code == 1
    assert "PKH13 journal-missing: no journal is recorded" in strict.output
    assert "unused-suppression" not in strict.output
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "feature")
    assert "journal-missing:" not in run_inside(root, command, *DAY, *told, "--config-from", "main").output


LOOSENED = {
    "ignored": (
        "  severity:\n", "  ignore: [contact-overdue]\n  severity:\n",
        "`contact-overdue` is not looked for any more",
    ),
    "selected": (
        "  severity:\n", "  select: [PKA]\n  severity:\n",
        "159 rules (`scan-missing`, `single-source-scan`, `scan-stale`, "
        "`scan-after-decision`, `opportunity-unaligned` and others) are not looked for any more"),
    "lighter": (
        "expertise-gap: warning", "expertise-gap: info",
        "findings of `expertise-gap` weigh info now, and weighed more",
    ),
    "lighter-than-its-own": (
        "expertise-gap: warning", "contact-overdue: info",
        "findings of `expertise-gap`, `contact-overdue` weigh info now, and weighed more",
    ),
    "gentler": (
        "  severity:\n", "  profile: gentle\n  severity:\n",
        "110 rules (`identifier-missing`, `identifier-shared`, `name-shared`, "
        "`scheme-unknown`, `placeholder-text` and others) are not looked for any more"),
    "elsewhere": (
        "  severity:\n", "  per_path: [{paths: [partnerships/*], ignore: [PKC]}]\n  severity:\n",
        "other rules hold for partnerships/* now",
    ),
    "threshold": (
        "  severity:\n", "  thresholds: {scan-stale-days: 900}\n  severity:\n",
        "the threshold `scan-stale-days` is 900 now, and was the pack's",
    ),
    "excluded": (
        "format: 1\n", "format: 1\nexclude: [drafts/**]\n",
        "files that fit `drafts/**` are not read any more",
    ),
    "included": ("format: 1\n", "format: 1\ninclude: ['**/*.yaml']\n", "only files that fit **/*.yaml are read now"),
    "lower": ("fail_under: {level: 1}", "fail_under: {level: 0}", "the least level is 0 now, and was 1"),
    "no-level": ("  fail_under: {level: 1}", "  # none", "the least level is not set now, and was 1"),
    "other-rubric": (
        "rubric: marking-points\n  fail_under: {level: 1}", "rubric: life-cycle",
        "records are scored by life-cycle now",
    ),
    "wider": (
        "confidentiality: partners", "confidentiality: public",
        "pages are made for the public now, and were for the partners",
    ),
    "matrix": ("appetite: 9", "appetite: 20", "risks are scored by another matrix now"),
}  # fmt: skip


@pytest.mark.parametrize("case", LOOSENED.values(), ids=LOOSENED)
def test_a_setting_that_asks_for_less_is_told(root: Path, case: tuple[str, str, str]) -> None:
    before, after, said = case
    git(root, "checkout", "--quiet", "-b", "feature")
    changed(root, "partnerkit.yaml", before, after)
    commit(root, {}, "2026-10-11")
    done = check(root, "--against", "main", "--format", "concise")
    told = [line for line in done.output.splitlines() if "PK305" in line]
    assert any(f"warning PK305 gate-loosened: {said} (" in line for line in told), done.output
    assert said in listed(done)["Change"][1]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("expertise-gap: warning", "expertise-gap: error"),
        ("fail_under: {level: 1}", "fail_under: {level: 2}"),
        ("confidentiality: partners", "confidentiality: internal"),
        ("title: Calder Valley", "title: Calder"),
    ],
)
def test_a_setting_that_asks_for_more_or_for_nothing_is_not(root: Path, before: str, after: str) -> None:
    git(root, "checkout", "--quiet", "-b", "feature")
    changed(root, "partnerkit.yaml", before, after)
    commit(root, {}, "2026-10-11")
    assert "PK305" not in check(root, "--against", "main", "--format", "concise").output


def test_a_baseline_that_takes_in_more_is_told_and_does_not_count_until_it_is_merged(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "feature")
    put(root, {f"{TOOLROOM}/journal.yaml": None})
    assert run_inside(root, "baseline", "create", *DAY).code == 0
    commit(root, {}, "2026-10-11")
    lenient = check(root, "--against", "main", "--fail-on", "info", "--format", "concise")
    assert "partnerkit-baseline.json: warning PK305 gate-loosened: the baseline takes in 1 more finding: `jour" in (
        lenient.output
    )
    assert "PKH13" not in lenient.output
    strict = check(root, "--config-from", "main", "--fail-on", "info", "--format", "concise")
    assert (strict.code, "PKH13" in strict.output) == (1, True)


def test_settings_of_a_change_do_not_loosen_the_check_it_has_to_pass(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "feature")
    put(
        root,
        {f"{TOOLROOM}/risks.yaml": text(root, f"{TOOLROOM}/risks.yaml") + BUS.replace("owner: priya-nair\n  ", "")},
    )
    changed(root, "partnerkit.yaml", "rules:\n", "exclude: ['partnerships/**']\nrules:\n  ignore: [PKG]\n")
    commit(root, {}, "2026-10-11")
    assert "PKG" not in check(root).output
    done = check(root, "--config-from", "main")
    assert "PKG01 risk-incomplete" in done.output
    assert done.errors == "note: partnerkit.yaml is not as it is at main, whose settings count\n"
    assert listed(done)["Form"] == ("ok", "13 records well formed")


def test_before_there_was_a_workspace_the_settings_of_every_workspace_count(root: Path) -> None:
    git(root, "checkout", "--quiet", "--orphan", "empty")
    git(root, "rm", "--quiet", "-r", "--cached", ".")
    git(root, "commit", "--quiet", "--allow-empty", "-m", "nothing")
    git(root, "checkout", "--quiet", "--force", "-b", "first", "empty")
    git(root, "checkout", "--quiet", "main", "--", ".")
    git(root, "commit", "--quiet", "-m", "all")
    done = check(root, "--against", "empty", "--config-from", "empty")
    assert "at empty there is no partnerkit.yaml, so the settings that every workspace has count" in done.errors
    assert listed(done)["Ids"][0] == "ok"
    assert "PK305" not in done.output


@pytest.mark.parametrize("option", ["--against", "--config-from"])
@pytest.mark.parametrize("ref", ["--upload-pack=touch x", "nowhere", "", "main\nx", "main..feature"])
def test_a_name_that_is_no_revision_is_refused(root: Path, option: str, ref: str) -> None:
    done = check(root, f"{option}={ref}")
    assert (done.code, done.output) == (2, "")
    assert done.errors.startswith("error: Revision ")
    assert not (root / "x").exists()


def test_a_broken_configuration_on_the_branch_is_told(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "broken")
    commit(root, {"partnerkit.yaml": "format: 3\n"})
    git(root, "checkout", "--quiet", "main")
    done = check(root, "--config-from", "broken")
    assert done.code == 2
    assert "partnerkit.yaml at broken cannot be used: " in done.errors


def test_a_history_that_is_cut_short_says_what_to_fetch(root: Path, tmp_path: Path) -> None:
    branched(root, {f"{TOOLROOM}/risks.yaml": BUS}, {f"{TOOLROOM}/risks.yaml": COURIER})
    address = f"file://{root}"
    git(tmp_path, "clone", "--quiet", "--depth", "1", "--no-single-branch", address, "shallow")
    done = check(tmp_path / "shallow", "--against", "origin/main")
    assert done.code == 2
    assert "fetch-depth: 0" in done.errors


# ---------------------------------------------------------------------- a change that means no good


GATE = ("--against", "main", "--config-from", "main")


@pytest.fixture
def change(root: Path) -> Path:
    """The repository with a branch checked out, on which something is about to change."""
    git(root, "checkout", "--quiet", "-b", "change")
    return root


def refused(root: Path, said: str, *arguments: str) -> None:
    done = run_inside(root, "check", *DAY, *(arguments or GATE))
    assert (done.code, done.output) == (2, ""), done.output
    assert said in done.errors


def test_a_workspace_that_has_moved_is_not_compared_with_nothing(tmp_path: Path) -> None:
    top = repository(tmp_path / "top")
    shutil.copytree(EXAMPLE, top / "records", ignore=shutil.ignore_patterns("reports"))
    commit(top, {}, "2026-10-02")
    git(top, "checkout", "--quiet", "-b", "change")
    git(top, "mv", "records/partnerkit.yaml", "partnerkit.yaml")
    commit(top, {}, "2026-10-03")
    refused(top, "The workspace was in", "-C", "records", *GATE)
    git(top, "mv", "partnerkit.yaml", "records/partnerkit.yaml")
    git(top, "mv", "records", "decoy")
    (top / "records").symlink_to("decoy")
    commit(top, {}, "2026-10-04")
    refused(top, "records is a link", "-C", "records", *GATE)


@pytest.mark.parametrize("attribute", ["working-tree-encoding=UTF-8", "filter=x", "ident"])
@pytest.mark.parametrize("file", ["partnerkit.yaml", f"{TOOLROOM}/risks.yaml"])
def test_a_file_that_git_checks_out_other_than_it_is_committed_is_refused(
    change: Path, attribute: str, file: str
) -> None:
    commit(change, {".gitattributes": f"{file} {attribute}\n"})
    refused(change, f"{file} is checked out other than it is committed")
    assert run_inside(change, "check", *DAY).code == 0


def test_a_name_that_means_two_commits_is_refused(change: Path) -> None:
    git(change, "tag", "--force", "main", commit(change, {"partnerkit.yaml": "format: 1\n"}))
    refused(change, "it is the name of more than one thing here; write one of refs/heads/main, refs/tags/main")
    whole = ("--against=refs/heads/main", "--config-from=refs/heads/main")
    assert "PK305" in check(change, *whole, "--format", "concise").output


@pytest.mark.parametrize(
    "unusable", ["rules:\n  pack: nonsense\n", "rules:\n  ignore: [contact-overdu]\n", "score: {rubric: fame}\n"]
)
def test_settings_that_would_end_every_later_check_are_errors_before_they_count(change: Path, unusable: str) -> None:
    commit(change, {"partnerkit.yaml": f"format: 1\n{unusable}"})
    done = check(change, *GATE, "--format", "concise")
    assert done.code == 1
    assert "partnerkit.yaml: error PK308 settings-unusable: There is no r" in done.output


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (
            "    expertise-gap: warning       #",
            "    # expertise-gap: warning      #",
            "findings of `expertise-gap` weigh info",
        ),
        (
            "fail_under: {level: 1}",
            "fail_under: {level: 1, points: {P1: 0}}",
            "the least level of P1 is 0 now, and was 1",
        ),
        (
            "  confidentiality: partners",
            "  # confidentiality: partners",
            "for those whom the records name now, and were for",
        ),
    ],
)
def test_what_is_left_out_loosens_too(change: Path, before: str, after: str, said: str) -> None:
    changed(change, "partnerkit.yaml", before, after)
    text_ = text(change, "partnerkit.yaml").replace("  severity:\n    #", "  # severity:\n    #")
    commit(change, {"partnerkit.yaml": text_.replace("report:\n  #", "# report:\n  #")})
    assert said in check(change, *GATE, "--format", "concise").output


def test_rules_for_some_files_that_are_gone_or_in_another_order_are_told(change: Path) -> None:
    pair = "{paths: [a/*], severity: {PKA: error}}, {paths: [b/*], ignore: [PKB]}"
    git(change, "checkout", "--quiet", "main")
    changed(change, "partnerkit.yaml", "  severity:\n", f"  per_path: [{pair}]\n  severity:\n")
    commit(change, {})
    git(change, "checkout", "--quiet", "-B", "change")
    first, second = pair.split("}, ", maxsplit=1)[0] + "}", pair.split("}, ")[1]
    changed(change, "partnerkit.yaml", pair, f"{second}, {first}")
    assert "stand in another order, and the later one wins" in check(change, *GATE, "--format", "concise").output
    changed(change, "partnerkit.yaml", f"{second}, {first}", second)
    assert "the rules that held for a/* hold there no more" in check(change, *GATE, "--format", "concise").output


def test_what_a_change_takes_away_is_listed(change: Path) -> None:
    put(change, {"organisations/halden-precision.yaml": text(change, "organisations/halden-precision.yaml")})
    put(change, {"organisations/spare.yaml": "kind: organisation\nid: spare\nname: Spare Ltd\n"})
    commit(change, {})
    git(change, "checkout", "--quiet", "-B", "main")
    git(change, "checkout", "--quiet", "-B", "change")
    put(change, {"organisations/spare.yaml": None, f"{TOOLROOM}/journal.yaml": None})
    changed(change, f"{TOOLROOM}/partnership.yaml", "stage: review", "stage: plan")
    told = [line for line in check(change, *GATE, "--format", "concise").output.splitlines() if "PK307" in line]
    assert [line.split(" PK307 taken-away: ")[0] for line in told] == [
        "organisations/spare.yaml: info",
        f"{TOOLROOM}/partnership.yaml:1:1: info",
        f"{TOOLROOM}/partnership.yaml:7:8: info",
    ]
    assert "the organisation `spare`, “Spare Ltd”" in told[0]
    assert "all that stood under `journal`" in told[1]
    assert "the stage goes back from review to plan, so that less is due" in told[2]


def test_a_record_that_is_broken_is_an_error_of_form_and_not_gone(change: Path) -> None:
    changed(change, f"{TOOLROOM}/partnership.yaml", "stage: review", "stage: fame")
    assert "PK307" not in check(change, *GATE, "--format", "concise").output


def test_another_reason_why_something_does_not_apply_is_told(change: Path) -> None:
    git(change, "checkout", "--quiet", "main")
    file = f"{TOOLROOM}/partnership.yaml"
    assert "\nnot_applicable:" not in text(change, file)
    commit(change, {file: text(change, file) + "not_applicable: {communications: The board decides later}\n"})
    git(change, "checkout", "--quiet", "-B", "change")
    changed(change, file, "The board decides later", "Nobody asked")
    assert "says that `communications` does not apply: “Nobody asked”" in check(change, *GATE).output


# The pages that a change brings along.


@pytest.fixture
def paged(root: Path) -> Path:
    """The repository with a page that is kept, and a branch checked out."""
    assert run_inside(root, "report", "plan", "--only", "toolroom-skills", *DAY).code == 0
    commit(root, {}, "2026-10-03")
    git(root, "checkout", "--quiet", "-b", "change")
    return root


PAGE = "reports/plan-toolroom-skills.html"


@pytest.mark.parametrize("how", ["own templates", "no recipe", "deleted"])
def test_a_kept_page_cannot_opt_out_of_being_compared(paged: Path, how: str) -> None:
    page = text(paged, PAGE).replace("</h1>", " (signed by all)</h1>")
    match how:
        case "own templates":
            put(paged, {PAGE: page.replace('"version":', '"own":true,"version":')})
        case "no recipe":
            put(paged, {PAGE: page.rpartition("<!-- partnerkit")[0]})
        case _:
            put(paged, {PAGE: None})
    done = check(paged, *GATE, "--format", "concise")
    assert done.code == 1
    assert f"{PAGE}: error PK302 page-outdated: this page was kept where the change began" in done.output
    if how == "own templates":
        assert "not compared" in listed(done)["Pages"][1]


def test_a_page_for_readers_who_may_see_more_fails(paged: Path) -> None:
    only = ("--only", "toolroom-skills")
    assert run_inside(paged, "report", "plan", *only, "--audience", "internal", *DAY).code == 0
    done = check(paged, "--format", "concise")
    assert done.code == 1
    assert (
        f"{PAGE}: error PK306 page-shows-more: this page is for the audience `internal`, and the pages" in done.output
    )


def test_words_that_are_no_revision_are_not_taken_for_one(paged: Path) -> None:
    page = text(paged, PAGE)
    revision = page.rpartition('"revision":"')[2].partition('"')[0]
    put(paged, {PAGE: page.replace(revision, "abc1234. Approved by all partners")})
    assert listed(check(paged))["Pages"] == ("fails", "1 page out of date")


# ---------------------------------------------------------------------- hosts


def test_on_github_findings_are_commands_and_the_summary_grows(root: Path, tmp_path: Path) -> None:
    from console import Console  # noqa: PLC0415

    changed(root, f"{TOOLROOM}/risks.yaml", "response: reduce", "response: hope")
    summary = tmp_path / "summary.md"
    summary.write_text("# Of another step\n", encoding="utf-8")
    done = Console(tmp_path / "home", root).run(
        "check", *DAY, environment={"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary), "NO_COLOR": "1"}
    )
    assert done.code == 1
    assert done.output.startswith("::error title=PK1")
    assert done.output.endswith("Not ready: see what fails.\n")
    lines = summary.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# Of another step"
    assert "## Not ready" in lines
    assert "| Form | **fails** | 1 error |" in lines
    assert "## partnerkit found 1 error" in lines


def test_on_gitlab_the_report_of_code_quality_is_written(root: Path, tmp_path: Path) -> None:
    from console import Console  # noqa: PLC0415

    changed(root, f"{TOOLROOM}/risks.yaml", "response: reduce", "response: hope")
    done = Console(tmp_path / "home", root).run("check", *DAY, environment={"GITLAB_CI": "true", "NO_COLOR": "1"})
    assert done.code == 1
    (one,) = json.loads(text(root, "gl-code-quality-report.json"))
    assert one["location"]["path"] == f"{TOOLROOM}/risks.yaml"
    assert done.output.startswith("error[PK1")


def test_a_format_for_programs_has_nothing_beside_it(root: Path) -> None:
    assert json.loads(check(root, "--format", "json").output)["diagnostics"] == []
    markdown = check(root, "--format", "markdown").output
    assert markdown.startswith("## Ready\n\n| | | |\n")


def test_a_format_goes_to_a_file_too(root: Path) -> None:
    assert check(root, "--output", "sarif=found.sarif").code == 0
    assert json.loads(text(root, "found.sarif"))["version"] == "2.1.0"


def test_what_was_found_is_printed_even_where_a_file_cannot_be_written(root: Path) -> None:
    (root / "found").mkdir()
    done = check(root, "--output", "sarif=found", "--output", "json=nowhere/found.json")
    assert done.code == 2
    assert done.output.endswith("Ready: nothing stands in the way.\n")
    assert "note: found could not be written: Is a directory\n" in done.errors
    assert "note: nowhere/found.json could not be written: There is no folder" in done.errors


def test_a_baseline_that_cannot_be_read_is_named(root: Path) -> None:
    (root / "partnerkit-baseline.json").mkdir()
    done = check(root)
    assert done.code == 2
    assert done.errors.startswith("error: partnerkit-baseline.json cannot be read: ")
