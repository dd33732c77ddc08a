"""What `check` has looked at, a line each, and whether it holds: below the findings, and above those of a summary."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from partnerkit.diagnostics.text import Piece, Style, visible
from partnerkit.emit.lines import wrapped
from partnerkit.emit.prose import prose

State = Literal["holds", "fails", "told", "left out"]
"""Whether what was looked at holds, keeps the check from passing, is only to be told, or was not looked at."""

_SIGNS: dict[State, str] = {"holds": "ok", "fails": "fails", "told": "note", "left out": "-"}
_STYLES: dict[State, Style] = {"holds": "good", "fails": "error", "told": "info", "left out": "plain"}
_WIDTH = 79
READY, NOT_READY = "Ready: nothing stands in the way.", "Not ready: see what fails."
NOTHING = "Not ready: nothing was checked."


@dataclass(frozen=True, slots=True)
class Line:
    """Something that was looked at.

    Attributes:
        name: What, in a word or two.
        state: How it stands.
        words: What there is to say of it, without a full stop.
    """

    name: str
    state: State
    words: str


def text(lines: Sequence[Line]) -> Iterator[Piece]:
    """The list for a terminal or a log."""
    name, sign = (max(map(len, column)) for column in ([one.name for one in lines], _SIGNS.values()))
    indent = name + sign + 4
    yield "\n", "plain"
    for one in lines:
        yield f"{one.name:<{name}}  ", "strong"
        yield f"{_SIGNS[one.state]:<{sign}}", _STYLES[one.state]
        first, *rest = wrapped(visible(one.words), _WIDTH - indent)
        yield f"  {first}\n", "plain"
        yield from ((f"{'':<{indent}}{line}\n", "plain") for line in rest)
    verdict = _verdict(lines)
    yield f"{verdict}\n", "good" if verdict is READY else "error"


def markdown(lines: Sequence[Line]) -> Iterator[Piece]:
    """The list for a summary of a job or a comment."""
    yield f"## {_verdict(lines).partition(':')[0]}\n\n| | | |\n|---|---|---|\n", "plain"
    for one in lines:
        words = prose(one.words)
        yield f"| {one.name} | {'**fails**' if one.state == 'fails' else _SIGNS[one.state]} | {words} |\n", "plain"
    yield "\n", "plain"


def _verdict(lines: Sequence[Line]) -> str:
    if all(one.state == "left out" for one in lines):
        return NOTHING
    return NOT_READY if any(one.state == "fails" for one in lines) else READY


LISTS: Mapping[str, Callable[[Sequence[Line]], Iterator[Piece]]] = {
    "full": text, "concise": text, "github": text, "markdown": markdown,
}  # fmt: skip
"""How the list looks beside a format of findings; the others are for programs, and nothing is put beside them."""
