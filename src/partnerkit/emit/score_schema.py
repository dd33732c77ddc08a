"""The JSON Schema of what `emit/score/json.py` prints, for the programs that read it.

It is exact: a property that is added or taken away makes another version of the format, and another schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from partnerkit.emit.schema_parts import COUNT, FILE, exact
from partnerkit.emit.score.json import SCHEMA
from partnerkit.rubric.scores import BANNER, State
from partnerkit.rules.stages import Stage

_TEXT = {"type": "string"}
_NAME = {"type": "string", "minLength": 1}
_LEVEL = {"type": ["integer", "null"], "minimum": 0, "description": "The level reached; null if there is none."}


def score_schema() -> Mapping[str, Any]:
    """The schema, draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:partnerkit:schema:{SCHEMA.replace('partnerkit-', '').replace('/', ':')}",
        "title": "Scores",
        "description": "What `partnerkit score --format json` prints.",
        **exact(
            schema={"const": SCHEMA, "description": "The name of this format, and its version."},
            banner={"const": BANNER, "description": "What a score is not; to be shown wherever a score is."},
            as_of={"type": "string", "format": "date", "description": "The day as of which the records were scored."},
            workspace={**FILE, "description": "The folder of the workspace, relative to the current one."},
            errors={**COUNT, "description": "Errors in the records; those that have one are not scored."},
            rubrics=_list("rubric", "The rubrics, in the order of the scores."),
            scores=_list("score", "The scores, by rubric and then by the partnership's id."),
            below=_list("below", "The points that are below the level asked for."),
        ),
        "$defs": {
            "rubric": _rubric(),
            "score": _score(),
            "point": _point(),
            "check": _check(),
            "place": _place(),
            "figures": _figures(),
            "step": _step(),
            "below": _below(),
        },
    }


def _list(name: str, description: str) -> Mapping[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}, "description": description}


def _rubric() -> Mapping[str, Any]:
    return exact(
        name=_NAME,
        title=_NAME,
        levels={"type": "array", "items": _NAME, "description": "The words of its levels from 0 up; [] if none."},
        caveat={**_TEXT, "description": "What must be said with every score by it; empty if nothing."},
    )


def _score() -> Mapping[str, Any]:
    return exact(
        rubric=_NAME,
        partnership={**_NAME, "description": "The id of the partnership."},
        title=_NAME,
        stage={"enum": [stage.word for stage in Stage]},
        level=_LEVEL,
        word={**_NAME, "description": "How the whole stands; never to be shown without the profile."},
        profile={**_TEXT, "description": "The points with their levels or fractions."},
        counts={
            **exact(**{state.value: COUNT for state in State}),
            "description": "How many checks are in each state.",
        },
        points=_list("point", "The points of the rubric."),
        figures=_list("figures", "Figures that stand beside the score and are no part of it."),
        next=_list("step", "What would raise a level, cheapest first."),
        faults={"type": "array", "items": _NAME, "description": "What failed in the program; the exit code is 2 then."},
    )


def _point() -> Mapping[str, Any]:
    weight = {"type": "number", "minimum": 0}
    return exact(
        code={**_NAME, "description": "Its short name, unique in the score."},
        title=_NAME,
        level=_LEVEL,
        word=_NAME,
        met={**weight, "description": "The weight of the checks that are met: their number, unless weights are set."},
        due={**weight, "description": "The weight of the checks that count: met, not met or unknown."},
        remarks={"type": "array", "items": _NAME, "description": "What a reader must know of how it came about."},
        place={"description": "What it is about, if that is one item.", "anyOf": [_ref("place"), {"type": "null"}]},
        checks=_list("check", "Its checks."),
    )


def _check() -> Mapping[str, Any]:
    return exact(
        name={"type": "string", "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$"},
        title={**_NAME, "description": "What is the case where it is met."},
        state={"enum": [state.value for state in State]},
        word={**_NAME, "description": "The rubric's own word for how it stands; else the state."},
        level={**COUNT, "description": "The level that cannot be reached without it."},
        weight={"type": "number", "minimum": 0},
        said={**_TEXT, "description": "What the record shows."},
        todo={**_TEXT, "description": "What would meet it; empty where there is nothing to say."},
        steps={**COUNT, "description": "About how many entries that takes."},
        places=_list("place", "Where the record shows it."),
    )


def _place() -> Mapping[str, Any]:
    number = {"type": ["integer", "null"], "minimum": 1}
    return exact(
        file=FILE,
        line={**number, "description": "The line, from 1; null if the whole file is meant."},
        column={**number, "description": "The column, from 1, in code points."},
        words={**_TEXT, "description": "What stands there, where that is not plain."},
    )


def _figures() -> Mapping[str, Any]:
    texts = {"type": "array", "items": _TEXT}
    return exact(title=_NAME, columns=texts, rows={"type": "array", "items": texts}, note=_TEXT)


def _step() -> Mapping[str, Any]:
    return exact(
        point={**_NAME, "description": "The code of the point it would raise."},
        level={**_LEVEL, "description": "The level the point would reach; null if the rubric has none."},
        raises_whole={"type": "boolean"},
        entries={**COUNT, "description": "About how many entries or values it takes."},
        checks={"type": "array", "items": _NAME, "description": "The checks to be met, by name."},
    )


def _below() -> Mapping[str, Any]:
    return exact(rubric=_NAME, partnership=_NAME, point=_NAME, level=COUNT, asked=COUNT)


def _ref(name: str) -> Mapping[str, Any]:
    return {"$ref": f"#/$defs/{name}"}
