"""Partnerships as the format allows them and nobody writes them: real ones, with anything taken out or changed.

What may stand at a key is what stands there in the examples and in the model's shape, whatever word the model allows,
and the first and last of days and numbers. What the model then refuses is taken out, so that every record is valid.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Literal, get_args, get_origin

from hypothesis import strategies as st

from partnerkit.model.base import Part
from partnerkit.model.fields import fields
from partnerkit.model.kinds import sections
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.validation import validated
from partnerkit.rules.stages import Stage
from partnerkit.workspace.examination import examine
from partnerkit.workspace.layout import units
from partnerkit.workspace.names import EVIDENCE_FOLDER
from partnerkit.workspace.records import Record
from unit.model.reading import shape

PROJECT = Path(__file__).resolve().parents[2]
EXAMPLES = {
    "calder-valley": PROJECT / "examples" / "calder-valley",
    "two-way-street": PROJECT / "examples" / "two-way-street",
    "foundry": PROJECT / "tests" / "cases" / "rules" / "_base",
}
CASES = PROJECT / "tests" / "cases" / "rules"
DAYS = ("0001-01-01", "1900-02-28", "2024-02-29", "2026-06-30", "2026-11-22", "2031-01-01", "9999-12-31")
NUMBERS = (0, 1, 2, 5, 25, 100, 3660, 100_000, 10**15, -1, 0.5, 1e300)
TEXTS = ("", "-", "x", "0", "tbc", "{{ }}", "Größe\n\n# no heading", "\N{GRADUATION CAP}", "word " * 500)


@cache
def records_of(example: str) -> tuple[Record, ...]:
    """All records of an example."""
    return _records_in(EXAMPLES[example])


def _records_in(root: Path) -> tuple[Record, ...]:
    raw = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*.yaml"))
        if path.name != "partnerkit.yaml" and EVIDENCE_FOLDER not in path.parts
    }
    many = {name: section.many for name, section in sections().items()}
    return tuple(
        record
        for unit in units(raw, many)
        for record in examine(unit, {file: raw[file] for file in unit.files}, lambda _raw, reader: reader()).records
    )


def plain(part: Part) -> Any:
    """A part as the plain data it is written as."""
    return part.model_dump(mode="json", by_alias=True, exclude_unset=True)


@cache
def originals() -> tuple[Any, ...]:
    """The partnerships to start from: one in good order, one in no order, one with every key there is, and others."""
    return (*_partnerships(record for name in EXAMPLES for record in records_of(name)), shape("partnership"))


@cache
def faulty() -> tuple[Any, ...]:
    """Small partnerships, in each of which a rule finds something."""
    return tuple(_partnerships(record for case in sorted(CASES.glob("*/bad*")) for record in _records_in(case)))


def _partnerships(records: Iterable[Record]) -> Iterator[Any]:
    return (plain(record.part) for record in records if isinstance(record.part, Partnership))


Pool = Mapping[tuple[type[Part], str], Sequence[Any]]


@cache
def pool() -> Pool:
    """What stands at each key of each model somewhere, and what else could."""
    seen: dict[tuple[type[Part], str], list[Any]] = {}
    for data in originals():
        part = validated(Partnership, data)
        assert isinstance(part, Part)
        for one in _parts(part):
            for key, value in plain(one).items():
                seen.setdefault((type(one), key), []).append(value)
    for model in {model for model, _ in seen}:
        for name, info in model.model_fields.items():
            seen.setdefault((model, info.alias or name), []).extend(_words(info.annotation))
    return seen


def _parts(part: Part) -> Iterator[Part]:
    yield part
    for field in fields(type(part)):
        value = getattr(part, field.name)
        values = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        for one in values:
            if isinstance(one, Part):
                yield from _parts(one)


def _words(annotation: Any) -> Iterator[Any]:
    """The words that a type allows, if it lists them."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for argument in get_args(annotation):
            yield from _words(argument)


def _changed(data: Any, random: Random, rate: float) -> Any:
    """Data with some keys and items taken away, doubled, or given another value."""
    match data:
        case dict():
            # What is left in place is copied, so that the original stays as it is.
            return {key: _changed(value, random, rate) for key, value in data.items() if random.random() > rate}
        case list():
            kept = [_changed(item, random, rate) for item in data if random.random() > rate]
            return kept + kept[:1] if random.random() < rate / 4 else kept
        case _ if random.random() > rate:
            return data
        case str():
            return random.choice([*DAYS, *TEXTS, data])
        case _:
            return random.choice([*NUMBERS, True, False])


def _recombined(model: type[Part], random: Random, rate: float, depth: int) -> dict[str, Any]:
    """A mapping of a model with keys from anywhere."""
    below = {field.key: field for field in fields(model) if field.parts}
    found: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        key = info.alias or name
        values = pool().get((model, key), ())
        if not values or (random.random() > rate and not info.is_required()):
            continue
        found[key] = random.choice(values)
        if key in below and depth < 4 and random.random() < 0.7:
            part = random.choice(below[key].parts)
            if isinstance(found[key], list):
                found[key] = [_recombined(part, random, rate, depth + 1) for _ in range(random.randrange(1, 4))]
            elif isinstance(found[key], dict) and "dict" not in str(info.annotation):
                found[key] = _recombined(part, random, rate, depth + 1)
    return found


def _repaired(data: Any) -> Any:
    """The data without what the model refuses; None if there is too much of it."""
    for _ in range(30):
        outcome = validated(Partnership, data)
        if isinstance(outcome, Part):
            return data
        for path in sorted({fault.path for fault in outcome}, key=lambda path: [str(step).zfill(9) for step in path])[
            ::-1
        ]:
            _take_out(data, path)
    return None


def _sortable(path: Sequence[str | int]) -> list[str]:
    return [str(step).zfill(9) for step in path]


def _take_out(data: Any, path: Sequence[str | int]) -> None:
    """Delete what stands at a path; where nothing does, the mapping that lacks it."""
    holders = [data]
    for step in path:
        holder = holders[-1]
        is_there = step in holder if isinstance(holder, dict) else isinstance(holder, list) and int(step) < len(holder)
        if not is_there:
            break
        holders.append(holder[step])
    if len(holders) > 1:
        del holders[-2][path[len(holders) - 2]]


_PARTNERS = [{"organisation": "brackwell-foods"}, {"organisation": "osierfield-training", "role": "lead"}]


@st.composite
def partnerships(draw: st.DrawFn) -> Any:
    """The data of a valid partnership, at any stage."""
    random = draw(st.randoms(use_true_random=True))
    rate = draw(st.sampled_from([0, 0.01, 0.05, 0.2, 0.6]))
    start = draw(st.sampled_from([originals(), faulty(), ()]))
    data = draw(st.sampled_from(start)) if start else _recombined(Partnership, random, rate, 0)
    head = {
        "kind": "partnership",
        "id": "generated",
        "title": "Generated",
        "stage": draw(st.sampled_from(list(Stage))).word,
        "partners": data["partners"] + _PARTNERS,
    }
    found = _repaired({**_changed(data, random, rate), **head})
    return found if found is not None else {**head, "partners": _PARTNERS}


def text_of(data: Any) -> str:
    """The data as a file; JSON is YAML, and this way every value has a line of its own."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def record_of(data: Any) -> tuple[Record, str]:
    """The record of some data, and the text of its file."""
    text = text_of(data)
    (unit,) = units(["p.yaml"], {})
    (record,) = examine(unit, {"p.yaml": text.encode()}, lambda _raw, reader: reader()).records
    return record, text
