"""How Hypothesis runs here: the same examples each time, so that a run in CI says of a change only what is new."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("same-each-time", derandomize=True, database=None, deadline=None, max_examples=300)
settings.load_profile("same-each-time")
