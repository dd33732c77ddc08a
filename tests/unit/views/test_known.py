"""What views find out for one another changes nothing that they say."""

from __future__ import annotations

from datetime import date
from importlib import import_module

import pytest

from partnerkit.app.score import scoring_of
from partnerkit.units import unit_names
from partnerkit.views import blocks as b
from partnerkit.views.api import WHOLE, Context, Known
from partnerkit.workspace.workspace import Workspace
from unit.views.records import context, fullest, welding

VIEWS = [
    import_module(f"partnerkit.views.{name.replace('-', '_')}") for name in unit_names("partnerkit.views", "pages")
]
SCAN = {"id": "s", "on": "2025-11-03", "source": "lsip", "method": "data", "finding": "Welders are short"}


def pages(held: Workspace, told: Context) -> dict[str, b.Page]:
    """Each page about a partnership by its name, by all views one after another."""
    return {page.name: page for view in VIEWS if view.PLACE >= WHOLE for page in view.pages(held, told)}


@pytest.mark.parametrize("held", [fullest(), welding(scans=[SCAN])])
@pytest.mark.parametrize("as_of", [date(2026, 1, 10), date(2029, 1, 10)])
def test_pages_are_the_same_whether_each_is_made_by_itself_or_after_the_others(held: Workspace, as_of: date) -> None:
    scoring = scoring_of(held.configuration, as_of)
    alone = pages(held, context(as_of, scoring=scoring))
    known = Known()
    assert pages(held, context(as_of, scoring=scoring, known=known)) == alone
    assert set(known.looks) == set(known.items) == {record.id for record in held.partnerships}
    # A second time everything is known already.
    assert pages(held, context(as_of, scoring=scoring, known=known)) == alone
