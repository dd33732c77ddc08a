"""The page of contents: one page for most, and where there are many partnerships, its lists on pages of their own."""

from __future__ import annotations

import pytest

from partnerkit.views import blocks as b
from partnerkit.views import index
from partnerkit.views.api import ViewName
from unit.views.records import context, fullest

VIEWS = (ViewName("index", "Contents", 0), ViewName("partnership", "Thread", 10))


def pages() -> list[b.Page]:
    return [*index.pages(fullest(), context(views=VIEWS))]


def test_few_partnerships_have_one_page_of_contents() -> None:
    (page,) = pages()
    assert [section.anchor for section in page.sections] == ["partnerships", "organisations", "find"]


def test_many_partnerships_have_their_lists_on_pages_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    (together,) = pages()
    monkeypatch.setattr(index, "MOST_TOGETHER", 0)
    first, *others = pages()
    assert [page.name for page in (first, *others)] == ["index", "index-organisations", "index-find"]
    assert [section for page in (first, *others) for section in page.sections] == list(together.sections)
    assert [page.trail for page in others] == [(b.Link("Contents", page="index"),)] * 2
    whole = first.opening[0]
    assert isinstance(whole, b.Section)
    listing = whole.blocks[0]
    assert isinstance(listing, b.Listing)
    assert [run[0] for run in listing.runs if isinstance(run, tuple)] == [
        b.Link("Organisations", page="index-organisations"),
        b.Link("Find by name", page="index-find"),
    ]
