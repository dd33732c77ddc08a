"""The look through all texts at once, which spares most records the search text by text, passes over no placeholder."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from partnerkit.rules.identity.placeholder_text import _PLACEHOLDER, _may_hold_one


@given(st.from_regex(_PLACEHOLDER), st.text(max_size=8))
@settings(max_examples=300)
@example("T.B.C.", "")
@example("F\N{LATIN SMALL LETTER DOTLESS I}XME", "")
@example("lorem ip\N{LATIN SMALL LETTER LONG S}um", "")
@example("— to be agreed", "")
def test_what_the_search_would_find_is_seen(text: str, before: str) -> None:
    assert _may_hold_one(f"\n{before}\n{text}")
