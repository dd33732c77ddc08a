"""Rename a record, a person, a criterion or an item, and every reference to it.

ID says what is meant. The id alone will do where only one thing has it; else put words before it that tell which: the
record it belongs to (toolroom-skills/obj-scrap, halden-precision/priya-nair), its section or kind
(objectives/obj-scrap, organisations/halden-precision), or both (toolroom-skills/objectives/obj-scrap). NEW is the new
id, without any of that.

All that refers to it is rewritten where it stands, in every record and in partnerkit.yaml: references, keys that are
references, places under `suppress`, seals on indicators, and the baseline; everything else stays byte for byte. A file
or folder that has the id as its name gets the new one. Texts that speak of the old id are listed, and left alone.

It is done as a whole or not at all. It is refused where the new id is taken, and where another reference would then
mean something else. If the command is interrupted, the next `partnerkit mv` brings it to its end first; until then
nothing else changes records here.

Exit code: 0 renamed; 1 the records have errors, and nothing was renamed; 2 it could not be done, and nothing was
renamed.
"""

from __future__ import annotations

import time
from typing import Annotated

import typer


def command(
    context: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="What to rename.", show_default=False)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="Its new id.", show_default=False)],
    diff: Annotated[bool, typer.Option("--diff", help="Show what would be written, and write nothing.")] = False,
) -> None:
    """Rename something."""
    from partnerkit.app.mv import Wish, mv
    from partnerkit.cli.answers import finish
    from partnerkit.io.replay import ELAPSED

    started = time.perf_counter()
    moved = mv(Wish(id_, new, is_trial=diff), context.obj, ELAPSED)
    finish(context.obj, moved.pieces, moved.notes, time.perf_counter() - started)
    raise typer.Exit(moved.code)
