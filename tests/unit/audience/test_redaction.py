"""What each audience may see, rule by rule; the expectations are written by hand."""

from __future__ import annotations

from typing import Any

import pytest

from partnerkit.audience.marks import is_withheld
from partnerkit.audience.redaction import redacted
from partnerkit.model.configuration import Audience
from partnerkit.model.organisation import Organisation, Person
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.workspace.workspace import Workspace
from unit.views.records import SMALLEST, workspace

PEOPLE: list[dict[str, Any]] = [
    {"id": "zoe-ash", "name": "Zoë Ash", "title": "Foreman", "email": "zoe@yard.example", "phone": "01632 960001"},
    {"id": "al-roe", "name": "Al Roe", "title": "Foreman", "function": "Docks", "since": "2020-01-01"},
    {"id": "kit-oar", "name": "Kit Oar", "x-note": "left handed"},
    {"id": "bo-tarn", "pseudonym": "Sunny", "title": "PA to Zoë Ash"},
    {"id": "chair", "name": "Una Pike", "title": "Chair"},
]
YARD: dict[str, Any] = {
    "kind": "organisation", "id": "yard", "name": "Northquay Shipyard",
    "people": PEOPLE, "priorities": [{"id": "welders", "statement": "Nine welders", "type": "business"}],
}  # fmt: skip
COLLEGE: dict[str, Any] = {
    "kind": "organisation", "id": "college", "name": "Estuary College",
    "people": [{"id": "mae-lund", "name": "Mae Lund", "title": "Lecturer"}],
}  # fmt: skip


def held(**sections: Any) -> Workspace:
    return workspace(YARD, COLLEGE, SMALLEST | sections)


def seen(audience: Audience, **sections: Any) -> Partnership:
    (record,) = redacted(held(**sections), audience).workspace.partnerships
    assert isinstance(record.part, Partnership)
    return record.part


def people(audience: Audience, **sections: Any) -> dict[str, Person]:
    record = redacted(held(**sections), audience).workspace.record("organisations", "yard")
    assert record is not None
    assert isinstance(record.part, Organisation)
    return {person.id: person for person in record.part.people}


# ---------------------------------------------------------------------- people


def test_for_the_public_people_are_their_roles_and_numbered_where_two_have_the_same() -> None:
    roles = [{"id": "lead", "role": "relationship-lead", "partner": "yard", "holder": "kit-oar"}]
    found = people("public", key_roles=roles)
    # By the order of their ids: al-roe, bo-tarn, chair, kit-oar, zoe-ash.
    assert {id_: person.name for id_, person in found.items()} == {
        "person-1": "Foreman 1, Northquay Shipyard",
        "person-2": "PA to a withheld name, Northquay Shipyard",
        "person-3": "Chair, Northquay Shipyard",
        "person-4": "Relationship lead, Northquay Shipyard",
        "person-5": "Foreman 2, Northquay Shipyard",
    }
    assert [(person.pseudonym, person.since, person.email) for person in found.values()] == [(None, None, None)] * 5
    assert (found["person-1"].function, found["person-5"].phone) == ("withheld", "withheld")


def test_who_has_no_role_is_a_person_of_the_organisation() -> None:
    assert people("public")["person-4"].name == "Person at Northquay Shipyard"


def test_the_partners_see_names_and_no_contact_details() -> None:
    zoe = people("partners")["zoe-ash"]
    assert (zoe.name, zoe.title, zoe.email, zoe.phone) == ("Zoë Ash", "Foreman", None, "withheld")
    assert (is_withheld(zoe, "email"), is_withheld(zoe, "name")) == (True, False)


def test_references_to_people_lead_to_the_same_people() -> None:
    found = seen(
        "public",
        bodies=[{"id": "steering", "chair": "zoe-ash", "members": ["zoe-ash", "mae-lund"]}],
        objectives=[{"id": "o", "statement": "Nine pass", "owners": {"yard": "al-roe", "college": "college/mae-lund"}}],
    )
    assert found.bodies[0].chair == "yard/person-5"
    assert found.bodies[0].members == ("yard/person-5", "college/person-1")
    assert found.objectives[0].owners == {"yard": "yard/person-1", "college": "college/person-1"}


