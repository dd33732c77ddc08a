"""The JSON Schema of what `emit/json.py` prints, for the programs that read it.

It is exact: a property that is added or taken away makes another version of the format, and another schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from partnerkit.diagnostics.diagnostic import Severity
from partnerkit.emit.api import PLURALS
from partnerkit.emit.json import SCHEMA
from partnerkit.emit.schema_parts import COUNT, FILE, exact


def diagnostics_schema() -> Mapping[str, Any]:
    """The schema, draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:partnerkit:schema:{SCHEMA.replace('partnerkit-', '').replace('/', ':')}",
        "title": "Diagnostics",
        "description": "What `partnerkit validate --format json` prints.",
        **exact(
            schema={"const": SCHEMA, "description": "The name of this format, and its version."},
            diagnostics={
                "type": "array",
                "items": {"$ref": "#/$defs/diagnostic"},
                "description": "Everything that was found, sorted by file, place and code.",
            },
            summary={"$ref": "#/$defs/summary"},
        ),
        "$defs": {"diagnostic": _diagnostic(), "place": _place(), "position": _position(), "summary": _summary()},
    }


def _diagnostic() -> Mapping[str, Any]:
    place = {
        "file": FILE,
        "start": _position_or_none("Where it begins; null if the whole file is meant."),
        "end": _position_or_none("Where it ends, exclusive; null if the whole file is meant."),
    }
    return exact(
        code={"type": "string", "pattern": "^PK[0-9A-Z][0-9]{2}$", "description": "The kind of fault, by its code."},
        name={"type": "string", "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$", "description": "The same by its name."},
        severity={"enum": [severity.word for severity in Severity]},
        message={"type": "string", "minLength": 1, "description": "What is wrong here, in a sentence."},
        help={"type": "string", "description": "What to do about it; empty if the message says it all."},
        **place,
        related={
            "type": "array",
            "items": {"$ref": "#/$defs/place"},
            "description": "Other places that belong to it, each with what is there.",
        },
        fingerprint={
            "type": "string",
            "pattern": "^[0-9a-f]{32}$",
            "description": "What identifies it from one run to the next, within its workspace.",
        },
    )


def _place() -> Mapping[str, Any]:
    return exact(
        message={"type": "string", "minLength": 1},
        file=FILE,
        start=_position_or_none("Where it begins; null if the whole file is meant."),
        end=_position_or_none("Where it ends, exclusive; null if the whole file is meant."),
    )


def _position() -> Mapping[str, Any]:
    return exact(
        line={"type": "integer", "minimum": 1},
        column={"type": "integer", "minimum": 1, "description": "Counted in code points."},
    )


def _position_or_none(description: str) -> Mapping[str, Any]:
    return {"description": description, "anyOf": [{"$ref": "#/$defs/position"}, {"type": "null"}]}


def _summary() -> Mapping[str, Any]:
    return exact(
        workspaces={"type": "array", "items": FILE, "description": "The folders of the workspaces that were checked."},
        files={**COUNT, "description": "How many files were read, as far as they were asked for."},
        records={**exact(**dict.fromkeys(reversed(PLURALS), COUNT)), "description": "How many records are valid."},
        **{f"{severity.word}s": COUNT for severity in reversed(Severity)},
        suppressed={**COUNT, "description": "How many findings the records excuse; they are not listed."},
        known={**COUNT, "description": "How many findings stand in the baseline; they are not listed."},
    )
