"""States of a workspace made from texts, and what is told of the change from one to the other."""

from __future__ import annotations

from typing import Any

from partnerkit.diff.comparing import compared
from partnerkit.diff.sides import Snapshot
from partnerkit.model.base import Part
from partnerkit.model.kinds import KINDS as RECORDS
from partnerkit.model.validation import validated
from partnerkit.source.reader import read

ORGANISATION = """
kind: organisation
id: northgate
name: Northgate Castings
people:
  - {id: ana-reyes, name: Ana Reyes}
  - {id: ben-okoro, name: Ben Okoro}
"""
HEAD = """
kind: partnership
id: foundry
title: Foundry partnership
stage: plan
partners:
  - {organisation: northgate, role: lead}
  - {organisation: eastfield}
"""


def part_of(text: str) -> Part:
    (data,) = read(text, "record.yaml").documents
    found = validated(RECORDS[data["kind"]], data)
    assert isinstance(found, Part), found
    return found


def state(*texts: str, **more: Any) -> Snapshot:
    parts = [part_of(text) for text in texts]
    return Snapshot({(part.kind, part.id): part for part in parts}, **more)  # type: ignore[attr-defined]


def told(before: Snapshot, after: Snapshot) -> list[str]:
    return [f"{one.kind.name}: {one.words}" for one in compared(before, after)]