def test_names_in_texts_and_ids_become_roles_too() -> None:
    found = seen(
        "public",
        title="Zoë Ash and friends",
        place="With the chair, at ZOE-ASH's dock; Una, Pike and Sunny",
        practices=[{"id": "pr-zoe", "behaviour": "Mae marks"}, {"id": "pr-ash", "behaviour": "Nobody marks"}],
        stage_history=[{"stage": "identify", "on": "2026-01-01", "evidence": ["ev-zoe-ash"]}],
        evidence=[{"id": "ev-zoe-ash", "title": "Minutes", "type": "minutes"}],
    )
    assert found.title == "the Foreman 2 of Northquay Shipyard and friends"
    assert found.place == (
        "With the chair, at the Foreman 2 of Northquay Shipyard's dock; the Chair of Northquay Shipyard, "
        "the Chair of Northquay Shipyard and the PA to a withheld name of Northquay Shipyard"
    )
    assert [practice.id for practice in found.practices] == ["pr-withheld-2", "pr-withheld"]
    assert found.practices[0].behaviour == "the Lecturer of Estuary College marks"
    assert found.stage_history[0].evidence == ("evidence/ev-withheld",)
    assert found.evidence[0].id == "ev-withheld"


def test_a_word_of_an_organisations_name_is_no_secret() -> None:
    family = {**COLLEGE, "people": [{"id": "sam-estuary", "name": "Sam Estuary"}]}
    made = redacted(workspace(YARD, family, SMALLEST | {"summary": "On the estuary, by Sam Estuary"}), "public")
    assert isinstance(made.workspace.partnerships[0].part, Partnership)
    assert made.workspace.partnerships[0].part.summary == "On the estuary, by a person at Estuary College"


def test_the_files_a_record_was_read_from_are_not_named_after_people() -> None:
    named = workspace(YARD, COLLEGE, SMALLEST | {"id": "zoe-ash"})
    made = redacted(named, "public")
    assert made.ids == {"zoe-ash": "withheld"}
    assert made.workspace.partnerships[0].files == ("withheld.yaml",)


# ---------------------------------------------------------------------- sections and fields


LEARNER = {
    "id": "welder-1", "career": "Foreman one day", "outcomes": ["Welds overhead"],
    "reviews": [{"on": "2026-01-01", "slippage": "Ill", "agreed": ["Rest", "Read"]}],
}  # fmt: skip
STAKEHOLDER = {"id": "st", "person": "zoe-ash", "power": 5, "interest": 2, "stance": "blocker", "interval_days": 60}


def test_learners_are_left_out_for_the_public_and_pseudonyms_for_the_partners() -> None:
    public = seen("public", learners=[LEARNER], summary="With welder-1")
    assert (public.learners, is_withheld(public, "learners"), public.summary) == ((), True, "With a learner")
    (learner,) = seen("partners", learners=[LEARNER]).learners
    assert (learner.id, learner.outcomes, learner.career) == ("welder-1", ("Welds overhead",), "withheld")
    assert (learner.reviews[0].slippage, learner.reviews[0].agreed) == ("withheld", ("withheld",))


@pytest.mark.parametrize(
    ("section", "value", "shown"),
    [
        ("journal", [{"id": "j", "on": "2026-01-01", "what": "Tired"}], {"internal"}),
        ("stakeholders", [STAKEHOLDER], {"internal", "partners"}),
        ("risks", [{"id": "r", "event": "The bay closes"}], {"internal", "partners"}),
        ("meetings", [{"id": "m", "on": "2026-01-01"}], {"internal", "partners"}),
        ("incidents", [{"id": "i", "on": "2026-01-01", "type": "minor-injury"}], {"internal", "partners"}),
        ("incidents", [{"id": "i", "on": "2026-01-01", "type": "safeguarding"}], {"internal"}),
        ("activities", [{"id": "a", "title": "Welding"}], {"internal", "partners", "public"}),
    ],
)
def test_a_section_is_for_some_and_what_is_not_there_is_not_withheld(section: str, value: Any, shown: set[str]) -> None:
    audiences: tuple[Audience, ...] = ("internal", "partners", "public")
    for audience in audiences:
        found = seen(audience, **{section: value})
        assert bool(getattr(found, section)) is (audience in shown)
        assert is_withheld(found, section) is (audience not in shown)
        assert not is_withheld(seen(audience), section)


