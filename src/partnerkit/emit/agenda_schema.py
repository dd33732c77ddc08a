"""The JSON Schema of what `emit/agenda/json.py` prints, for the programs that read it.

It is exact: a property that is added or taken away makes another version of the format, and another schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from partnerkit.emit.agenda.json import SCHEMA
from partnerkit.emit.schema_parts import COUNT, exact
from partnerkit.views.agenda import Part
from partnerkit.views.engaging.unmet import State

_NAME = {"type": "string", "minLength": 1}
_DAY = {"type": "string", "format": "date"}
_MAYBE_DAY = {"type": ["string", "null"], "format": "date"}
_PARTNERSHIP = {
    "partnership": {**_NAME, "description": "The id of the partnership."},
    "title": {**_NAME, "description": "Its title."},
}


def agenda_schema() -> Mapping[str, Any]:
    """The schema, draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:partnerkit:schema:{SCHEMA.replace('partnerkit-', '').replace('/', ':')}",
        "title": "Agenda",
        "description": "What `partnerkit agenda --format json` prints.",
        **exact(
            schema={"const": SCHEMA, "description": "The name of this format, and its version."},
            as_of={**_DAY, "description": "The day that counts as today."},
            until={**_MAYBE_DAY, "description": "The last day looked at; null if only what is overdue is."},
            partnerships={**COUNT, "description": "How many partnerships were looked at."},
            owner={
                "description": "The person whose agenda it is; null if it is everybody's.",
                "anyOf": [{"$ref": "#/$defs/person"}, {"type": "null"}],
            },
            counts=exact(
                overdue=COUNT,
                this_week={**COUNT, "description": "From today to Sunday."},
                ahead={**COUNT, "description": "From today to the last day looked at, those of this week among them."},
            ),
            entries={
                "type": "array",
                "items": {"$ref": "#/$defs/entry"},
                "description": "What is overdue, then by week; within each by person, nobody last, and then by day.",
            },
            not_met={
                "type": ["array", "null"],
                "items": {"$ref": "#/$defs/stakeholder"},
                "description": "Whom the person has not met, or not lately; null if it is everybody's agenda.",
            },
        ),
        "$defs": {"entry": _entry(), "stakeholder": _stakeholder(), "person": _person()},
    }


def _entry() -> Mapping[str, Any]:
    return exact(
        part={"enum": list(get_args(Part))},
        week={**_MAYBE_DAY, "description": "The Monday of its week; null if it is overdue."},
        on={**_DAY, "description": "The day under which it stands."},
        first={**_DAY, "description": "The first day on which it can be seen to; mostly the last one too."},
        last={**_DAY, "description": "The day by which it is due."},
        days={"type": "integer", "description": "How many days off it is; below 0 if it is overdue."},
        words={**_NAME, "description": "The same in words."},
        kind={**_NAME, "description": "What sort of date it is, such as action or risk review."},
        what={**_NAME, "description": "What is due, in one line."},
        key={**_NAME, "description": "What tells it from all other entries of the partnership, from day to day."},
        people={
            "type": "array",
            "items": {"$ref": "#/$defs/person"},
            "description": "Those who see to it; [] if nobody is named.",
        },
        **_PARTNERSHIP,
    )


def _stakeholder() -> Mapping[str, Any]:
    return exact(
        stakeholder={**_NAME, "description": "The id of the stakeholder."},
        name=_NAME,
        state={"enum": list(get_args(State))},
        last_on={**_MAYBE_DAY, "description": "The day of the last contact; null if there is none."},
        next_on={**_MAYBE_DAY, "description": "The day by which the next was due; null if nothing tells."},
        words={**_NAME, "description": "When they were last met and what was to follow, in words."},
        **_PARTNERSHIP,
    )


def _person() -> Mapping[str, Any]:
    return exact(
        id={**_NAME, "description": "The organisation's id and the person's, with a slash between."},
        name=_NAME,
        organisation={"type": "string", "description": "The organisation's name; empty if it is not known."},
    )
