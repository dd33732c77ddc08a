"""What cases with marked lines cannot show of the rules on agreements and plans: how much they weigh, what they say."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from partnerkit.diagnostics.diagnostic import Diagnostic, Severity
from partnerkit.rules.catalogue import all_rules
from rule_cases import BASE, files_in, found_in

HEAD = """
kind: partnership
id: foundry-skills
title: Foundry skills
stage: {stage}
partners:
  - {{organisation: northgate-castings, role: lead}}
  - {{organisation: eastfield-college}}
"""
RULES = {rule.name: rule for rule in all_rules()}


def found(name: str, body: str, stage: str = "run", files: Mapping[str, str] | None = None) -> list[Diagnostic]:
    record = HEAD.format(stage=stage) + body
    return found_in(files_in(BASE) | {"partnership.yaml": record} | dict(files or {}), [RULES[name]])


def said(name: str, body: str, stage: str = "run") -> list[str]:
    return [one.message for one in found(name, body, stage)]


@pytest.mark.parametrize(
    ("stage", "weight"),
    [("agree", Severity.WARNING), ("plan", Severity.WARNING), ("activate", Severity.ERROR), ("close", Severity.ERROR)],
)
@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("exit-arrangements-missing", ""),
        ("exit-arrangements-missing", "exit: {notice_days: 60}"),
        ("clause-missing", "agreements: [{id: nda, type: non-disclosure-agreement}]"),
        ("clause-missing", "agreements: [{id: nda, type: non-disclosure-agreement, clauses: {purpose: present}}]"),
    ],
)
def test_what_may_still_come_is_a_warning_until_the_partners_are_at_work(
    name: str, body: str, stage: str, weight: Severity
) -> None:
    assert [one.kind.severity for one in found(name, body, stage)] == [weight]


def test_a_partnership_that_has_signed_too_little_hears_what_it_has_signed() -> None:
    signed = "signatories: [{partner: northgate-castings, on: 2026-01-12}]"
    assert said("informal-agreement-only", "") == ["no signed agreement is recorded"]
    assert said("informal-agreement-only", f"agreements: [{{id: letter, type: letter-of-intent, {signed}}}]") == [
        "no agreement is recorded as signed beyond a letter of intent"
    ]
    assert said("informal-agreement-only", "agreements: [{id: mou, type: mou}]") == [
        "no signature is recorded on the memorandum of understanding, and no other agreement carries the partnership"
    ]


def test_all_matters_that_an_agreement_leaves_open_are_named_in_one_finding() -> None:
    body = "agreements: [{id: nda, title: Silence, type: non-disclosure-agreement, clauses: {purpose: present}}]"
    assert said("clause-missing", body) == [
        "“Silence” is not recorded as settling scope, confidentiality or termination"
    ]


def test_all_that_the_terms_of_a_group_leave_out_is_named_in_one_finding() -> None:
    body = "bodies: [{id: delivery-group, chair: ben-hale, quorum: {members: 0}, decides: Dates, cadence_days: 30}]"
    assert said("body-terms-incomplete", body) == [
        "the recorded terms of “Delivery group” state no purpose, members or quorum"
    ]


def test_all_that_the_exit_arrangements_leave_out_is_named_in_one_finding() -> None:
    assert said("exit-arrangements-missing", "exit: {knowledge: Belongs to both}") == [
        "the exit arrangements do not say what would bring the end about, how long before a partner must say so"
        " or who sees the learners through"
    ]


def test_people_and_organisations_are_named_as_people_know_them() -> None:
    body = "key_roles: [{id: delivery, role: delivery-lead, holder: ned-left}]"
    assert said("single-point-of-contact", body.replace("ned-left", "cat-ives")) == [
        "no deputy is recorded for Cat Ives as delivery lead"
    ]
    assert said("role-holder-left", body) == [
        "Ned Left was delivery lead for Northgate Castings Ltd until 31 January 2026, and no successor is recorded"
    ]


def test_a_row_of_the_table_of_responsibilities_is_named_by_what_it_is_about() -> None:
    body = """
