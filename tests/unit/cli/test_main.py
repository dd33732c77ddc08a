"""The commands and their options, as the program knows them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from partnerkit.cli.main import PANEL, program, run

GROUP = program()
CONTEXT = typer.Context(GROUP, info_name="partnerkit")


def names(group: Any, around: str = "") -> Iterator[str]:
    """The commands by what is typed, those of a group in the place of the group."""
    for name in group.list_commands(CONTEXT):
        found = group.get_command(CONTEXT, name)
        if hasattr(found, "list_commands"):
            yield from names(found, f"{around}{name} ")
        else:
            yield f"{around}{name}"


NAMES = list(names(GROUP))


def command(name: str) -> Any:
    found = GROUP
    for word in name.split():
        found = found.get_command(CONTEXT, word)
    return found


def test_the_commands_are_found_by_their_files() -> None:
    assert {"evidence verify", "report", "schema", "validate"} <= set(NAMES)
    assert sorted(NAMES) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_help_of_a_command_is_broken_where_the_terminal_ends_and_nowhere_else(name: str) -> None:
    paragraphs = command(name).help.split("\n\n")
    assert all("\n" not in paragraph for paragraph in paragraphs)
    assert paragraphs[0].endswith(".")


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_the_options_of_every_command(name: str) -> None:
    shared = {option.name for option in command(name).params if getattr(option, "rich_help_panel", None) == PANEL}
    assert shared == {"folder", "as_of", "quiet", "verbose", "color", "no_cache"}


@pytest.mark.parametrize("name", NAMES)
def test_every_option_says_what_it_is_for(name: str) -> None:
    options = [option for option in command(name).params if option.param_type_name == "option"]
    assert [option.name for option in options if not (option.help or "").endswith(".")] == []


@pytest.mark.parametrize(
    ("day", "code"),
    [("2026-03-10", 0), ("2024-02-29", 0), ("2026-02-30", 2), ("10/03/2026", 2), ("today", 2), ("", 2)],
)
def test_a_day_is_written_in_one_way(day: str, code: int, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "--as-of", day]) == code
    assert ("is not a day" in capfd.readouterr().err) == (code == 2)


@pytest.mark.parametrize(
    "arguments",
    [
        ["-C", "{}", "validate"],
        ["validate", "-C", "{}"],
        ["-C", "nowhere", "validate", "-C", "{}"],
        ["validate", "{}"],
    ],
    ids=" ".join,
)
def test_the_folder_may_be_given_before_and_after_the_command(
    arguments: list[str], tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARTNERKIT_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "records"
    root.mkdir()
    (root / "partnerkit.yaml").write_text("format: 1\n", encoding="utf-8")
    (root / "a.yaml").write_text("{kind: organisation, id: a, name: A}\n", encoding="utf-8")
    assert run([argument.format(root) for argument in arguments]) == 0
    assert capfd.readouterr().out.startswith("No problems in 1 record (1 organisation), 1 file")
