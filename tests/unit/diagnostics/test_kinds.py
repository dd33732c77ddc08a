"""Every kind of diagnostic has a code and a name of its own, and says what it means and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import partnerkit
from partnerkit.app.diagnostics_page import CHAPTERS, diagnostics_page, kinds
from partnerkit.diagnostics.diagnostic import Kind

KINDS = kinds()
NAMES = [kind.name for kind in KINDS]


def _modules() -> Iterator[str]:
    for layer in ("diagnostics", "source", "model", "workspace", "rules", "emit", "app"):
        for module in walk_packages([str(Path(partnerkit.__path__[0]) / layer)], f"partnerkit.{layer}."):
            yield module.name


def test_no_kind_is_defined_where_the_page_does_not_look_for_it() -> None:
    found = [value for name in _modules() for value in vars(import_module(name)).values() if isinstance(value, Kind)]
    assert set(found) == set(KINDS)


def test_codes_and_names_are_given_once() -> None:
    assert len({kind.code for kind in KINDS}) == len(KINDS)
    assert len(set(NAMES)) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_a_code_and_a_name_are_well_formed(kind: Kind) -> None:
    assert re.fullmatch("PK[0-9]{3}", kind.code)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", kind.name)
    assert kind.code[:3] in CHAPTERS


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_meaning_and_remedy_are_sentences(kind: Kind) -> None:
    for text in (kind.meaning, kind.remedy):
        assert text[0].isupper() or text.startswith("git ")
        assert text.endswith(".")
        assert "  " not in text


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_the_page_has_an_entry_that_can_be_linked_to(kind: Kind, tmp_path: Path) -> None:
    page = diagnostics_page(tmp_path)
    assert page.count(f"\n### {kind.name}\n") == 1
    assert kind.meaning in page
    assert kind.remedy in page
