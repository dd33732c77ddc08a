"""Listings of what was agreed: partnerships, partners, needs, objectives, indicators and their figures, agreements."""

from __future__ import annotations

from collections.abc import Iterator

from partnerkit.audience.marks import is_withheld
from partnerkit.export.api import Cell
from partnerkit.export.tables.columns import Column, Listing, Row, each, named, shown, written
from partnerkit.model.organisation import Organisation
from partnerkit.model.partnership.activate import Agreement
from partnerkit.model.partnership.needs import Need
from partnerkit.model.partnership.objectives import Actual, Indicator, Objective
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.partnership.who import Partner
from partnerkit.rubric.outcome_achievement import points
from partnerkit.rubric.progress import latest
from partnerkit.views.reading.duties import duties, last_notice
from partnerkit.views.thread.dossier import Dossier


def _duties(row: Row, *, overdue: bool) -> Cell:
    if any(is_withheld(row.d.partnership, key) for key in ("actions", "meetings", "risks", "health_and_safety")):
        # A number would look like all of them.
        return None
    found = [duty for duty in duties(row.d.partnership) if not overdue or duty.overdue(row.d.as_of)]
    return len(found)


PARTNERSHIPS = Listing(
    "partnerships",
    "Partnerships",
    "A partnership.",
    "",
    lambda d: (Row(d, (d.partnership,)),),
    (
        *shown(
            Partnership,
            {
                "Stage": "stage", "Status": "status", "Place": "place", "Programme": "programme",
                "Confidentiality": "confidentiality", "Summary": "summary",
            },
        ),
        Column(
            "Partners", "The organisations that take part.",
            lambda row: "; ".join(row.d.names.organisation(one.organisation) for one in row.d.partnership.partners),
        ),
        Column("Open dates", "How many dates ask for something that is still to be done.",
               lambda row: _duties(row, overdue=False)),
        Column("Overdue", "How many of them have passed.", lambda row: _duties(row, overdue=True)),
        Column("As of", "The day that counted as today.", lambda row: row.d.as_of),
    ),
)  # fmt: skip


def _organisation(row: Row, key: str) -> Cell:
    item = row.d.names.item("organisations", row.part().organisation)
    value = getattr(item.part, key) if item is not None and isinstance(item.part, Organisation) else None
    return str(value).replace("-", " ") if value else None


PARTNERS = Listing(
    "partners",
    "Partners",
    "An organisation's part in a partnership.",
    "",
    each("partners"),
    (
        *written(Partner, {"Organisation id": "organisation"}),
        *shown(Partner, {"Organisation": "organisation", "Role": "role"}),
        Column("Sort of organisation", "What sort of organisation it is.", lambda row: _organisation(row, "type")),
        Column("Size", "Its size by headcount.", lambda row: _organisation(row, "size")),
        *shown(
            Partner,
            {
                "Acts for": "on_behalf_of", "Since": "since", "Until": "until", "Motives": "motives",
                "Depends on": "depends_on",
            },
        ),
    ),
)  # fmt: skip

NEEDS = Listing(
    "needs",
    "Needs",
    "A gap between what people must be able to do and what they can do.",
    "needs",
    each("needs"),
    (
        *shown(Need, {"Need id": "id"}),
        named("Need", "The need in words."),
        *shown(
            Need,
            {
                "Organisation": "partner", "Level": "level", "Group": "group", "Priority behind it": "driver",
                "Required": "required.level", "Criterion": "required.criterion", "Found": "current.level",
                "Found by": "current.method", "Found on": "current.on", "Cause": "cause", "Trainable": "trainable",
                "People": "population", "Required by law": "priority.legal", "Safety": "priority.safety",
                "Impact": "priority.impact", "Feasibility": "priority.feasibility", "Evidence": "evidence",
            },
        ),
    ),
)  # fmt: skip


def _verdict(row: Row) -> Cell:
    found = [
        (review.on, verdict.verdict)
        for review in row.d.partnership.reviews
        for verdict in review.verdicts
        if verdict.verdict and verdict.objective.rpartition("/")[2] == row.part().id and review.on <= row.d.as_of
    ]
    return max(found)[1].replace("-", " ") if found else None