raci: [{id: a, decision: Content}, {id: b, activity: patterns}, {id: release-days}]
activities: [{id: patterns, title: Pattern making}]
"""
    named = ["“Content”", "“Pattern making”", "“release days”"]
    assert said("raci-not-accountable", body) == [f"nobody is recorded as accountable for {name}" for name in named]


def test_the_other_rows_of_one_who_answers_for_too_much_are_shown_with_the_first() -> None:
    body = """
raci:
  - {id: a, decision: Content, accountable: dan-price}
  - {id: b, decision: The rota, accountable: amy-okoro}
  - {id: c, decision: Spending, accountable: dan-price}
"""
    (overloaded,) = found("raci-overloaded", body, "plan")
    assert overloaded.message == "Dan Price answers for 2 of the 3 things in the table of responsibilities"
    assert [related.span.start.line for related in overloaded.related if related.span.start] == [12]


def test_money_and_quantities_are_said_with_what_they_are_counted_in() -> None:
    body = """
activities: [{id: patterns, title: Pattern making, start: 2026-01-01, end: 2026-10-15}]
resources:
  - id: fee
    title: Fee
    committed: {money: {amount: 18000, currency: GBP}}
    delivered: {money: {amount: 4500.5, currency: GBP}}
  - {id: mentors, type: people, partner: northgate-castings, committed: {quantity: 60, unit: hours}}
  - {id: own-work, committed: {quantity: 6, unit: days}}
"""
    assert said("resource-shortfall", body) == [
        "of the 18,000 GBP promised for “Fee”, 4,500.5 are recorded as given after 100 per cent of the time",
        "of the 60 hours promised for “People” from Northgate Castings Ltd, none is recorded as given"
        " after 100 per cent of the time",
        "of the 6 days promised for “Own work”, none is recorded as given after 100 per cent of the time",
    ]


def test_an_amount_without_a_unit_is_told_apart_from_no_amount() -> None:
    body = "resources: [{id: mentors, committed: {quantity: 60}}, {id: rooms, committed: {unit: days}}]"
    assert said("resource-unquantified", body) == [
        "the record does not say what is counted by the 60 promised of “Mentors”",
        "the record does not say how much was promised of “Rooms”",
    ]


def test_the_signs_of_a_contract_are_named_and_a_workspace_may_ask_for_fewer() -> None:
    body = "resources: [{id: fee, type: money, partner: northgate-castings}]"
    own = {"partnerkit.yaml": "format: 1\nrules: {thresholds: {transactional-signs-least: 3}}\n"}
    assert found("transactional-pattern", body) == []
    assert [one.message for one in found("transactional-pattern", body, files=own)] == [
        "the record reads like a contract with a supplier: only Northgate Castings Ltd pays,"
        " no joint decision is recorded in 365 days and no joint design"
    ]


def test_one_skill_and_several_are_spoken_of_as_such() -> None:
    body = """
activities:
  - {id: a, title: Patterns, criteria: [foundry/S1], mode_hours: {online: 1}}
  - {id: b, title: Moulding, criteria: [foundry/S1, foundry/S2], mode_hours: {online: 1}}
"""
    assert said("practice-missing", body) == [
        "“Patterns” is to teach the practical skill S1 without an hour of practice",
        "“Moulding” is to teach the practical skills S1 and S2 without an hour of practice",
    ]


def test_a_need_with_one_answer_is_told_apart_from_one_with_none() -> None:
    body = """
needs: [{id: a, options: [{type: in-house}]}, {id: b}]
activities: [{id: patterns, title: Patterns, needs: [a, b]}]
"""
    assert said("single-option", body) == [
        "only one way to meet this need is recorded: in house",
        "no comparison is recorded of the ways in which this need could be met",
    ]


def test_the_notice_that_an_agreement_needs_is_said_with_its_last_day() -> None:
    signed = "signatories: [{partner: northgate-castings, on: 2026-01-12}]"
    body = f"agreements: [{{id: a, type: mou, ends: 2026-10-16, {signed}}}]  # as of 2026-10-15\n"
    assert said("agreement-expiring", body) == ["the memorandum of understanding runs out on 16 October 2026, in 1 day"]
    assert said("agreement-expiring", body.replace("ends:", "notice_days: 60, ends:")) == [
        "the memorandum of understanding runs out on 16 October 2026, in 1 day, and notice takes 60 days"
    ]
