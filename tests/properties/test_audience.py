"""What holds of any partnership, however it is filled in: what is not for its readers can be taken out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from partnerkit.audience.redaction import redacted
from partnerkit.model.audiences import may_see, seen
from partnerkit.model.base import Part
from partnerkit.model.configuration import Audience, Configuration
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.validation import validated
from partnerkit.views import partnership, portfolio
from partnerkit.views.api import Context
from partnerkit.workspace.workspace import Workspace
from properties.partnerships import EXAMPLES, partnerships, record_of, records_of

SHARED = [record for name in EXAMPLES for record in records_of(name) if record.kind != "partnership"]


@pytest.mark.parametrize("audience", ["public", "partners"])
@settings(max_examples=60)
@given(data=partnerships())
def test_any_partnership_can_be_shown_and_holds_nothing_that_is_not_for_its_readers(
    audience: Audience, data: Any
) -> None:
    record, _ = record_of(data)
    whole = Workspace(Configuration.model_validate({"format": 1}), [*SHARED, record])
    made = redacted(whole, audience)
    (part,) = (record.part for record in made.workspace.partnerships)
    again = validated(Partnership, part.model_dump(mode="json", by_alias=True, exclude_none=True))
    assert isinstance(again, Part), again
    for name in Partnership.model_fields:
        if not may_see(audience, seen(Partnership, name).by):
            assert not getattr(part, name) or name == "not_applicable"
    for view in (portfolio, partnership):
        assert list(view.pages(made.workspace, Context(date(2026, 1, 1), "1", audience=audience)))
