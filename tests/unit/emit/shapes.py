"""The shapes that other programs ask for, written down as JSON Schemas from what they say of themselves."""

from __future__ import annotations

from typing import Any


def _object(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


_LINE = {"type": "integer", "minimum": 1}
_SENTENCES = {"type": "string", "pattern": r"\A[^\n\r]+\Z"}

# Source: docs.gitlab.com/ci/testing/code_quality (the fields it needs, the five severities, a path without `./`).
GITLAB: dict[str, Any] = {
    "type": "array",
    "items": _object(
        {
            "description": _SENTENCES,
            "check_name": _SENTENCES,
            "fingerprint": {"type": "string", "pattern": r"\A[0-9a-f]{32}\Z"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": _object(
                {
                    "path": {"type": "string", "pattern": r"\A(?!\./|/)[^\n\r]+\Z"},
                    "lines": _object({"begin": _LINE}, {"end": _LINE}),
                }
            ),
        }
    ),
}

# Source: proto/rdf/reviewdog.proto of github.com/reviewdog/reviewdog; related_locations: proto/rdf/jsonschema.
_POSITION = _object({"line": _LINE}, {"column": _LINE})
_LOCATION = _object(
    {"path": {"type": "string", "minLength": 1}}, {"range": _object({"start": _POSITION}, {"end": _POSITION})}
)
RDJSONL: dict[str, Any] = _object(
    {
        "message": {"type": "string", "minLength": 1},
        "location": _LOCATION,
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
    },
    {
        "source": _object({"name": {"const": "partnerkit"}}),
        "code": _object({"value": {"type": "string", "minLength": 1}}),
        "related_locations": {"type": "array", "items": _object({"message": _SENTENCES, "location": _LOCATION})},
    },
)
