"""When there is colour, how it is written, and that text arrives whatever the locale."""

from __future__ import annotations

import io
import os

import pytest

from partnerkit.diagnostics.text import Piece
from partnerkit.io.terminal import ColourChoice, Progress, colours, painted, write


class Stream(io.TextIOWrapper):
    """What a command writes to: a terminal or a file."""

    def __init__(self, *, terminal: bool, encoding: str = "ascii") -> None:
        self.kept = io.BytesIO()
        super().__init__(self.kept, encoding=encoding)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


COLOURS: list[tuple[ColourChoice, bool, dict[str, str], bool]] = [
    # what the command line says, whether it is a terminal, the environment, whether there is colour
    ("auto", True, {}, True),
    ("auto", False, {}, False),
    ("auto", True, {"TERM": "dumb"}, False),
    ("auto", True, {"TERM": "xterm"}, True),
    ("auto", True, {"NO_COLOR": "1"}, False),
    ("auto", True, {"NO_COLOR": "0"}, False),
    ("auto", True, {"NO_COLOR": ""}, True),
    ("auto", False, {"FORCE_COLOR": "1"}, True),
    ("auto", False, {"FORCE_COLOR": "3"}, True),
    ("auto", False, {"FORCE_COLOR": "true"}, True),
    ("auto", False, {"FORCE_COLOR": "0"}, False),
    ("auto", False, {"FORCE_COLOR": "false"}, False),
    ("auto", False, {"FORCE_COLOR": ""}, False),
    ("auto", False, {"CLICOLOR_FORCE": "1"}, True),
    ("auto", False, {"CLICOLOR_FORCE": "0"}, False),
    ("auto", False, {"CLICOLOR_FORCE": ""}, False),
    ("auto", False, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ("auto", False, {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
    ("auto", False, {"CI": "true"}, False),
    ("auto", False, {"GITHUB_ACTIONS": "true"}, True),
    ("auto", False, {"GITLAB_CI": "true"}, True),
    ("auto", False, {"GITHUB_ACTIONS": "true", "NO_COLOR": "1"}, False),
    ("always", False, {"NO_COLOR": "1", "TERM": "dumb"}, True),
    ("never", True, {"FORCE_COLOR": "1", "GITHUB_ACTIONS": "true"}, False),
]


@pytest.mark.parametrize(("choice", "terminal", "environment", "expected"), COLOURS)
def test_colour_goes_by_the_command_line_then_the_environment_then_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
    choice: ColourChoice,
    terminal: bool,
    environment: dict[str, str],
    expected: bool,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM", "CI", "GITHUB_ACTIONS", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert colours(choice, Stream(terminal=terminal)) is expected


PIECES: list[Piece] = [("error", "error"), (": ", "plain"), ("x.yaml:1:2", "place"), ("\n", "plain")]


def test_pieces_are_painted_one_by_one() -> None:
    assert painted(PIECES, colour=False) == "error: x.yaml:1:2\n"
    assert painted(PIECES, colour=True) == "\x1b[1;31merror\x1b[0m: \x1b[36mx.yaml:1:2\x1b[0m\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8", "utf-16"])
def test_text_is_written_as_utf_8_whatever_the_locale(encoding: str) -> None:
    stream = Stream(terminal=False, encoding=encoding)
    write(stream, "Żółć 株式会社 \U0001f600 \udce9\n")
    assert stream.kept.getvalue() == "Żółć 株式会社 \U0001f600 ".encode() + b"\\udce9\n"


@pytest.mark.parametrize(
    ("terminal", "term", "quiet"), [(False, "xterm", False), (True, "dumb", False), (True, "xterm", True)]
)
def test_no_bar_is_drawn_where_nobody_wants_one(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, term: str, quiet: bool
) -> None:
    stream = Stream(terminal=terminal)
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(Progress, "AFTER_SECONDS", 0.0)
    progress = Progress(quiet=quiet)
    progress.tell(1, 2)
    progress.close()
    assert stream.kept.getvalue() == b""


def test_a_bar_is_drawn_on_a_terminal_once_it_takes_long_and_is_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Stream(terminal=True, encoding="utf-8")
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    progress = Progress(quiet=False)
    progress.tell(1, 2)
    stream.flush()
    assert stream.kept.getvalue() == b""
    monkeypatch.setattr(Progress, "AFTER_SECONDS", 0.0)
    progress.tell(1, 2)
    progress.tell(2, 2)
    progress.close()
    progress.close()
    stream.flush()
    drawn = stream.kept.getvalue().decode()
    assert "Reading records" in drawn
    assert drawn.endswith("\x1b[2K")
    assert os.environ["TERM"] == "xterm"
