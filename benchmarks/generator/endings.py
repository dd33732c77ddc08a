"""The sections of a partnership's later stages: plan, activate, run, review and close."""

from __future__ import annotations

from typing import Any

from generator.story import ACTIVATE, PLAN, REVIEW, RUN, Story, item_id
from generator.vocabulary import (
    ACTIONS,
    CHANGES,
    CONTROLS,
    EFFECTS,
    EXPERIENCES,
    FEEDBACK,
    FINDINGS,
    LESSONS,
    STATEMENTS,
)
from generator.yaml_text import Folded, Line, Quoted

_QUESTIONS = (
    "Was it worth their time?",
    "Can they do the job?",
    "Do they do it unaided at work?",
    "Is there less scrap and rework?",
)
_INSTRUMENTS = ("Reaction form", "Observed set-up", "Supervisor check", "Shift figures")
_RESPONDENTS = ("learner", "assessor", "manager", "manager")
_COLLECTED = (5, 10, 45, 60)
"""So many days after an activity each level is asked where the record is kept up."""
_EXPERTISE = ("pedagogic", "occupational", "business-process")
_AXES = ("candidates", "assessors", "methods", "elements", "records", "assessment-sites")
_CLAUSES = (
    "purpose",
    "scope",
    "governance",
    "finance",
    "intellectual_property",
    "confidentiality",
    "data_protection",
    "health_and_safety",
    "dispute",
    "exit",
)


def activity(story: Story, number: int) -> dict[str, Any]:
    """A programme that both sides design and deliver."""
    rng = story.rng
    sides = (story.employer.id, story.provider.id)
    if number > 1 and not story.neglected:
        return _workshop(story, number, sides)
    return {
        "id": item_id("activities", number),
        "title": f"{story.topic.skill[:1].upper()}{story.topic.skill[1:]}, part {number}",
        "type": rng.choice(("co-delivery", "co-design", "placement")),
        "start": story.day(RUN, number * 7),
        "end": story.day(RUN, 160 + number * 7),
        "objectives": [story.ref("objectives")],
        "needs": [story.ref("needs")],
        "designed_by": list(sides),
        "delivered_by": Line({side: rng.randrange(20, 120, 5) for side in sides}),
        "mode_hours": Line(face_to_face=rng.randint(10, 60), online=rng.randint(5, 30), simulation=20, on_job=60),
        "route": Line(type="reskilling", learners=rng.randint(4, 20)),
        "assessment": ["observation", "questioning", "portfolio"],
        "criteria": [story.criterion()],
        "line_of_sight": [_line_of_sight(story)],
    }


def _workshop(story: Story, number: int, sides: tuple[str, str]) -> dict[str, Any]:
    """A meeting of those who teach, to prepare what follows."""
    return {
        "id": item_id("activities", number),
        "title": f"Workshop on {story.topic.skill}, part {number}",
        "type": "co-design",
        "start": story.day(PLAN, number * 7),
        "end": story.day(PLAN, 7 + number * 7),
        "objectives": [story.ref("objectives")],
        "needs": [story.ref("needs")],
        "designed_by": list(sides),
        "delivered_by": Line({side: story.rng.randrange(5, 20, 5) for side in sides}),
        "mode_hours": Line(face_to_face=story.rng.randint(3, 12)),
    }


def _line_of_sight(story: Story) -> Line:
    return Line(outcome=story.say(STATEMENTS), task=f"Work at the {story.topic.machine}", role=story.topic.role)


def milestone(story: Story, number: int) -> dict[str, Any]:
    """A point in the plan that is met or not."""
    due = number * 40
    met = {"met_on": story.day(RUN, due - 2), "status": "met"} if story.stage > RUN else {"status": "scheduled"}
    return Line(
        id=f"ms-{number:02d}",
        title=f"Group {number} complete",
        due=story.day(RUN, due) if story.stage > RUN else story.due(RUN, due),
        **met,
        owner=story.person(),
        activity=story.ref("activities"),
    )


