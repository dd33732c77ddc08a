"""What each partner's part is in a dimension of give and take: what it gave, took on, taught, hosted or gained."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from partnerkit.model.partnership.activate import Action, Meeting
from partnerkit.model.partnership.plan import Resource
from partnerkit.model.partnership.review import Benefit
from partnerkit.rubric.scores import Fact
from partnerkit.rubric.subject import Look
from partnerkit.rules.meetings._meetings import expected, held
from partnerkit.rules.subject import SUPPORTING_ROLES
from partnerkit.rules.words import counted, listed

EMPLOYERS = frozenset({"employer"})
PROVIDERS = frozenset({"fe-college", "independent-training-provider", "university", "school"})
GAINS = {"employer": "employers", "provider": "providers", "teacher": "providers"}
"""Which side a benefit belongs to, by who gains. Learners, the community and the system belong to neither."""

Entry = tuple[str | None, float, Fact]
"""The side that something belongs to, how much it is, and where it stands."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension of give and take.

    Attributes:
        title: What it is.
        unit: What is counted, in the plural.
        sides: Each side's name and its part, in the order in which the record names the partners.
        facts: Where what is counted stands.
        left_out: What could not be counted, in words; "" if all could.
    """

    title: str
    unit: str
    sides: tuple[tuple[str, float], ...]
    facts: tuple[Fact, ...]
    left_out: str = ""

    @property
    def total(self) -> float:
        """All parts together."""
        return sum(part for _, part in self.sides)

    @property
    def least(self) -> float:
        """The smallest part; 0 if there is no side."""
        return min((part for _, part in self.sides), default=0)

    @property
    def smallest(self) -> str:
        """The names of the sides with the smallest part; the partners, if there is no side."""
        return listed(name for name, part in self.sides if part == self.least) if self.sides else "the partners"


def partners(look: Look) -> Mapping[str, str]:
    """The names of the partners by id; of a partnership that has ended, all that were bound by it."""
    every = (partner.organisation for partner in look.part.partners if partner.role not in SUPPORTING_ROLES)
    ids = (organisation_id(look, reference) for reference in (every if look.ended else look.partners))
    return {found: look.name(found) for found in ids}


def organisation_id(look: Look, reference: str) -> str:
    """The id of an organisation, however the reference to it is written."""
    found = look.organisation(reference)
    return reference if found is None else found.id


def amount(value: float) -> str:
    """A number as people read it: 1,740, 37.5."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.12g}"


def _dimension(
    title: str, unit: str, sides: Mapping[str, str], entries: Iterable[Entry], left_out: str = ""
) -> Dimension:
    parts: dict[str, float] = dict.fromkeys(sides, 0)
    facts: dict[int, Fact] = {}  # one place may hold the parts of several sides
    for side, much, fact in entries:
        if side in parts:
            parts[side] += much
            facts.setdefault(id(fact.part), fact)
    found = tuple((sides[side], part) for side, part in parts.items())
    return Dimension(title, unit, found, tuple(facts.values()), left_out)


# ---------------------------------------------------------------------- the seven dimensions


def resources(look: Look) -> Dimension:
    """The kinds of resource that each partner has given something of."""
    entries: list[Entry] = []
    seen: set[tuple[str | None, str]] = set()
    for resource in look.part.resources:
        side, kind = _giver(look, resource), kind_of(resource)
        if kind is not None and has_given(look, resource):
            entries.append((side, int((side, kind) not in seen), Fact(resource, "delivered")))
            seen.add((side, kind))
    silent = sum(resource.delivered is None for resource in look.part.resources)
    words = f"{counted(silent, 'resource')} without what has been given" if silent else ""
    return _dimension("Resources", "kinds of resource given", partners(look), entries, words)


def kind_of(resource: Resource) -> str | None:
    """The kind of a resource: its type, or money where a sum is what was given."""
    given = resource.delivered
    return resource.type or ("money" if given is not None and given.money is not None else None)


def has_given(look: Look, resource: Resource) -> bool:
    """Whether something of a resource has been given by today."""
    given = resource.delivered
    if given is None or (given.on is not None and given.on > look.as_of):
        return False
    return bool(given.quantity) or (given.money is not None and bool(given.money.amount))


def _giver(look: Look, resource: Resource) -> str | None:
    return None if resource.partner is None else organisation_id(look, resource.partner)


def given_by_kind(look: Look) -> tuple[Dimension, ...]:
    """How much each partner has given of each kind of resource, in each unit."""
    entries: dict[tuple[str, str], list[Entry]] = {}
    for resource in look.part.resources:
        kind, given = kind_of(resource), resource.delivered
        if kind is None or given is None or not has_given(look, resource):
            continue
        side, fact = _giver(look, resource), Fact(resource, "delivered")
        if given.money is not None:
            entries.setdefault((kind, given.money.currency), []).append((side, given.money.amount, fact))
        if given.quantity is not None:
            entries.setdefault((kind, given.unit or "without a unit"), []).append((side, given.quantity, fact))
    sides = partners(look)
    return tuple(_dimension(kind, unit, sides, found) for (kind, unit), found in entries.items())


