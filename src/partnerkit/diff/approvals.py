"""What judgements and approvals cover: one table, which says of each sort what it rests on and what to do about it.

A fact is in it if somebody who judged or signed would have to look again: wording that binds, days, figures, who is
bound, where in the evidence to look, and the bytes of the file. Left out is what can change without that: notes,
titles, what is planned next (`review_on`, owners, a control that has been put in place as intended), what the tool
writes, and what another check watches already: objectives that are sealed belong to `lock`.

A way leads from the part on which an approval stands to a value. Its steps are fields with dots between them; a
reference is followed, a list gives each of its items, `^` is the item around the part, and `maps?criterion` are those
of a list whose `criterion` names the same as that of the part.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from partnerkit.model.base import Part
from partnerkit.model.exposure import Control, Exposure
from partnerkit.model.framework import Criterion
from partnerkit.model.partnership.activate import Agreement, Clauses, Signatory
from partnerkit.model.partnership.agree import Body, Exit, Quorum
from partnerkit.model.partnership.assessment import Evidence, EvidenceMap, Judgement, Sample, Testimony
from partnerkit.model.partnership.identify import (
    Candidate,
    CandidateCriterion,
    CultureFit,
    CultureRating,
    Opportunity,
)
from partnerkit.model.partnership.learners import Learner, ProgressReview
from partnerkit.model.partnership.objectives import Baseline, Change, Indicator, Objective, Target
from partnerkit.model.partnership.review import Lesson, ObjectiveVerdict, Recommendation, Review
from partnerkit.model.partnership.risks import Risk
from partnerkit.model.partnership.safety import Equipment, Hazard, HealthAndSafety, Substance
from partnerkit.model.quantities import Period


@dataclass(frozen=True, slots=True)
class Cover:
    """A sort of judgement or approval, and what it covers.

    Attributes:
        name: What it is called.
        model: The part on which it stands.
        phrase: What one of them is, in words; a way in braces stands for what it leads to, `{}` for the part.
        facts: The ways to the facts of substance.
        again: What to do when one of them has changed, for whoever gave it; ways in braces, and `{partnership}`.
        on: The way to its day; "" if the format has no field for it.
        by: The ways to whoever gave it; the first that leads somewhere counts.
        somebody: Who gave it where the record names nobody.
        marks: The ways to what makes it the same approval still, besides its day and who gave it.
        files: The ways to evidence whose files it covers.
        later: Those of the facts that may be filled in afterwards: where nothing stood, nothing has changed.
        sisters: Of those that agree in the values at these ways, only the last counts; () if each counts.
        lapsed: Ways, each with the values with which there is nothing to renew; () means any value.
        until: The way to the last day on which it counts.
        sibling: The keys that tell it from others in the same item.
    """

    name: str
    model: type[Part]
    phrase: str
    facts: tuple[str, ...]
    again: str
    on: str = "on"
    by: tuple[str, ...] = ("by",)
    somebody: str = ""
    marks: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    sisters: tuple[str, ...] = ()
    lapsed: tuple[tuple[str, tuple[str, ...]], ...] = ()
    until: str = ""
    sibling: tuple[str, ...] = ("id",)


def _signed(party: str, by: tuple[str, ...]) -> tuple[Cover, Cover]:
    """The signature of one of the three under a learner's contract, and under a review of progress."""
    return (
        Cover(
            "signature on a learner's contract", Learner, f"signature of the {party} on the contract of {{id}}",
            ("contract.hours_per_week", "contract.research_permission", "contract.review_days"),
            "Have the contract signed again, and put in the new day.",
            on=f"contract.signed.{party}", by=by, somebody=f"The {party}", files=("contract.evidence",),
            until="completed_on",
        ),
        Cover(
            "signature on a review of progress", ProgressReview,
            f"signature of the {party} on the review of progress of {{^}} on {{on}}",
            ("planned_hours", "actual_hours", "slippage", "agreed"),
            "Have the review signed again, and put in the new day.",
            on=f"signed.{party}", by=tuple(f"^.{way}" for way in by), somebody=f"The {party}", files=("evidence",),
            sibling=("on",),
        ),
    )  # fmt: skip


