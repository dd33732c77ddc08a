"""The command `history` on a real repository."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from inside import run_inside
from partnerkit.emit.history.text import bars
from repositories import commit, git, needs_git, put, repository

pytestmark = needs_git

ORGANISATIONS = {
    f"organisations/{id_}.yaml": f"kind: organisation\nid: {id_}\nname: {id_.capitalize()}\n"
    for id_ in ("northgate", "eastfield")
}
RECORD = """kind: partnership
id: foundry
title: {title}
stage: {stage}
partners: [{{organisation: northgate, role: lead}}, {{organisation: eastfield}}]
actions: [{actions}]
"""


def record(title: str, stage: str, actions: int) -> str:
    listed = ", ".join(f"{{id: a-{at}, text: Order the dies}}" for at in range(actions))
    return RECORD.format(title=title, stage=stage, actions=listed)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = repository(tmp_path / "root")
    commit(root, {"readme.txt": "nothing yet"}, "2026-01-01")
    commit(root, {"partnerkit.yaml": "format: 1\n", **ORGANISATIONS}, "2026-01-05")
    commit(root, {"foundry.yaml": record("Foundry", "identify", 0)}, "2026-01-10")
    git(root, "tag", "start")
    commit(root, {"foundry.yaml": record("Foundry", "agree", 2)}, "2026-02-10")
    commit(root, {"foundry.yaml": "kind: ["}, "2026-02-20")
    commit(root, {"foundry.yaml": record("Foundry partnership", "agree", 4)}, "2026-02-25")
    git(root, "tag", "-a", "spring", "-m", "spring")
    commit(root, {"foundry.yaml": record("Foundry partnership", "plan", 1)}, "2026-03-10")
    return root


def standings(root: Path, *arguments: str) -> list[tuple[str, str, int] | None]:
    document = json.loads(run_inside(root, "history", "--format", "json", *arguments).output)
    schema = json.loads(run_inside(root, "schema", "history").output)
    Draft202012Validator(schema).validate(document)
    (partnership,) = document["partnerships"]
    return [
        None if one is None else (moment["day"], one["stage"], one["open_actions"])
        for moment, one in zip(document["moments"], partnership["standings"], strict=True)
    ]


def test_each_commit_is_looked_at(root: Path) -> None:
    assert standings(root) == [
        ("2026-01-10", "identify", 0),
        ("2026-02-10", "agree", 2),
        ("2026-02-25", "agree", 4),
        ("2026-03-10", "plan", 1),
    ]


def test_the_newest_are_looked_at_and_of_each_month_the_last(root: Path) -> None:
    assert standings(root, "--limit", "2") == [("2026-02-25", "agree", 4), ("2026-03-10", "plan", 1)]
    assert standings(root, "--every", "month") == [
        ("2026-01-10", "identify", 0),
        ("2026-02-25", "agree", 4),
        ("2026-03-10", "plan", 1),
    ]
    assert standings(root, "--every", "year") == [("2026-03-10", "plan", 1)]


def test_tags_are_looked_at_by_their_names(root: Path) -> None:
    document = json.loads(run_inside(root, "history", "--tags", "--format", "json").output)
    assert [(one["label"], one["day"]) for one in document["moments"]] == [
        ("start", "2026-01-10"),
        ("spring", "2026-02-25"),
    ]


def test_it_is_drawn_in_small_lines(root: Path) -> None:
    output = run_inside(root, "history", "foundry").output
    first, _, title, stage, *lines = output.splitlines()
    assert first.startswith("4 moments from 2026-01-10 (")
    assert (title, stage) == ("Foundry partnership (foundry)", "  stage        identify → agree → plan")
    assert "  open actions ▁▅█▃  0 → 1" in lines


def test_what_could_not_be_read_is_told(root: Path) -> None:
    notes = run_inside(root, "history").errors.splitlines()
    assert len(notes) == 2
    assert all(one.endswith("there was no partnership without errors of form in it") for one in notes)


def test_a_partnership_that_was_not_there_yet_has_no_line_there(root: Path) -> None:
    other = record("Other", "agree", 0).replace("id: foundry", "id: other")
    commit(root, {"other.yaml": other}, "2026-03-11")
    assert standings(root, "other") == [None, None, None, None, ("2026-03-11", "agree", 0)]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("nobody",), "error: There is no partnership nobody in any of the commits that were looked at.\n"),
        (("--tags", "--limit", "0"), "error: Invalid value for '--limit': 0 is not in the range x>=1.\n"),
    ],
)
def test_what_cannot_be_shown_is_refused(root: Path, arguments: tuple[str, ...], error: str) -> None:
    done = run_inside(root, "history", *arguments)
    assert (done.code, done.output) == (2, "")
    assert done.errors.splitlines(keepends=True)[-2 if "Try" in done.errors else -1] == error


def test_without_commits_tags_or_a_repository_the_reason_is_told(tmp_path: Path) -> None:
    put(tmp_path, {"bare/partnerkit.yaml": "format: 1\n"})
    assert "not a git repository" in run_inside(tmp_path / "bare", "history").errors
    root = repository(tmp_path / "root")
    assert run_inside(root, "history").errors == (
        "error: The history cannot be read: there is no such revision here.\n"
    )
    commit(root, {"partnerkit.yaml": "format: 1\n"})
    assert run_inside(root, "history", "--tags").errors == "error: There are no tags here.\n"


def test_bars_go_from_nothing_to_the_most() -> None:
    assert bars([0, 1, 2, None, 7], 7) == "▁▂▃·█"
    assert bars([0, 0], 0) == "▁▁"
