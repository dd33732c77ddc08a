"""The other clauses of a draft memorandum: what protects people and work, how long it holds, how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.rules.agreement._roles import SENIOR_EXECUTIVE, has_left, partner_of
from partnerkit.views import blocks as b
from partnerkit.views.agreeing.continuity import current_roles
from partnerkit.views.agreeing.draft import KEPT_BACK
from partnerkit.views.agreeing.parties import holders
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.words import listed, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkit.model.partnership.activate import Agreement
    from partnerkit.model.partnership.agree import Exit, KeyRoleName
    from partnerkit.views.agreeing.draft import Draft

BINDING = {
    "none": "This memorandum is not meant to bind in law.",
    "partial": "This memorandum is meant to bind in law only in these matters:",
    "full": "This memorandum is meant to bind in law.",
}


def _exit(draft: Draft, key: str, what: str) -> b.Inline:
    """What the exit arrangements say, or the place they leave open."""
    if is_withheld(draft.record, "exit"):
        return KEPT_BACK
    return draft.words(draft.record.exit, key, what)


def _agreement(draft: Draft) -> Agreement | None:
    return draft.basis.agreement if draft.basis else None


def _leads(draft: Draft, role: KeyRoleName, what: str) -> b.Run:
    """Who holds a role at which party, one after another."""
    found = [entry for entry in current_roles(draft.subject) if entry.role == role and entry.holder]
    if not found:
        return draft.blank(what)
    runs = [
        b.joined(draft.names.person(entry.holder or ""), f" for {draft.names.organisation(partner)}")
        for entry in found
        if (partner := partner_of(draft.subject, entry))
    ]
    return tuple(part for place, run in enumerate(runs) for part in ((", ", *run) if place else run))


def _rights(draft: Draft) -> Iterator[b.Block]:
    if (draft.record.exit and draft.record.exit.knowledge) or is_withheld(draft.record, "exit"):
        yield b.Paragraph((_exit(draft, "knowledge", ""), "."))
    what = "who owns what is made together, what each brings and keeps, and who may use it afterwards"
    yield b.Paragraph(draft.matter("intellectual_property", what))


def _confidence(draft: Draft) -> Iterator[b.Block]:
    yield b.Paragraph(
        draft.matter("confidentiality", "what is not to be told, to whom it may be told, and for how long")
    )
    yield b.Paragraph(draft.matter("publicity", "who may speak of the partnership, and use names and logos"))


def _data(draft: Draft) -> Iterator[b.Block]:
    lead = _leads(draft, "data-protection-lead", "who answers for personal data at each party")
    yield b.Paragraph(b.joined("Who answers for personal data: ", lead, "."))
    apart = [one.name for one in draft.shared_data]
    if apart:
        yield b.Paragraph(f"Which data are shared, and why, is settled in {listed(apart)}.")
    else:
        what = "which data are shared, for what purpose, on what lawful basis, and how they are kept safe"
        yield b.Paragraph(draft.matter("data_protection", what))
    yield b.Paragraph(("At the end: ", _exit(draft, "data_return", "what becomes of data and records"), "."))


def _safeguarding(draft: Draft) -> Iterator[b.Block]:
    if draft.subject.under_18:
        yield b.Paragraph("Some of the learners are under 18.")
    lead = _leads(draft, "designated-safeguarding-lead", "whom a worry about a learner is reported to, at each party")
    matter = draft.matter(
        "safeguarding", "how learners are kept safe, and which checks are made of those who meet them"
    )
    yield b.Paragraph(matter)
    excused = isinstance(matter, tuple) and matter[0] == "Not needed: "
    if not excused or draft.subject.under_18:
        yield b.Paragraph(b.joined("A worry about a learner is reported to: ", lead, "."))


def _safety(draft: Draft) -> Iterator[b.Block]:
    lead = _leads(draft, "health-and-safety-competent-person", "who is competent to assess the risks at each site")
    yield b.Paragraph(b.joined("Who is competent to assess risks: ", lead, "."))
    if is_withheld(draft.record, "health_and_safety"):
        yield b.Paragraph(("Sites assessed: ", KEPT_BACK, "."))
    elif assessed := draft.record.health_and_safety:
        runs = tuple(
            b.joined(draft.words(one, "site", "the site"), ", assessed on ", draft.day(one.assessed_on, "the day"))
            for one in assessed
        )
        yield b.Paragraph("Sites assessed:")
        yield b.Listing(runs)
    what = "who answers for safe work on each site, who tells whom of an accident, and which insurance covers whom"
    yield b.Paragraph(draft.matter("health_and_safety", what))


def _equality(draft: Draft) -> Iterator[b.Block]:
    yield b.Paragraph(draft.matter("equality", "how equality and inclusion are kept, and who looks at it"))


def _term(draft: Draft) -> Iterator[b.Block]:
    found = _agreement(draft)
    current = found if draft.basis and draft.basis.force not in {"ended", "replaced"} else None
    start = current.effective if current else None
    end = current.ends if current else None
    yield b.Paragraph(
        (
            "It holds from ",
            draft.day(start, "the first day"),
            " to ",
            draft.day(end, "the last day"),
            ". After that: ",
            _renewal(draft, current),
            ".",
        )
    )
    review = current.review_on if current else None
    yield b.Paragraph(
        (
            "The parties look at it together on ",
            draft.day(review if review and review >= draft.d.as_of else None, "the day of the first review"),
            ", and after that every ",
            draft.blank("how often"),
            ".",
        )
    )


def _renewal(draft: Draft, found: Agreement | None) -> b.Inline:
    words = {
        "automatic": "it renews by itself, unless a party gives notice",
        "by-agreement": "it goes on only by a new agreement",
        "none": "it is not renewed",
    }
    return words[found.renewal] if found and found.renewal else draft.blank("whether and how it is renewed")


def _changes(draft: Draft) -> Iterator[b.Block]:
    yield b.Paragraph(
        ("Changes: ", *b.joined(draft.matter("variation", "how this text is changed, and who signs a change")))
    )
    what = "who talks to whom first, within how many days, and what follows if that does not help"
    yield b.Paragraph(("Disputes: ", *b.joined(draft.matter("dispute", what))))


def _ending(draft: Draft) -> Iterator[b.Block]:
    plan, found = draft.record.exit, _agreement(draft)
    withheld = is_withheld(draft.record, "exit")
    notice = (plan.notice_days if plan else None) or (found.notice_days if found else None)
    yield b.Paragraph(
        ("A party that wants to leave says so in writing ", draft.days(notice, "how many days"), " before.")
    )
    yield b.Paragraph("The end is also brought about by:")
    if withheld:
        yield b.Listing((KEPT_BACK,))
    else:
        yield b.Listing(_triggers(draft, plan))
    lines = (
        ("Learners who have begun", "learner_protection", "who sees them through"),
        ("Equipment and other assets", "asset_return", "what goes back to whom, and when"),
        ("Who is told", "communications", "who is told, by whom and when"),
        ("How the service goes on", "continuity", "how the service to others goes on"),
        ("Final evaluation", "final_evaluation", "what is looked at in the end, and by whom"),
    )
    yield c.facts(*((label, _exit(draft, key, what)) for label, key, what in lines))
    owners = plan.owners if plan else ()
    who: b.Run = c.people_in_line(draft.names, owners) if owners else draft.blank("one person for each party")
    yield b.Paragraph(b.joined("The end is seen to by: ", KEPT_BACK if withheld else who, "."))


def _triggers(draft: Draft, plan: Exit | None) -> tuple[b.Run, ...]:
    if plan is not None and is_withheld(plan, "triggers"):
        return (KEPT_BACK,)
    return tuple(plan.triggers) if plan and plan.triggers else (draft.blank("what would bring the end about"),)


def _law(draft: Draft) -> Iterator[b.Block]:
    found = _agreement(draft)
    if found is None or found.binding is None:
        yield b.Paragraph(draft.blank("whether this text binds in law: not at all, in part, or wholly"))
    else:
        yield b.Paragraph(BINDING[found.binding])
        if found.binding == "partial":
            matters = tuple(said(clause) for clause in found.binding_clauses)
            yield b.Listing(matters or (draft.blank("the matters that bind"),))
    yield b.Paragraph(
        ("Governing law: ", *b.joined(draft.matter("governing_law", "which law applies, and which courts")))
    )


def _signatures(draft: Draft) -> Iterator[b.Block]:
    draft.names.start()
    executives = holders(draft.subject, SENIOR_EXECUTIVE)
    found = _agreement(draft)
    named = {signatory.partner: signatory for signatory in (found.signatories if found else ())}
    rows = []
    for party in draft.parties:
        signatory = named.get(party)
        before = signatory.person if signatory and not has_left(draft.subject, signatory.person) else None
        person = executives.get(party) or before
        rows.append(
            b.Row(
                (
                    draft.names.organisation(party),
                    draft.person(person, "who signs, and in what capacity"),
                    b.Missing("[signature]"),
                    b.Missing("[day]"),
                )
            )
        )
    yield c.table("Signatures", ("For", "Name and capacity", "Signature", "Day"), rows)


TERMS = (
    ("What is made together, and whose it is", _rights),
    ("Confidence and publicity", _confidence),
    ("Personal data", _data),
    ("Safeguarding", _safeguarding),
    ("Health and safety", _safety),
    ("Equality and inclusion", _equality),
)
"""The titles of the clauses that protect people and work, and what writes them."""

LAST = (
    ("How long it holds, and when it is looked at", _term),
    ("Changes and disputes", _changes),
    ("How it ends", _ending),
    ("What it means in law", _law),
    ("Signatures", _signatures),
)
"""The titles of the last clauses, and what writes them."""
