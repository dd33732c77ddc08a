"""What is not well formed is refused, with an error type and the place."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from unit.model.adapters import adapter
from unit.model.faults import CASES, Case


@pytest.mark.parametrize("case", CASES, ids=[case.why for case in CASES])
def test_it_is_refused(case: Case) -> None:
    with pytest.raises(ValidationError) as refused:
        adapter(case.name).validate_python(case.given)
    errors = {("/".join(map(str, error["loc"])), error["type"]) for error in refused.value.errors()}
    assert errors == {(case.place, case.error)}
