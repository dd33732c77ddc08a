"""What is taken out of a sealed objective for an audience is no change that anybody made."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from partnerkit.audience.redaction import redacted
from partnerkit.model.configuration import Audience
from partnerkit.model.partnership.objectives import Objective
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.sealing import holds, is_copy_true, lock_data
from unit.views.records import welding

STATEMENT = "Nine welders are coded; ask someone@else.example"


def sealed(**today: Any) -> dict[str, Any]:
    was = {"id": "coded", "statement": STATEMENT, "due": "2025-12-31"}
    lock = lock_data(Objective.model_validate(was), date(2025, 8, 1))
    return {**was, **today, "locked": json.loads(json.dumps(lock, default=str))}


def read(objective: dict[str, Any], audience: Audience) -> Objective:
    (record,) = redacted(welding(objectives=[objective]), audience).workspace.partnerships
    assert isinstance(record.part, Partnership)
    return record.part.objectives[0]


@pytest.mark.parametrize("audience", ["internal", "partners"])
def test_a_seal_still_holds_where_only_an_address_was_taken_out(audience: Audience) -> None:
    held = read(sealed(), audience)
    assert ("someone@else.example" in held.statement) is (audience == "internal")
    assert holds(held)
    assert is_copy_true(held)


@pytest.mark.parametrize("audience", ["internal", "partners"])
def test_a_change_by_the_partners_still_shows(audience: Audience) -> None:
    held = read(sealed(due="2026-12-31"), audience)
    assert not holds(held)
    assert is_copy_true(held)


@pytest.mark.parametrize("audience", ["internal", "partners"])
def test_a_copy_that_was_changed_stays_no_true_copy(audience: Audience) -> None:
    objective = sealed(due="2026-12-31")
    objective["locked"]["agreed"]["due"] = "2027-12-31"
    held = read(objective, audience)
    assert not holds(held)
    assert not is_copy_true(held)


def test_the_public_reads_no_seal() -> None:
    assert read(sealed(), "public").locked is None