def actions(look: Look) -> Dimension:
    """The actions that each partner's people own: all but those that were dropped."""
    agreed = [action for action, meeting in look.actions if _is_agreed(look, action, meeting)]
    owners = [(action, look.organisation_of(action.owner)) for action in agreed]
    nobody = sum(owner is None for _, owner in owners)
    words = f"{counted(nobody, 'action')} without an owner" if nobody else ""
    entries = ((owner, 1, Fact(action, "owner")) for action, owner in owners)
    return _dimension("Actions owned", "actions", partners(look), entries, words)


def _is_agreed(look: Look, action: Action, meeting: Meeting | None) -> bool:
    return action.status != "dropped" and (meeting is None or meeting.on <= look.as_of)


def sessions(look: Look) -> Dimension:
    """The hours that each partner delivers of the activities that have begun."""
    delivered = [activity for activity in look.part.activities if activity.delivered_by]
    undated = sum(activity.start is None for activity in delivered)
    entries = (
        (organisation_id(look, partner), hours, Fact(activity, "delivered_by"))
        for activity in delivered
        if activity.start is not None and activity.start <= look.as_of
        for partner, hours in activity.delivered_by.items()
    )
    words = f"{counted(undated, 'activity', 'activities')} without a first day" if undated else ""
    return _dimension("Sessions delivered", "hours", partners(look), entries, words)


def visits(look: Look) -> Dimension:
    """The exchange visits that each partner has hosted."""
    held_by_now = [visit for visit in look.part.exchanges if visit.on <= look.as_of]
    nowhere = sum(visit.host is None for visit in held_by_now)
    entries = (
        (organisation_id(look, visit.host), 1, Fact(visit, "host")) for visit in held_by_now if visit.host is not None
    )
    words = f"{counted(nowhere, 'visit')} without a host" if nowhere else ""
    return _dimension("Visits hosted", "visits", partners(look), entries, words)


def inputs(look: Look) -> Dimension:
    """The proposals of each partner for what is taught that have been taken up."""
    adopted = [
        change
        for change in look.part.curriculum
        if change.adopted and (change.adopted_on or change.on or look.as_of) <= look.as_of
    ]
    nobody = sum(change.partner is None for change in adopted)
    entries = (
        (organisation_id(look, change.partner), 1, Fact(change, "adopted"))
        for change in adopted
        if change.partner is not None
    )
    words = f"{counted(nobody, 'proposal')} without a partner" if nobody else ""
    return _dimension("Curriculum inputs adopted", "proposals taken up", partners(look), entries, words)


def benefits(look: Look) -> Dimension:
    """The benefits that employers and providers have seen, where evidence or another partner confirms them."""
    claimed = [benefit for benefit in look.part.benefits if benefit.realised is not None]
    shown = [benefit for benefit in claimed if _is_shown(look, benefit)]
    entries = ((GAINS.get(benefit.beneficiary or ""), 1, Fact(benefit, "realised")) for benefit in shown)
    only_claimed = len(claimed) - len(shown)
    words = f"{counted(only_claimed, 'benefit')} that nothing confirms" if only_claimed else ""
    return _dimension("Benefits realised", "benefits", _gainers(look), entries, words)


def _is_shown(look: Look, benefit: Benefit) -> bool:
    return bool(benefit.corroborated_by) or any(look.evidence(reference) for reference in benefit.evidence)


def _gainers(look: Look) -> Mapping[str, str]:
    """The employers and the providers, each under the name of the only one, where there is only one."""
    found: dict[str, str] = {}
    for side, types in (("employers", EMPLOYERS), ("providers", PROVIDERS)):
        names = [name for one, name in partners(look).items() if _type(look, one) in types]
        if names:
            found[side] = names[0] if len(names) == 1 else f"the {side}"
    return found


def _type(look: Look, organisation: str) -> str | None:
    found = look.organisation(organisation)
    return None if found is None else found.type


def attendance(look: Look) -> Dimension:
    """How often each partner was present at the meetings of bodies to which all of them belong."""
    sides = partners(look)
    joint = [meeting for meeting in held(look) if sides.keys() <= set(expected(look, meeting))]
    silent = sum(not meeting.present for meeting in joint)
    entries: list[Entry] = [
        (side, 1, Fact(meeting, "present"))
        for meeting in joint
        for side in sorted(look.organisations_present(meeting.present) & sides.keys())
    ]
    words = f"{counted(silent, 'meeting')} without a list of those present" if silent else ""
    return _dimension("Meeting attendance", "attendances", sides, entries, words)