def test_power_interest_and_stance_are_internal() -> None:
    (found,) = seen("partners", stakeholders=[STAKEHOLDER]).stakeholders
    assert (found.person, found.power, found.interest, found.stance, found.interval_days) == (
        "zoe-ash", None, None, None, 60,
    )  # fmt: skip
    assert [is_withheld(found, key) for key in ("power", "interest", "stance", "person")] == [True, True, True, False]


def test_the_partners_read_what_was_said_and_not_who_said_it() -> None:
    (found,) = seen("partners", feedback=[{"id": "f", "from": "zoe-ash", "text": "Too slow"}]).feedback
    assert (found.text, found.from_, is_withheld(found, "from")) == ("Too slow", None, True)


def test_references_to_what_is_withheld_are_withheld_too() -> None:
    sections: dict[str, Any] = {
        "needs": [{"id": "n"}],
        "activities": [{"id": "a", "title": "Welding", "needs": ["n"]}],
        "meetings": [{"id": "m", "on": "2026-01-01"}],
        "practices": [{"id": "p", "behaviour": "Both mark", "instance": "meetings/m"}],
    }
    found = seen("public", **sections)
    assert (found.activities[0].needs, is_withheld(found.activities[0], "needs")) == ((), True)
    assert (found.practices[0].instance, is_withheld(found.practices[0], "instance")) == (None, True)
    assert seen("partners", **sections).practices[0].instance == "meetings/m"


# ---------------------------------------------------------------------- money


def test_sums_are_for_the_partners() -> None:
    sum_ = {"amount": 14500, "currency": "GBP"}
    resources = [{"id": "r", "committed": {"quantity": 3, "unit": "days", "money": sum_}}]
    (public,), (partners,) = (seen(a, resources=resources).resources for a in ("public", "partners"))
    assert public.committed is not None
    assert partners.committed is not None
    assert (public.committed.money, public.committed.quantity) == (None, 3)
    assert is_withheld(public.committed, "money")
    assert partners.committed.money is not None
    assert seen("public", resources=resources, summary="It cost 14,500 in 3 days").summary == (
        "It cost a withheld sum in 3 days"
    )


def test_an_indicator_that_counts_money_has_no_figures_for_the_public() -> None:
    indicator = {
        "id": "i", "measure": "currency", "baseline": {"value": 10, "on": "2026-01-01"},
        "target": {"value": 20, "tolerance": 2},
        "actuals": [{"on": "2026-02-01", "value": 15}, {"on": "2026-03-01", "status": "not-yet-reported"}],
    }  # fmt: skip
    objectives = [
        {"id": "o", "statement": "Save", "indicators": [indicator, indicator | {"id": "j", "measure": "count"}]}
    ]
    money, count = seen("public", objectives=objectives).objectives[0].indicators
    assert money.baseline is not None
    assert money.target is not None
    assert (money.baseline.value, money.baseline.narrative, money.target.value, money.target.tolerance) == (
        None, "withheld", None, None,
    )  # fmt: skip
    assert [(actual.value, actual.narrative) for actual in money.actuals] == [(None, "withheld"), (None, None)]
    assert count.baseline is not None
    assert count.baseline.value == 10
    assert seen("partners", objectives=objectives).objectives[0].indicators[0].actuals[0].value == 15


# ---------------------------------------------------------------------- evidence


