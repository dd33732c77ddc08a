"""The JSON Schema of what `emit/history/json.py` prints, for the programs that read it.

It is exact: a property that is added or taken away makes another version of the format, and another schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from partnerkit.emit.history.json import SCHEMA
from partnerkit.emit.schema_parts import COUNT, exact
from partnerkit.rules.stages import Stage

_NAME = {"type": "string", "minLength": 1}


def history_schema() -> Mapping[str, Any]:
    """The schema, draft 2020-12."""
    standing = exact(
        stage={"enum": [stage.word for stage in Stage]},
        points={
            "type": "object",
            "additionalProperties": _NAME,
            "description": "How the points of the rubric stood, by their codes: a level, a fraction, or `not due`.",
        },
        open_actions={**COUNT, "description": "Actions that were open."},
        errors={**COUNT, "description": "Errors that the rules found."},
        warnings={**COUNT, "description": "Warnings that the rules found."},
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:partnerkit:schema:{SCHEMA.replace('partnerkit-', '').replace('/', ':')}",
        "title": "History",
        "description": "What `partnerkit history --format json` prints.",
        **exact(
            schema={"const": SCHEMA, "description": "The name of this format, and its version."},
            rubric={**_NAME, "description": "The name of the rubric."},
            moments={
                "type": "array",
                "items": exact(label=_NAME, commit=_NAME, day={"type": "string", "format": "date"}),
                "description": "The commits at which one has looked, oldest first.",
            },
            partnerships={
                "type": "array",
                "items": exact(
                    id=_NAME,
                    title=_NAME,
                    standings={
                        "type": "array",
                        "items": {"anyOf": [standing, {"type": "null"}]},
                        "description": "How it stood at each moment; null where it was not there, or had errors.",
                    },
                ),
            },
        ),
    }
