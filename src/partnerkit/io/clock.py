"""Today, read once, at the command line."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """The day that counts as today: SOURCE_DATE_EPOCH's if that is set to a number, else the clock's.

    Source: the SOURCE_DATE_EPOCH specification 1.1 of reproducible-builds.org.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) < 12:  # noqa: PLR2004 - seconds until the year 5138
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now().astimezone().date()
