"""What holds of every rule on any valid partnership: it raises nothing, and what it finds has a place and a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import assume, given, note, settings
from hypothesis import strategies as st

from partnerkit.diagnostics.diagnostic import Diagnostic, Span
from partnerkit.diagnostics.fingerprint import fingerprints
from partnerkit.io.packs import read_pack
from partnerkit.model.base import Part
from partnerkit.model.configuration import Configuration
from partnerkit.model.fields import parts
from partnerkit.model.organisation import Organisation
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.validation import validated
from partnerkit.rules.catalogue import all_rules
from partnerkit.rules.engine import Locator, Raised, Task, in_partnership, in_shared_records, located
from partnerkit.rules.pack import pack_from
from partnerkit.rules.stages import Stage
from partnerkit.rules.subject import EvidenceFile
from partnerkit.rules.suppression import judged
from partnerkit.rules.words import days_after
from partnerkit.workspace.records import Origin, Record, Sources
from partnerkit.workspace.workspace import Workspace
from properties.partnerships import EXAMPLES, faulty, originals, partnerships, record_of, records_of, text_of

RULES = all_rules()
PACK = read_pack("uk-england-2026")
MATRIX = {"appetite": 9, "bands": {"low": 4, "moderate": 9, "high": 16, "critical": 25}}
days = st.sampled_from(
    [date.min, date(1, 12, 31), date(2024, 2, 29), date(2026, 11, 22), date(2031, 5, 1), date(9999, 1, 1), date.max]
)
Files = Mapping[str, EvidenceFile]
states = st.sampled_from(
    [None, EvidenceFile(exists=False), EvidenceFile(exists=True), EvidenceFile(exists=True, sha256="0" * 64)]
)
"""What is known of the files of evidence; None where nobody has looked."""
thresholds = st.sampled_from([None, 0, 1, 0.5, 3660, 10**9, 1e300])
"""None leaves each as the pack has it."""


def workspace(*, matrix: bool = True) -> Workspace:
    data = {"format": 1, "risk_matrix": MATRIX} if matrix else {"format": 1}
    configuration = validated(Configuration, data)
    assert isinstance(configuration, Configuration)
    shared = (record for name in EXAMPLES for record in records_of(name) if record.kind != "partnership")
    return Workspace(configuration, shared)


WITH_MATRIX, WITHOUT_MATRIX = workspace(), workspace(matrix=False)


def task_of(as_of: date, threshold: float | None = None) -> Task:
    own = {} if threshold is None else dict.fromkeys(PACK["thresholds"], threshold)
    return Task(RULES, as_of, pack_from(PACK, own))


def found_in(
    record: Record, text: str, task: Task, around: Workspace = WITH_MATRIX, files: Files | None = None
) -> list[Diagnostic]:
    """What the rules find in a partnership, each of which must have a place in it."""
    raised = list(in_partnership(record, around.beside(record), task, files))
    assert [one.message for one in raised if isinstance(one, Diagnostic)] == []
    known = {id(part): part for part, _ in parts(record.part, ())}
    sources, locator = Sources({"p.yaml": text}.get), Locator(record)
    found = []
    for one in raised:
        assert isinstance(one, Raised)
        has_places(one, known)
        diagnostic = located(one, locator, sources)
        spans_exist((diagnostic.span, *(related.span for related in diagnostic.related)), text)
        assert diagnostic.message.strip()
        edits = diagnostic.mending.edits if diagnostic.mending is not None else ()
        assert all(0 <= edit.start <= edit.end <= len(text) for edit in edits)
        found.append(diagnostic)
    return found


def has_places(raised: Raised, known: dict[int, Part]) -> None:
    """A finding and what belongs to it speak of parts of the record, and of keys that such a part may have."""
    finding = raised.finding
    for part, field in ((finding.part, finding.field), *((part, field) for part, field, _ in finding.related)):
        assert id(part) in known, raised.rule.name
        keys = {info.alias or name for name, info in type(part).model_fields.items()}
        assert field == "" or field in keys or field.startswith("x-"), (raised.rule.name, field)
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


def files_of(record: Record, state: EvidenceFile | None) -> Files | None:
    """The same state for all files that the evidence of a partnership names."""
    assert isinstance(record.part, Partnership)
    return None if state is None else {one.file: state for one in record.part.evidence if one.file is not None}


@given(partnerships(), days, thresholds, states, st.booleans())
@settings(max_examples=250)
def test_no_rule_raises_and_every_finding_has_a_place(
    data: Any, as_of: date, threshold: float | None, state: EvidenceFile | None, has_matrix: bool
) -> None:
    note(text_of(data))
    record, text = record_of(data)
    around = WITH_MATRIX if has_matrix else WITHOUT_MATRIX
    found = found_in(record, text, task_of(as_of, threshold), around, files_of(record, state))
    prints = fingerprints(found)
    assert len(set(prints)) == len(prints)
    after = judged(record, found, RULES, RULES, as_of, Sources({"p.yaml": text}.get))
    assert len(after.suppressed) + len([one for one in after.found if one in found]) == len(found)


@pytest.mark.parametrize("example", EXAMPLES)
@given(days, thresholds)
def test_no_rule_about_organisations_raises(example: str, as_of: date, threshold: float | None) -> None:
    configuration = WITH_MATRIX.configuration
    whole = Workspace(configuration, (record for record in records_of(example) if record.kind != "partnership"))
    for raised in in_shared_records(whole, task_of(as_of, threshold)):
        assert isinstance(raised, Raised)
        has_places(raised, {id(part): part for part, _ in parts(raised.record.part, ())})


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["GB-COH", "GB-UKPRN", "GB-CHC", "XI-ROR", "XI-LEI", "gb_coh", "ZZ-X"])
            | st.text(min_size=1),
            st.from_regex(r"[0-9A-Za-z.]{1,22}", fullmatch=True) | st.text(min_size=1),
        )
    )
)
def test_no_rule_raises_on_any_number_in_any_register(identifiers: list[tuple[str, str]]) -> None:
    data = {
        "kind": "organisation",
        "id": "generated",
        "name": "Generated",
        "identifiers": [{"scheme": scheme, "value": value} for scheme, value in identifiers],
    }
    organisation = validated(Organisation, data)
    assume(isinstance(organisation, Organisation))
    assert isinstance(organisation, Organisation)
    record = Record("organisation", "generated", organisation, Origin(("o.yaml", 0)))
    whole = Workspace(WITH_MATRIX.configuration, [record])
    assert all(isinstance(one, Raised) for one in in_shared_records(whole, task_of(date(2026, 11, 22))))


# ---------------------------------------------------------------------- order


OF_SEVERAL = {
    "criterion-insufficient", "criterion-uncovered", "escalation-dead-end", "evaluation-planned-late",
    "informal-agreement-only", "insurance-expired", "one-sided-testimony", "raci-overloaded",
    "safeguarding-lead-missing", "sample-gap", "testimony-only", "wrong-respondent",
}  # fmt: skip
"""Rules whose finding speaks of several things at once, and stands at the one that is written first."""


def shuffled(data: Any, random: Random) -> Any:
    """The same with the keys of mappings, and the items that have ids, in another order."""
    match data:
        case dict():
            pairs = [(key, shuffled(value, random)) for key, value in data.items()]
            random.shuffle(pairs)
            return dict(pairs)
        case list():
            items = [shuffled(item, random) for item in data]
            if items and all(isinstance(item, dict) and "id" in item for item in items):
                random.shuffle(items)
            return items
        case _:
            return data


@given(st.sampled_from([*originals(), *faulty()]), st.sampled_from(list(Stage)), days, st.randoms(use_true_random=True))
@settings(max_examples=120)
def test_the_order_in_which_things_are_written_does_not_matter(
    data: Any, stage: Stage, as_of: date, random: Random
) -> None:
    data = {**data, "stage": stage.word}
    one, other = (record_of(each) for each in (data, shuffled(data, random)))
    task = task_of(as_of)
    before, after = identified(found_in(*one, task)), identified(found_in(*other, task))
    assert Counter(rule for rule, _ in before.values()) == Counter(rule for rule, _ in after.values())
    moved = {(before | after)[print_] for print_ in before.keys() ^ after.keys()}
    assert {rule for rule, _ in moved} <= OF_SEVERAL


def identified(found: list[Diagnostic]) -> dict[str, tuple[str, str]]:
    """Findings by fingerprint; the rule and the subject are there to be read if a test fails."""
    return {print_: (one.kind.name, one.subject) for print_, one in zip(fingerprints(found), found, strict=True)}


@given(st.sampled_from(list(EXAMPLES)), st.randoms(use_true_random=True))
@settings(max_examples=30)
def test_the_order_in_which_records_are_read_does_not_matter(example: str, random: Random) -> None:
    configuration, task = WITH_MATRIX.configuration, task_of(date(2026, 11, 22))
    records = list(records_of(example))
    found = []
    for _ in range(2):
        whole = Workspace(configuration, records)
        raised = list(in_shared_records(whole, task))
        for record in whole.partnerships:
            raised.extend(in_partnership(record, whole, task))
        found.append([(one.rule.name, one.record.id, one.finding.message) for one in raised if isinstance(one, Raised)])
        random.shuffle(records)
    assert found[0] == found[1]


# ---------------------------------------------------------------------- days


@given(days, st.integers(-(10**9), 10**9))
def test_no_number_of_days_leads_beyond_the_days_there_are(day: date, count: int) -> None:
    found = days_after(day, count)
    exact = date.toordinal(day) + count
    assert found == (date.min if exact < 1 else date.max if exact > date.max.toordinal() else date.fromordinal(exact))
