"""The stage *activate*: agreements, and meetings with their decisions and actions."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from partnerkit.model.audiences import Public, Shared
from partnerkit.model.base import Part
from partnerkit.model.references import AgreementRef, BodyRef, EvidenceRef, ItemRef, OrganisationRef, PersonRef
from partnerkit.model.values import Date, Days, Many, Maybe, Prose, Slug, Text

AgreementType = Literal[
    "letter-of-intent",
    "mou",
    "partnership-agreement",
    "contract",
    "service-level-agreement",
    "non-disclosure-agreement",
    "data-sharing-agreement",
    "placement-agreement",
    "training-plan",
]

Binding = Literal["none", "partial", "full"]

Renewal = Literal["automatic", "by-agreement", "none"]

ActionStatus = Literal["open", "done", "dropped"]

ClauseName = Literal[
    "purpose",
    "scope",
    "roles",
    "governance",
    "finance",
    "intellectual_property",
    "confidentiality",
    "data_protection",
    "safeguarding",
    "health_and_safety",
    "equality",
    "publicity",
    "variation",
    "dispute",
    "termination",
    "exit",
    "governing_law",
]


class ClauseNotApplicable(Part):
    """A clause the agreement does not need."""

    not_applicable: Shared[Prose]
    """Why it does not need it."""


class ClauseElsewhere(Part):
    """A clause that another document holds."""

    reference: Shared[Text]
    """The document, and the place in it."""


def _clause_shape(value: Any) -> str | None:
    """Tells the ways to write a clause apart by what stands there: a word, or a mapping by its key."""
    if isinstance(value, dict):
        return next((key for key in ("not_applicable", "reference") if key in value), None)
    match value:
        case ClauseNotApplicable():
            return "not_applicable"
        case ClauseElsewhere():
            return "reference"
        case str():
            return "word"
        case _:
            return None


Clause = Annotated[
    Annotated[Literal["present", "absent"], Tag("word")]
    | Annotated[ClauseNotApplicable, Tag("not_applicable")]
    | Annotated[ClauseElsewhere, Tag("reference")],
    Discriminator(_clause_shape, custom_error_type="clause", custom_error_message="clause"),
]
"""How an agreement deals with a matter: `present`, `absent`, `{not_applicable: why}` or `{reference: where}`."""


class Clauses(Part):
    """What the agreement says, matter by matter."""

    purpose: Maybe[Clause] = None
    """What the agreement is for."""
    scope: Maybe[Clause] = None
    """What it covers and what it does not."""
    roles: Maybe[Clause] = None
    """Who does what."""
    governance: Maybe[Clause] = None
    """Who decides, and how."""
    finance: Maybe[Clause] = None
    """Who pays for what."""
    intellectual_property: Maybe[Clause] = None
    """Who owns what is made."""
    confidentiality: Maybe[Clause] = None
    """What must not be told."""
    data_protection: Maybe[Clause] = None
    """How personal data is handled."""
    safeguarding: Maybe[Clause] = None
    """How learners are kept safe from harm by others."""
    health_and_safety: Maybe[Clause] = None
    """Who answers for safe work."""
    equality: Maybe[Clause] = None
    """How equality and inclusion are kept."""
    publicity: Maybe[Clause] = None
    """Who may speak of the partnership, and use names and logos."""
    variation: Maybe[Clause] = None
    """How the agreement is changed."""
    dispute: Maybe[Clause] = None
    """How a dispute is settled."""
    termination: Maybe[Clause] = None
    """How a partner can end it."""
    exit: Maybe[Clause] = None
    """What happens at the end."""
    governing_law: Maybe[Clause] = None
    """Which law applies."""


class Signatory(Part):
    """A signature on an agreement."""

    partner: OrganisationRef
    """The partner for which it was given."""
    person: Maybe[PersonRef] = None
    """The person who signed."""
    role: Public[Maybe[Text]] = None
    """In what capacity, where it is not the person's job title."""
    on: Maybe[Date] = None
    """The day of the signature. Leave it out while it is awaited."""


class Agreement(Part):
    """A document the partners have signed, or are about to."""

    id: Slug
    """The agreement's id."""
    type: AgreementType
    """What sort of document it is; `mou` is a memorandum of understanding."""
    title: Public[Maybe[Text]] = None
    """Its title."""
    binding: Maybe[Binding] = None
    """How far it binds in law: not at all, in part, or wholly."""
    binding_clauses: Many[ClauseName] = ()
    """The clauses that bind, where it binds in part."""
    partners: Many[OrganisationRef] = ()
    """The partners it is between."""
    signatories: Many[Signatory] = ()
    """The signatures."""
    effective: Maybe[Date] = None
    """The first day on which it is in force."""
    ends: Maybe[Date] = None
    """The last day on which it is in force."""
    review_on: Maybe[Date] = None
    """The day it is to be looked at again."""
    notice_days: Maybe[Days] = None
    """How many days before a partner leaves it must say so."""
    renewal: Maybe[Renewal] = None
    """Whether it goes on by itself, by a new agreement, or not at all."""
    clauses: Maybe[Clauses] = None
    """What it says, matter by matter."""
    supersedes: Maybe[AgreementRef] = None
    """The agreement it takes the place of."""
    evidence: Many[EvidenceRef] = ()
    """The document itself."""


class Decision(Part):
    """Something a meeting decided."""

    id: Slug
    """The decision's id, unique among the decisions of the partnership."""
    text: Shared[Prose]
    """What was decided."""
    by: Many[OrganisationRef] = ()
    """The partners that decided it."""


class Action(Part):
    """Something that somebody is to do by a day."""

    id: Slug
    """The action's id, unique among the actions of the partnership."""
    text: Shared[Prose]
    """What is to be done."""
    owner: Maybe[PersonRef] = None
    """The one person who sees to it."""
    due: Maybe[Date] = None
    """The day it is due."""
    status: Maybe[ActionStatus] = None
    """Whether it is open, done or dropped."""
    done_on: Maybe[Date] = None
    """The day it was done or dropped."""
    from_: Maybe[ItemRef] = Field(default=None, alias="from")
    """What gave rise to it, where that is not the meeting: a risk, a review, a piece of feedback."""
    evidence: Many[EvidenceRef] = ()
    """What shows that it was done."""


class Meeting(Part):
    """A meeting of a body."""

    id: Slug
    """The meeting's id; in a file of its own, the name of the file, such as `2026-03-10`."""
    on: Date
    """The day of the meeting."""
    body: Maybe[BodyRef] = None
    """The body that met."""
    present: Many[PersonRef] = ()
    """The people who were there."""
    apologies: Many[PersonRef] = ()
    """The people who sent apologies."""
    quorate: Maybe[bool] = None
    """Whether the minutes record a quorum."""
    agenda: Shared[Many[Text]] = ()
    """The points of the agenda."""
    previous_approved: Maybe[bool] = None
    """Whether the minutes of the meeting before were approved."""
    minutes: Maybe[EvidenceRef] = None
    """The minutes."""
    decisions: Many[Decision] = ()
    """What was decided."""
    actions: Many[Action] = ()
    """What is to be done, by whom and by when."""
