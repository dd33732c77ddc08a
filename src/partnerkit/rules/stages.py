"""The seven stages of a partnership, in order."""

from __future__ import annotations

from enum import IntEnum


class Stage(IntEnum):
    """A stage; what is due at one stays due at all later ones."""

    IDENTIFY = 1
    AGREE = 2
    PLAN = 3
    ACTIVATE = 4
    RUN = 5
    REVIEW = 6
    CLOSE = 7

    @property
    def word(self) -> str:
        """The stage as records write it."""
        return self.name.lower()


def stage_of(word: str) -> Stage:
    """The stage that a record means by a word."""
    return Stage[word.upper()]
