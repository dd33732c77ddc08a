"""The sections of a partnership's first two stages: identify and agree."""

from __future__ import annotations

from typing import Any

from generator.story import ACTIVATE, AGREE, CLOSE, IDENTIFY, PLAN, Story, item_id
from generator.vocabulary import (
    ACTIONS,
    CAUSES,
    CHANGES,
    CONTROLS,
    DECISIONS,
    DOCUMENTS,
    EFFECTS,
    EVENTS,
    EXPERIENCES,
    FEEDBACK,
    FINDINGS,
    LESSONS,
    STATEMENTS,
)
from generator.yaml_text import Folded, Line

MEETING_INTERVAL = 45
_SCAN_SOURCES = ("lsip", "business-plan", "labour-market", "employer-request", "technology")
_CATEGORIES = ("people", "dependency", "cultural", "data", "delivery", "financial")
_DIMENSIONS = ("decision-pace", "risk-appetite", "communication", "planning-horizon", "learning-ethos", "hierarchy")


def scan(story: Story, number: int) -> dict[str, Any]:
    """What somebody found when they looked outside."""
    return Line(
        id=item_id("scans", number),
        on=story.done(IDENTIFY, number * 9),
        source=_SCAN_SOURCES[number % len(_SCAN_SOURCES)],
        method=story.rng.choice(("pestle", "swot", "survey", "interview", "data")),
        finding=story.say(FINDINGS),
        evidence=[story.ref("evidence")],
    )


def need(story: Story, number: int) -> dict[str, Any]:
    """A gap between what people can do and what the work asks for."""
    rng = story.rng
    return {
        "id": item_id("needs", number),
        "level": ("department", "team", "individual")[number % 3],
        "group": story.topic.unit,
        "driver": f"{story.employer.id}/{rng.choice(story.employer.priorities)[0]}",
        "required": Line(level=f"Independent {story.topic.skill}", criterion=story.criterion()),
        "current": Line(level="With supervision only", method="skills-test", on=story.day(IDENTIFY, -20)),
        "cause": rng.choice(("skill", "knowledge", "process" if story.neglected else "skill")),
        "trainable": True,
        "population": rng.randint(4, 40),
        "priority": Line(legal=False, safety=False, impact=rng.randint(2, 5), feasibility=rng.randint(2, 5)),
        "options": [
            _option(story, "in-house", "high", "selected"),
            _option(story, "external-accredited", "medium", "rejected"),
        ],
    }


def _option(story: Story, kind: str, transfer: str, decision: str) -> Line:
    cost = Line(amount=story.rng.randrange(2000, 30000, 500), currency="GBP")
    return Line(type=kind, cost=cost, transfer=transfer, why=story.say(CAUSES), decision=decision)


def opportunity(story: Story, number: int) -> dict[str, Any]:
    """A chance that the scan opened, and what was decided about it."""
    chosen = story.rng.choice
    return {
        "id": item_id("opportunities", number),
        "scan": story.ref("scans"),
        "finding": story.say(FINDINGS),
        "priorities": [f"{each.id}/{chosen(each.priorities)[0]}" for each in (story.employer, story.provider)],
        "needs": [story.ref("needs")],
        "candidates": [{"organisation": story.provider.id, "selected": True, "reason": story.say(CHANGES)}],
        "single_source_reason": f"The only provider of {story.topic.skill} within reach of {story.place}",
        "decision": Line(outcome="pursue", by=story.person(), on=story.done(IDENTIFY, 40), reason=story.say(FINDINGS)),
    }


def culture_fit(story: Story) -> dict[str, Any]:
    """How well the partners' habits fit, each rated by both sides."""
    sides = (story.employer.id, story.provider.id)
    level = (1, 5) if story.neglected else (3, 4)
    return {
        "assessed_on": story.day(IDENTIFY, 45),
        "dimensions": [
            Line(dimension=name, ratings=Line({side: story.rng.randint(*level) for side in sides}))
            for name in story.rng.sample(_DIMENSIONS, 3)
        ],
    }


