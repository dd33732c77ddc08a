"""List the templates that pages are made with, or copy them out, to be changed.

NAME is a template, such as html/style.css, or a folder of them, such as html; without any, all are meant. What is there
already is never written over. `partnerkit report --templates DIR` uses the copies in the place of ours: keep those you
change, and delete the others, so that they stay up to date by themselves. Those in own/ are to begin a template of your
own with, for `partnerkit report --template FILE`.

Exit code: 0 done, 2 the job could not be done.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    context: typer.Context,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="The templates.", show_default=False)
    ] = None,
    copy: Annotated[
        Path | None, typer.Option("--copy", metavar="DIR", help="Copy them to DIR.", show_default=False)
    ] = None,
) -> None:
    """List or copy templates."""
    from partnerkit.app.templates import copied, listed
    from partnerkit.cli.answers import finish

    pieces = listed(names or ()) if copy is None else copied(names or (), copy, context.obj)
    finish(context.obj, pieces, (), 0.0)
