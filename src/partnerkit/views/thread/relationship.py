"""The working relationship: contacts, visits to the other side, feedback, incidents and the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.model.partnership.run import Stakeholder
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.gaps import gap, words_of_gap
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, counted, said, shortened

if TYPE_CHECKING:
    from partnerkit.model.partnership.run import Contact, Exchange, Feedback, JournalEntry, PracticeChange
    from partnerkit.model.partnership.safety import Incident
    from partnerkit.views.thread.dossier import Dossier


def stakeholders(d: Dossier) -> b.Table | None:
    """The people whose support is needed. Where they stand is internal, and left out."""
    if not d.partnership.stakeholders:
        return None
    return c.table(
        "People whose support is needed",
        ("Stakeholder", "Power", "Interest", "To be seen", "By"),
        (_support(d, stakeholder) for stakeholder in d.partnership.stakeholders),
    )


def _support(d: Dossier, stakeholder: Stakeholder) -> b.Row:
    return b.Row(
        (
            whom(d, stakeholder),
            f"{stakeholder.power} of 5" if stakeholder.power else gap(stakeholder, "power"),
            f"{stakeholder.interest} of 5" if stakeholder.interest else gap(stakeholder, "interest"),
            f"every {counted(stakeholder.interval_days, 'day')}" if stakeholder.interval_days else b.Missing(),
            c.person(d.names, stakeholder.owner),
        ),
        b.anchor("stakeholders", stakeholder.id),
    )


def whom(d: Dossier, stakeholder: Stakeholder) -> b.Cell:
    """Who a stakeholder is: the person, the group, or both."""
    person = (d.names.person(stakeholder.person),) if stakeholder.person else ()
    group = (stakeholder.group,) if stakeholder.group else ()
    return b.Lines((*person, *group) or (b.Missing("nobody named"),))


def contacts(d: Dossier) -> tuple[b.Block, ...]:
    """The contacts, newest first."""
    newest = sorted(d.partnership.contacts, key=lambda contact: (contact.on, contact.id), reverse=True)
    return c.long_table(
        ("Contacts with stakeholders, newest first", "earlier contacts"),
        ("With", "Day", "How", "What was said", "Next"),
        (_contact(d, contact) for contact in newest),
    )


def _contact(d: Dossier, contact: Contact) -> b.Row:
    how = ", ".join(word for word in (contact.mode and said(contact.mode), contact.place) if word)
    by = (b.joined(b.Quiet("by "), d.names.person(contact.by)),) if contact.by else ()
    asked = ((b.Quiet("Asked: "), d.names.link("evaluations", contact.evaluation)),) if contact.evaluation else ()
    return b.Row(
        (
            _stakeholder(d, contact.stakeholder),
            b.Day(contact.on),
            b.Lines((capital(how) or b.Missing(), *by)),
            b.Lines((c.words(contact.summary), *asked)),
            c.day(contact.next_on, "none agreed"),
        ),
        b.anchor("contacts", contact.id),
    )


def _stakeholder(d: Dossier, reference: str | None) -> b.Run:
    found = d.names.item("stakeholders", reference) if reference else None
    if found is None or not isinstance(found.part, Stakeholder):
        return b.Missing("nobody named")
    return c.person(d.names, found.part.person) if found.part.person else found.part.group or b.Missing("nobody named")


def exchanges(d: Dossier) -> tuple[b.Item, ...]:
    """The visits."""
    return tuple(_exchange(d, exchange) for exchange in d.partnership.exchanges)


def _exchange(d: Dossier, exchange: Exchange) -> b.Item:
    names = d.names
    learned = tuple((b.Strong(f"{names.organisation(o)}: "), b.Words(text)) for o, text in exchange.learned.items())
    facts = c.facts(
        ("Day", b.Day(exchange.on)),
        ("Host", c.organisation(names, exchange.host)),
        ("Visitors", c.people(names, exchange.visitors)),
        ("What was learned", b.Lines(learned) if learned else b.Missing()),
        ("Done differently since", b.Lines(tuple(map(_changed, exchange.changed))) if exchange.changed else None),
        ("Actions", names.links("actions", exchange.actions) if exchange.actions else gap(exchange, "actions", "none")),
        ("Evidence", c.evidence(names, exchange.evidence)),
    )
    kind = f"Exchange visit, {said(exchange.level)} level" if exchange.level else "Exchange visit"
    return b.Item(b.anchor("exchanges", exchange.id), title_of(exchange), (facts,), kind=kind)


def _changed(change: PracticeChange) -> b.Run:
    before = (b.Quiet(" Before: "), b.Words(change.before)) if change.before else ()
    after = (b.Quiet(" Now: "), b.Words(change.after)) if change.after else ()
    return (b.Strong(f"{change.practice}."), *before, *after)


def feedback(d: Dossier) -> b.Table | None:
    """What was said, and what was done."""
    if not d.partnership.feedback:
        return None
    return c.table(
        "What people said, and what was done about it",
        ("Said", "By", "Day", "Done about it", "Told them on"),
        (_feedback(d, feedback) for feedback in d.partnership.feedback),
    )


def _feedback(d: Dossier, feedback: Feedback) -> b.Row:
    tone = b.Quiet(f" ({said(feedback.sentiment)})" if feedback.sentiment else "")
    actions = tuple(d.names.link("actions", action) for action in feedback.actions)
    about = ((b.Quiet("About: "), d.names.link("activities", feedback.activity)),) if feedback.activity else ()
    return b.Row(
        (
            b.Lines(((b.Words(feedback.text), tone), *about)),
            c.person(d.names, feedback.from_, words_of_gap(feedback, "from", "nobody named")),
            c.day(feedback.on),
            b.Lines((c.words(feedback.response, "no answer recorded"), *actions)),
            c.day(feedback.closed_on, "not yet"),
        ),
        b.anchor("feedback", feedback.id),
    )


def incidents(d: Dossier) -> b.Table | None:
    """The incidents."""
    if not d.partnership.incidents:
        return None
    return c.table(
        "What went wrong, or nearly did",
        ("Incident", "Day", "Site", "Days off", "Lesson", "Reported on", "Evidence"),
        (_incident(d, incident) for incident in d.partnership.incidents),
        digits=("Days off",),
    )


def _incident(d: Dossier, incident: Incident) -> b.Row:
    sort = c.term(incident.type, "type not recorded")
    risk = ((b.Quiet("Came of the risk: "), d.names.link("risks", incident.risk)),) if incident.risk else ()
    reference = f", number {incident.reference}" if incident.reference else ""
    what = (sort, b.Quiet(": "), b.Words(incident.summary)) if incident.summary else sort
    return b.Row(
        (
            b.Lines((what, *risk)),
            b.Day(incident.on),
            incident.site or b.Missing(),
            str(incident.days_off) if incident.days_off is not None else b.Missing(),
            c.words(incident.lesson, "none recorded"),
            (c.day(incident.reported_on, "no report recorded"), b.Quiet(reference)),
            c.evidence(d.names, incident.evidence, "none"),
        ),
        b.anchor("incidents", incident.id),
    )


def journal(d: Dossier) -> tuple[b.Item, ...]:
    """The journal, newest first."""
    newest = sorted(d.partnership.journal, key=lambda entry: (entry.on, entry.id), reverse=True)
    return tuple(_entry(d, entry) for entry in newest)


def _entry(d: Dossier, entry: JournalEntry) -> b.Item:
    names = d.names
    facts = c.facts(
        ("Day", b.Day(entry.on)),
        ("By", c.person(names, entry.author)),
        ("What happened", b.Words(entry.what)),
        ("What it means", c.words(entry.so_what)),
        ("What follows", c.words(entry.now_what)),
        ("About", names.links("*", entry.links) if entry.links else None),
        ("Led to", names.links("*", entry.led_to) if entry.led_to else None),
        ("Speaks to", b.Lines(tuple(names.criterion(ref) for ref in entry.criteria)) if entry.criteria else None),
    )
    return b.Item(b.anchor("journal", entry.id), shortened(entry.what), (facts,), kind="Journal entry")
