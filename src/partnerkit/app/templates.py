"""The templates that come with the program: which there are, and copies of them to change."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from partnerkit import __version__
from partnerkit.app.outcome import CannotRunError, Settings
from partnerkit.diagnostics.text import Piece, one_line
from partnerkit.io.files import write_new
from partnerkit.io.resources import templates_folder
from partnerkit.model.suggestions import nearest

TEMPLATES: Mapping[str, str] = {
    "html/page.html": "The shell of every page in HTML: head, banner, contents, footer.",
    "html/blocks.html": "A macro for each block of a page in HTML: sections, items, facts, quotations, …",
    "html/table.html": "Tables in HTML.",
    "html/pictures.html": "Pictures in HTML: timelines, networks, matrices, grids, levels, trends.",
    "html/style.css": "How pages in HTML look on a screen and on paper.",
    "html/page.js": "What sorts and searches long tables; nothing depends on it.",
    "markdown/page.md": "The shell of every page in Markdown.",
    "markdown/blocks.md": "A macro for each block of a page in Markdown.",
    "markdown/inline.md": "What stands within a line in Markdown: links, days, numbers, badges.",
    "markdown/table.md": "Tables in Markdown.",
    "markdown/pictures.md": "Pictures in Markdown: diagrams and tables.",
    "own/summary.md": "To begin with for report --template: each partnership in a few lines of Markdown.",
    "own/objectives.csv": "The same: a row for each objective, for a spreadsheet.",
    "own/sheet.html": "The same: the openings of all pages, one after another, to be printed.",
}
"""What each is."""

_COMMENTS = {".css": ("/* ", " */"), ".js": ("// ", "")}


def listed(names: Sequence[str]) -> Iterator[Piece]:
    """Each template with what it is, a line each.

    Raises:
        CannotRunError: There is no such template.
    """
    width = max(map(len, TEMPLATES))
    for name in _chosen(names):
        yield f"{name:<{width}}", "strong"
        yield f"  {TEMPLATES[name]}\n", "plain"


def copied(names: Sequence[str], to: Path, settings: Settings) -> Iterator[Piece]:
    """Copy templates to a folder, and say of each whether it was written or had been there before.

    Raises:
        CannotRunError: There is no such template.
        OSError: A file could not be written.
    """
    ours, folder = templates_folder(), settings.folder / to
    for name in _chosen(names):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = _headed(name, (ours / name).read_text(encoding="utf-8"))
        try:
            write_new(str(path), text.encode("utf-8"))
        except FileExistsError:
            yield "kept   ", "warning"
            yield f"{_shown(path)}, which was there already\n", "plain"
        else:
            yield "copied ", "good"
            yield f"{_shown(path)}\n", "plain"
    if not settings.quiet:
        yield f"Use them with `partnerkit report --templates {one_line(str(to))}`.\n", "plain"


def _shown(path: Path) -> str:
    return one_line(os.path.relpath(path))


def _headed(name: str, text: str) -> str:
    """The text with a comment at its head that says where it is from."""
    before, after = _COMMENTS.get(Path(name).suffix, ("{# ", " #}"))
    return f"{before}From partnerkit {__version__}: templates/{name}{after}\n{text}"


def _chosen(names: Sequence[str]) -> list[str]:
    """The templates of these names; the name of a folder stands for all in it."""
    for name in names:
        if not any(_stands_for(name, known) for known in TEMPLATES):
            near = nearest(name, TEMPLATES)
            hint = f"Did you mean {near}?" if near else "`partnerkit templates` lists them."
            raise CannotRunError(f"There is no template {name}. {hint}")
    return [known for known in TEMPLATES if not names or any(_stands_for(name, known) for name in names)]


def _stands_for(name: str, known: str) -> bool:
    return name == known or known.startswith(f"{name.rstrip('/')}/")
