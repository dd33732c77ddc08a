"""What goes to and fro: visits, design and delivery together, what changes in teaching, the line of sight to work."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.views import blocks as b
from partnerkit.views.making import Told, each
from partnerkit.views.opening import ALL_DATES, all_dates, missing, open_dates, upcoming
from partnerkit.views.reading import blanks
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.capping import capped
from partnerkit.views.reading.duties import ENDED, Duty
from partnerkit.views.reading.judging import found, to_mend, told
from partnerkit.views.reading.pages import partnership_page
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, counted, listed
from partnerkit.views.thread.relationship import exchanges
from partnerkit.views.thread.teaching import cpd, curriculum, events, practices
from partnerkit.views.two_way.balance import balance
from partnerkit.views.two_way.design import by_partner, delivered_together, designed_together, register
from partnerkit.views.two_way.sight import leads_to_work, line_of_sight, lines
from partnerkit.views.two_way.visits import directions, held, host, wanting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkit.views.api import Context
    from partnerkit.views.thread.dossier import Dossier
    from partnerkit.workspace.workspace import Workspace

TITLE = "Exchange"
PLACE = 50
OPTIONAL = {
    "exchanges": "exchange visits",
    "curriculum": "changes to what is taught",
    "cpd": "teachers' time in industry",
    "events": "events",
    "practices": "ways of working together",
}


def pages(workspace: Workspace, context: Context) -> Iterable[b.Page]:
    """A page for each partnership."""
    return each(workspace, context, "exchange", TITLE, _tell)


def _tell(d: Dossier) -> Told:
    dates = _dates(d)
    sections = (*_sections(d), *all_dates(d, dates))
    figures = (_figures(d, frozenset(section.anchor for section in sections)),) if _anything(d) else ()
    opening = (
        *figures,
        upcoming(
            d, dates, "No visit or event is planned, and no action that followed a visit is open.", all_at=ALL_DATES
        ),
        missing(d, ("activities",), tuple(_wanting(d))),
    )
    return Told(_verdict(d), opening, sections)


# ---------------------------------------------------------------------- the first screen


def _verdict(d: Dossier) -> b.Run:
    if not _anything(d):
        return b.Strong("Nothing is recorded that goes to and fro between the partners.")
    rest = (f" {capital(text)}." for text in (_work(d), _teaching(d), _sight(d)))
    return (b.Strong(f"{capital(_visits(d))}."), *rest)


def _anything(d: Dossier) -> bool:
    return any(getattr(d.partnership, section) for section in ("activities", *OPTIONAL))


def _visits(d: Dossier) -> str:
    past = held(d)
    if not past:
        return "no visit to the other side is recorded"
    hosts: dict[str | None, int] = {}
    for visit in past:
        to = host(d, visit)
        hosts[to] = hosts.get(to, 0) + 1
    named = [f"{count} to {d.names.organisation(to) if to else 'a host not named'}" for to, count in hosts.items()]
    return f"{counted(len(past), 'visit')}: {listed(named)}"


def _work(d: Dossier) -> str:
    activities = d.partnership.activities
    if not activities:
        return "no activity is recorded"
    designed = sum(map(designed_together, activities))
    delivered = sum(map(delivered_together, activities))
    whole = counted(len(activities), "activity", "activities")
    return f"{designed or 'none'} of {whole} designed together, {delivered or 'none'} delivered together"


def _teaching(d: Dossier) -> str:
    proposals = d.partnership.curriculum
    if not proposals:
        return "no proposal for what is taught is recorded"
    taken = sum(change.adopted is True for change in proposals)
    return f"{taken or 'none'} of {counted(len(proposals), 'proposal')} for what is taught taken up"


def _sight(d: Dossier) -> str:
    found = lines(d)
    if not found:
        return "no line of sight from learning to work is recorded"
    placed = sum(leads_to_work(line) for _, line in found)
    return f"{placed or 'none'} of {counted(len(found), 'outcome')} with a task or a job at work"


def _figures(d: Dossier, there: frozenset[str]) -> b.Figures:
    p = d.partnership
    found = lines(d)
    hours = sum(entry.hours or 0 for entry in p.cpd)
    figures = (
        b.Figure(str(len(held(d))), "visits", "", "activation-exchanges"),
        _share(sum(map(designed_together, p.activities)), len(p.activities), "designed together", "design"),
        _share(sum(map(delivered_together, p.activities)), len(p.activities), "delivered together", "design"),
        _share(
            sum(change.adopted is True for change in p.curriculum),
            len(p.curriculum),
            "proposals taken up",
            "activation-curriculum",
        ),
        b.Figure(f"{hours:g}", "teachers' hours in industry", "", "activation-cpd"),
        _share(sum(leads_to_work(line) for _, line in found), len(found), "outcomes with a place at work", "sight"),
    )
    return b.Figures(
        tuple(replace(figure, anchor=figure.anchor if figure.anchor in there else "") for figure in figures)
    )


def _share(part: int, whole: int, label: str, anchor: str) -> b.Figure:
    return b.Figure(f"{part} of {whole}" if whole else "0", label, "", anchor)


def _dates(d: Dossier) -> tuple[Duty, ...]:
    """The actions that followed visits and are still open, and the visits and events that are to come."""
    p = d.partnership
    if p.status in ENDED:
        return ()
    followed = {
        b.anchor("actions", item.id)
        for visit in p.exchanges
        for reference in visit.actions
        if (item := d.names.item("actions", reference)) is not None
    }
    dates = [duty for duty in open_dates(d, ("action",)) if duty.anchor in followed]
    dates += [
        Duty(visit.on, "visit", f"Visit: {title_of(visit)}", b.anchor("exchanges", visit.id), visit.visitors)
        for visit in p.exchanges
        if visit.on > d.as_of
    ]
    dates += [
        Duty(event.on, "event", f"Event: {event.title}", b.anchor("events", event.id))
        for event in p.events
        if event.on is not None and event.on > d.as_of
    ]
    return tuple(sorted(dates, key=lambda duty: (duty.on, duty.kind, duty.anchor)))


def _wanting(d: Dossier) -> Iterator[b.Run]:
    """What the record does not say of what it holds."""
    return chain(
        wanting(d),
        _undecided(d),
        _unused(d),
        _fruitless(d),
        _claimed(d),
        told(d.record, found(d.look, "exchange-one-way")),
        _unseen(d),
        _unrecorded(d),
    )


def _undecided(d: Dossier) -> Iterator[b.Run]:
    for change in d.partnership.curriculum:
        if change.adopted is None:
            yield (b.Link(f"Proposal: {title_of(change)}", b.anchor("curriculum", change.id)), ": not decided")


def _unused(d: Dossier) -> Iterator[b.Run]:
    for entry in d.partnership.cpd:
        if entry.change is None:
            where = b.Link(f"Time in industry: {d.names.name('people', entry.person)}", b.anchor("cpd", entry.id))
            yield (where, ": nothing is recorded that is taught differently since")


def _fruitless(d: Dossier) -> Iterator[b.Run]:
    for event in d.partnership.events:
        if event.outputs is None and (event.on is None or event.on <= d.as_of):
            where = b.Link(f"Event: {event.title}", b.anchor("events", event.id))
            yield (where, ": nothing is recorded that came of it")


def _claimed(d: Dossier) -> Iterator[b.Run]:
    for practice in d.partnership.practices:
        if practice.instance is None and not is_withheld(practice, "instance"):
            where = b.Link(f"Way of working: {title_of(practice)}", b.anchor("practices", practice.id))
            yield (where, ": claimed, and no instance is named")


def _unseen(d: Dossier) -> Iterator[b.Run]:
    if number := len(found(d.look, "line-of-sight-missing")):
        yield b.Link(f"{capital(counted(number, 'thing'))} to mend in the line of sight to work", "sight")


def _unrecorded(d: Dossier) -> Iterator[b.Run]:
    p = d.partnership
    empty = [
        words for section, words in OPTIONAL.items() if not getattr(p, section) and section not in p.not_applicable
    ]
    if empty:
        yield (b.Link(f"Nothing is recorded of {listed(empty, 'or')}", "rest"), b.Quiet(", which no stage asks for"))


# ---------------------------------------------------------------------- the parts


def _sections(d: Dossier) -> Iterator[b.Section]:
    for part in (_balance, _visiting, _design, _curriculum, _industry, _events, _ways, _seen, _rest):
        d.names.start()
        section = part(d)
        if section.blocks:
            yield capped(section, partnership_page(d.record.id))


def _balance(d: Dossier) -> b.Section:
    return c.section("balance", "What goes each way", balance(d))


def _visiting(d: Dossier) -> b.Section:
    return c.section("activation-exchanges", "Visits", directions(d), *exchanges(d), summary=_visits(d))


def _design(d: Dossier) -> b.Section:
    return c.section("design", "Designed and delivered together", by_partner(d), register(d), summary=_work(d))


def _curriculum(d: Dossier) -> b.Section:
    return c.section("activation-curriculum", "Changes to what is taught", curriculum(d), summary=_teaching(d))


def _industry(d: Dossier) -> b.Section:
    return c.section("activation-cpd", "Teachers' time in industry", cpd(d), summary=_hours(d))


def _events(d: Dossier) -> b.Section:
    return c.section("activation-events", "Events", events(d), summary=counted(len(d.partnership.events), "event"))


def _ways(d: Dossier) -> b.Section:
    return c.section("activation-practices", "Ways of working together", practices(d), summary=_practices(d))


def _seen(d: Dossier) -> b.Section:
    mend = to_mend(d.record, found(d.look, "line-of-sight-missing"))
    return c.section("sight", "Line of sight from learning to work", mend, line_of_sight(d), summary=_sight(d))


def _rest(d: Dossier) -> b.Section:
    return c.section("rest", "What is not recorded", *blanks.optional(d.partnership, OPTIONAL))


def _hours(d: Dossier) -> str:
    hours = sum(entry.hours or 0 for entry in d.partnership.cpd)
    people = len({entry.person for entry in d.partnership.cpd})
    return f"{hours:g} hours by {counted(people, 'person', 'people')}"


def _practices(d: Dossier) -> str:
    claimed = d.partnership.practices
    shown = sum(practice.instance is not None or is_withheld(practice, "instance") for practice in claimed)
    return f"{shown or 'none'} of {len(claimed)} with an instance that shows it"