def resource(story: Story, number: int) -> dict[str, Any]:
    """What a partner puts in: promised, and given."""
    own = number % 2
    expertise = _EXPERTISE[own if story.neglected else number - 1]
    side, hours = story.partners[1 - own], story.rng.randrange(40, 200, 10)
    return Line(
        id=f"res-{number:02d}",
        type="equipment" if own else "people",
        partner=side.id,
        expertise=expertise,
        committed=Line(quantity=hours, unit="machine hours" if own else "hours", on=story.day(PLAN)),
        delivered=Line(quantity=hours - 2, unit="machine hours" if own else "hours", on=story.done(RUN, 160)),
    )


def health_and_safety(story: Story, number: int) -> dict[str, Any]:
    """What can hurt people at a site, and what is done about it."""
    topic, owner = story.topic, story.person(story.employer)
    control = Line(text=story.say(CONTROLS), type="engineering", owner=owner, in_place=True)
    return {
        "id": f"hs-{number:02d}",
        "activities": [story.ref("activities")],
        "site": f"{topic.unit}, {story.place}",
        "competent_person": owner,
        "assessed_on": story.done(ACTIVATE),
        "review_on": story.due(ACTIVATE, 365),
        "young_people": False,
        "hazards": [
            {
                "hazard": topic.hazard,
                "harmed": "Operators",
                "regulations": [topic.regulation],
                "controls": [control],
                "residual": Line(likelihood=2, impact=2),
            }
        ],
        "equipment": [
            Line(name=topic.machine, training_on=story.done(ACTIVATE, 5), inspection_due=story.due(ACTIVATE, 370))
        ],
        "insurance": Line(insurer="Example Mutual", expires=story.due(ACTIVATE, 420)),
    }


def communication(story: Story, number: int) -> dict[str, Any]:
    """Who is told what, how and how often."""
    return Line(
        id=f"com-{number:02d}",
        audience="Line managers",
        purpose="Progress of their learners",
        channel="e-mail",
        frequency_days=story.rng.choice((7, 14, 30)),
        owner=story.person(),
    )


def evaluation(story: Story, number: int) -> dict[str, Any]:
    """A question about the effect of an activity, level by level."""
    level = (number - 1) % len(_QUESTIONS) + 1
    population = story.rng.randint(8, 20)
    planned = Line(
        id=item_id("evaluations", number),
        activity=story.ref("activities"),
        level=level,
        question=Quoted(_QUESTIONS[level - 1]),
        instrument=_INSTRUMENTS[level - 1],
        planned_on=story.day(PLAN, 20),
    )
    if story.stage < REVIEW:
        return planned
    responses = population - story.rng.randint(0, 3)
    return Line(
        planned,
        collected_on=story.day(REVIEW, -20 + level) if story.neglected else story.day(RUN, 167 + _COLLECTED[level - 1]),
        responses=responses,
        population=population,
        respondent=_RESPONDENTS[level - 1],
        result=f"{responses - 1} of {population} say yes",
        evidence=[story.ref("evidence")],
    )


def agreement(story: Story, number: int) -> dict[str, Any]:
    """What the partners signed."""
    sides = (story.employer, story.provider)
    signatories = [Line(partner=side.id, person=story.person(side), on=story.done(ACTIVATE, 3)) for side in sides]
    if not story.neglected:
        signatories = [Line(each, role="By resolution of the board") for each in signatories]
    settled = _CLAUSES if story.neglected else (*_CLAUSES, "roles", "variation", "termination")
    binding = "partial" if story.neglected else "none"
    return {
        "id": f"mou-{number}",
        "type": "mou",
        "binding": binding,
        "partners": [side.id for side in sides],
        "effective": story.day(ACTIVATE, 3),
        "ends": story.due(ACTIVATE, 367),
        "review_on": story.due(ACTIVATE, 270),
        "notice_days": 90,
        "renewal": "by-agreement",
        "signatories": signatories,
        "clauses": dict.fromkeys(settled, "present") | {"safeguarding": Line(not_applicable="Adult learners only")},
        "evidence": [story.ref("evidence")],
    }


