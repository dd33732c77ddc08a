"""What rules look at: a partnership, an organisation or the whole workspace, with what is often asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from partnerkit.model.base import Part
from partnerkit.model.configuration import RiskMatrix
from partnerkit.model.framework import Criterion, Framework
from partnerkit.model.organisation import Organisation, Person
from partnerkit.model.partnership.activate import Action, Meeting
from partnerkit.model.partnership.assessment import Evidence
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.partnership.plan import Activity
from partnerkit.rules.findings import Limit
from partnerkit.rules.pack import Pack
from partnerkit.rules.stages import Stage, stage_of
from partnerkit.rules.words import said
from partnerkit.workspace.records import Record
from partnerkit.workspace.workspace import Item, Workspace

P = TypeVar("P", bound=Part)

WORKPLACE_ACTIVITIES = frozenset({"placement", "apprenticeship"})
"""The types of activity in which learners are at work on an employer's site."""

LEARNING_ACTIVITIES = frozenset({"co-delivery", "placement", "apprenticeship", "cpd", "masterclass", "mentoring"})
"""The types of activity in which somebody is taught or trained, whatever else the record says of it."""

ENDED = frozenset({"closed", "cancelled"})
"""The states of a partnership in which nobody works on it any more."""

_COPIES = frozenset({"agreed", "before"})
"""The keys under which a seal keeps a copy of an objective."""

SUPPORTING_ROLES = frozenset({"funder", "associate"})
"""The roles of organisations that support a partnership without being bound by what the partners agree."""


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """What is known of a file that evidence points to.

    Attributes:
        exists: Whether there is such a plain file inside the workspace.
        sha256: The digest of its bytes; None where nobody has asked for it.
    """

    exists: bool
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Files:
    """What is known of the files that a partnership's evidence names, each by its path as it is written.

    Attributes:
        found: Whether each is there, and its digest.
        ways: The path to each from the folder that the pages are written to; none where there can be no link.
    """

    found: Mapping[str, EvidenceFile]
    ways: Mapping[str, str] = field(default_factory=dict)


class _Base:
    """What all subjects have."""

    def __init__(self, workspace: Workspace, as_of: date, pack: Pack) -> None:
        self.workspace = workspace
        self.as_of = as_of
        self.pack = pack

    def limit(self, name: str) -> Limit:
        """A threshold of the rule pack."""
        return self.pack.limit(name)

    @property
    def matrix(self) -> RiskMatrix | None:
        """The risk matrix that the workspace declares."""
        return self.workspace.configuration.risk_matrix


class WorkspaceSubject(_Base):
    """The organisations, frameworks and programmes of a workspace. Partnerships are looked at one by one."""

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """The organisations, sorted by id."""
        return tuple(record.part for record in self.workspace.organisations if isinstance(record.part, Organisation))

    @property
    def parts(self) -> Iterator[Part]:
        """The programmes and the frameworks, and all parts in them, however deep."""
        for record in (*self.workspace.programmes, *self.workspace.frameworks):
            yield from (part for part, _ in record.contents.parts)