@pytest.mark.parametrize(
    ("type_", "scope", "shown"),
    [
        ("minutes", None, {"internal", "partners"}),
        ("minutes", "internal", {"internal"}),
        ("photo", None, {"internal"}),
        ("photo", "partners", {"internal", "partners"}),
        ("photo", "public", {"internal", "partners", "public"}),
    ],
)
def test_evidence_is_shown_as_far_as_consent_goes(type_: str, scope: str | None, shown: set[str]) -> None:
    consent = {"consent": {"scope": scope}} if scope else {}
    evidence = [
        {"id": "e", "title": "The dock", "type": type_, "file": "files/dock.jpg", "note": "Two welders"} | consent
    ]
    audiences: tuple[Audience, ...] = ("internal", "partners", "public")
    for audience in audiences:
        (found,) = seen(audience, evidence=evidence).evidence
        expected = ("files/dock.jpg", "Two welders") if audience in shown else (None, "withheld")
        assert (found.title, found.file, found.note) == ("The dock", *expected)


def test_a_file_named_after_somebody_is_withheld_even_with_consent() -> None:
    evidence = [
        {"id": "e", "title": "CV", "type": "report", "file": "files/zoeash.pdf", "consent": {"scope": "public"},
         "url": "https://yard.example/cv"},
    ]  # fmt: skip
    (found,) = seen("public", evidence=evidence).evidence
    assert (found.file, is_withheld(found, "file"), found.url) == (None, True, "https://yard.example/cv")


def test_a_testimony_is_by_a_role_and_goes_as_far_as_the_consent_to_its_evidence() -> None:
    testimony = {
        "id": "t",
        "witness": "zoe-ash",
        "own_words": "They weld.",
        "contact": "Dock office",
        "evidence": ["e"],
    }
    evidence: dict[str, Any] = {"id": "e", "title": "Signed", "type": "witness-testimony"}
    (silent,) = seen("public", testimonies=[testimony], evidence=[evidence]).testimonies
    assert (silent.witness, silent.own_words, silent.contact) == ("yard/person-5", "withheld", "withheld")
    (told,) = seen("partners", testimonies=[testimony], evidence=[evidence]).testimonies
    assert told.own_words == "They weld."
    for scope, words in (("public", "They weld."), ("partners", "withheld")):
        consented = evidence | {"consent": {"scope": scope}}
        (found,) = seen("public", testimonies=[testimony], evidence=[consented]).testimonies
        assert found.own_words == words


# ---------------------------------------------------------------------- the whole


def test_keys_of_the_users_own_are_internal_and_cannot_pose_as_our_mark() -> None:
    made = held(**{"x-cost-centre": "4711", "x-withheld": ["title"]})
    internal = redacted(made, "internal").workspace.partnerships[0].part
    assert internal.model_extra == {"x-cost-centre": "4711", "x-withheld": ["title"]}
    assert not is_withheld(internal, "title")
    assert seen("partners", **{"x-cost-centre": "4711"}).model_extra == {}


def test_the_sentence_counts_what_is_withheld() -> None:
    made = workspace(
        SMALLEST | {"learners": [LEARNER], "summary": "Call Zoë Ash", "x-a": "b"},
        COLLEGE,
        {**YARD, "people": PEOPLE[:1], "priorities": []},
    )
    # Two names, two contact details, one learner, one own key; the name again in the summary.
    assert redacted(made, "public").sentence == (
        "Written for the public: 7 values are withheld or replaced in these records: contact details (2), "
        "keys of your own (1), learners and what is said of them (1), names and details of people (3)"
    )
    assert redacted(made, "internal").sentence == ""
    assert redacted(workspace(SMALLEST), "partners").sentence == (
        "Written for the partners: the records hold nothing that had to be withheld"
    )


def test_what_is_internal_is_read_as_it_is() -> None:
    made = held(learners=[LEARNER])
    assert redacted(made, "internal").workspace is made


def test_the_workspace_it_is_made_from_stays_as_it_was() -> None:
    made = held(learners=[LEARNER], summary="Zoë Ash")
    before = [record.part.model_dump_json() for record in (*made.organisations, *made.partnerships)]
    redacted(made, "public")
    assert [record.part.model_dump_json() for record in (*made.organisations, *made.partnerships)] == before
