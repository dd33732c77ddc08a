"""Options that several commands have, each said once."""

from __future__ import annotations

from typing import Any

import typer


def config_from(panel: str | None = None) -> Any:
    """The revision whose settings and excuses count."""
    return typer.Option(
        "--config-from",
        metavar="REV",
        help="Take the settings and excuses that count from REV.",
        show_default=False,
        rich_help_panel=panel,
    )


def fail_under() -> Any:
    """The least levels of points."""
    return typer.Option(
        "--fail-under",
        metavar="LEVEL",
        help="Fail if a due point is below LEVEL, or POINT=LEVEL; may be repeated.",
        show_default=False,
    )


def fail_on(panel: str | None = None) -> Any:
    """The least weight at which a finding fails."""
    return typer.Option("--fail-on", help="The least weight that fails.", show_default="error", rich_help_panel=panel)


def output(panel: str | None = None) -> Any:
    """Formats that are written to files."""
    return typer.Option(
        "--output",
        metavar="FORMAT=PATH",
        help="Write a format to a file, too; may be repeated.",
        rich_help_panel=panel,
    )
