"""Alignment: who the partners are, what each of them wants, and what in the record serves it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.model.organisation import Organisation, Priority
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.words import counted, listed, said, title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from partnerkit.model.partnership.identify import CultureFit, CultureRating
    from partnerkit.model.partnership.who import Partner
    from partnerkit.views.thread.dossier import Dossier

WIDE_GAP = 2
"""Culture ratings this far apart ask for an action, by the format's own words."""


def alignment(d: Dossier) -> b.Section:
    """The part of the thread."""
    p = d.partnership
    summary = listed([counted(len(p.partners), "partner"), counted(len(p.aims), "aim")])
    parts = (
        d.part("alignment-partners", "The partners", ("motives",), _partners(d)),
        d.part("alignment-priorities", "Priorities, and what serves them", (), _priorities(d)),
        d.part("alignment-aims", "Shared aims", ("aims",), _aims(d)),
        d.part("alignment-culture_fit", "Cultural fit", ("culture_fit",), *_culture(d)),
    )
    return d.thread(2, "alignment", "Alignment", summary, parts)


def _partners(d: Dossier) -> b.Table:
    return c.table(
        "Who takes part, and why",
        ("Partner", "Role", "Wants for itself", "Depends on the others for", "Since"),
        (_partner(d, partner) for partner in d.partnership.partners),
    )


def _partner(d: Dossier, partner: Partner) -> b.Row:
    name = d.names.organisation(partner.organisation)
    found = d.names.item("organisations", partner.organisation)
    described = found.part if found and isinstance(found.part, Organisation) else None
    parts = [described.type and said(described.type), described.size, described.place] if described else []
    about = ", ".join(part for part in parts if part)
    behalf = f"on behalf of {d.names.organisation(partner.on_behalf_of)}" if partner.on_behalf_of else ""
    return b.Row(
        (
            (name, b.Quiet(f" ({about})" if about else "")),
            (c.term(partner.role), b.Quiet(f" {behalf}" if behalf else "")),
            c.words(partner.motives),
            c.words(partner.depends_on),
            c.tenure(partner.since, partner.until),
        ),
        b.anchor("partners", partner.organisation),
    )


def _priorities(d: Dossier) -> b.Block:
    serving = _serving(d)
    hidden = any(is_withheld(d.partnership, section) for section in ("opportunities", "needs"))
    nothing = "nothing in what is shown here" if hidden else "nothing in this record"
    rows = []
    for partner in d.partnership.partners:
        found = d.names.item("organisations", partner.organisation)
        organisation = found.part if found else None
        for priority in organisation.priorities if isinstance(organisation, Organisation) else ():
            served = serving.get((partner.organisation, priority.id))
            cell = b.Lines(tuple(served)) if served else b.Missing(nothing)
            rows.append(_priority(d.names.organisation(partner.organisation), priority, cell))
    if not rows:
        return b.Blank("The records of the partners hold no priorities.", "due", "They stand with the organisations.")
    return c.table(
        "What each partner has set itself, and what in this record serves it",
        ("Priority", "Partner", "Served by"),
        rows,
    )


def _priority(owner: str, priority: Priority, served: b.Cell) -> b.Row:
    source = ", ".join(filter(None, (priority.type and said(priority.type), priority.source)))
    return b.Row(
        (
            (b.Words(priority.statement), b.Quiet(f" ({source})" if source else "")),
            owner,
            served,
        )
    )


def _serving(d: Dossier) -> Mapping[tuple[str, str], list[b.Inline]]:
    """For each priority, by organisation and id, the opportunities, needs, aims and objectives that name it."""
    served: defaultdict[tuple[str, str], list[b.Inline]] = defaultdict(list)
    for collection, id_, references in _mentions(d):
        for reference in references:
            item = d.names.item("priorities", reference)
            if item is not None:
                served[item.record.id, item.id].append(d.names.link(collection, id_))
    return served


def _mentions(d: Dossier) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    p = d.partnership
    yield from (("opportunities", opportunity.id, opportunity.priorities) for opportunity in p.opportunities)
    yield from (("needs", need.id, (need.driver,)) for need in p.needs if need.driver)
    yield from (("aims", aim.id, aim.priorities) for aim in p.aims)
    yield from (("objectives", objective.id, objective.priorities) for objective in p.objectives)


def _aims(d: Dossier) -> b.Table | None:
    p = d.partnership
    if not p.aims:
        return None
    objectives: defaultdict[str, list[b.Run]] = defaultdict(list)
    for objective in p.objectives:
        if objective.aim:
            objectives[objective.aim.rpartition("/")[2]].append(d.names.link("objectives", objective.id))
    rows = (
        b.Row(
            (
                b.Words(aim.statement),
                d.names.links("priorities", aim.priorities) if aim.priorities else b.Missing("no priority named"),
                b.Lines(tuple(objectives[aim.id])) if objectives[aim.id] else b.Missing("no objective"),
            ),
            b.anchor("aims", aim.id),
        )
        for aim in p.aims
    )
    return c.table("Aims, and the objectives that make them measurable", ("Aim", "Serves", "Measured by"), rows)


def _culture(d: Dossier) -> tuple[b.Block, ...]:
    fit = d.partnership.culture_fit
    if fit is None:
        return ()
    facts = c.facts(("Assessed on", c.day(fit.assessed_on)), ("Assessed by", c.people(d.names, fit.assessed_by)))
    return (facts, _ratings(d, fit)) if fit.dimensions else (facts,)


def _ratings(d: Dossier, fit: CultureFit) -> b.Table:
    rated = tuple(dict.fromkeys(partner for dimension in fit.dimensions for partner in dimension.ratings))
    names = tuple(d.names.organisation(partner) for partner in rated)
    return c.table(
        "Where each partner stands, from 1 to 5",
        ("Dimension", *names, "Apart by", "Bridged by", "Evidence"),
        (_rating(d, dimension, rated) for dimension in fit.dimensions),
        digits=(*names, "Apart by"),
    )


def _rating(d: Dossier, dimension: CultureRating, partners: tuple[str, ...]) -> b.Row:
    marks = [dimension.ratings.get(partner) for partner in partners]
    given = [mark for mark in marks if mark is not None]
    gap = max(given) - min(given) if len(given) > 1 else None
    bridge: b.Cell = b.Quiet("no need")
    if dimension.mitigation:
        bridge = d.names.link("actions", dimension.mitigation)
    elif gap is not None and gap >= WIDE_GAP:
        bridge = b.Missing("no action named")
    return b.Row(
        (
            (title(dimension.dimension), b.Quiet(" "), b.Quiet(dimension.note or "")),
            *(str(mark) if mark is not None else b.Missing("not rated") for mark in marks),
            str(gap) if gap is not None else b.Missing("one side only"),
            bridge,
            c.evidence(d.names, dimension.evidence, "none"),
        )
    )
