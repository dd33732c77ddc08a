"""The published schemas: of each kind of record, of the configuration, of each section, and of machine output."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from partnerkit.app.outcome import CannotRunError
from partnerkit.diagnostics.text import Piece
from partnerkit.emit.agenda_schema import agenda_schema
from partnerkit.emit.diff_schema import diff_schema
from partnerkit.emit.history_schema import history_schema
from partnerkit.emit.json_schema import diagnostics_schema
from partnerkit.emit.renewals_schema import renewals_schema
from partnerkit.emit.score_schema import score_schema
from partnerkit.export.json_schema import records_schema
from partnerkit.model.schema import json_schema, schema_names
from partnerkit.model.suggestions import nearest

OUTPUT: Mapping[str, Callable[[], Mapping[str, Any]]] = {
    "diagnostics": diagnostics_schema,
    "score": score_schema,
    "agenda": agenda_schema,
    "records": records_schema,
    "diff": diff_schema,
    "history": history_schema,
    "renewals": renewals_schema,
}
"""What commands print for programs."""


def schema(name: str | None) -> Iterator[Piece]:
    """A schema as JSON; the names of all of them if none is asked for.

    Raises:
        CannotRunError: There is no such schema.
    """
    names = (*schema_names(), *OUTPUT)
    if name is None:
        yield "".join(f"{known}\n" for known in names), "plain"
        return
    if name not in names:
        near = nearest(name, names)
        hint = f"Did you mean {near}?" if near else "`partnerkit schema` lists all there are."
        raise CannotRunError(f"There is no schema of {name}. {hint}")
    found = OUTPUT[name]() if name in OUTPUT else json_schema(name)
    yield json.dumps(found, ensure_ascii=False, indent=2) + "\n", "plain"
