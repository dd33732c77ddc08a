"""The shared frameworks: the five points of collaboration, and an invented standard with performance criteria."""

from __future__ import annotations

from typing import Any

from generator.vocabulary import TOPICS
from generator.yaml_text import Line, Quoted, mapping

COLLABORATION = "collaborative-relationships"
PRACTICE = "workshop-practice"
POINTS = (
    "Scan the external environment and identify collaborations that serve learning and development priorities",
    "Negotiate and document strategic aims, measurable objectives and governance",
    "Plan methods, resources, risks and expected outcomes with success criteria",
    "Activate the partnership through agreements, protocols and joint working groups",
    "Review the collaboration against its original objectives",
)
_PERFORMANCE = (
    "Prepare the {machine} and its surroundings for {skill}",
    "Carry out {skill} to the written method and the drawing",
    "Recognise faults in {skill}, and act on them within the limits of a {role}",
    "Leave the {machine} safe and the records complete",
)


def framework_texts(partnerships: int) -> dict[str, str]:
    """The files of the frameworks, by name; of the standard, the units that this many partnerships speak of."""
    return {COLLABORATION: mapping(_collaboration()), PRACTICE: mapping(_practice(min(partnerships, len(TOPICS))))}


def _collaboration() -> dict[str, Any]:
    points = [
        {"id": f"P{number}", "type": "learning-outcome", "statement": statement, "min_evidence": 2}
        for number, statement in enumerate(POINTS, 1)
    ]
    return _framework(COLLABORATION, "Developing collaborative relationships with other organisations", points)


def _practice(units: int) -> dict[str, Any]:
    return _framework(PRACTICE, "Workshop practice, an invented standard", [_unit(unit) for unit in range(units)])


def _unit(unit: int) -> dict[str, Any]:
    topic = TOPICS[unit]
    words = {"machine": topic.machine, "skill": topic.skill, "role": topic.role}
    return {
        "id": Quoted(f"{unit + 1}"),
        "type": "unit",
        "statement": f"{topic.skill[:1].upper()}{topic.skill[1:]}",
        "criteria": [
            Line(id=Quoted(f"{unit + 1}.{number}"), type="performance-criterion", statement=sentence.format(**words))
            for number, sentence in enumerate(_PERFORMANCE, 1)
        ],
    }


def _framework(name: str, title: str, tree: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "kind": "framework",
        "id": name,
        "title": title,
        "issuer": "partnerkit benchmarks",
        "version": Quoted("1"),
        "criteria": tree,
    }