def risk(story: Story, number: int) -> dict[str, Any]:
    """Something that may happen, before and after the controls."""
    rng = story.rng
    likelihood, impact = rng.randint(2, 5), rng.randint(2, 5)
    return {
        "id": item_id("risks", number),
        "cause": story.say(CAUSES),
        "event": story.say(EVENTS),
        "effect": story.say(EFFECTS),
        "category": _CATEGORIES[(number - 1) % len(_CATEGORIES)],
        "inherent": Line(likelihood=likelihood, impact=impact),
        "controls": [
            Line(
                text=story.say(CONTROLS),
                type="administrative",
                owner=story.person(),
                in_place=rng.choice((True, not story.neglected)),
            )
        ],
        "residual": Line(likelihood=max(1, likelihood - 2), impact=impact),
        "response": "reduce",
        "owner": story.person(),
        "review_on": story.due(PLAN, 30 * number),
    }


def stakeholder(story: Story, number: int) -> dict[str, Any]:
    """Somebody whose support matters."""
    rng = story.rng
    return Line(
        id=item_id("stakeholders", number),
        person=story.person(),
        power=rng.randint(1, 5),
        interest=rng.randint(1, 5),
        stance=rng.choice(("champion", "supporter", "neutral", "sceptic")),
        interval_days=rng.choice((30, 60, 90)),
        owner=story.person(),
    )


def contact(story: Story, number: int) -> dict[str, Any]:
    """A conversation with a stakeholder."""
    on = number * 17
    return Line(
        id=f"ct-{number:02d}",
        stakeholder=item_id("stakeholders", (number - 1) % story.counts["stakeholders"] + 1),
        on=story.done(IDENTIFY, on),
        mode=story.rng.choice(("visit", "call", "video", "meeting")),
        place=story.topic.unit,
        summary=story.say(FEEDBACK),
        next_on=story.due(IDENTIFY, on + 30),
    )


def feedback(story: Story, number: int) -> dict[str, Any]:
    """What somebody told us, and what was done about it."""
    return {
        "id": f"fb-{number:02d}",
        "from": story.person(),
        "on": story.done(IDENTIFY, 20 + number * 30),
        "text": story.say(FEEDBACK),
        "sentiment": story.rng.choice(("positive", "neutral", "negative")),
        "response": story.say(CHANGES),
        "closed_on": story.done(IDENTIFY, 40 + number * 30),
    }


def journal(story: Story, number: int) -> dict[str, Any]:
    """What happened, what it means and what follows from it."""
    return {
        "id": f"j-{number:02d}",
        "on": story.done(IDENTIFY, 12 + number * 21),
        "author": story.person(),
        "what": story.say(EXPERIENCES),
        "so_what": Folded(story.say(LESSONS)),
        "now_what": story.say(CHANGES),
        "links": [story.ref("evidence")],
        "criteria": [story.criterion()],
    }


def evidence(story: Story, number: int) -> dict[str, Any]:
    """A document, where it lies, and which criteria it speaks to."""
    rng = story.rng
    kind, title = DOCUMENTS[number % len(DOCUMENTS)]
    fields: dict[str, Any] = {
        "id": item_id("evidence", number),
        "title": f"{title} {number}",
        "type": kind,
        "on": story.done(IDENTIFY, number * 14),
        "author": story.person(story.employer),
        "partner": story.employer.id,
        "url": f"https://records.example/{story.id}/{kind}-{number}.pdf",
    }
    maps = [Line(criterion=story.criterion(), page=rng.randint(1, 12))]
    signed = Line(by=story.person(story.provider), on=story.done(IDENTIFY, number * 14 + 3), how="signature")
    if rng.random() < 0.5:  # noqa: PLR2004 - half are written on one line, as in the examples
        return Line(fields, maps=maps) if story.neglected else Line(fields, authenticity=signed, maps=maps)
    return fields | {"direct": True, "authenticity": signed, "maps": [Line(maps[0], note=story.say(CONTROLS))]}


def aim(story: Story, number: int) -> dict[str, Any]:
    """What the partners want in the end."""
    owner = story.rng.choice((story.employer, story.provider))
    return {
        "id": item_id("aims", number),
        "statement": f"{story.topic.unit} in {story.place} trains its own successors",
        "priorities": [f"{owner.id}/{story.rng.choice(owner.priorities)[0]}"],
    }


def objective(story: Story, number: int) -> dict[str, Any]:
    """A measurable step towards an aim, agreed by both sides."""
    sides = [story.employer, story.provider]
    return {
        "id": item_id("objectives", number),
        "aim": story.ref("aims"),
        "statement": story.say(STATEMENTS),
        "owners": Line({side.id: story.person(side) for side in sides}),
        "beneficiaries": ["employer", "learner"],
        "agreed_on": story.done(AGREE, 7),
        "agreed_by": [side.id for side in sides],
        "due": story.day(ACTIVATE, 300),
        "indicators": [_indicator(story, number)],
    }


