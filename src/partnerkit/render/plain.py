"""A Jinja environment for templates that are given plain data only."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment


class PlainEnvironment(Environment):
    """Reads `block.items` as the key `items`: looking for an attribute first would find the dict's own method."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The value of a key, and only else an attribute."""
        try:
            return obj[attribute]
        except (LookupError, TypeError):
            return super().getattr(obj, attribute)
