"""Whether what meets some checks is supported by evidence from more than one side."""

from __future__ import annotations

from collections.abc import Iterable

from partnerkit.model.partnership.assessment import Evidence
from partnerkit.rubric.checking import met, unmet
from partnerkit.rubric.grading import TOP
from partnerkit.rubric.scores import Answer, Checked, State
from partnerkit.rubric.subject import Look
from partnerkit.rules.words import counted, listed

NAME = "corroborated"
TITLE = "Evidence that can be found and is authenticated comes from two partners, or from somebody outside."


def corroborated(look: Look, checks: Iterable[Checked]) -> Checked:
    """Whether the evidence that the places behind some met checks refer to supports them; each piece counts once."""
    places = [
        (fact.part, fact.field)
        for one in checks
        if one.state is State.MET
        for fact in one.answer.facts
        if fact.part is not None and fact.part is not look.part
    ]
    return Checked(NAME, TITLE, _answer(look, look.evidence_of(places)), TOP)


def _answer(look: Look, evidence: tuple[Evidence, ...]) -> Answer:
    if not evidence:
        return unmet(
            "none of what was found refers to evidence",
            "Refer to evidence from both sides where the facts stand, under `evidence`",
            [look.part],
            2,
        )
    sound = [one for one in evidence if _is_sound(look, one)]
    sides = {side for one in sound if (side := _side(look, one)) is not None}
    if len(sides) > 1 or any(side not in look.partners for side in sides):
        names = listed(sorted(map(look.name, sides)))
        return met(f"{counted(len(sound), 'piece')} of sound evidence, from {names}", sound)
    if len(sound) < len(evidence):
        wanting = [one for one in evidence if one not in sound]
        return unmet(
            f"{len(wanting)} of {counted(len(evidence), 'piece')} of evidence cannot be found or is not authenticated",
            "Add the `file` or `url`, and the `authenticity`, to the evidence",
            wanting,
            len(wanting),
        )
    whose = listed(sorted(map(look.name, sides))) if sides else "nobody it names"
    return unmet(
        f"all evidence comes from {whose}",
        "Add evidence from another partner, or from somebody outside, such as a witness or an auditor",
        sound,
        2,
    )


def _is_sound(look: Look, evidence: Evidence) -> bool:
    """Whether it can be found, and somebody vouches for it."""
    file = look.evidence_file(evidence)
    found = evidence.url is not None or (evidence.file is not None and (file is None or file.exists))
    vouched = evidence.authenticity
    return found and vouched is not None and vouched.by is not None and vouched.how is not None


def _side(look: Look, evidence: Evidence) -> str | None:
    """The id of the organisation it comes from."""
    return evidence.partner or look.organisation_of(evidence.author)
