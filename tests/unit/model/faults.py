"""The cases of faulty.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from unit.model.reading import read


@dataclass(frozen=True, slots=True)
class Case:
    """Data that validation refuses: see the head of faulty.yaml."""

    why: str
    name: str
    given: Any
    place: str
    error: str
    beyond_schema: str


def _case(why: str, given: Any, error: str, *, beyond_schema: str = "", **rest: str) -> Case:
    return Case(why, rest["in"], given, rest["at"], error, beyond_schema)


CASES = tuple(_case(**entry) for entry in read(Path(__file__).with_name("faulty.yaml").read_text(encoding="utf-8")))
