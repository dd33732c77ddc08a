"""The programmes that fund partnerships, and the configuration of the workspace."""

from __future__ import annotations

from random import Random

from generator.organisations import TURN, organisation
from generator.story import World, partnership_id
from generator.yaml_text import Line, mapping


def programme_id(number: int) -> str:
    """The id of a programme, by its number from 0."""
    return f"skills-fund-{number:03d}"


def programme_texts(world: World) -> dict[str, str]:
    """The files of the programmes, by name."""
    members: dict[int, list[str]] = {number: [] for number in range(world.programmes)}
    for index in range(world.partnerships):
        number = world.programme_of(index)
        if number is not None:
            members[number].append(partnership_id(index))
    return {programme_id(number): _programme(world, number, partnerships) for number, partnerships in members.items()}


def configuration(world: World) -> str:
    """The file that marks the root of the workspace."""
    return mapping(
        {
            "format": 1,
            "title": f"{world.partnerships} employer partnerships",
            "owner": organisation(world.seed, 0).id,
            "risk_matrix": {"appetite": 12, "bands": Line(low=4, moderate=9, high=16, critical=25)},
        }
    )


def _programme(world: World, number: int, partnerships: list[str]) -> str:
    rng = Random(f"{world.seed}/programme/{number}")
    funder = rng.choice(range(TURN - 1, world.organisations, TURN))
    lead = rng.choice(range(0, world.organisations, TURN))
    year = rng.randint(2024, 2026)
    lines = mapping(
        {
            "kind": "programme",
            "id": programme_id(number),
            "title": f"Skills Fund {number + 1}",
            "funder": organisation(world.seed, funder).id,
            "lead": organisation(world.seed, lead).id,
            "period": Line(start=f"{year}-01-01", end=f"{year}-12-31"),
            "grant": Line(amount=rng.randrange(20_000, 200_000, 1_000), currency="GBP"),
        }
    )
    # One partnership a line, so that adding one changes one line.
    return lines + "partnerships:\n" + "".join(f"  - {each}\n" for each in partnerships)
