"""Agreement: the objectives agreed, who decides, what was signed, and how it would end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.duties import badge
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, counted, listed, said, title
from partnerkit.views.thread.governance import bodies, key_roles, raci
from partnerkit.views.thread.objectives import objectives

if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkit.model.partnership.activate import Agreement, Clauses, Signatory
    from partnerkit.model.partnership.agree import Exit
    from partnerkit.views.thread.dossier import Dossier

BINDING = {"none": "not in law", "partial": "in part", "full": "in law, wholly"}
RENEWAL = {"automatic": "renews by itself", "by-agreement": "by a new agreement", "none": "not renewed"}


def agreement(d: Dossier) -> b.Section:
    """The part of the thread."""
    p = d.partnership
    summary = listed(
        [
            counted(len(p.objectives), "objective"),
            counted(len(p.bodies), "body", "bodies"),
            counted(len(p.key_roles), "key role"),
            counted(len(p.agreements), "agreement"),
        ]
    )
    wanted = ("objectives",) if not p.objectives else ("indicators",)
    parts = (
        d.part("agreement-objectives", "Objectives", wanted, *objectives(d)),
        d.part("agreement-key_roles", "Key roles", ("key_roles",), key_roles(d)),
        d.part("agreement-bodies", "Bodies that meet and decide", ("bodies",), *bodies(d)),
        d.part("agreement-raci", "Who is responsible for what", ("raci",), raci(d)),
        d.part("agreement-agreements", "Agreements", ("agreements",), *agreements(d, p.agreements)),
        d.part(
            "agreement-exit",
            "How it would end",
            ("exit",) if p.exit is None else ("exit-decision",),
            exit_arrangements(d),
        ),
    )
    return d.thread(3, "agreement", "Agreement", summary, parts)


def agreements(d: Dossier, shown: Iterable[Agreement]) -> tuple[b.Item, ...]:
    """Agreements, each with its signatures."""
    return tuple(_agreement(d, found) for found in shown)


def exit_arrangements(d: Dossier) -> b.Facts | None:
    """How the partnership would end, or did."""
    return _exit(d, d.partnership.exit) if d.partnership.exit else None


def _agreement(d: Dossier, found: Agreement) -> b.Item:
    names = d.names
    facts = c.facts(
        ("Between", names.organisations(found.partners) or b.Missing()),
        ("Binding", _binding(found)),
        ("In force from", c.day(found.effective)),
        ("Ends", _ends(d, found)),
        ("To be reviewed on", c.day(found.review_on)),
        ("Notice", counted(found.notice_days, "day") if found.notice_days else b.Missing()),
        ("Takes the place of", names.link("agreements", found.supersedes) if found.supersedes else None),
        *_clauses(found.clauses),
        ("Document", c.evidence(names, found.evidence)),
    )
    signatures = c.table(
        "Signatures", ("For", "Signed by", "On"), (_signature(d, signatory) for signatory in found.signatories)
    )
    unsigned = [partner for partner in found.partners if not _signed(found, partner)]
    state = (
        b.Badge("signed by all", "good") if found.partners and not unsigned else b.Badge("signatures open", "caution")
    )
    return b.Item(
        b.anchor("agreements", found.id),
        title_of(found),
        (facts, signatures) if found.signatories else (facts,),
        kind="Agreement" if title(found.type) == title_of(found) else title(found.type),
        badges=(state,),
    )


def _signed(found: Agreement, partner: str) -> bool:
    return any(signatory.partner == partner and signatory.on for signatory in found.signatories)


def _signature(d: Dossier, signatory: Signatory) -> b.Row:
    role = b.Quiet(f", {signatory.role}" if signatory.role else "")
    return b.Row(
        (
            d.names.organisation(signatory.partner),
            b.joined(c.person(d.names, signatory.person), role),
            c.day(signatory.on, "awaited"),
        )
    )


def _binding(found: Agreement) -> b.Run:
    if found.binding is None:
        return b.Missing()
    clauses = listed([said(clause) for clause in found.binding_clauses])
    return (capital(BINDING[found.binding]), b.Quiet(f": {clauses}" if clauses else ""))


def _ends(d: Dossier, found: Agreement) -> b.Run:
    if found.ends is None:
        return b.Missing("no end recorded")
    renewal = b.Quiet(f", {RENEWAL[found.renewal]}" if found.renewal else "")
    past = found.ends < d.as_of
    state = b.Badge("ended", "plain") if past else badge(found.ends, d.as_of)
    return (b.Day(found.ends), renewal, " ", state)


def _clauses(clauses: Clauses | None) -> tuple[tuple[str, b.Cell | None], ...]:
    if clauses is None:
        return (("Clauses", b.Missing()),)
    present: list[str] = []
    absent: list[str] = []
    others: list[b.Run] = []
    for name in type(clauses).model_fields:
        match getattr(clauses, name):
            case None:
                continue
            case "present":
                present.append(said(name))
            case "absent":
                absent.append(said(name))
            case clause:
                reason = getattr(clause, "not_applicable", None)
                word = "not needed" if reason else "in another document"
                others.append((f"{title(name)}: ", b.Quiet(f"{word}. "), b.Words(reason or clause.reference)))
    return (
        ("Clauses present", capital(listed(present)) or b.Missing("none")),
        ("Clauses absent", capital(listed(absent)) or None),
        ("Other clauses", b.Lines(tuple(others)) if others else None),
    )


def _exit(d: Dossier, plan: Exit) -> b.Facts:
    decision = plan.decision
    shown = tuple(dict.fromkeys((*plan.evidence, *(decision.evidence if decision else ()))))
    return c.facts(
        ("Would be brought about by", b.Lines(plan.triggers) if plan.triggers else b.Missing()),
        ("Notice", counted(plan.notice_days, "day") if plan.notice_days else b.Missing()),
        ("Learners", c.words(plan.learner_protection)),
        ("Knowledge and rights", c.words(plan.knowledge) if plan.knowledge else None),
        ("Data and records", c.words(plan.data_return)),
        ("Equipment and assets", c.words(plan.asset_return) if plan.asset_return else None),
        ("Who is told", c.words(plan.communications) if plan.communications else None),
        ("How the service goes on", c.words(plan.continuity) if plan.continuity else None),
        ("Final evaluation", c.words(plan.final_evaluation) if plan.final_evaluation else None),
        ("Afterwards", c.words(plan.future_opportunities) if plan.future_opportunities else None),
        ("Seen to by", c.people(d.names, plan.owners)),
        ("Last looked at on", b.Day(plan.reviewed_on) if plan.reviewed_on else None),
        ("Decision", title(decision.outcome) if decision else None),
        ("Decided by", c.person(d.names, decision.by) if decision else None),
        ("Decided on", c.day(decision.on) if decision else None),
        ("Reason", c.words(decision.reason) if decision else None),
        ("Done on", b.Day(plan.completed_on) if plan.completed_on else None),
        ("Evidence", c.evidence(d.names, shown) if shown else None),
    )