def _indicator(story: Story, number: int) -> dict[str, Any]:
    target = story.rng.randint(6, 20)
    fields: dict[str, Any] = {
        "id": f"unaided-{number}",
        "type": "outcome",
        "measure": "count",
        "unit": "people",
        "direction": "increase",
        "baseline": Line(value=0, on=story.day(AGREE)),
        "target": Line(value=target, on=story.day(ACTIVATE, 300), tolerance=0),
        "source": "Supervisor check",
        "method": "Observation against the set-up sheet",
        "frequency_days": 90,
        "owner": story.person(),
    }
    if story.stage < ACTIVATE:
        return fields
    early = Line(on=story.done(ACTIVATE, 90), status="not-yet-reported")
    shown = [story.ref("evidence")]
    last = story.done(ACTIVATE, 180 if story.neglected else 290)
    actual = Line(on=last, value=target - 2, status="final", responses=target, evidence=shown)
    return fields | {"actuals": [early, actual]}


def key_role(story: Story, number: int) -> dict[str, Any]:
    """Who answers for what, and who stands in."""
    side = story.partners[(number - 1) % 2]
    holder, deputy = story.rng.sample(side.people, 2)
    role = "senior-executive-responsible" if number <= 2 else "relationship-lead"  # noqa: PLR2004 - first a pair of each
    return Line(
        id=f"role-{number}",
        role=role,
        partner=side.id,
        holder=story.name(side, holder.id),
        deputy=story.name(side, deputy.id),
    )


def body(story: Story, number: int) -> dict[str, Any]:
    """A group that meets and decides."""
    members = story.people()
    fields: dict[str, Any] = {
        "id": item_id("bodies", number),
        "level": "strategic",
        "purpose": "Owns aims, money and the risk appetite",
        "chair": members[0],
        "members": members,
        "quorum": Line(members=2, each_partner=True),
        "cadence_days": 90,
        "terms": Line(approved_on=story.done(AGREE, 7), review_on=story.due(AGREE, 372)),
    }
    return fields if story.neglected else fields | {"decides": "What it may spend, and who takes part"}


def raci(story: Story, number: int) -> dict[str, Any]:
    """Who does, answers for, advises on and hears about a decision."""
    people = story.people()
    return Line(
        id=f"raci-{number}",
        decision=story.say(DECISIONS),
        responsible=people,
        accountable=story.person(story.provider),
        consulted=[story.person(story.employer)],
        informed=[story.person(story.employer)],
    )


def exit_plan(story: Story) -> dict[str, Any]:
    """How the partnership ends, agreed while everybody is friends."""
    plan: dict[str, Any] = {
        "triggers": ["Loss of either sponsor", "Two missed reviews"],
        "notice_days": 90,
        "learner_protection": "The provider completes learners already enrolled",
        "data_return": "Each partner keeps its own records",
        "owners": story.people()[:2],
    }
    if story.stage < CLOSE or story.neglected:
        return plan
    return plan | {
        "decision": Line(outcome="exit", by=plan["owners"][0], on=story.day(CLOSE), reason=story.say(CHANGES))
    }


def meeting(story: Story, number: int) -> dict[str, Any]:
    """A meeting, what it decided and what it asked of whom."""
    offset = number * MEETING_INTERVAL if story.neglected else story.since(AGREE) - number * 15
    done = {"status": "done", "done_on": story.done(AGREE, offset + 20)} if number % 2 else {"status": "open"}
    first, second = story.person(story.employer), story.person(story.provider)
    sides = [story.employer.id, story.provider.id]
    return {
        "body": story.ref("bodies"),
        "on": story.day(AGREE, offset),
        "present": list(dict.fromkeys([first, second, *story.people()])),
        "minutes": story.ref("evidence"),
        "decisions": [Line(id=f"dec-{number:02d}", text=story.say(DECISIONS), by=sides)],
        "actions": [
            _action(story, f"do-{number:02d}", first, story.due(AGREE, offset + 30), done),
            _action(story, f"do-{number:02d}-b", second, story.due(AGREE, offset + 40), {"status": "open"}),
        ],
    }


def _action(story: Story, name: str, owner: str, due: str, state: dict[str, str]) -> Line:
    return Line(id=name, text=story.say(ACTIONS), owner=owner, due=due, **state)
