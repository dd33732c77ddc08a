"""Print the JSON Schema of a kind of record, of a section's file, or of what a command prints for programs.

Editors check a file against it while you type, and offer what can stand where. Without KIND, the kinds are listed.
"""

from __future__ import annotations

from typing import Annotated

import typer


def command(
    context: typer.Context,
    kind: Annotated[
        str | None, typer.Argument(metavar="[KIND]", help="Whose schema to print.", show_default=False)
    ] = None,
) -> None:
    """Print a schema."""
    from partnerkit.app.schema import schema
    from partnerkit.cli.answers import finish

    finish(context.obj, schema(kind), (), 0.0)
