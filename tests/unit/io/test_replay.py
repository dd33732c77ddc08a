"""An answer given again: only if nothing it depends on has changed, and then to the letter."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from partnerkit.cli.main import run
from partnerkit.io import replay
from scratch import GOOD, workspace

ENVIRONMENT = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM", "GITHUB_ACTIONS", "GITLAB_CI", "SOURCE_DATE_EPOCH")
FILES = {
    "halden-precision.yaml": GOOD,
    "tyne-college.yaml": "kind: organisation\nid: tyne-college\nname: 12\n",
    "deep/fund.yaml": "kind: programme\nid: fund\ntitle: Fund\n",
    "deep/notes.md": "# Notes",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What a command said, without the time, and whether it was said from memory."""

    again: bool
    code: int
    output: str
    errors: str


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ENVIRONMENT:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PARTNERKIT_CACHE_DIR", str(tmp_path / "kept"))
    root = workspace(tmp_path / "workspace", FILES)
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Callable[..., Told]:
    def told(*arguments: str) -> Told:
        monkeypatch.setattr(sys, "argv", ["partnerkit", *arguments])
        capfd.readouterr()
        code = replay.answer(arguments)
        again = code is not None
        if code is None:
            code = run(arguments)
        sys.stdout.flush()
        output, errors = capfd.readouterr()
        return Told(again, code, re.sub(r"[0-9]+\.[0-9]{2} s", "0.00 s", output), errors)

    return told


Command = Callable[..., Told]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--format", "concise"],
        ["--format", "json"],
        ["--quiet"],
        ["--verbose"],
        ["--color", "always"],
        ["deep"],
        ["halden-precision.yaml"],
        ["-C", "deep"],
    ],
)
def test_a_second_run_says_the_same_from_memory(root: Path, command: Command, arguments: list[str]) -> None:
    assert root == Path.cwd()
    first = command("validate", *arguments)
    second = command("validate", *arguments)
    cold = command("validate", *arguments, "--no-cache")
    assert (first.again, second.again, cold.again) == (False, True, False)
    assert (second.code, second.output, second.errors) == (first.code, first.output, first.errors)
    assert (cold.code, cold.output, cold.errors) == (first.code, first.output, first.errors)


def test_the_time_it_takes_is_told_anew(root: Path, command: Command, capfd: pytest.CaptureFixture[str]) -> None:
    (root / "tyne-college.yaml").unlink()
    command("validate")
    assert replay.answer(["validate"]) == 0
    output = capfd.readouterr().out
    assert re.fullmatch(r"No problems in 2 records \(.*\), 2 files, [0-9]+\.[0-9]{2} s\.\n", output)
    assert "\0" not in output


def _touch(path: Path) -> None:
    os.utime(path, (1, 1))


def _rewrite(path: Path) -> None:
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content)


UNCHANGED: dict[str, Callable[[Path], object]] = {
    "another time of change": lambda root: _touch(root / "halden-precision.yaml"),
    "the same content written again": lambda root: _rewrite(root / "halden-precision.yaml"),
    "a file that is no record": lambda root: (root / "deep" / "notes.md").write_text("# Other notes"),
    "a new file that is no record": lambda root: (root / "deep" / "more.md").write_text("# More"),
    "a hidden file": lambda root: (root / ".x.yaml").write_text("kind: nothing"),
    "evidence": lambda root: workspace(root, {"files/x.yaml": "kind: nothing"}),
}


@pytest.mark.parametrize("change", UNCHANGED.values(), ids=UNCHANGED)
def test_what_does_not_matter_is_no_change(root: Path, command: Command, change: Callable[[Path], object]) -> None:
    command("validate")
    change(root)
    assert command("validate").again


def _same_size_and_time(path: Path) -> None:
    state = path.stat()
    path.write_text(path.read_text().replace("Halden", "Holden"))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def _swap(one: Path, other: Path) -> None:
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def _link(path: Path) -> None:
    path.rename(path.with_suffix(".txt"))
    path.symlink_to(path.with_suffix(".txt"))


def _replace(path: Path, make: Callable[[Path], None]) -> None:
    path.unlink()
    make(path)