COVERS: tuple[Cover, ...] = (
    Cover(
        "judgement", Judgement, "judgement {id} of {evidence} for {criterion}",
        (
            "evidence.type", "evidence.on", "evidence.period", "evidence.author", "evidence.partner", "evidence.url",
            "evidence.direct", "evidence.authenticity.by", "evidence.authenticity.how", "evidence.maps?criterion",
            "criterion.statement", "criterion.level", "criterion.criteria",
        ),
        "Judge it again: `partnerkit evidence judge {partnership}/{evidence} {criterion} --by {by} "
        "--decision met|not-yet --reason TEXT`",
        marks=("decision", "valid", "authentic", "current", "sufficient", "reliable"), files=("evidence",),
        later=(
            "evidence.period", "evidence.author", "evidence.partner", "evidence.url", "evidence.direct",
            "evidence.authenticity.by", "evidence.authenticity.how", "evidence.maps?criterion",
        ),
        sisters=("evidence", "criterion"), somebody="An assessor who is not named",
    ),
    Cover(
        "quality assurance sample", Sample, "sample {id}",
        (
            "judgements.decision", "judgements.valid", "judgements.authentic", "judgements.current",
            "judgements.sufficient", "judgements.reliable", "judgements.reason", "judgements.by", "judgements.on",
        ),
        "Look at the judgements again, and put in the new day; or plan another sample: "
        "`partnerkit evidence sample --by {by} --in {partnership}`",
        marks=("outcome", "stage"), later=("judgements.reason", "judgements.by", "judgements.on"),
        somebody="A quality assurer who is not named",
    ),
    Cover(
        "vouching for evidence", Evidence, "word that {} is genuine", ("url", "author"),
        "Have somebody vouch for it as it is now, and put in the new day under `authenticity`.",
        on="authenticity.on", by=("authenticity.by",), marks=("authenticity.how",), files=("",),
        later=("url", "author"), somebody="Somebody who is not named",
    ),
    Cover(
        "consent", Evidence, "consent of the people in {}", ("consent.scope", "url"),
        "Ask the people in it whether they consent to it as it is now, and put in the new day under `consent`.",
        on="consent.on", by=(), files=("",), later=("url",), somebody="The people in it",
    ),
    Cover(
        "testimony", Testimony, "testimony {id}",
        ("own_words", "observed_on", "competent", "claims", "criteria", "conflict_of_interest"),
        "Have the witness sign what stands there now, and put in the new `signed_on`.",
        on="signed_on", by=("witness",), files=("evidence",),
    ),
    Cover(
        "signature", Signatory, "signature of {partner} on the agreement {^}",
        (
            "^.type", "^.binding", "^.binding_clauses", "^.partners", "^.effective", "^.ends", "^.notice_days",
            "^.renewal", "^.clauses",
        ),
        "Have it signed as it is now, or put back what was signed; a new signature has a new day.",
        by=("person", "partner"), marks=("partner",), files=("^.evidence",), until="^.ends",
        sibling=("partner", "person"),
    ),
    Cover(
        "terms of reference", Body, "terms of reference of {}",
        ("purpose", "level", "quorum", "decides", "escalates_to"),
        "Have the terms approved as they are now, and put in the new `approved_on`.",
        on="terms.approved_on", by=(), somebody="The bodies themselves", files=("terms.evidence",),
    ),
    Cover(
        "exit arrangements", Exit, "look at the exit arrangements",
        (
            "triggers", "notice_days", "learner_protection", "knowledge", "data_return", "asset_return",
            "communications", "continuity", "final_evaluation",
        ),
        "Have the owners look at the arrangements as they are now, and put in the new `reviewed_on`.",
        on="reviewed_on", by=("owners",), somebody="Somebody who is not named", files=("evidence",),
        lapsed=(("completed_on", ()),), sibling=(),
    ),
    Cover(
        "agreed objective", Objective, "objective {} as it was agreed", ("statement", "due", "indicators"),
        "Have the partners agree to it as it is now, and put in the new `agreed_on`; `partnerkit lock` then seals it.",
        on="agreed_on", by=("agreed_by",), somebody="The partners", marks=("changed.approved_in",),
        lapsed=(("locked", ()),),
    ),
    Cover(
        "approved change", Change, "change of {^} approved in {approved_in}", ("what", "on"),
        "Have a meeting approve it as it stands now, and name that meeting in `approved_in`.",
        on="approved_in.on", by=("approved_in",), sibling=("on",),
    ),
    Cover(
        "accepted risk", Risk, "acceptance of the risk {}",
        ("event", "cause", "effect", "inherent", "residual", "response"),
        "Ask whether the risk is accepted as it is now. The format has no day for it, so the commit counts: take "
        "`accepted_by` out and commit, then put it in again.",
        on="", by=("accepted_by",), later=("cause", "effect"), lapsed=(("status", ("closed",)),),
    ),
    Cover(
        "health and safety assessment", HealthAndSafety, "health and safety assessment {}",
        (
            "site", "activities", "activities.site", "activities.route.under_18", "young_people", "hazards",
            "substances", "equipment",
        ),
        "Have it assessed again, and put in the new `assessed_on`.",
        on="assessed_on", by=("competent_person",), somebody="Somebody who is not named", files=("evidence",),
        later=("activities.route.under_18",),
    ),
    Cover(
        "approved review", Review, "review {id} approved in {approved_in}",
        ("on", "period", "scope", "verdicts", "lessons", "recommendations"),
        "Have a meeting approve it as it stands now, and name that meeting in `approved_in`.",
        on="approved_in.on", by=("approved_in",), files=("evidence",),
    ),
    Cover(
        "decision on an opportunity", Opportunity, "decision on the opportunity {}",
        ("finding", "candidates", "single_source_reason"),
        "Decide again on what stands there now, and put in the new day under `decision`.",
        on="decision.on", by=("decision.by",), marks=("decision.outcome",), somebody="Somebody who is not named",
        later=("single_source_reason",),
    ),
    Cover(
        "assessment of cultural fit", CultureFit, "assessment of cultural fit", ("dimensions",),
        "Assess it again, and put in the new `assessed_on`.",
        on="assessed_on", by=("assessed_by",), somebody="Somebody who is not named", sibling=(),
    ),
    *_signed("learner", ()),
    *_signed("employer", ("manager", "partner")),
    *_signed("provider", ("provider",)),
)  # fmt: skip
"""All sorts there are."""


