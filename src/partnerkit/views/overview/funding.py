"""Programmes and funders: what each pays for, what partners put in beside it, whom it reaches and what came of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.model.programme import Programme
from partnerkit.rules.plan._resources import amounts
from partnerkit.views import blocks as b
from partnerkit.views.overview.gains import gains_of, ladder, no_benefit
from partnerkit.views.reading import cells as c
from partnerkit.views.reading import stages
from partnerkit.views.reading.gaps import words_of_gap
from partnerkit.views.reading.names import Names
from partnerkit.views.reading.words import capital, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from partnerkit.model.partnership.plan import Activity, Resource
    from partnerkit.views.overview.lines import Line
    from partnerkit.workspace.records import Record
    from partnerkit.workspace.workspace import Workspace

MOST_LINKS = 40
ROUTES = {"initial-entry": "New to the occupation", "reskilling": "Already working in it", None: "Route not recorded"}


@dataclass(frozen=True, slots=True)
class Fund:
    """A programme with its partnerships, as far as they are shown."""

    record: Record
    part: Programme
    names: Names
    lines: tuple[Line, ...]


@dataclass(slots=True)
class Sum:
    """What was promised and given, counted in one unit; `silent` is promised without a word of what has been given."""

    promised: float = 0
    given: float = 0
    silent: float = 0
    promises: int = 0


def funds(workspace: Workspace, lines: Sequence[Line]) -> tuple[Fund, ...]:
    """The programmes, in the order of their ids."""
    paid: defaultdict[str, dict[str, Line]] = defaultdict(dict)
    for line in lines:
        item = line.names.item("programmes", line.part.programme) if line.part.programme else None
        if item is not None:
            paid[item.id][line.id] = line
    known = {line.id: line for line in lines}
    found = []
    for record in workspace.programmes:
        if isinstance(record.part, Programme):
            named = (reference.rpartition("/")[2] for reference in record.part.partnerships)
            held = paid[record.id] | {id_: known[id_] for id_ in named if id_ in known}
            ordered = sorted(held.values(), key=lambda line: (line.part.title.casefold(), line.id))
            found.append(Fund(record, record.part, Names(workspace, record), tuple(ordered)))
    return tuple(found)


def programmes(held: Sequence[Fund], lines: Sequence[Line], pages: Mapping[str, str]) -> b.Section:
    """The programmes in a table, and each with what became of it.

    Args:
        held: The programmes.
        lines: All partnerships that are shown.
        pages: For each programme the page that tells more of it, by its id; empty where that follows here.
    """
    if not held:
        none = b.Blank("The workspace holds no programme or funder.", "optional")
        return b.Section("programmes", "Programmes and funders", (none,))
    table = c.table(
        "What pays for the partnerships",
        ("Programme", "Funder", "Led by", "Period", "Grant", "Partnerships"),
        (_row(fund, pages.get(fund.record.id, "")) for fund in held),
        digits=("Grant",),
        note=_unpaid(held, lines),
    )
    items = () if pages else tuple(item(fund) for fund in held)
    return b.Section("programmes", "Programmes and funders", (table, *items), counted(len(held), "programme"))


def _unpaid(held: Sequence[Fund], lines: Sequence[Line]) -> str:
    paid = {line.id for fund in held for line in fund.lines}
    without = sum(line.id not in paid for line in lines)
    if not without:
        return ""
    some = capital(counted(without, "partnership names", "partnerships name"))
    return f"{some} no programme, and no programme names {'it' if without == 1 else 'them'}."


def _row(fund: Fund, page: str) -> b.Row:
    part, names = fund.part, fund.names
    links = () if page or len(fund.lines) > MOST_LINKS else tuple(line.link for line in fund.lines)
    count = str(len(fund.lines))
    return b.Row(
        (
            b.Link(part.title, _anchor(fund), page),
            c.organisation(names, part.funder, "no funder named"),
            c.organisation(names, part.lead, "nobody named"),
            c.period(part.period),
            c.money(part.grant, words_of_gap(part, "grant", "no sum")),
            b.Lines(links) if links else count if fund.lines else b.Missing("none of those shown"),
        )
    )


def _anchor(fund: Fund) -> str:
    return b.anchor("programmes", fund.record.id)


def item(fund: Fund) -> b.Item:
    """A programme: its facts, its partnerships, their resources, the learners and the benefits."""
    part, names = fund.part, fund.names
    names.start()
    facts = c.facts(
        ("Funder", c.organisation(names, part.funder, "no funder named")),
        ("Ordered by", names.organisation(part.client) if part.client else None),
        ("Led by", c.organisation(names, part.lead, "nobody named")),
        ("Team", c.people(names, part.team)),
        ("Period", c.period(part.period)),
        ("Grant", c.money(part.grant, words_of_gap(part, "grant", "no sum"))),
        ("Funder's number", part.reference),
        ("Area", part.place or b.Missing()),
        ("Serves", _priorities(names, part.priorities)),
        ("Related to", ", ".join(part.related) or None),
        ("Published at", b.External(part.url, part.url) if part.url else None),
    )
    summary = [b.Prose(part.summary)] if part.summary else []
    return b.Item(_anchor(fund), part.title, (*summary, facts, *_yield(fund.lines)), kind="Programme")


def _priorities(names: Names, references: Sequence[str]) -> b.Cell:
    if not references:
        return b.Missing("no priority named")
    return b.Lines(tuple(names.name("priorities", reference) for reference in references))


def _yield(lines: Sequence[Line]) -> Iterable[b.Block]:
    if not lines:
        return (b.Blank("No partnership of those shown is in this programme.", "optional"),)
    gains = gains_of(lines)
    gained: b.Block = no_benefit("Its partnerships record no benefit.", lines)
    return (_partnerships(lines), _resources(lines), _learners(lines), ladder(gains) if gains else gained)


def _partnerships(lines: Sequence[Line]) -> b.Block:
    table = c.table(
        "Its partnerships",
        ("Partnership", "Stage", "Record", "Objectives", "Met", "Learners"),
        (_partnership(line) for line in lines),
        digits=("Objectives", "Met", "Learners"),
    )
    return table if len(lines) <= MOST_LINKS else b.Fold(f"Its {len(lines)} partnerships", (table,))


def _partnership(line: Line) -> b.Row:
    p = line.part
    record: b.Inline = capital(line.scored.score.word) if line.scored is not None else b.Missing("not scored")
    verdicts = {
        verdict.objective: verdict.verdict
        for review in sorted(p.reviews, key=lambda one: one.on)
        for verdict in review.verdicts
    }
    met = sum(verdict == "met" for verdict in verdicts.values())
    return b.Row(
        (
            line.link,
            f"{stages.position(p.stage)} of {len(stages.STAGES)} · {p.stage}",
            record,
            str(len(p.objectives)),
            str(met) if verdicts else b.Missing("not reviewed"),
            str(_learners_of(p.activities)) if _counts_learners(p.activities) else b.Missing("no number"),
        )
    )


def _counts_learners(activities: Sequence[Activity]) -> bool:
    return any(one.route is not None and one.route.learners is not None for one in activities)


def _learners_of(activities: Iterable[Activity]) -> int:
    return sum(one.route.learners or 0 for one in activities if one.route is not None)


# ---------------------------------------------------------------------- resources


def _resources(lines: Sequence[Line]) -> b.Block:
    held = [resource for line in lines for resource in line.part.resources]
    if not held:
        return b.Blank("Its partnerships record no resource.", "optional")
    sums: defaultdict[tuple[bool, str], Sum] = defaultdict(Sum)
    apart = sum(not _add(sums, resource) for resource in held)
    hidden = sum(_is_hidden(resource) for resource in held)
    notes = ["Given is what the partners report. Promises on which nothing is reported are counted apart."]
    if apart - hidden:
        notes.append(f"{capital(counted(apart - hidden, 'resource'))} without amounts that can be added up.")
    if hidden:
        notes.append(f"{capital(counted(hidden, 'resource'))} with sums withheld.")
    if not sums:
        return b.Paragraph(f"What the partners put in: {' '.join(notes[1:])}")
    return c.table(
        "What the partners put in, by what it is counted in",
        ("Counted in", "Promised", "Given of what is reported on", "Promised, nothing reported yet", "Promises"),
        (
            _sum(unit, sums[is_money, unit], is_money=is_money)
            for is_money, unit in sorted(sums, key=lambda key: (not key[0], key[1]))
        ),
        digits=("Promised", "Promised, nothing reported yet", "Promises"),
        note=" ".join(notes),
    )


def _is_hidden(resource: Resource) -> bool:
    return resource.committed is not None and is_withheld(resource.committed, "money")


def _add(sums: Mapping[tuple[bool, str], Sum], resource: Resource) -> bool:
    """Whether a resource could be added to what is counted like it."""
    found = amounts(resource)
    if found is None or resource.committed is None:
        return False
    sum_ = sums[resource.committed.money is not None, found.unit]
    sum_.promises += 1
    if found.given is None:
        sum_.silent += found.promised
    else:
        sum_.promised += found.promised
        sum_.given += found.given
    return True


def _sum(unit: str, sum_: Sum, *, is_money: bool) -> b.Row:
    def amount(value: float) -> b.Inline:
        return b.Money(value, unit) if is_money else b.Number(value, unit)

    given: b.Run = b.Missing("nothing reported yet")
    if sum_.promised:
        shares = b.Share(sum_.given, sum_.promised, unit)
        given = (amount(sum_.given), " of ", amount(sum_.promised)) if is_money else shares
    silent: b.Inline = amount(sum_.silent) if sum_.silent else "none"
    return b.Row((capital(unit), amount(sum_.promised + sum_.silent), given, silent, str(sum_.promises)))


# ---------------------------------------------------------------------- learners


def _learners(lines: Sequence[Line]) -> b.Block:
    activities = [activity for line in lines for activity in line.part.activities if activity.route is not None]
    if not activities:
        return b.Blank("Its partnerships do not say for which learners their activities are.", "optional")
    rows = []
    for route, name in ROUTES.items():
        held = [one for one in activities if one.route is not None and one.route.type == route]
        if held:
            rows.append(_route(name, held))
    return c.table(
        "Learners by route",
        ("Route", "Activities", "Learners", "Of them under 18", "Activities without a number"),
        rows,
        digits=("Activities", "Learners", "Of them under 18", "Activities without a number"),
        note="Learners are counted in each activity: somebody who takes part in two is counted twice.",
    )


def _route(name: str, held: Sequence[Activity]) -> b.Row:
    routes = [one.route for one in held if one.route is not None]
    young = [route.under_18 for route in routes if route.under_18 is not None]
    numbers = [route.learners for route in routes if route.learners is not None]
    return b.Row(
        (
            name,
            str(len(held)),
            str(sum(numbers)) if numbers else b.Missing("no number"),
            str(sum(young)) if young else b.Missing(),
            str(len(routes) - len(numbers)),
        )
    )
