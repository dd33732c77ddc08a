"""Today is today, or the day that a reproducible build says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from partnerkit.io.clock import today


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", date(1970, 1, 1)),
        ("86399", date(1970, 1, 1)),
        ("86400", date(1970, 1, 2)),
        ("1773100800", date(2026, 3, 10)),
        ("99999999999", date(5138, 11, 16)),
    ],
)
def test_a_build_can_set_the_day(monkeypatch: pytest.MonkeyPatch, epoch: str, day: date) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert today() == day


@pytest.mark.parametrize("epoch", ["", "-1", "1e9", "1.5", " 1", "٣", "999999999999", "9" * 5_000, "today"])
def test_what_is_no_such_number_is_ignored(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert abs(today() - datetime.now(UTC).date()) <= timedelta(days=1)
