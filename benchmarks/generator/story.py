"""What one partnership is about: who, since when, how far; and the words and references its sections draw from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.frameworks import COLLABORATION, POINTS, PRACTICE
from generator.organisations import TURN, Organisation, organisation
from generator.vocabulary import ACCENTED, PLACES, TOPICS, Topic

if TYPE_CHECKING:
    from random import Random

STAGES = ("identify", "agree", "plan", "activate", "run", "review", "close")
IDENTIFY, AGREE, PLAN, ACTIVATE, RUN, REVIEW, CLOSE = range(len(STAGES))
_STAGE_WEIGHTS = (10, 15, 15, 10, 25, 15, 10)
_STAGE_DAYS = (0, 60, 100, 130, 150, 390, 480, 560)
_LEAST_DAYS = 5
TODAY = date(2026, 11, 22)
"""The day on which the corpus is looked at: kept-up records reach up to it."""
_NEGLECTED_SHARE = 0.15
_ACCENT_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class World:
    """The size and the seed of a corpus: with them, every part of it can be made alone."""

    seed: int
    partnerships: int
    organisations: int

    @property
    def programmes(self) -> int:
        """How many programmes fund the partnerships: one for about forty."""
        return self.partnerships // 40

    def programme_of(self, index: int) -> int | None:
        """The programme that funds a partnership; about one in three has none."""
        if not self.programmes:
            return None
        turn = index % (self.programmes + self.programmes // 2 + 1)
        return turn if turn < self.programmes else None


@dataclass(frozen=True, slots=True)
class Story:
    """One partnership before it is written down."""

    rng: Random
    id: str
    stage: int
    topic: Topic
    unit: int
    place: str
    started: date
    partners: tuple[Organisation, ...]
    programme: int | None
    counts: dict[str, int]
    neglected: bool
    accented: bool = False

    @property
    def employer(self) -> Organisation:
        """The partner that leads."""
        return self.partners[0]

    @property
    def provider(self) -> Organisation:
        """The partner that teaches."""
        return self.partners[1]

    def day(self, stage: int, days: int = 0) -> str:
        """A date, so many days after the beginning of a stage."""
        return self._on(stage, days).isoformat()

    def done(self, stage: int, days: int = 0) -> str:
        """The same for what has happened: no day that is still to come."""
        return min(self._on(stage, days), TODAY).isoformat()

    def due(self, stage: int, days: int = 0) -> str:
        """The same for what is to happen: where the record is kept up, no day that has passed."""
        day = self._on(stage, days)
        return (day if self.neglected else max(day, TODAY + timedelta(days=7 + days % 30))).isoformat()

    def _on(self, stage: int, days: int) -> date:
        return self.started + timedelta(days=_STAGE_DAYS[stage] + days)

    def since(self, stage: int) -> int:
        """How many days ago a stage began; negative if it has not begun yet."""
        return (TODAY - self._on(stage, 0)).days

    def say(self, sentences: tuple[str, ...]) -> str:
        """One of these sentences, in the words of this partnership."""
        text = self.rng.choice(sentences).format(
            skill=self.topic.skill,
            machine=self.topic.machine,
            role=self.topic.role,
            unit=self.topic.unit,
            place=self.place,
            n=self.rng.randint(3, 14),
            employer=self.employer.name,
            provider=self.provider.name,
        )
        if self.accented and self.rng.random() < _ACCENT_SHARE:
            text = f"{text.rstrip('.')} \N{EN DASH} {self.rng.choice(ACCENTED)}"
        return text[:1].upper() + text[1:]

    def person(self, partner: Organisation | None = None) -> str:
        """A reference to somebody of a partner: the bare id, unless two partners have it."""
        owner = partner or self.rng.choice(self.partners)
        return self.name(owner, self.rng.choice(owner.people).id)

    def name(self, owner: Organisation, person: str) -> str:
        """A reference to this person of a partner."""
        holders = sum(any(each.id == person for each in partner.people) for partner in self.partners)
        return person if holders == 1 else f"{owner.id}/{person}"

    def people(self) -> list[str]:
        """Two to four people, at least one from each of the first two partners."""
        extra = [self.person() for _ in range(self.rng.randint(0, 2))]
        return list(dict.fromkeys([self.person(self.employer), self.person(self.provider), *extra]))

    def ref(self, section: str) -> str:
        """A reference to an item that surely exists: one of the first in its section."""
        return item_id(section, self.rng.randint(1, self.counts[section]))

    def criterion(self) -> str:
        """A reference to a criterion, of the five points or of this partnership's trade."""
        if not self.neglected:
            return self.assessed()
        if self.rng.random() < 0.6:  # noqa: PLR2004 - a share, used once
            return f"{COLLABORATION}/P{self.rng.randint(1, len(POINTS))}"
        return f"{PRACTICE}/{self.unit}.{self.rng.randint(1, 4)}"

    def assessed(self) -> str:
        """The criterion of which all evidence speaks, where the record is kept up."""
        return f"{COLLABORATION}/P{(self.unit - 1) % len(POINTS) + 1}"


