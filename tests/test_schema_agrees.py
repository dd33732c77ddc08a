"""A second opinion on whole files: other people's JSON Schema validator, with our schemas, against `validate`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from partnerkit.model.kinds import KINDS, sections
from partnerkit.model.schema import json_schema
from partnerkit.source.characters import decoded
from partnerkit.source.reader import read
from partnerkit.workspace.layout import units
from partnerkit.workspace.names import EVIDENCE_FOLDER

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLES = (PROJECT / "examples" / "calder-valley", PROJECT / "examples" / "two-way-street")
CASES = sorted((PROJECT / "tests" / "cases" / "validate").glob("*/*"))

# What a schema cannot say: what lies between values, and whether a text that is a number was meant as one.
BEYOND_SCHEMA = {
    "duplicate-id", "dangling-reference", "ambiguous-reference", "section-twice", "unknown-section", "names-collide",
    "nested-workspace", "reserved-id", "not-a-record", "unknown-kind",
}  # fmt: skip


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json_schema(name), format_checker=FormatChecker(["date"]))


def documents(path: Path) -> tuple[Any, ...]:
    text, faults = decoded(path.read_bytes(), path.name)
    return () if text is None or faults else read(text, path.name).documents


def schemas(root: Path) -> Iterator[tuple[Path, str]]:
    """Each file of a workspace that has a schema of its own, with the name of the schema."""
    found = [path for path in root.rglob("*.y*ml") if EVIDENCE_FOLDER not in path.relative_to(root).parts]
    files = [str(path.relative_to(root)) for path in found if path.name != "partnerkit.yaml"]
    yield root / "partnerkit.yaml", "configuration"
    for unit in units(files, {name: section.many for name, section in sections().items()}):
        yield root / unit.file, ""
        for section in unit.sections:
            yield root / section.file, f"{section.section}/item" if section.is_item else section.section


def refused(root: Path) -> dict[str, list[str]]:
    """For each file that a schema refuses, what it says."""
    answer: dict[str, list[str]] = {}
    for path, name in schemas(root):
        for document in documents(path):
            kind = document.get("kind") if isinstance(document, dict) else None
            schema = name or (kind if isinstance(kind, str) and kind in KINDS else "")
            if schema:
                said = [error.message for error in validator(schema).iter_errors(document)]
                if said:
                    answer.setdefault(str(path.relative_to(root)), []).extend(said)
    return answer


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_every_file_of_the_examples_fits_its_schema(example: Path) -> None:
    assert refused(example) == {}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_every_file_of_the_examples_was_looked_at(example: Path) -> None:
    looked_at = {path for path, _ in schemas(example)}
    yaml = {path for path in example.rglob("*.yaml") if EVIDENCE_FOLDER not in path.relative_to(example).parts}
    assert looked_at == yaml


@pytest.mark.parametrize("schema", ["partnership", "organisation", "framework", "programme", "configuration"])
def test_a_schema_refuses_what_is_nothing_of_the_kind(schema: str) -> None:
    assert not validator(schema).is_valid({"kind": "recipe"})
    assert not validator(schema).is_valid([])
