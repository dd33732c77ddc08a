"""Training needs: the gap, its cause, how it presses, and the ways to meet it that were compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, counted, said, title

if TYPE_CHECKING:
    from partnerkit.model.partnership.needs import CurrentPerformance, Need, NeedOption, NeedPriority, Sourcing
    from partnerkit.views.thread.dossier import Dossier


def needs(d: Dossier) -> tuple[b.Item, ...]:
    """The training needs, in the order of the record."""
    return tuple(need_item(d, need) for need in d.partnership.needs)


def need_item(d: Dossier, need: Need, served: b.Cell | None = None, badges: tuple[b.Badge, ...] = ()) -> b.Item:
    """A need with all that is recorded of it; `served` says by what it is met, where a page says so."""
    required, current = need.required, need.current
    shown = tuple(dict.fromkeys((*(current.evidence if current else ()), *need.evidence)))
    facts = c.facts(
        ("Who", who(d, need)),
        ("Driven by", d.names.link("priorities", need.driver) if need.driver else b.Missing("no priority named")),
        ("Must be able to", c.words(required.level if required else None)),
        ("Described in", d.names.criterion(required.criterion) if required and required.criterion else None),
        ("By the standard", required.standard if required else None),
        ("Can do today", c.words(current.level if current else None)),
        ("Found by", found_by(current) if current else b.Missing()),
        ("Cause of the gap", cause(need)),
        ("How it presses", _pressure(need.priority) if need.priority else None),
        ("Shown by", c.evidence(d.names, shown) if shown else None),
        ("Arranged", sourced(d, need.sourcing) if need.sourcing else None),
        ("Met by", served),
    )
    options = c.table(
        "Ways to meet it that were compared",
        ("Way", "Decision", "Transfer to the job", "Why", "Cost"),
        (_option(d, option) for option in need.options),
        digits=("Cost",),
    )
    return b.Item(
        b.anchor("needs", need.id),
        title_of(need),
        (facts, options) if need.options else (facts,),
        kind="Training need",
        badges=badges,
    )


def who(d: Dossier, need: Need) -> b.Run:
    """The people it concerns: their group, its level, how many, and whose they are."""
    parts = [
        need.group,
        f"{said(need.level)} level" if need.level else None,
        counted(need.population, "person", "people") if need.population is not None else None,
        d.names.organisation(need.partner) if need.partner else None,
    ]
    return capital(", ".join(filter(None, parts))) or b.Missing()


def found_by(current: CurrentPerformance) -> b.Run:
    """How it is known what they can do today, and since when."""
    shown = c.term(current.method, "method not recorded")
    return (shown, b.Quiet(" on "), b.Day(current.on)) if current.on else shown


def cause(need: Need) -> b.Run:
    """Why there is a gap, and whether training can close it."""
    word = c.term(need.cause)
    if need.trainable is None:
        return word
    return (word, b.Quiet("; training can close it" if need.trainable else "; training cannot close it"))


def sourced(d: Dossier, sourcing: Sourcing) -> b.Cell:
    """How the chosen way was bought or arranged."""
    lines: list[b.Run] = []
    if sourcing.route:
        lines.append(f"For {'one person' if sourcing.route == 'individual' else 'the organisation'}")
    if sourcing.preferred_supplier is not None:
        lines.append(f"{'From' if sourcing.preferred_supplier else 'Not from'} the list of preferred suppliers")
    if sourcing.hr_consulted_on:
        lines.append(("Human resources asked on ", b.Day(sourcing.hr_consulted_on)))
    if sourcing.managers_consulted:
        lines.append(b.joined("Managers asked: ", c.people_in_line(d.names, sourcing.managers_consulted)))
    return b.Lines(tuple(lines)) if lines else b.Missing()


def _pressure(priority: NeedPriority) -> str | None:
    parts = [
        "the law asks for it" if priority.legal else None,
        "somebody's safety depends on it" if priority.safety else None,
        f"impact {priority.impact} of 5" if priority.impact else None,
        f"feasibility {priority.feasibility} of 5" if priority.feasibility else None,
    ]
    return capital(", ".join(filter(None, parts))) or None


def _option(d: Dossier, option: NeedOption) -> b.Row:
    name = option.title or title(option.type)
    provider = b.Quiet(f" ({d.names.organisation(option.provider)})") if option.provider else ""
    decided = option.decision
    tone: b.Tone = "good" if decided == "selected" else "plain"
    return b.Row(
        (
            (name, provider),
            b.Badge(said(decided), tone) if decided else b.Missing("no decision"),
            c.term(option.transfer, "not judged"),
            c.words(option.why, "no reason given"),
            c.money(option.cost, "not costed"),
        )
    )