_PREFIXES = {
    "scans": "scan",
    "needs": "need",
    "opportunities": "opp",
    "evidence": "ev",
    "aims": "aim",
    "objectives": "obj",
    "bodies": "body",
    "activities": "act",
    "risks": "risk",
    "stakeholders": "st",
    "evaluations": "kp",
    "benefits": "ben",
    "judgements": "jud",
}


def item_id(section: str, number: int) -> str:
    """The id of an item of a section, by its number from 1."""
    return f"{_PREFIXES[section]}-{number:02d}"


def partnership_id(index: int) -> str:
    """The id of a partnership, by its number from 0."""
    topic, place = TOPICS[index % len(TOPICS)], PLACES[index // len(TOPICS) % len(PLACES)]
    return f"{topic.slug}-{place.lower().replace(' ', '-')}-{index:05d}"


def story(world: World, index: int, rng: Random) -> Story:
    """What the partnership of this number is about."""
    unit = index % len(TOPICS)
    stage = rng.choices(range(len(STAGES)), _STAGE_WEIGHTS)[0]
    neglected = rng.random() < _NEGLECTED_SHARE
    return Story(
        rng=rng,
        id=partnership_id(index),
        stage=stage,
        topic=TOPICS[unit],
        unit=unit + 1,
        place=PLACES[index // len(TOPICS) % len(PLACES)],
        started=_started(stage, rng, neglected=neglected),
        partners=_partners(world, rng),
        programme=world.programme_of(index),
        counts={},
        neglected=neglected,
    )


def _started(stage: int, rng: Random, *, neglected: bool) -> date:
    """The day on which a partnership began: one that is kept up is in its stage today, a neglected one long past it."""
    if neglected:
        return date(2023, 1, 9) + timedelta(days=rng.randrange(900))
    in_stage = rng.randint(_LEAST_DAYS, _STAGE_DAYS[stage + 1] - _STAGE_DAYS[stage] - _LEAST_DAYS)
    return TODAY - timedelta(days=_STAGE_DAYS[stage] + in_stage)


def _partners(world: World, rng: Random) -> tuple[Organisation, ...]:
    """One or two employers and a provider, at times with a body between them."""
    turns = range(world.organisations)
    employers = [index for index in turns if index % TURN not in (0, TURN - 1)]
    bodies = [index for index in turns if index % TURN == TURN - 1]
    first, *others = rng.sample(employers, min(len(employers), 2))
    chosen = [first, rng.choice(turns[::TURN])]
    if rng.random() < 0.2:  # noqa: PLR2004 - a share, used once
        chosen += others
    if bodies and rng.random() < 0.1:  # noqa: PLR2004 - likewise
        chosen.append(rng.choice(bodies))
    return tuple(organisation(world.seed, index) for index in chosen)
