"""Which days of a record say that something has happened, and not that it is planned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from partnerkit.model.base import Part
from partnerkit.model.partnership.activate import Action, Meeting, Signatory
from partnerkit.model.partnership.agree import Exit, ExitDecision, Terms
from partnerkit.model.partnership.assessment import Authenticity, Consent, Evidence, Judgement, Sample, Testimony
from partnerkit.model.partnership.identify import CultureFit, OpportunityDecision, Scan
from partnerkit.model.partnership.learners import ImpactReview, Learner, ManagerSupport, ProgressReview, Signatures
from partnerkit.model.partnership.needs import CurrentPerformance, Sourcing
from partnerkit.model.partnership.objectives import Actual, Baseline, Change, Lock, Objective
from partnerkit.model.partnership.plan import Milestone, Resource
from partnerkit.model.partnership.review import Evaluation, Review, Survey
from partnerkit.model.partnership.risks import Risk
from partnerkit.model.partnership.run import Contact, Cpd, CurriculumChange, Event, Exchange, Feedback, JournalEntry
from partnerkit.model.partnership.safety import Equipment, HealthAndSafety, Incident
from partnerkit.model.partnership.who import StageEntry

HAPPENED: Mapping[type[Part], tuple[str, ...]] = MappingProxyType(
    {
        Action: ("done_on",),
        Actual: ("on",),
        Authenticity: ("on",),
        Baseline: ("on",),
        Change: ("on",),
        Consent: ("on",),
        Contact: ("on",),
        Cpd: ("on",),
        CultureFit: ("assessed_on",),
        CurrentPerformance: ("on",),
        CurriculumChange: ("on",),
        Equipment: ("training_on",),
        Evaluation: ("collected_on",),
        Event: ("on",),
        Evidence: ("on",),
        Exchange: ("on",),
        Exit: ("reviewed_on", "completed_on"),
        ExitDecision: ("on",),
        Feedback: ("on", "closed_on"),
        HealthAndSafety: ("assessed_on", "site_check_on"),
        ImpactReview: ("on",),
        Incident: ("on", "reported_on"),
        JournalEntry: ("on",),
        Judgement: ("on",),
        Learner: ("discussed_on", "completed_on"),
        Lock: ("on",),
        ManagerSupport: tuple(ManagerSupport.model_fields),
        Meeting: ("on",),
        Milestone: ("met_on",),
        Objective: ("agreed_on",),
        OpportunityDecision: ("on",),
        ProgressReview: ("on",),
        Review: ("on",),
        Risk: ("raised_on",),
        Sample: ("on", "closed_on"),
        Scan: ("on",),
        Signatory: ("on",),
        Signatures: tuple(Signatures.model_fields),
        Sourcing: ("hr_consulted_on",),
        StageEntry: ("on",),
        Survey: ("on",),
        Terms: ("approved_on",),
        Testimony: ("observed_on", "signed_on"),
    }
)
"""The days, by model, that can only lie behind."""

DATED = frozenset({Resource, *HAPPENED})
"""The parts of which `happened` can give any day."""

ONLY_WITH: Mapping[type[Part], tuple[str, ...]] = MappingProxyType(
    {
        Actual: ("value",),
        Baseline: ("value", "narrative"),
        Cpd: ("change",),
        Event: ("participants", "outputs"),
        Exchange: ("learned", "changed"),
        ImpactReview: ("result",),
        Meeting: ("minutes", "decisions", "actions", "present", "quorate"),
        ProgressReview: ("actual_hours", "agreed", "slippage"),
        Review: ("verdicts", "lessons", "recommendations", "relationship", "approved_in"),
        Survey: ("responses", "factors", "total"),
    }
)
"""Parts that people also enter ahead, as a plan: they have happened once one of these keys holds something."""


def happened(part: Part) -> Iterator[tuple[Part, str, date]]:
    """The days of a part on which something has happened, as the record has it: the part, the key and the day."""
    if isinstance(part, Resource) and part.delivered is not None and part.delivered.on is not None:
        yield part.delivered, "on", part.delivered.on
    evidence = ONLY_WITH.get(type(part), ())
    if evidence and not any(getattr(part, key) not in (None, (), {}) for key in evidence):
        return
    for key in HAPPENED.get(type(part), ()):
        if (on := getattr(part, key)) is not None:
            yield part, key, on
