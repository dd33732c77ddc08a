"""What was wanted and what was done: the record's own texts in an order that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.model.organisation import Organisation
from partnerkit.views import blocks as b
from partnerkit.views.reading import blanks
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.gaps import optional_gap
from partnerkit.views.reading.words import capital, counted, listed, lowered, said, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkit.model.partnership.needs import Need
    from partnerkit.model.partnership.partnership import Partnership
    from partnerkit.model.partnership.plan import Activity
    from partnerkit.model.partnership.run import Exchange
    from partnerkit.model.partnership.who import Partner
    from partnerkit.views.thread.dossier import Dossier

LEVELS = {"leader": "Leaders", "manager": "Managers", "teacher": "Teachers"}


# ---------------------------------------------------------------------- challenge


def challenge(d: Dossier) -> Iterator[b.Block]:
    """What was found, what people could not do, and what the partners might do about it."""
    p = d.partnership
    found = tuple(
        b.Fact(capital(said(scan.source)) if scan.source else "Found", b.Words(scan.finding))
        for scan in p.scans
        if scan.finding
    )
    if found:
        yield b.Facts(found)
    needs = tuple(line for need in p.needs if (line := _need(d, need)))
    if needs:
        yield b.Section("challenge-needs", "What people needed to be able to do", (b.Listing(needs),))
    taken_up = tuple(
        b.Words(one.finding) for one in p.opportunities if one.decision and one.decision.outcome == "pursue"
    )
    if taken_up:
        yield b.Section("challenge-opportunity", "What the partners could do together", (b.Listing(taken_up),))
    yield from _unsaid(p, ("scans", "needs", "opportunities"))


def _unsaid(p: Partnership, keys: tuple[str, ...]) -> Iterator[b.Blank]:
    """The blanks of some sections; one for all that readers may not see."""
    hidden = [blanks.BY_KEY[key].what for key in keys if is_withheld(p, key)]
    if hidden:
        yield b.Blank(f"{capital(listed(hidden))}: {blanks.NOT_SHOWN}", "withheld")
    for key in keys:
        if not is_withheld(p, key) and (blank := blanks.blank(p, key)):
            yield blank


def _need(d: Dossier, need: Need) -> b.Run | None:
    wanted = need.statement or (need.required.level if need.required else None)
    if not wanted:
        return None
    who = [d.names.organisation(need.partner)] if need.partner else []
    who += [need.group] if need.group else []
    head = (b.Strong(f"{', '.join(who)}: "),) if who else ()
    now = (b.Quiet("; what was found: "), b.Words(need.current.level)) if need.current and need.current.level else ()
    people = (b.Quiet(f" ({counted(need.population, 'person', 'people')})"),) if need.population else ()
    return (*head, b.Words(wanted), *now, *people)


# ---------------------------------------------------------------------- solution


def solution(d: Dossier) -> Iterator[b.Block]:
    """What the partners set out to do, and what they did together."""
    p = d.partnership
    if p.aims:
        yield b.Section(
            "solution-aims", "What they set out to do", (b.Listing(tuple(b.Words(aim.statement) for aim in p.aims)),)
        )
    if p.activities:
        yield c.table(
            "What they did together",
            ("Activity", "Designed by", "Delivered by", "For", "When"),
            (_activity(d, activity) for activity in p.activities),
        )
    yield from _sight(p)
    if p.exchanges:
        yield c.table(
            "Visits to one another, and what came of them",
            ("Visit", "What each side learned", "What is done differently since"),
            (_exchange(d, exchange) for exchange in sorted(p.exchanges, key=lambda exchange: exchange.on)),
        )
    yield from _changes(d)
    yield from _unsaid(p, ("aims", "activities"))


def _activity(d: Dossier, activity: Activity) -> b.Row:
    sort = b.Quiet(f" ({said(activity.type)})") if activity.type else ""
    about = (b.Words(activity.summary),) if activity.summary else ()
    hours = tuple(
        (d.names.organisation(who), b.Quiet(f", {number:g} hours")) for who, number in activity.delivered_by.items()
    )
    return b.Row(
        (
            b.Lines(((activity.title, sort), *about)),
            d.names.organisations(activity.designed_by) or b.Missing(),
            b.Lines(hours) if hours else b.Missing(),
            _route(activity),
            _when(activity),
        ),
        b.anchor("activities", activity.id),
    )


def _route(activity: Activity) -> b.Inline:
    route = activity.route
    if route is None or (route.learners is None and route.type is None):
        return b.Missing()
    who = f", {ROUTES[route.type]}" if route.type else ""
    return f"{counted(route.learners, 'learner')}{who}" if route.learners is not None else capital(who[2:])


ROUTES = {"initial-entry": "new to the occupation", "reskilling": "already in work"}


def _when(activity: Activity) -> b.Run:
    if activity.start and activity.end:
        return (b.Day(activity.start), " to ", b.Day(activity.end))
    return ("from ", b.Day(activity.start)) if activity.start else c.day(activity.end)


def _sight(p: Partnership) -> Iterator[b.Table]:
    rows = [
        b.Row((c.words(line.outcome), c.words(line.task), c.words(line.role)))
        for activity in p.activities
        for line in activity.line_of_sight
    ]
    if rows:
        yield c.table("Where it leads at work", ("What is learned", "The task that needs it", "The job"), rows)


def _exchange(d: Dossier, exchange: Exchange) -> b.Row:
    who = LEVELS.get(exchange.level or "", "People")
    host = (" at ", d.names.organisation(exchange.host)) if exchange.host else ()
    focus = (b.Words(exchange.focus),) if exchange.focus else ()
    learned = tuple(
        (b.Strong(f"{d.names.organisation(side)}: "), b.Words(text)) for side, text in exchange.learned.items()
    )
    changed = tuple(
        (b.Strong(f"{change.practice}: "), c.words(change.after), *_before(change.before))
        for change in exchange.changed
    )
    return b.Row(
        (
            b.Lines(((who, *host, b.Quiet(", "), b.Day(exchange.on)), *focus)),
            b.Lines(learned) if learned else b.Missing(),
            b.Lines(changed) if changed else b.Missing(),
        ),
        b.anchor("exchanges", exchange.id),
    )


def _before(text: str | None) -> tuple[b.Inline, ...]:
    return (b.Quiet(" (before: "), b.Words(text), b.Quiet(")")) if text else ()


def _changes(d: Dossier) -> Iterator[b.Section]:
    p = d.partnership
    adopted = tuple(
        (
            b.Words(change.proposal),
            b.Quiet(f" ({d.names.organisation(change.partner)})" if change.partner else ""),
            b.Quiet(f", in {lowered(change.adopted_in)}" if change.adopted_in else ""),
        )
        for change in p.curriculum
        if change.adopted
    )
    if adopted:
        yield b.Section("solution-curriculum", "What is taught differently because of it", (b.Listing(adopted),))
    if p.practices:
        habits = b.Listing(tuple(b.Words(practice.behaviour) for practice in p.practices))
        yield b.Section("solution-practices", "How they work together", (habits,))


# ---------------------------------------------------------------------- partners


def partners(d: Dossier) -> b.Table:
    """Who took part, what sort of organisation it is, and what it put in."""
    return c.table(
        "Who took part",
        ("Partner", "Sort", "Place", "Role", "Wanted from it", "Expertise it put in"),
        (_partner(d, partner) for partner in d.partnership.partners),
    )


def _partner(d: Dossier, partner: Partner) -> b.Row:
    item = d.names.item("organisations", partner.organisation)
    found = item.part if item is not None and isinstance(item.part, Organisation) else None
    sort = [said(found.type) if found and found.type else "", f"{found.size}" if found and found.size else ""]
    for_whom = (b.Quiet(f"for {d.names.organisation(partner.on_behalf_of)}"),) if partner.on_behalf_of else ()
    brought = dict.fromkeys(
        said(resource.expertise)
        for resource in d.partnership.resources
        if resource.expertise and resource.partner == partner.organisation
    )
    motives = optional_gap(partner, "motives") or c.words(partner.motives)
    return b.Row(
        (
            d.names.organisation(partner.organisation),
            capital(", ".join(word for word in sort if word)) or b.Missing(),
            (found.place or found.region if found else None) or b.Missing(),
            b.Lines((title(partner.role) if partner.role else b.Missing(), *for_whom)),
            motives,
            capital(listed(list(brought))) or b.Missing(),
        )
    )