MATTERS: Mapping[type[Part], tuple[str, ...]] = MappingProxyType(
    {
        Baseline: ("value", "narrative", "on"),
        Candidate: ("organisation", "selected", "criteria"),
        CandidateCriterion: ("name", "weight", "score"),
        Clauses: tuple(Clauses.model_fields),
        Control: ("text", "type"),
        Criterion: ("statement", "level", "criteria"),
        CultureRating: ("dimension", "ratings"),
        Equipment: ("name", "restricted_to"),
        EvidenceMap: ("page", "paragraph", "timecode"),
        Exposure: ("likelihood", "impact"),
        Hazard: ("hazard", "harmed", "regulations", "inherent", "controls", "residual"),
        Indicator: ("unit", "measure", "direction", "baseline", "target", "interim_targets"),
        Judgement: (
            "evidence", "criterion", "by", "on", "decision", "valid", "authentic", "current", "sufficient", "reliable",
        ),
        Lesson: ("what", "change"),
        ObjectiveVerdict: ("objective", "verdict", "quantitative"),
        Period: ("start", "end"),
        Quorum: ("members", "each_partner"),
        Recommendation: ("text",),
        Substance: ("name", "surveillance"),
        Target: ("value", "narrative", "on", "tolerance"),
    }
)  # fmt: skip
"""The keys that matter of parts that are covered with the part around them; of others, all but notes and titles."""

HEADLESS: frozenset[type[Part]] = frozenset({Clauses})
"""Parts whose first text is not what they are called by."""

SUPERSEDED: Mapping[type[Part], str] = MappingProxyType({Agreement: "supersedes"})
"""The key by which an item takes the place of another of its sort: what was approved of that one is past."""

SECTIONS = frozenset({
    "activities", "agreements", "benefits", "bodies", "culture_fit", "evidence", "exit", "health_and_safety",
    "judgements", "learners", "meetings", "objectives", "opportunities", "reviews", "risks", "samples", "testimonies",
})  # fmt: skip
"""The sections in which approvals stand, or what they cover. The others are not read in old states."""
