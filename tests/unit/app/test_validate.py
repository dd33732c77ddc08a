"""What is checked, what is shown of it, and the exit code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import pytest

from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.validate import Answer, validate
from partnerkit.diagnostics.text import Piece, plain
from partnerkit.emit.api import Checked, Summary

FILES = {
    "partnerkit.yaml": "format: 1\n",
    "organisations/halden.yaml": "{kind: organisation, id: halden, name: Halden, people: [{id: priya}]}\n",
    "organisations/college.yaml": "{kind: organisation, id: college, nmae: College}\n",
    "partnerships/toolroom/partnership.yaml": """\
kind: partnership
id: toolroom
title: Toolroom
stage: plan
partners: [{organisation: halden}, {organisation: college}, {organisation: nobody}]
""",
    "partnerships/toolroom/risks.yaml": "- {id: risk-1, event: E, owner: halden/nobody}\n",
    "partnerships/other.yaml": "{kind: partnership, id: other}\n",
    "partnerships/toolroom-friends.yaml": "{kind: organisation, id: friends, name: Friends}\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "records" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "records"


def listed(checked: Sequence[Checked], _summary: Summary) -> Iterable[Piece]:
    """A format that shows what is tested here."""
    for one in checked:
        for diagnostic in one.diagnostics:
            yield f"{diagnostic.span.file} {diagnostic.kind.name}\n", "plain"
        yield f"{one.files} files, {one.records} records\n", "plain"


def answer(folder: Path, *paths: str) -> Answer:
    settings = Settings(folder, date(2026, 10, 15), cache=False)
    return validate([Path(path) for path in paths], listed, settings, "", lambda _done, _total: None)


def shown(folder: Path, *paths: str) -> list[str]:
    return plain(answer(folder, *paths).pieces).splitlines()


EVERYTHING = [
    "organisations/college.yaml missing-key",
    "organisations/college.yaml unknown-key",
    "partnerships/other.yaml missing-key",
    "partnerships/other.yaml missing-key",
    "partnerships/other.yaml missing-key",
    "partnerships/toolroom/partnership.yaml dangling-reference",
    "partnerships/toolroom/risks.yaml dangling-reference",
    "6 files, 3 records",
]


@pytest.mark.parametrize("paths", [(), (".",), ("organisations", "."), ("partnerkit.yaml/..",)])
def test_the_whole_workspace_is_shown(root: Path, paths: tuple[str, ...]) -> None:
    assert shown(root, *paths) == EVERYTHING


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["organisations/halden.yaml"], ["1 files, 1 records"]),
        (["organisations"], [*EVERYTHING[:2], "2 files, 1 records"]),
        # All is read, so that what lies elsewhere is known: halden is there, nobody is not. What only begins with the
        # same letters lies elsewhere, too.
        (["partnerships/toolroom"], [*EVERYTHING[5:7], "2 files, 1 records"]),
        (["partnerships/toolroom/risks.yaml"], [EVERYTHING[6], "1 files, 1 records"]),
        (["partnerships/toolroom/risks.yaml", "organisations"], [*EVERYTHING[:2], EVERYTHING[6], "3 files, 2 records"]),
        (["partnerships/other.yaml"], [*EVERYTHING[2:5], "1 files, 0 records"]),
        (["partnerships/toolroom-friends.yaml"], ["1 files, 1 records"]),
    ],
)
def test_a_path_narrows_what_is_shown(root: Path, paths: list[str], expected: list[str]) -> None:
    assert shown(root, *paths) == expected


def test_a_broken_configuration_is_shown_whatever_is_asked_for(root: Path) -> None:
    (root / "partnerkit.yaml").write_text("format: 2\n", encoding="utf-8")
    assert shown(root, "organisations/halden.yaml") == ["partnerkit.yaml unknown-word", "1 files, 1 records"]
    assert answer(root, "organisations/halden.yaml").code == ExitCode.FAILED


def test_from_inside_the_workspace_the_whole_of_it_is_shown(root: Path) -> None:
    assert shown(root / "partnerships") == EVERYTHING


def test_several_workspaces_are_shown_one_after_the_other(root: Path) -> None:
    second = root.parent / "second"
    second.mkdir()
    (second / "partnerkit.yaml").write_text("format: 1\n", encoding="utf-8")
    (second / "a.yaml").write_text("{kind: organisation, id: a, name: A}\n", encoding="utf-8")
    assert shown(root.parent, "second", "records/organisations/halden.yaml") == [
        "1 files, 1 records",
        "1 files, 1 records",
    ]
    assert shown(root.parent, "records", "second") == [*EVERYTHING, "1 files, 1 records"]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"a.yaml": "{kind: organisation, id: a, name: A}"}, ExitCode.OK),
        ({"a.yaml": "{kind: organisation, id: a}"}, ExitCode.FINDINGS),
        ({}, ExitCode.NOTHING_CHECKED),
        # A warning is no finding, and makes nothing of nothing.
        ({"a.yaml": "{kind: organisation, id: a, name: A}", "b/partnerkit.yaml": "format: 1"}, ExitCode.OK),
        ({"b/partnerkit.yaml": "format: 1"}, ExitCode.NOTHING_CHECKED),
        ({"partnerkit.yaml": "format: 2", "a.yaml": "{kind: organisation, id: a}"}, ExitCode.FAILED),
    ],
)
def test_the_exit_code_says_what_came_of_it(files: dict[str, str], code: ExitCode, tmp_path: Path) -> None:
    for name, text in {"partnerkit.yaml": "format: 1\n", **files}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert answer(tmp_path).code == code


def test_of_several_workspaces_the_worst_counts(root: Path) -> None:
    empty = root.parent / "empty"
    empty.mkdir()
    (empty / "partnerkit.yaml").write_text("format: 1\n", encoding="utf-8")
    assert answer(root.parent, "empty", "records").code == ExitCode.FINDINGS
    assert answer(root.parent, "empty", "records/organisations/halden.yaml").code == ExitCode.NOTHING_CHECKED


def test_an_answer_that_may_be_given_again_names_all_it_depends_on(root: Path) -> None:
    (inputs,) = answer(root, "organisations").inputs
    assert set(inputs.digests) == set(FILES)
    (root / "partnerkit.yaml").write_text("format: 2\n", encoding="utf-8")
    assert answer(root).inputs == ()


def test_a_path_that_does_not_exist_is_refused(root: Path) -> None:
    with pytest.raises(CannotRunError, match=r"There is no file or folder nowhere\.yaml"):
        answer(root, "organisations", "nowhere.yaml")
