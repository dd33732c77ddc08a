"""Write one file with a template that is wholly the user's own, from the pages and the records as plain data."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from partnerkit.app.outcome import CannotRunError
from partnerkit.app.own_templates import bounded, own_templates
from partnerkit.diagnostics.text import Piece
from partnerkit.io.files import write_whole
from partnerkit.render.own import OwnTemplates, TemplateFault
from partnerkit.render.own_page import bare_name, render_own
from partnerkit.render.tree import page_tree, stamp_tree
from partnerkit.views.api import Context
from partnerkit.views.reading.pages import chosen, stamp, workspace_title
from partnerkit.views.reading.titles import title_of
from partnerkit.workspace.records import Record
from partnerkit.workspace.workspace import Workspace

_COMMAND = re.compile(r"\s*::|.*##(?:vso)?\[")
"""A line of a log that a CI system takes for a command."""


def write_own_page(  # noqa: PLR0913 - each of them decides
    template: Path,
    folder: Path | None,
    out: Path | None,
    workspace: Workspace,
    context: Context,
    views: Sequence[ModuleType],
) -> tuple[Piece, ...]:
    """Make the page and write it to a file, or give it as what is to be printed.

    Args:
        template: The user's template.
        folder: The folder of other templates of theirs, if there is one.
        out: The file to write; None means none.
        workspace: The records as the audience may read them.
        context: What views are told.
        views: The views whose pages the template can use.

    Raises:
        CannotRunError: The template cannot be read, or has a fault; nothing is written.
        OSError: The file could not be written.
    """
    suffix = Path(bare_name(template.name)).suffix.lower()
    templates = own_templates(folder, template, suffix)
    values = page_values(workspace, context, views if _speaks_of(templates, "pages") else ())
    try:
        (content,) = bounded(lambda: (render_own(templates, suffix, values),))
    except TemplateFault as fault:
        raise CannotRunError(f"{fault}. Nothing was written.") from fault
    if out is None:
        return ((_printable(content.decode("utf-8")), "plain"),)
    out.parent.mkdir(parents=True, exist_ok=True)
    write_whole(str(out), content, lasting=False)
    return (("Wrote 1 file", "good"), (f" as of {context.as_of.isoformat()}: {os.path.relpath(out)}\n", "plain"))


def _speaks_of(templates: OwnTemplates, name: str) -> bool:
    """Whether the user's templates can use a value: making pages nobody asks for would take most of the time."""
    return any(name in templates.texts[own] for own in templates.own)


def _printable(text: str) -> str:
    """The text, unless it could be taken for something else where it is printed."""
    for number, line in enumerate(text.split("\n"), 1):
        if _COMMAND.match(line):
            raise CannotRunError(f"Line {number} of the page looks like a command to a CI system. Write a file: --out.")
    return text


def page_values(workspace: Workspace, context: Context, views: Sequence[ModuleType]) -> Mapping[str, Any]:
    """What a template is given: dicts, lists, texts, numbers, yes, no and nothing; see docs/templates.md."""
    shown = chosen(workspace, context)
    kinds = {
        "organisations": workspace.organisations,
        "frameworks": workspace.frameworks,
        "programmes": workspace.programmes,
        "partnerships": shown,
    }
    records = [record for group in kinds.values() for record in group]
    # There is one page, so that links to others lead nowhere and are texts.
    nowhere: frozenset[str] = frozenset()
    return {
        "pages": [page_tree(page, nowhere) for view in views for page in view.pages(workspace, context)],
        "records": {
            kind: [record.part.model_dump(mode="json", by_alias=True, warnings=False) for record in group]
            for kind, group in kinds.items()
        },
        "names": {record.id: _names(workspace, record) for record in records},
        "workspace": {"title": workspace_title(workspace), "owner": workspace.configuration.owner},
        "stamp": stamp_tree(stamp(workspace, context, shown, len(records), single=False)),
    }


def _names(workspace: Workspace, record: Record) -> Mapping[str, str]:
    """What each reference of a record is called."""
    found = {}
    for mention in record.contents.mentions:
        items = (workspace.target(record, name, mention.text) for name in mention.reference.collections)
        item = next((item for item in items if item is not None), None)
        found[mention.text] = mention.text if item is None else title_of(item.part)
    return found
