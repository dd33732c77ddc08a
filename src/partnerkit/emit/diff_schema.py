"""The JSON Schema of what `emit/diff/json.py` prints, for the programs that read it.

It is exact: a property that is added or taken away makes another version of the format, and another schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from partnerkit.diff.changes import KINDS, Trend
from partnerkit.emit.diff.json import SCHEMA
from partnerkit.emit.schema_parts import exact

_NAME = {"type": "string", "minLength": 1}
_MAYBE = {"type": ["string", "null"], "minLength": 1}


def diff_schema() -> Mapping[str, Any]:
    """The schema, draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:partnerkit:schema:{SCHEMA.replace('partnerkit-', '').replace('/', ':')}",
        "title": "Changes",
        "description": "What `partnerkit diff --format json` prints.",
        **exact(
            schema={"const": SCHEMA, "description": "The name of this format, and its version."},
            as_of={"type": "string", "format": "date", "description": "The day that counts as today for both states."},
            before={"$ref": "#/$defs/state", "description": "The state that is compared with."},
            after={"$ref": "#/$defs/state", "description": "The state that is looked at."},
            changes={
                "type": "array",
                "items": {"$ref": "#/$defs/change"},
                "description": "What has changed in meaning, record by record, what is for the worse first.",
            },
        ),
        "$defs": {
            "state": exact(
                name={**_NAME, "description": "A revision as it was named, `the working tree`, or a folder."},
                commit={**_MAYBE, "description": "The name of the commit, shortened; null if it is none."},
                day={**_MAYBE, "description": "The day it was committed."},
            ),
            "change": _change(),
        },
    }


def _change() -> Mapping[str, Any]:
    return exact(
        kind={"enum": sorted(KINDS), "description": "What kind of change it is."},
        trend={"enum": [trend.value for trend in Trend], "description": "Whether it is for the worse."},
        record=exact(
            kind={**_NAME, "description": "The kind of the record; `file` where a finding belongs to none."},
            id={**_NAME, "description": "Its id."},
            title={**_MAYBE, "description": "What it is called."},
        ),
        subject={**_MAYBE, "description": "The item, as collection and id; null for the record as a whole."},
        words={**_NAME, "description": "The change in a sentence."},
        before={**_MAYBE, "description": "What stood there, where that is one value."},
        after={**_MAYBE, "description": "What stands there now."},
        keys={"type": "array", "items": _NAME, "description": "The keys of the item that have changed."},
    )
