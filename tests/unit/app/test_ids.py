"""Ids for what is added: as the record's own are made, readable, and never taken."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerkit.app.ids import minted
from partnerkit.model.base import Part
from partnerkit.model.validation import validated
from partnerkit.model.values import Slug

ON = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("known", "text", "id_"),
    [
        ([], "Ask for the rota", "act-ask-for-the-rota"),
        ([], "Ask for the rota of the night shift in March", "act-ask-for-the-rota-of"),
        (["act-ask-for-the-rota"], "Ask for the rota!", "act-ask-for-the-rota-2"),
        (["act-ask", "act-ask-2"], "Ask", "act-ask-3"),
        ([], "日本", "act-1"),
        ([], "Größe prüfen", "act-grosse-prufen"),
        ([], "", "act-1"),
        (["act-1", "act-2"], "Ask", "act-3"),
        (["ct-09", "ct-10", "ct-07"], "Ask", "ct-11"),
        (["ct-99"], "Ask", "ct-100"),
        (["todo1", "todo2", "other"], "Ask", "todo3"),
        (["2026-01-10", "2026-02-10"], "Ask", "2026-11-22"),
        (["2026-01-10", "2026-11-22"], "Ask", "2026-11-22-2"),
        (["action-rota", "action-plan"], "Ask", "action-ask"),
        (["rev-2025", "rev-2026"], "", "rev-1"),
        (["kp-axis-1", "kp-axis-2", "kp-days-1", "kp-days-2"], "", "kp-1"),
        (["one", "act-1"], "", "act-2"),
    ],
)
def test_an_id_is_made_as_the_others_are(known: list[str], text: str, id_: str) -> None:
    assert minted(known, "act", ON, text) == id_


class Named(Part):
    id: Slug


ids = st.from_regex(r"[a-z0-9]{1,4}(?:[.-][a-z0-9]{1,3}){0,2}", fullmatch=True)


@given(st.lists(ids, max_size=8), st.text(max_size=80))
def test_whatever_is_known_the_id_is_one_and_is_not_taken(known: list[str], text: str) -> None:
    found = minted(known, "act", ON, text)
    assert found not in known
    assert isinstance(validated(Named, {"id": found}), Named)
