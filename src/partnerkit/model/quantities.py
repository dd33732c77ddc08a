"""Spans of time, sums of money and quantities: parts that several sections share."""

from __future__ import annotations

from partnerkit.model.audiences import Priced, Public
from partnerkit.model.base import Part
from partnerkit.model.values import Amount, Currency, Date, Maybe, Text


class Period(Part):
    """A span of days, both ends included. A missing end is open."""

    start: Date
    """The first day."""
    end: Maybe[Date] = None
    """The last day. Leave it out while the end is open."""


class Money(Part):
    """A sum of money with its currency."""

    amount: Amount
    """The sum, 0 or more, without separators or signs: `1200` or `1200.50`."""
    currency: Public[Currency]
    """The currency, as the three letters of ISO 4217, such as `GBP`."""


class Quantity(Part):
    """So much of something, promised or given by a day."""

    quantity: Maybe[Amount] = None
    """How much, 0 or more, counted in `unit`."""
    unit: Public[Maybe[Text]] = None
    """What is counted, such as `hours` or `machine hours`."""
    money: Priced[Maybe[Money]] = None
    """The sum, where the resource is money or has a price."""
    on: Maybe[Date] = None
    """The day it was promised, or the day up to which it has been given."""
