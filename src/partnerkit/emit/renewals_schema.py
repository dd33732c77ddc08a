"""The JSON Schema of what `emit/renewals/json.py` prints, for the programs that read it.

It is exact: a property that is added or taken away makes another version of the format, and another schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from partnerkit.diff.approvals import COVERS
from partnerkit.emit.renewals.json import SCHEMA
from partnerkit.emit.schema_parts import COUNT, exact

_NAME = {"type": "string", "minLength": 1}
_MAYBE_NAME = {"type": ["string", "null"], "minLength": 1}
_DAY = {"type": "string", "format": "date"}


def renewals_schema() -> Mapping[str, Any]:
    """The schema, draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:partnerkit:schema:{SCHEMA.replace('partnerkit-', '').replace('/', ':')}",
        "title": "Renewals",
        "description": "What `partnerkit renewals --format json` prints.",
        **exact(
            schema={"const": SCHEMA, "description": "The name of this format, and its version."},
            as_of={**_DAY, "description": "The day that counts as today."},
            history_is_whole={
                "type": "boolean",
                "description": "false where earlier commits are not in the repository.",
            },
            counts=exact(
                looked_at={**COUNT, "description": "Judgements and approvals that were looked at."},
                to_renew={**COUNT, "description": "Those of something that has changed since."},
                not_committed={**COUNT, "description": "Those with which nothing can be compared yet."},
                not_known={**COUNT, "description": "Those that may be older than the history that is here."},
            ),
            renewals={
                "type": "array",
                "items": {"$ref": "#/$defs/renewal"},
                "description": "By those who judged or approved, nobody last; then by partnership and day.",
            },
        ),
        "$defs": {"renewal": _renewal(), "changed": _changed(), "commit": _commit(), "who": _who()},
    }


def _renewal() -> Mapping[str, Any]:
    return exact(
        partnership={**_NAME, "description": "The id of the partnership."},
        title={**_NAME, "description": "Its title."},
        sort={"enum": sorted({cover.name for cover in COVERS})},
        id={**_MAYBE_NAME, "description": "The id of the item on which it stands; null if that has none."},
        words={**_NAME, "description": "Which one it is, in words."},
        by={
            "type": "array",
            "minItems": 1,
            "items": {"$ref": "#/$defs/who"},
            "description": "Those who judged or approved: people, organisations or a meeting.",
        },
        on={
            "type": ["string", "null"],
            "format": "date",
            "description": "Its day; null where there is no field for it.",
        },
        recorded={"$ref": "#/$defs/commit", "description": "The oldest commit in which it stands as it stands now."},
        changed={"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/changed"}},
        remedy={**_NAME, "description": "What to do, in words; a command stands in backticks."},
    )


def _changed() -> Mapping[str, Any]:
    return exact(
        what={**_NAME, "description": "What has changed, such as evidence date or file."},
        before={**_MAYBE_NAME, "description": "What stood there; null for nothing, or if a file has other bytes."},
        after={**_MAYBE_NAME, "description": "What stands there now; null for nothing."},
        since={
            "description": "The commit that changed it; null if that is not committed yet.",
            "anyOf": [{"$ref": "#/$defs/commit"}, {"type": "null"}],
        },
    )


def _commit() -> Mapping[str, Any]:
    return exact(commit={**_NAME, "description": "Its name, shortened."}, day=_DAY)


def _who() -> Mapping[str, Any]:
    return exact(
        id={**_MAYBE_NAME, "description": "The id, of a person with the organisation's; null if nobody is named."},
        name=_NAME,
        organisation={"type": "string", "description": "The organisation's name, of a person; empty if there is none."},
    )
