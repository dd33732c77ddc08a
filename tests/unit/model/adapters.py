"""What validates a record, the configuration, a section or an item, by the name of its schema."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from partnerkit.model.configuration import Configuration
from partnerkit.model.kinds import KINDS, sections
from partnerkit.model.values import Many


@cache
def adapter(name: str) -> TypeAdapter[Any]:
    """What validates the data that a schema of this name describes."""
    section, _, item = name.partition("/")
    if section not in sections():
        return TypeAdapter(KINDS.get(name, Configuration))
    model: Any = sections()[section].model
    return TypeAdapter(Many[model] if sections()[section].many and not item else model)