CHANGES: dict[str, Callable[[Path], object]] = {
    "a byte changed, size and time as before": lambda root: _same_size_and_time(root / "halden-precision.yaml"),
    "a line added": lambda root: (root / "deep/fund.yaml").write_text(FILES["deep/fund.yaml"] + "x-a: 1\n"),
    "a file emptied": lambda root: (root / "deep/fund.yaml").write_text(""),
    "a file added": lambda root: (root / "deep/new.yaml").write_text(GOOD),
    "a file deleted": lambda root: (root / "tyne-college.yaml").unlink(),
    "a file renamed": lambda root: (root / "tyne-college.yaml").rename(root / "tyne.yaml"),
    "a folder renamed": lambda root: (root / "deep").rename(root / "deeper"),
    "two files that changed places": lambda root: _swap(root / "halden-precision.yaml", root / "tyne-college.yaml"),
    "the configuration changed": lambda root: (root / "partnerkit.yaml").write_text("format: 1\ntitle: T\n"),
    "the configuration leaves something out": lambda root: (root / "partnerkit.yaml").write_text(
        "format: 1\nexclude: [deep]\n"
    ),
    "the configuration broken": lambda root: (root / "partnerkit.yaml").write_text("format: 2\n"),
    "a file replaced by a link": lambda root: _link(root / "deep/fund.yaml"),
    "a file replaced by a folder": lambda root: _replace(root / "deep/fund.yaml", Path.mkdir),
    "a file replaced by a pipe": lambda root: _replace(root / "deep/fund.yaml", os.mkfifo),
    "a link to a folder added": lambda root: (root / "out").symlink_to("/"),
    "a workspace within": lambda root: (root / "deep/partnerkit.yaml").write_text("format: 1\n"),
    "a file that has grown too large": lambda root: (root / "deep/fund.yaml").write_bytes(b"#" * 1_048_577),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_is_noticed(root: Path, command: Command, change: Callable[[Path], object]) -> None:
    command("validate")
    assert command("validate").again
    change(root)
    warm = command("validate")
    cold = command("validate", "--no-cache")
    assert not warm.again
    assert (warm.code, warm.output, warm.errors) == (cold.code, cold.output, cold.errors)


def test_what_was_changed_and_changed_back_is_known(root: Path, command: Command) -> None:
    first = command("validate")
    (root / "halden-precision.yaml").write_text(GOOD + "x-a: 1\n")
    assert not command("validate").again
    (root / "halden-precision.yaml").write_text(GOOD)
    # The last answer is the one that is kept; the documents of both are.
    assert command("validate").output == first.output


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NO_COLOR", "1"),
        ("FORCE_COLOR", "1"),
        ("CLICOLOR_FORCE", "1"),
        ("GITHUB_ACTIONS", "true"),
        ("GITLAB_CI", "true"),
        ("TERM", "dumb"),
    ],
)
def test_what_decides_on_colour_is_part_of_the_question(
    root: Path, command: Command, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    assert root.exists()
    plain = command("validate")
    monkeypatch.setenv(name, value)
    other = command("validate")
    assert not other.again
    assert ("\x1b[" in other.output) == (name not in {"NO_COLOR", "TERM"})
    monkeypatch.delenv(name)
    assert command("validate") == Told(True, plain.code, plain.output, plain.errors)


def test_other_arguments_are_another_question(root: Path, command: Command) -> None:
    command("validate")
    for arguments in (["--format", "concise"], ["deep"], [str(root)], ["-q"], ["--color", "always"]):
        assert not command("validate", *arguments).again, arguments


def test_another_folder_is_another_question(root: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    command("validate")
    monkeypatch.chdir(root / "deep")
    assert not command("validate").again


def test_nothing_is_kept_and_nothing_is_used_with_no_cache(root: Path, command: Command, tmp_path: Path) -> None:
    assert root.exists()
    command("validate", "--no-cache")
    assert not (tmp_path / "kept").exists()
    command("validate")
    assert not command("validate", "--no-cache").again
    assert not command("--no-cache", "validate").again


def test_without_a_place_for_a_cache_all_is_read_each_time(
    root: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert root.exists()
    for name in ("PARTNERKIT_CACHE_DIR", "XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert [command("validate").again, command("validate").again] == [False, False]


@pytest.mark.parametrize(
    "damage",
    [lambda raw: raw[:-1], lambda raw: raw.replace(b"halden", b"holden"), lambda _raw: b"", lambda raw: raw * 2],
)
def test_a_damaged_answer_is_not_given(
    root: Path, command: Command, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    assert root.exists()
    first = command("validate")
    [kept] = (tmp_path / "kept" / "runs").iterdir()
    kept.write_bytes(damage(kept.read_bytes()))
    second = command("validate")
    assert (second.again, second.code, second.output) == (False, first.code, first.output)


def test_a_run_that_could_not_be_done_is_not_kept(root: Path, command: Command) -> None:
    (root / "partnerkit.yaml").write_text("format: 2\n")
    first = command("validate")
    assert (first.code, command("validate").again) == (2, False)


def test_a_check_of_nothing_is_not_kept(root: Path, command: Command) -> None:
    for name in FILES:
        (root / name).unlink()
    first = command("validate")
    assert (first.code, command("validate").again) == (3, False)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_what_git_ignores_is_asked_each_time(root: Path, command: Command) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    first = command("validate")
    assert command("validate").again
    (root / ".gitignore").write_text("tyne-college.yaml\n")
    second = command("validate")
    assert (first.code, second.again, second.code) == (1, False, 0)


def test_an_answer_with_a_note_is_given_with_its_note(root: Path, command: Command) -> None:
    (root / ".git").write_text("gitdir: /nowhere\n")
    first, second = command("validate"), command("validate")
    assert first.errors.startswith("note: git could not tell which files it ignores")
    assert (second.output, second.errors) == (first.output, first.errors)


def test_names_that_are_no_text_are_known_again(root: Path, command: Command) -> None:
    with open(os.path.join(os.fsencode(root), b"caf\xe9.yaml"), "wb") as file:  # noqa: PTH118, PTH123
        file.write(b"kind: x\n")
    first, second = command("validate"), command("validate")
    assert "caf\\xe9.yaml:1:7" in first.output
    assert (second.again, second.output) == (True, first.output)


def test_in_a_folder_that_is_gone_nothing_is_known(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert replay.answer(["validate", str(root)]) is None
    replay.record(["validate"], (), "", 0)
    monkeypatch.chdir(root)
