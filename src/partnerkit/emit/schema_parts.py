"""What the JSON Schemas of our output are put together from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

COUNT = {"type": "integer", "minimum": 0}
FILE = {"type": "string", "minLength": 1, "description": "The file, relative to the current folder, with /."}


def exact(**properties: Mapping[str, Any]) -> dict[str, Any]:
    """An object with these properties, all of them and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
