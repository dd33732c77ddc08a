"""What is left of a value that is withheld: a word in the place of a text, and a mark on the part that held it.

A mark is a key of its own, `x-withheld`, with the names of the keys whose values are withheld. It stays with the part
wherever that goes, and what is written out from the part says the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from partnerkit.model.base import Part

P = TypeVar("P", bound=Part)

WITHHELD = "withheld"
MARK = "x-withheld"


class _Keys(tuple[str, ...]):
    """Tells our mark from a key that a user has called the same."""

    __slots__ = ()


def is_withheld(part: Part, key: str) -> bool:
    """Whether the record holds something under this key that its readers may not see."""
    keys = (part.model_extra or {}).get(MARK)
    return isinstance(keys, _Keys) and key in keys


def marked(part: P, changes: Mapping[str, Any], withheld: Iterable[str]) -> P:
    """The part with some fields changed, without the user's own keys, and with a mark on what is withheld.

    Args:
        part: The part as it is; it stays so.
        changes: New values by the names of fields.
        withheld: The keys whose values are withheld; those that are marked already stay so.
    """
    old = (part.model_extra or {}).get(MARK)
    keys = _Keys(dict.fromkeys((*(old if isinstance(old, _Keys) else ()), *withheld)))
    made = part.model_copy(update=dict(changes))
    extra = made.model_extra
    if extra is not None:
        extra.clear()
        extra.update({MARK: keys} if keys else {})
    return made