def learner(story: Story, number: int) -> dict[str, Any]:
    """A learner under a pseudonym: the contract, the manager's commitments and the reviews."""
    signed = story.done(ACTIVATE, 10)
    return {
        "id": f"learner-{number:02d}",
        "partner": story.employer.id,
        "manager": story.person(story.employer),
        "need": story.ref("needs"),
        "discussed_on": story.day(ACTIVATE, 5),
        "outcomes": [f"Independent {story.topic.skill}"],
        "performance": story.say(STATEMENTS),
        "career": f"{story.topic.role[:1].upper()}{story.topic.role[1:]}, then supervisor",
        "contract": Line(hours_per_week=6, signed=Line(learner=signed, employer=signed, provider=signed)),
        "support": {"time": story.done(RUN), "curriculum_input": story.done(RUN, 8), "mentoring": story.done(RUN, 14)},
        "reviews": [_learner_review(story, number) for number in _reviews_so_far(story)],
    }


def _reviews_so_far(story: Story) -> range:
    """The numbers of a learner's reviews: the first two, or where the record is kept up, those whose day has come."""
    return range(1, 3 if story.neglected else 1 + max(0, min(3, (story.since(RUN) + 10) // 70)))


def _learner_review(story: Story, number: int) -> Line:
    planned, on = 54 * number, story.day(RUN, 80 * number if story.neglected else 70 * number - 10)
    signed = {} if story.neglected else {"signed": Line(learner=on, employer=on, provider=on)}
    return Line(
        on=on,
        present=["learner", "employer", "provider"],
        planned_hours=planned,
        actual_hours=planned - story.rng.randint(0, 5),
        next_on=story.due(RUN, 80 * number + 80),
        **signed,
    )


def exchange(story: Story, number: int) -> dict[str, Any]:
    """A visit from one partner to the other, and what each learned."""
    return {
        "id": f"ex-{number:02d}",
        "on": story.done(RUN, 60 * number),
        "host": story.employer.id,
        "visitors": [story.person(story.provider)],
        "level": "leader",
        "focus": f"How {story.topic.skill} is planned and priced",
        "learned": {story.provider.id: story.say(LESSONS), story.employer.id: story.say(CHANGES)},
    }


def curriculum(story: Story, number: int) -> dict[str, Any]:
    """What the employer changed in what is taught."""
    unit = f"Unit {story.rng.randint(2, 18)}"
    return Line(
        id=f"cur-{number:02d}",
        partner=story.employer.id,
        on=story.done(RUN, 20 * number),
        type="assignment",
        proposal=story.say(CHANGES),
        adopted=True,
        adopted_in=unit,
    )


def cpd(story: Story, number: int) -> dict[str, Any]:
    """A teacher's time in industry."""
    return Line(
        id=f"cpd-{number:02d}",
        person=story.person(story.provider),
        on=story.done(RUN, 30 * number),
        hours=story.rng.randrange(6, 40, 2),
        focus=story.topic.skill,
        change=story.say(CHANGES),
    )


def event(story: Story, number: int) -> dict[str, Any]:
    """Something that others were invited to."""
    return Line(
        id=f"evt-{number:02d}",
        title=f"{story.topic.unit} open evening",
        on=story.done(RUN, 70 * number),
        participants=story.rng.randint(8, 60),
        outputs="Three schools ask for visits",
    )


def incident(story: Story, number: int) -> dict[str, Any]:
    """Something that went wrong, and what it taught."""
    return Line(
        id=f"inc-{number:02d}",
        on=story.done(RUN, 33 * number),
        site=f"{story.topic.unit}, {story.place}",
        type="near-miss",
        days_off=0,
        lesson=story.say(EXPERIENCES),
    )


def benefit(story: Story, number: int) -> dict[str, Any]:
    """What somebody got out of it: hoped for, and had."""
    return Line(
        id=item_id("benefits", number),
        beneficiary=story.rng.choice(("employer", "learner", "provider")),
        scale="organisation",
        expected=story.say(STATEMENTS),
        realised=story.say(FEEDBACK),
        corroborated_by=[story.provider.id],
        evidence=[story.ref("evidence")],
    )


def value(story: Story, number: int) -> dict[str, Any]:
    """Where the programme adds value, unit by unit."""
    return Line(
        id=f"val-{number:02d}",
        activity=story.ref("activities"),
        unit=story.topic.unit,
        verdict=story.rng.choice(("adds", "no-evidence")),
        evidence=[story.ref("evidence")],
    )


def survey(story: Story, number: int) -> dict[str, Any]:
    """What the people of one partner say of the partnership."""
    rng = story.rng
    return Line(
        id=f"sur-{number:02d}",
        instrument="partnership-assessment-tool",
        on=story.done(REVIEW, number),
        partner=story.partners[(number - 1) % 2].id,
        responses=rng.randint(3, 9),
        factors=Line(clarity=rng.randint(2, 5), trust=rng.randint(2, 5), commitment=rng.randint(2, 5)),
    )


def review(story: Story, number: int) -> dict[str, Any]:
    """The partners' own look back: verdicts, lessons, recommendations."""
    verdict = Line(
        objective=story.ref("objectives"),
        verdict="partly-met",
        quantitative="Ten of twelve",
        qualitative=story.say(FEEDBACK),
        why=story.say(EFFECTS),
        evidence=[story.ref("evidence")],
    )
    return {
        "id": f"rev-{number}",
        "on": story.done(REVIEW, 20),
        "period": Line(start=story.day(ACTIVATE), end=story.day(REVIEW)),
        "authors": story.people()[:2],
        "verdicts": [verdict],
        "lessons": [_lesson(story, number)],
        "recommendations": [_recommendation(story, number)],
    }


def _lesson(story: Story, number: int) -> dict[str, Any]:
    what = Folded(story.say(LESSONS))
    return {"id": f"les-{number:02d}", "what": what, "cause": story.say(EXPERIENCES), "change": story.say(CHANGES)}


def _recommendation(story: Story, number: int) -> Line:
    text, due = story.say(ACTIONS), story.due(REVIEW, 60)
    return Line(id=f"rec-{number:02d}", text=text, owner=story.person(), due=due, decision="pending")


def testimony(story: Story, number: int) -> dict[str, Any]:
    """What a witness saw, in the witness's own words."""
    return {
        "id": f"tes-{number:02d}",
        "witness": story.person(story.employer),
        "relationship": "Supervisor of the learners",
        "competent": True,
        "observed_on": story.done(RUN, 120),
        "signed_on": story.done(RUN, 124),
        "own_words": Folded(f"{story.say(FEEDBACK)}. {story.say(FINDINGS)}."),
        "claims": [story.ref("objectives")],
        "criteria": [story.criterion()],
    }


def judgement(story: Story, number: int) -> dict[str, Any]:
    """An assessor's decision about a piece of evidence and a criterion."""
    tests = dict.fromkeys(("valid", "authentic", "current", "sufficient", "reliable"), "met")
    assessor = story.provider.people[0].id
    return Line(
        id=item_id("judgements", number),
        evidence=story.ref("evidence") if story.neglected else item_id("evidence", number),
        criterion=story.criterion(),
        by=story.person(story.provider) if story.neglected else story.name(story.provider, assessor),
        on=story.done(RUN, 130 + number),
        **tests,
        decision="met",
    )


def sample(story: Story, number: int) -> dict[str, Any]:
    """A quality assurer's second look at judgements."""
    kept = {} if story.neglected else {"axes": list(_AXES)}
    sampler = story.provider.people[1].id
    return Line(
        id=f"iqa-{number:02d}",
        by=story.person(story.provider) if story.neglected else story.name(story.provider, sampler),
        on=story.done(RUN, 150 + number),
        stage="interim",
        **kept,
        judgements=[story.ref("judgements")],
        outcome="agree",
    )
