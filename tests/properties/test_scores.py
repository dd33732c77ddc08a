"""What holds of every score: of any valid partnership, and of one record that is richer than another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from random import Random
from typing import Any

from hypothesis import assume, given, note, settings
from hypothesis import strategies as st

from partnerkit.model.fields import parts
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.validation import validated
from partnerkit.rubric.catalogue import built_in
from partnerkit.rubric.checking import all_checks, asked
from partnerkit.rubric.engine import Scoring, light, placed, scores_of
from partnerkit.rubric.next_steps import missing, next_steps
from partnerkit.rubric.own import level_of
from partnerkit.rubric.scores import Checked, Score, State
from partnerkit.rubric.subject import Look
from partnerkit.rules.catalogue import all_rules
from partnerkit.rules.pack import pack_from
from partnerkit.rules.selection import Selection
from partnerkit.rules.subject import EvidenceFile
from partnerkit.workspace.records import Record, Sources
from partnerkit.workspace.workspace import Workspace
from properties.partnerships import originals, partnerships, plain, record_of, records_of, text_of
from properties.test_rules import (
    PACK,
    WITH_MATRIX,
    WITHOUT_MATRIX,
    days,
    files_of,
    shuffled,
    spans_exist,
    states,
    thresholds,
)

RUBRICS = {one.name: one for one in built_in()}
SELECTION = Selection(all_rules(), {}, ())
TODAY = date(2026, 11, 22)


def scoring(as_of: date, threshold: float | None = None) -> Scoring:
    own = {} if threshold is None else dict.fromkeys(PACK["thresholds"], threshold)
    return Scoring(built_in(), as_of, pack_from(PACK, own), SELECTION)


def scores(
    data: Any, by: Scoring, around: Workspace = WITH_MATRIX, state: EvidenceFile | None = None
) -> tuple[Record, str, tuple[Score, ...]]:
    record, text = record_of(data)
    found = scores_of(record, around.beside(record), by, files_of(record, state))
    assert [fault for one in found for fault in one.faults] == []
    return record, text, found


# ---------------------------------------------------------------------- any record


@given(partnerships(), days, thresholds, states, st.booleans())
@settings(max_examples=80)
def test_no_check_raises_and_every_score_keeps_its_bounds(
    data: Any, as_of: date, threshold: float | None, state: EvidenceFile | None, has_matrix: bool
) -> None:
    note(text_of(data))
    around = WITH_MATRIX if has_matrix else WITHOUT_MATRIX
    record, text, found = scores(data, scoring(as_of, threshold), around, state)
    known = {id(part) for part, _ in parts(record.part, ())}
    for score in found:
        _keeps_its_bounds(score)
        for fact in _facts(score):
            assert id(fact.part) in known
        spans = [fact.span for fact in _facts(placed(score, record, Sources({"p.yaml": text}.get)))]
        spans_exist([span for span in spans if span is not None], text)
        assert None not in spans
        assert light(score).counts == score.counts


def _facts(score: Score) -> Iterator[Any]:
    for point in score.points:
        yield from () if point.fact is None else (point.fact,)
        for one in point.checks:
            yield from one.answer.facts


def _keeps_its_bounds(score: Score) -> None:
    rubric = RUBRICS[score.rubric]
    checks = [one for point in score.points for one in point.checks]
    assert sum(score.counts.values()) == len(checks)
    assert set(score.counts) == set(State)
    for point in score.points:
        assert 0 <= point.met <= point.due <= len(point.checks)
        assert point.level is None or 0 <= point.level < len(rubric.levels)
        assert point.word.strip()
        if not point.is_due:
            assert point.level is None
    assert score.word.strip()
    assert score.level is None or 0 <= score.level < len(rubric.levels)
    for one in checks:
        assert one.answer.facts or one.state is not State.MET, one.name
        assert one.answer.todo or one.state is not State.UNMET, one.name
        assert one.answer.said.strip(), one.name


@given(partnerships(), days)
@settings(max_examples=60)
def test_every_step_that_is_offered_raises_its_point(data: Any, as_of: date) -> None:
    for score in scores(data, scoring(as_of))[2]:
        rubric = RUBRICS[score.rubric]
        for point in score.points:
            # What a level is made of can be told from the checks alone.
            assert point.level is None or rubric.grade(point.checks) == point.level, point
            assert {one.state for one in missing(point, rubric.grade)} <= {State.UNMET, State.UNKNOWN}
        for step in next_steps(score, rubric.grade, rubric.whole):
            assert step.level is None or step.level > (step.point.level or 0)
            assert step.entries > 0


@given(partnerships(), days)
@settings(max_examples=60)
def test_any_check_can_be_asked_of_any_record(data: Any, as_of: date) -> None:
    record, _ = record_of(data)
    look = Look(record, WITH_MATRIX.beside(record), as_of, scoring(as_of).pack, None)
    look.selection = SELECTION
    answers = [asked(look, check) for check in all_checks().values()]
    assert look.faults == []
    for levels in (2, 3, 4):
        level = level_of(answers, levels)
        assert level is None or 0 <= level < levels


# ---------------------------------------------------------------------- order


def states_of(score: Score) -> list[Any]:
    """What a score says, whatever the order of the items it says it of."""
    return [
        score.level,
        sorted(
            (point.code, str(point.level), sorted((one.name, one.state.value, one.word) for one in point.checks))
            for point in score.points
        ),
    ]


@given(st.sampled_from(originals()), days, st.randoms(use_true_random=True))
@settings(max_examples=40)
def test_the_order_in_which_things_are_written_does_not_matter(data: Any, as_of: date, random: Random) -> None:
    one, other = (scores(each, scoring(as_of))[2] for each in (data, shuffled(data, random)))
    for before, after in zip(one, other, strict=True):
        assert states_of(before) == states_of(after)


@given(st.randoms(use_true_random=True))
@settings(max_examples=10)
def test_the_order_in_which_records_are_read_does_not_matter(random: Random) -> None:
    records = list(records_of("calder-valley"))
    found = []
    for _ in range(2):
        whole = Workspace(WITH_MATRIX.configuration, records)
        found.append([scores_of(record, whole, scoring(TODAY)) for record in whole.partnerships])
        random.shuffle(records)
    assert found[0] == found[1]


# ---------------------------------------------------------------------- more facts


FACTS = {
    "agreed_by", "attended_by", "assessed_by", "authenticity", "evidence", "finding", "method", "minutes", "outcome",
    "present", "ratings", "reason", "signatories", "signed", "tolerance",
}  # fmt: skip
"""Keys under which a record adds a fact to something that is there, and brings in nothing new to be asked about."""


def rich() -> list[Any]:
    """The partnerships in good order, as they are written."""
    return [plain(one.part) for one in records_of("calder-valley") if one.id in {"toolroom-skills", "pump-technicians"}]


@cache
def of_rich() -> dict[str, tuple[Score, ...]]:
    """What the rubrics say of them."""
    return {data["id"]: scores(data, scoring(TODAY))[2] for data in rich()}


def poorer(data: Any, random: Random, rate: float) -> Any:
    """The same without some of its facts: whole values, or entries of lists of them."""
    match data:
        case dict():
            kept = {key: value for key, value in data.items() if key not in FACTS or random.random() > rate}
            return {
                key: _fewer(value, random, rate) if key in FACTS else poorer(value, random, rate)
                for key, value in kept.items()
            }
        case list():
            return [poorer(item, random, rate) for item in data]
        case _:
            return data


def _fewer(value: Any, random: Random, rate: float) -> Any:
    return [item for item in value if random.random() > rate] if isinstance(value, list) else value


@given(st.sampled_from(rich()), st.sampled_from([0.02, 0.1, 0.5]), st.randoms(use_true_random=True))
@settings(max_examples=40)
def test_a_fact_more_never_lowers_a_point(data: Any, rate: float, random: Random) -> None:
    without = poorer(data, random, rate)
    note(text_of(without))
    # What was taken away may be required, so that there is no record to compare with.
    assume(isinstance(validated(Partnership, without), Partnership))
    less = scores(without, scoring(TODAY))[2]
    more = of_rich()[data["id"]]
    for low, high in zip(less, more, strict=True):
        points = {point.code: point for point in high.points}
        for point in low.points:
            other = points.get(point.code)
            if other is not None and point.level is not None and other.level is not None:
                assert point.level <= other.level, (low.rubric, point.code)
        _lost(low, high)


def _lost(low: Score, high: Score) -> None:
    """Nothing that the poorer record meets is missed by the richer one."""

    def by_name(score: Score) -> dict[tuple[str, str], Checked]:
        return {(point.code, one.name): one for point in score.points for one in point.checks}

    poor, wealthy = by_name(low), by_name(high)
    lost = {key for key, one in poor.items() if one.state is State.MET and key in wealthy}
    assert {key for key in lost if wealthy[key].state is State.UNMET} == set(), low.rubric
