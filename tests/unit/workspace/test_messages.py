"""What a person is told about a slip of the pen, word for word, and the place that is marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import yaml

from partnerkit.app.loading import Loader
from partnerkit.app.outcome import Settings

AROUND = {
    "partnerkit.yaml": "format: 1\n",
    "organisations/all.yaml": """\
kind: organisation
id: northquay-shipyard
name: Northquay Shipyard Ltd
people: [{id: maya-okafor}, {id: sam-hill}]
---
kind: organisation
id: estuary-college
name: Estuary College
people: [{id: joan-price}, {id: sam-hill}]
---
kind: organisation
id: harbour-trust
name: Harbour Trust
people: [{id: ann-roe}]
""",
    "frameworks/coded-welding.yaml": """\
kind: framework
id: coded-welding
title: Coded welding
criteria: [{id: P1, statement: Prepare the joint}]
""",
}
HEAD = """\
kind: partnership
id: harbour-welding
title: Harbour welding
stage: plan
partners: [{organisation: northquay-shipyard}, {organisation: estuary-college}]
"""
RECORD = "partnerships/harbour-welding.yaml"


@dataclass(frozen=True, slots=True)
class Slip:
    """A text with a place marked in it, and what is said of that place."""

    name: str
    file: str
    marked: str
    kind: str
    says: str
    help: str

    @property
    def files(self) -> Mapping[str, str]:
        """The workspace with the slip in it."""
        written = self.marked.replace("«", "").replace("»", "")
        if "/harbour-welding/" in self.file:
            return AROUND | {"partnerships/harbour-welding/partnership.yaml": HEAD, self.file: written}
        return AROUND | {self.file: written}

    def position(self, mark: str) -> tuple[int, int]:
        """Where a mark stands, once the marks are taken out."""
        before = self.marked.partition(mark)[0].replace("«", "")
        return before.count("\n"), len(before) - (before.rfind("\n") + 1)


def _slip(entry: Mapping[str, str]) -> Slip:
    file = entry.get("file", RECORD)
    marked = entry["written"] if "file" in entry else HEAD + entry["written"]
    return Slip(entry["slip"], file, marked, entry["is"], entry["says"], entry["help"])


SLIPS = [_slip(entry) for entry in yaml.safe_load(Path(__file__).with_name("slips.yaml").read_text(encoding="utf-8"))]


@pytest.mark.parametrize("slip", SLIPS, ids=[slip.name for slip in SLIPS])
def test_a_slip_is_explained(slip: Slip, tmp_path: Path) -> None:
    for name, text in slip.files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (found,) = Loader(tmp_path, Settings(tmp_path, date(2026, 10, 15), cache=False)).load().diagnostics
    assert (found.kind.name, found.message, found.help) == (slip.kind, slip.says, slip.help)
    assert (found.span.file, found.span.start, found.span.end) == (slip.file, slip.position("«"), slip.position("»"))
