"""What holds of every rule on any valid partnership: it raises nothing, and what it finds has a place and a name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from partnerkit.diagnostics.diagnostic import Diagnostic, Span
from partnerkit.diagnostics.fingerprint import fingerprints
from partnerkit.io.packs import read_pack
from partnerkit.model.base import Part
from partnerkit.model.configuration import Configuration, RiskMatrix
from partnerkit.model.fields import parts
from partnerkit.model.validation import validated
from partnerkit.rules.catalogue import all_rules
from partnerkit.rules.engine import Locator, Raised, Task, in_partnership, in_shared_records, located
from partnerkit.rules.pack import pack_from
from partnerkit.rules.subject import EvidenceFile
from partnerkit.rules.suppression import judged
from partnerkit.workspace.records import Record, Sources
from partnerkit.workspace.workspace import Workspace
from properties.partnerships import partnerships, record_of, records_of, text_of

RULES = all_rules()
PACK = read_pack("uk-england-2026")
MATRIX = {"appetite": 9, "bands": {"low": 4, "moderate": 9, "high": 16, "critical": 25}}
days = st.sampled_from(
    [date.min, date(1, 12, 31), date(2024, 2, 29), date(2026, 11, 22), date(2031, 5, 1), date(9999, 1, 1), date.max]
)
thresholds = st.sampled_from([None, 0, 1, 0.5, 3660, 10**9, 1e300])
"""None leaves each as the pack has it."""


def workspace(*, matrix: bool = True) -> Workspace:
    data = {"format": 1, "risk_matrix": MATRIX} if matrix else {"format": 1}
    configuration = validated(Configuration, data)
    assert isinstance(configuration, Configuration)
    return Workspace(configuration, (record for record in records_of("calder-valley") if record.kind != "partnership"))


WITH_MATRIX, WITHOUT_MATRIX = workspace(), workspace(matrix=False)


def task_of(as_of: date, threshold: float | None = None) -> Task:
    own = {} if threshold is None else dict.fromkeys(PACK["thresholds"], threshold)
    return Task(RULES, as_of, pack_from(PACK, own))


def found_in(record: Record, text: str, task: Task, around: Workspace = WITH_MATRIX, **files: Any) -> list[Diagnostic]:
    """What the rules find in a partnership, each of which must have a place in it."""
    raised = list(in_partnership(record, around.beside(record), task, **files))
    assert [one.message for one in raised if isinstance(one, Diagnostic)] == []
    known = {id(part): part for part, _ in parts(record.part, ())}
    sources, locator = Sources({"p.yaml": text}.get), Locator(record)
    found = []
    for one in raised:
        assert isinstance(one, Raised)
        has_places(one, known)
        found.append(located(one, locator, sources))
        spans_exist((found[-1].span, *(related.span for related in found[-1].related)), text)
        assert found[-1].message.strip()
        assert all(0 <= edit.start <= edit.end <= len(text) for edit in (found[-1].mending and found[-1].mending.edits) or ())
    return found


def has_places(raised: Raised, known: dict[int, Part]) -> None:
    """A finding and what belongs to it speak of parts of the record, and of keys that such a part may have."""
    finding = raised.finding
    for part, field in ((finding.part, finding.field), *((part, field) for part, field, _ in finding.related)):
        assert id(part) in known, raised.rule.name
        keys = {info.alias or name for name, info in type(part).model_fields.items()}
        assert field == "" or field in keys, (raised.rule.name, field)
    if finding.at is not None:
        assert 0 <= finding.at < len(getattr(finding.part, finding.field)), raised.rule.name


def spans_exist(spans: Iterable[Span], text: str) -> None:
    lines = text.split("\n")
    for span in spans:
        assert span.file == "p.yaml"
        assert span.start is not None
        assert span.end is not None
        assert span.start <= span.end
        assert span.excerpt == lines[span.start.line]
        assert span.start.column <= len(lines[span.start.line])
        assert span.end.column <= len(lines[span.end.line])


@given(partnerships(), days, thresholds, st.booleans())
@settings(max_examples=600)
def test_no_rule_raises_and_every_finding_has_a_place(
    data: Any, as_of: date, threshold: float | None, has_matrix: bool
) -> None:
    note(text_of(data))
    record, text = record_of(data)
    around = WITH_MATRIX if has_matrix else WITHOUT_MATRIX
    found = found_in(record, text, task_of(as_of, threshold), around)
    prints = fingerprints(found)
    assert len(set(prints)) == len(prints)
    judged(record, found, RULES, RULES, as_of, Sources({"p.yaml": text}.get))
