"""What a format of a history is: a function from how partnerships stood, moment by moment, to text in pieces."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from partnerkit.diagnostics.text import Piece
from partnerkit.views.over_time.history import History

Emit = Callable[[History], Iterable[Piece]]
"""A format."""
