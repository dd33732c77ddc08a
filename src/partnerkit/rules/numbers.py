"""Numbers as they were written and as people write them, so that arithmetic and messages agree."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction


def exact(value: float) -> Fraction:
    """A number as it was written, so that 7.8 less 4.6 is 3.2."""
    return Fraction(value) if isinstance(value, int) else Fraction(repr(value))


def shown(value: Fraction) -> str:
    """A number as people write it: `1,200`, `3.2`."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    return f"{(Decimal(value.numerator) / Decimal(value.denominator)).normalize():,f}"