class OrganisationSubject(_Base):
    """An organisation."""

    def __init__(self, record: Record, workspace: Workspace, as_of: date, pack: Pack) -> None:
        """Take the organisation's record, and the workspace around it."""
        super().__init__(workspace, as_of, pack)
        self.record = record
        assert isinstance(record.part, Organisation)  # noqa: S101 - the engine gives it organisations only
        self.part: Organisation = record.part

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The record and all parts in it, however deep."""
        return tuple(part for part, _ in self.record.contents.parts)


class Subject(_Base):
    """A partnership, and the organisations, people, frameworks and programmes it refers to; no other partnership."""

    def __init__(
        self,
        record: Record,
        workspace: Workspace,
        as_of: date,
        pack: Pack,
        files: Mapping[str, EvidenceFile] | None = None,
    ) -> None:
        """Take the partnership's record, and the workspace around it.

        `files` tells of the files that its evidence points to, by the path as it is written; None where nobody has
        looked for them.
        """
        super().__init__(workspace, as_of, pack)
        self.record = record
        assert isinstance(record.part, Partnership)  # noqa: S101 - the engine gives it partnerships only
        self.part: Partnership = record.part
        self.evidence_files = files
        # The same people and pieces of evidence are asked for by many rules.
        self._items: dict[tuple[str, str], Item | None] = {}
        self._organisations: dict[str, str | None] = {}
        self._lineages: dict[str, dict[int, tuple[Criterion, ...]]] = {}

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The record and all parts in it, however deep; not the copies of what was sealed, which nobody writes."""
        return tuple(part for part, path in self.record.contents.parts if _COPIES.isdisjoint(path))

    @cached_property
    def stage(self) -> Stage:
        """The stage it is in."""
        return stage_of(self.part.stage)

    @cached_property
    def partners(self) -> tuple[str, ...]:
        """The ids of the organisations bound by what is agreed: not funders, not associates, none that left."""
        return tuple(
            partner.organisation
            for partner in self.part.partners
            if partner.role not in SUPPORTING_ROLES and (partner.until is None or partner.until >= self.as_of)
        )

    @cached_property
    def ended(self) -> bool:
        """Whether it is closed or called off, so that nothing in it can be overdue."""
        return self.part.status in ENDED

    # ------------------------------------------------------------------ what references name

    def item(self, collection: str, reference: str) -> Item | None:
        """What a reference names, or None if it cannot be told."""
        asked = (collection, reference)
        if asked not in self._items:
            self._items[asked] = self.workspace.target(self.record, collection, reference)
        return self._items[asked]

    def find(self, model: type[P], collection: str, reference: str | None) -> P | None:
        """The part that a reference names, if it is of a model."""
        item = None if reference is None else self.item(collection, reference)
        return item.part if item is not None and isinstance(item.part, model) else None

    def person(self, reference: str | None) -> Person | None:
        """A person."""
        return self.find(Person, "people", reference)

    def organisation(self, reference: str | None) -> Organisation | None:
        """An organisation."""
        return self.find(Organisation, "organisations", reference)

    def evidence(self, reference: str | None) -> Evidence | None:
        """A piece of evidence of this partnership."""
        return self.find(Evidence, "evidence", reference)

    def evidence_file(self, evidence: Evidence) -> EvidenceFile | None:
        """What is known of the file of a piece of evidence; None if it names none, or nobody has looked."""
        if evidence.file is None or self.evidence_files is None:
            return None
        return self.evidence_files.get(evidence.file)

    def lineage(self, reference: str) -> tuple[Criterion, ...]:
        """The criterion that a reference names and those above it, nearest first; () if it cannot be told."""
        item = self.item("criteria", reference)
        if item is None or not isinstance(item.record.part, Framework):
            return ()
        if item.record.id not in self._lineages:
            walked = _lineages(item.record.part.criteria, ())
            self._lineages[item.record.id] = {id(line[0]): line for line in walked}
        return self._lineages[item.record.id].get(id(item.part), ())

    def organisation_of(self, person: str | None) -> str | None:
        """The id of the organisation to which a person belongs, given a reference to the person."""
        if person is None:
            return None
        if person not in self._organisations:
            item = self.item("people", person)
            self._organisations[person] = None if item is None else item.record.id
        return self._organisations[person]

    def name(self, organisation: str) -> str:
        """The name of an organisation as people know it."""
        found = self.organisation(organisation)
        return organisation if found is None else found.name

    def person_name(self, reference: str) -> str:
        """The name under which a person may be printed: the real one, a pseudonym, or the id in words."""
        person = self.person(reference)
        return (person and (person.name or person.pseudonym)) or said(reference.rpartition("/")[2])

    # ------------------------------------------------------------------ what is often asked

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings, oldest first."""
        return tuple(sorted(self.part.meetings, key=lambda meeting: (meeting.on, meeting.id)))

    @cached_property
    def actions(self) -> tuple[tuple[Action, Meeting | None], ...]:
        """All actions, each with the meeting that agreed it, if one did."""
        of_meetings = [(action, meeting) for meeting in self.meetings for action in meeting.actions]
        return (*of_meetings, *((action, None) for action in self.part.actions))

    @cached_property
    def agreed_actions(self) -> tuple[Action, ...]:
        """The actions agreed by today, in meetings and between them."""
        return tuple(action for action, meeting in self.actions if meeting is None or meeting.on <= self.as_of)

    @cached_property
    def starts(self) -> date | None:
        """The day on which the first activity starts."""
        return min((activity.start for activity in self.part.activities if activity.start is not None), default=None)

    @cached_property
    def workplace_activities(self) -> tuple[Activity, ...]:
        """The activities in which learners are at work: placements, apprenticeships, or with hours on the job."""
        return tuple(activity for activity in self.part.activities if _is_at_work(activity))

    @cached_property
    def learning_activities(self) -> tuple[Activity, ...]:
        """The activities in which somebody is taught: by their type, or with learners, or with criteria."""
        return tuple(activity for activity in self.part.activities if _teaches(activity))

    @cached_property
    def evidence_in_use(self) -> frozenset[str]:
        """The ids of the evidence that something in the record refers to."""
        return frozenset(
            mention.text.rpartition("/")[2]
            for mention in self.record.contents.mentions
            if "evidence" in mention.reference.collections or "*" in mention.reference.collections
        )

    @cached_property
    def under_18(self) -> bool:
        """Whether some of the learners are under 18, as their own entries or the activities say."""
        routes = (activity.route for activity in self.part.activities)
        return any(learner.under_18 for learner in self.part.learners) or any(
            route is not None and bool(route.under_18) for route in routes
        )

    def entered(self, stage: Stage) -> date | None:
        """The day on which the partnership last entered a stage."""
        return max((entry.on for entry in self.part.stage_history if entry.stage == stage.word), default=None)

    def organisations_present(self, people: tuple[str, ...]) -> frozenset[str]:
        """The ids of the organisations to which some people belong."""
        return frozenset(found for found in map(self.organisation_of, people) if found is not None)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each two partners, once."""
        for at, first in enumerate(self.partners):
            for second in self.partners[at + 1 :]:
                yield first, second


def _is_at_work(activity: Activity) -> bool:
    hours = activity.mode_hours
    on_job = getattr(hours, "on_job", None) if hours is not None else None
    return activity.type in WORKPLACE_ACTIVITIES or bool(on_job)


def _teaches(activity: Activity) -> bool:
    has_learners = activity.route is not None and bool(activity.route.learners)
    return activity.type in LEARNING_ACTIVITIES or has_learners or bool(activity.criteria)


def _lineages(criteria: Iterable[Criterion], above: tuple[Criterion, ...]) -> Iterator[tuple[Criterion, ...]]:
    for criterion in criteria:
        line = (criterion, *above)
        yield line
        yield from _lineages(criterion.criteria, line)
