"""What checks say and ask of the partners."""

from __future__ import annotations

SIDES_LEAST = 2
"""What is joint takes two."""

NOBODY_LEFT = "every partner has left, and the record cannot tell whom to ask for"
