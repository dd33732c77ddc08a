"""The first clauses of a draft memorandum: who the parties are, what they want, and who does what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.rules.agreement._bodies import bodies_above
from partnerkit.rules.agreement._roles import partner_of
from partnerkit.rules.subject import SUPPORTING_ROLES
from partnerkit.views import blocks as b
from partnerkit.views.agreeing.continuity import current_roles
from partnerkit.views.agreeing.draft import KEPT_BACK
from partnerkit.views.agreeing.parties import described, number, sound
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.progress import figure
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, counted, listed, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkit.model.partnership.agree import Body, KeyRole, Quorum
    from partnerkit.model.partnership.objectives import Baseline, Indicator, Objective, Target
    from partnerkit.model.partnership.plan import Activity, Resource
    from partnerkit.views.agreeing.draft import Draft


def _parties(draft: Draft) -> Iterator[b.Block]:
    yield b.Listing(tuple(_party(draft, party) for party in draft.parties), ordered=True)
    beside = [partner for partner in draft.record.partners if partner.role in SUPPORTING_ROLES]
    if beside:
        named = listed([f"{draft.names.organisation(one.organisation)} ({one.role})" for one in beside])
        yield b.Paragraph(f"{named} supports the parties and is not one of them.")


def _party(draft: Draft, party: str) -> b.Run:
    organisation = described(draft.d, party)
    name = (organisation and organisation.legal_name) or draft.names.organisation(party)
    sort = f", {said(organisation.type)}" if organisation and organisation.type else ""
    numbers = ", ".join(map(number, sound(organisation))) if organisation else ""
    registered = numbers or draft.blank("registered number, or that there is none")
    return (b.Strong(name), f"{sort}; ", registered, "; ", draft.blank("registered address"))


def _purpose(draft: Draft) -> Iterator[b.Block]:
    yield b.Paragraph(
        draft.words(draft.record, "summary", "what the parties want to do together, in a sentence or two")
    )
    motives = {partner.organisation: partner for partner in draft.record.partners}
    wants = (
        (
            f"{draft.names.organisation(party)} wants: ",
            draft.words(motives[party], "motives", "what it wants from the partnership for itself"),
        )
        for party in draft.parties
    )
    yield b.Listing(tuple(wants))
    aims = tuple(b.Words(aim.statement) for aim in draft.record.aims)
    yield b.Paragraph("The aims they share:")
    yield b.Listing(aims or (draft.blank("the aims that the parties share"),))


def _scope(draft: Draft) -> Iterator[b.Block]:
    activities = tuple(_activity(activity) for activity in draft.record.activities)
    yield b.Listing(activities or (draft.blank("what the parties do together"),))
    yield b.Paragraph(("Not covered: ", draft.blank("what is expressly left out"), "."))


def _activity(activity: Activity) -> b.Run:
    span: tuple[b.Inline, ...] = ()
    if activity.start or activity.end:
        until = (" until ", b.Day(activity.end)) if activity.end else ()
        span = (", from ", c.day(activity.start, "a day not recorded"), *until)
    where = f", at {activity.site}" if activity.site else ""
    return (b.Words(activity.title), *span, where)


def _objectives(draft: Draft) -> Iterator[b.Block]:
    rows = tuple(row for objective in draft.record.objectives for row in _objective(draft, objective))
    if not rows:
        yield b.Paragraph(draft.blank("objectives, each with a figure to start from, a figure to reach and a day"))
        return
    columns = ("Objective", "Measured by", "From", "To", "By", "Answered for by")
    yield c.table("What the parties want to reach", columns, rows)
    yield b.Paragraph(("An objective is changed only ", draft.blank("how, and in which body"), "."))


def _objective(draft: Draft, objective: Objective) -> Iterator[b.Row]:
    """A row for each indicator; one row with blanks where there is none."""
    owners = tuple(draft.names.person(person) for person in objective.owners.values())
    answered: b.Cell = b.Lines(owners) if owners else draft.blank("who answers for it at each party")
    due = draft.day(objective.due, "the day")
    if not objective.indicators:
        measure, start, end = (draft.blank(what) for what in ("how it is measured", "the figure today", "the figure"))
        yield b.Row((b.Words(objective.statement), measure, start, end, due, answered))
    for place, indicator in enumerate(objective.indicators):
        by = draft.day(indicator.target.on, "the day") if indicator.target and indicator.target.on else due
        yield b.Row(
            (
                b.Words(objective.statement) if place == 0 else b.Quiet("the same"),
                title_of(indicator),
                _figure(draft, indicator, indicator.baseline, "the figure today"),
                _figure(draft, indicator, indicator.target, "the figure to reach"),
                by,
                answered,
            )
        )


def _figure(draft: Draft, indicator: Indicator, stand: Baseline | Target | None, what: str) -> b.Run:
    if stand is None or (stand.value is None and stand.narrative is None):
        return draft.blank(what)
    return figure(stand.value, stand.narrative, indicator.unit)


def _roles(draft: Draft) -> Iterator[b.Block]:
    roles = current_roles(draft.subject)
    if roles:
        rows = (_role(draft, role) for role in roles)
        yield c.table("Key roles", ("Role", "For", "Held by", "Deputy"), rows)
    else:
        yield b.Paragraph(draft.blank("who leads the work at each party, and who stands in"))
    lines = [line for line in draft.record.raci if line.decision and line.accountable]
    if lines:
        yield b.Paragraph("Who answers for what:")
        yield b.Listing(tuple((f"{line.decision}: ", *_run(draft, line.accountable or "")) for line in lines))
    yield b.Paragraph(
        "Whoever gives up a role leaves a handover note, and the other parties are told who follows and from when."
    )


def _run(draft: Draft, person: str) -> tuple[b.Inline, ...]:
    return b.joined(draft.names.person(person))


def _role(draft: Draft, role: KeyRole) -> b.Row:
    partner = partner_of(draft.subject, role)
    return b.Row(
        (
            capital(said(role.role)),
            draft.names.organisation(partner) if partner else draft.blank("the party"),
            draft.person(role.holder, "who holds it"),
            draft.person(role.deputy, "who stands in"),
        )
    )


def _governance(draft: Draft) -> Iterator[b.Block]:
    above = bodies_above(draft.subject)
    for body in draft.record.bodies:
        yield b.Paragraph(b.Strong(title_of(body)))
        yield _body(draft, body, above[body.id])
    if not draft.record.bodies:
        yield b.Paragraph(draft.blank("the body that meets and decides: its members, its chair, its quorum"))


def _body(draft: Draft, body: Body, above: Body | None) -> b.Facts:
    settled = body.level == "strategic" and above is None
    return c.facts(
        ("Purpose", draft.words(body, "purpose", "what it is for")),
        ("Decides", draft.words(body, "decides", "what it may decide")),
        ("Chair", draft.person(body.chair, "who chairs it")),
        ("Members", _members(draft, body)),
        ("May decide when", _quorum(draft, body.quorum)),
        ("Meets at least every", draft.days(body.cadence_days, "how often")),
        ("What it cannot settle goes to", None if settled else (title_of(above) if above else draft.blank("whom"))),
    )


def _members(draft: Draft, body: Body) -> b.Cell:
    if not body.members:
        return draft.blank("who belongs to it, some from every party")
    return draft.names.people(body.members)


def _quorum(draft: Draft, quorum: Quorum | None) -> b.Inline:
    parts = []
    if quorum and quorum.members:
        parts.append(f"{counted(quorum.members, 'member')} {'are' if quorum.members > 1 else 'is'} present")
    if quorum and quorum.each_partner:
        parts.append("somebody from every party is there")
    return listed(parts) or draft.blank("how many must be there, and from which party")


def _contributions(draft: Draft) -> Iterator[b.Block]:
    given: dict[str, list[b.Run]] = {party: [] for party in draft.parties}
    for resource in draft.record.resources:
        if resource.partner in given:
            given[resource.partner].append(_resource(draft, resource))
    for party, runs in given.items():
        yield b.Paragraph(f"{draft.names.organisation(party)} puts in:")
        yield b.Listing(tuple(runs) or (draft.blank("time, people, places, equipment, money"),))
    what = "who pays for what, when and against which paper, and what happens if money is left or lacking"
    yield b.Paragraph(("Payment: ", *b.joined(draft.matter("finance", what))))


def _resource(draft: Draft, resource: Resource) -> b.Run:
    if resource.committed is None:
        return (title_of(resource), ": ", draft.blank("how much, and by when"))
    amount = resource.committed
    parts: list[b.Inline] = []
    if amount.quantity is not None:
        parts.append(b.Number(amount.quantity, amount.unit or ""))
    if is_withheld(amount, "money"):
        parts.append(KEPT_BACK)
    elif amount.money:
        parts.append(b.Money(amount.money.amount, amount.money.currency))
    shown = [part for one in parts for part in (", ", one)][1:]
    return (title_of(resource), ": ", *(shown or [draft.blank("how much, and by when")]))


UNDERTAKINGS = (
    ("The parties", _parties),
    ("Why they work together", _purpose),
    ("What they do together", _scope),
    ("What they want to reach", _objectives),
    ("Who does what", _roles),
    ("How they decide", _governance),
    ("What each party puts in", _contributions),
)
"""The titles of the clauses, and what writes them."""
