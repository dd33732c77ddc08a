"""What every part of a record has in common: strict values, no unknown keys, `x-` keys kept."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict

from partnerkit.model.values import OwnKey


class Part(BaseModel):
    """A mapping in a record. Immutable; unknown keys are refused, keys that begin with `x-` are the user's own.

    Types are strict: the text "12" is no number and the number 12 is no text. The models are built when a record is
    first read (`defer_build`), because building all of them costs more than most commands take.
    """

    model_config = ConfigDict(
        extra="allow", frozen=True, strict=True, allow_inf_nan=False, defer_build=True, protected_namespaces=()
    )
    # Allowing extras and checking their names keeps `x-` keys and refuses all others, at the speed of pydantic's core.
    __pydantic_extra__: dict[Annotated[str, OwnKey], Any]
