"""The records that partnerships share: organisations, frameworks and programmes."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from generator.vocabulary import (
    EMPLOYER_PRIORITIES,
    EMPLOYER_TITLES,
    FIRM_KINDS,
    FIRMS,
    FIRST_NAMES,
    LAST_NAMES,
    PLACES,
    PROVIDER_PRIORITIES,
    PROVIDER_TITLES,
    TOPICS,
    Topic,
)
from generator.yaml_text import Line, Quoted, mapping

TURN = 5
"""Organisations come in turns of five: a provider, three employers, and a funder or body."""

_PROVIDERS = ("fe-college", "independent-training-provider", "university")
_BODIES = ("funder", "strategic-authority", "intermediary", "trade-body")
_PROVIDER_WORDS = {"fe-college": "College", "independent-training-provider": "Training", "university": "University"}
_BODY_WORDS = {
    "funder": "Skills Trust",
    "strategic-authority": "Combined Authority",
    "intermediary": "Education Business Partnership",
    "trade-body": "Manufacturers Association",
}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in an organisation."""

    id: str
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation as partnerships need to know it, and its facts for its own file."""

    id: str
    name: str
    type: str
    place: str
    identifier: tuple[str, str]
    topic: Topic
    people: tuple[Person, ...]
    priorities: tuple[tuple[str, str], ...]


def organisation(seed: int, index: int) -> Organisation:
    """The organisation of this number: a pure function, so that every partnership can ask for the ones it names."""
    rng = Random(f"{seed}/organisation/{index}")
    place, topic = rng.choice(PLACES), TOPICS[index // TURN % len(TOPICS)]
    kind, name = _kind_and_name(rng, index, place)
    statements = EMPLOYER_PRIORITIES if kind == "employer" else PROVIDER_PRIORITIES
    return Organisation(
        id=f"{slug(name.split()[0])}-{index:04d}",
        name=name,
        type=kind,
        place=place,
        identifier=("GB-UKPRN", f"1{index:07d}")
        if kind == "fe-college"
        else ("GB-COH", f"{7_000_000 + index * 37:08d}"),
        topic=topic,
        people=_people(rng, EMPLOYER_TITLES if kind == "employer" else PROVIDER_TITLES),
        priorities=tuple(
            (f"{topic.slug}-{number}", _capital(_fill(statement, topic, place, rng)))
            for number, statement in enumerate(rng.sample(statements, rng.randint(2, 4)), 1)
        ),
    )


def organisation_text(owner: Organisation, rng: Random) -> str:
    """The file of an organisation."""
    scheme, value = owner.identifier
    record: dict[str, Any] = {
        "kind": "organisation",
        "id": owner.id,
        "name": owner.name,
        "type": owner.type,
        "size": rng.choice(("small", "medium", "large")),
    }
    if owner.type == "employer":
        record["sector"] = Quoted(owner.topic.sic)
    record |= {
        "place": owner.place,
        "identifiers": [Line(scheme=scheme, value=Quoted(value))],
        "people": [Line(id=person.id, name=person.name, title=person.title) for person in owner.people],
        "priorities": [_priority(name, statement, owner, rng) for name, statement in owner.priorities],
    }
    return mapping(record)


def slug(name: str) -> str:
    """The words of a name as an id."""
    return "-".join(name.lower().replace(".", "").split())


def _kind_and_name(rng: Random, index: int, place: str) -> tuple[str, str]:
    match index % TURN:
        case 0:
            kind = _PROVIDERS[index // TURN % len(_PROVIDERS)]
            return kind, f"{place} {_PROVIDER_WORDS[kind]}"
        case 4:
            kind = _BODIES[index // TURN % len(_BODIES)]
            return kind, f"{place} {_BODY_WORDS[kind]}"
        case _:
            return "employer", f"{rng.choice(FIRMS)} {rng.choice(FIRM_KINDS)}"


def _people(rng: Random, titles: tuple[str, ...]) -> tuple[Person, ...]:
    chosen = rng.sample(titles, rng.randint(5, len(titles)))
    firsts, lasts = rng.sample(FIRST_NAMES, len(chosen)), rng.sample(LAST_NAMES, len(chosen))
    return tuple(
        Person(slug(f"{first} {last}"), f"{first} {last}", title)
        for first, last, title in zip(firsts, lasts, chosen, strict=True)
    )


def _priority(name: str, statement: str, owner: Organisation, rng: Random) -> dict[str, Any]:
    year, employs = rng.randint(2024, 2026), owner.type == "employer"
    plan = "Business plan" if employs else "Quality improvement plan"
    return {
        "id": name,
        "statement": statement,
        "type": "business" if employs else "learning-and-development",
        "source": f"{plan} {year}, section {rng.randint(1, 9)}",
        "period": Line(start=f"{year}-01-01", end=f"{year + 2}-12-31"),
    }


def _fill(sentence: str, topic: Topic, place: str, rng: Random) -> str:
    return sentence.format(skill=topic.skill, machine=topic.machine, role=topic.role, place=place, n=rng.randint(3, 14))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