OBJECTIVES = Listing(
    "objectives",
    "Objectives",
    "Something the partners agreed to reach.",
    "objectives",
    each("objectives"),
    (
        *shown(
            Objective,
            {
                "Objective id": "id", "Objective": "statement", "Aim": "aim", "Priorities": "priorities",
                "Owners": "owners", "Beneficiaries": "beneficiaries", "Agreed on": "agreed_on",
                "Agreed by": "agreed_by", "Due": "due", "Sealed on": "locked.on",
            },
        ),
        Column("Indicators", "How many indicators it has.", lambda row: len(row.part().indicators)),
        Column("Verdict", "What the last review that judged it found.", _verdict),
    ),
)  # fmt: skip


def _indicators(d: Dossier) -> Iterator[Row]:
    """The indicators, each with the word in which the scores say how it stands."""
    words = {point.code: [one.word for one in point.checks] for point in points(d.look)} if d.look else {}
    for objective in d.partnership.objectives:
        told = words.get(objective.id, [])
        for at, indicator in enumerate(objective.indicators):
            yield Row(d, (indicator, objective), told[at] if at < len(told) else None)


def _newest(row: Row, key: str) -> Cell:
    newest = latest(row.part(), row.d.as_of)
    value: Cell = getattr(newest, key) if newest is not None else None
    return value


INDICATORS = Listing(
    "indicators",
    "Indicators",
    "Something that is measured to see whether an objective is reached.",
    "objectives",
    _indicators,
    (
        *shown(Objective, {"Objective id": "id"}, 1),
        *shown(Indicator, {"Indicator id": "id"}),
        named("Indicator", "What is measured."),
        *shown(
            Indicator,
            {
                "Type": "type", "Measure": "measure", "Unit": "unit", "Direction": "direction",
                "Baseline": "baseline.value", "Baseline in words": "baseline.narrative", "Baseline on": "baseline.on",
                "Target": "target.value", "Target in words": "target.narrative", "Target on": "target.on",
                "Tolerance": "target.tolerance",
            },
        ),
        Column("Newest", "The newest figure that was reported.", lambda row: _newest(row, "value")),
        Column("Newest in words", "The newest report, where it is told in words.",
               lambda row: _newest(row, "narrative")),
        Column("Newest on", "The day it speaks of.", lambda row: _newest(row, "on")),
        Column("State", "How it stands, in the words of the rubric outcome-achievement.", lambda row: row.word),
        *shown(Indicator, {"Source": "source", "Every so many days": "frequency_days", "Owner": "owner"}),
    ),
)  # fmt: skip


def _figures(d: Dossier) -> Iterator[Row]:
    for objective in d.partnership.objectives:
        for indicator in objective.indicators:
            yield from (Row(d, (actual, indicator, objective)) for actual in indicator.actuals)


FIGURES = Listing(
    "figures",
    "Figures",
    "A figure that was reported for an indicator.",
    "objectives",
    _figures,
    (
        *shown(Objective, {"Objective id": "id"}, 2),
        *shown(Indicator, {"Indicator id": "id", "Unit": "unit"}, 1),
        *shown(
            Actual,
            {
                "On": "on", "Figure": "value", "In words": "narrative", "Status": "status", "Responses": "responses",
                "Population": "population", "Source": "source", "Evidence": "evidence",
            },
        ),
    ),
)  # fmt: skip


def _signed(row: Row, *, is_signed: bool) -> Cell:
    found = [
        row.d.names.organisation(one.partner) for one in row.part().signatories if (one.on is not None) is is_signed
    ]
    return "; ".join(found) or None


AGREEMENTS = Listing(
    "agreements",
    "Agreements",
    "A document the partners have signed, or are about to.",
    "agreements",
    each("agreements"),
    (
        *shown(Agreement, {"Agreement id": "id"}),
        named("Agreement", "What it is called."),
        *shown(
            Agreement,
            {
                "Type": "type", "Binding": "binding", "Between": "partners", "In force from": "effective",
                "Ends": "ends", "Renewal": "renewal", "Notice in days": "notice_days",
            },
        ),
        Column("Last day for notice", "The last day to keep it from renewing itself.",
               lambda row: last_notice(row.part())),
        Column("Signed for", "The partners for which it is signed.", lambda row: _signed(row, is_signed=True)),
        Column("Unsigned for", "The partners whose signature is awaited.", lambda row: _signed(row, is_signed=False)),
        *shown(Agreement, {"Review on": "review_on", "Replaces": "supersedes", "Evidence": "evidence"}),
    ),
)  # fmt: skip

LISTINGS = (PARTNERSHIPS, PARTNERS, NEEDS, OBJECTIVES, INDICATORS, FIGURES, AGREEMENTS)
