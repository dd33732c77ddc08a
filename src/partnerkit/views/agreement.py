"""What binds the partners: agreements and clauses, who decides, what rests on whom, the way out, a draft text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.rules.agreement._clauses import missing_clauses, wanted_clauses
from partnerkit.views import blocks as b
from partnerkit.views.agreeing.clauses import clauses
from partnerkit.views.agreeing.continuity import continuity, current_roles, exposure, single_points
from partnerkit.views.agreeing.force import Force, Held, basis, first_lasting, held, named, time_line
from partnerkit.views.agreeing.memorandum import memorandum
from partnerkit.views.agreeing.parties import parties
from partnerkit.views.making import Told, each
from partnerkit.views.opening import missing, open_dates, upcoming
from partnerkit.views.reading import blanks
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.duties import ENDED
from partnerkit.views.reading.judging import found, subject_of, told
from partnerkit.views.reading.lengths import MOST_ITEMS, beyond
from partnerkit.views.reading.pages import partnership_page
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, counted, listed, said
from partnerkit.views.thread.agreement import agreements, exit_arrangements
from partnerkit.views.thread.governance import bodies, key_roles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from partnerkit.model.partnership.agree import Body, BodyLevel
    from partnerkit.views.api import Context
    from partnerkit.views.thread.dossier import Dossier
    from partnerkit.workspace.workspace import Workspace

TITLE = "Agreement"
PLACE = 20

DATES = frozenset({"agreement review", "notice", "agreement end", "terms review"})
EXPECTED = ("key_roles", "bodies", "raci", "agreements", "exit", "exit-decision")
RULES = (
    "informal-agreement-only", "agreement-unsigned-partner", "signatory-without-authority", "agreement-expired",
    "agreement-expiring", "agreement-review-overdue", "clause-missing", "binding-unclear", "activity-before-signature",
    "body-terms-incomplete", "one-sided-body", "escalation-dead-end", "senior-sponsor-missing",
    "relationship-lead-missing", "single-point-of-contact", "role-holder-left", "handover-missing",
    "exit-arrangements-missing",
)  # fmt: skip
SAID_BY_BLANKS: Mapping[str, frozenset[str]] = {
    "agreements": frozenset({"informal-agreement-only"}),
    "key_roles": frozenset({"senior-sponsor-missing", "relationship-lead-missing"}),
    "exit": frozenset({"exit-arrangements-missing"}),
}
"""The rules that would only say again that nothing is there."""

FEW = 4
"""So many matters are named in a sentence; more are only counted."""
LEVELS: Mapping[BodyLevel | None, str] = {
    "working-group": "Works on a part",
    "operational": "Runs it",
    "strategic": "Steers",
    None: "Level not recorded",
}


def pages(workspace: Workspace, context: Context) -> Iterable[b.Page]:
    """A page for each partnership."""
    return each(workspace, context, "agreement", TITLE, _tell)


def _tell(d: Dossier) -> Told:
    agreements_held = held(d)
    return Told(_verdict(d, agreements_held), _opening(d, agreements_held), tuple(_sections(d, agreements_held)))


# ---------------------------------------------------------------------- the first screen


def _verdict(d: Dossier, agreements_held: tuple[Held, ...]) -> b.Run:
    """What is in force, what is open in it, how long notice is, and whether it rests on few people."""
    return b.joined(
        _standing(d, agreements_held),
        _settled(d, basis(agreements_held)),
        _notice(d, basis(agreements_held)),
        exposure(subject_of(d)),
    )


def _standing(d: Dossier, agreements_held: tuple[Held, ...]) -> b.Run:
    """What is in force, and what is not yet or no longer."""
    if not agreements_held:
        none = blanks.blank(d.partnership, "agreements")
        return (
            b.Strong("No agreement is on record"),
            f". {none.note.replace('It is', 'One is')} " if none and none.note else ". ",
        )
    by_force: dict[Force, list[Held]] = {}
    for one in agreements_held:
        by_force.setdefault(one.force, []).append(one)
    in_force = by_force.get("in force", [])
    first = f"In force and signed by all its parties: {named(in_force)}" if in_force else "Nothing is in force"
    words: list[tuple[Force, str]] = [
        ("signatures open", "waiting for signatures: "),
        ("draft, unsigned", "drafted and not signed: "),
        ("not yet in force", "signed, and in force later: "),
        ("ended", "ended: "),
    ]
    others = [b.joined("; ", text, _each(by_force[force])) for force, text in words if force in by_force]
    return b.joined(b.Strong(first), *others, ". ")


def _each(some: list[Held]) -> tuple[b.Inline, ...]:
    """Agreements as a sentence names them, with the day on which they begin or ended where that is what matters."""
    parts: list[b.Inline] = []
    for one in some:
        day = {"ended": one.agreement.ends, "not yet in force": one.agreement.effective}.get(one.force)
        parts += [", " if parts else "", one.name, *((" on ", b.Day(day)) if day else ())]
    return tuple(parts)


def _settled(d: Dossier, resting_on: Held | None) -> str:
    """How many of the matters that an agreement of its type should settle are settled in the one that counts."""
    if resting_on is None:
        return ""
    subject = subject_of(d)
    wanted = wanted_clauses(subject, resting_on.agreement)
    open_ = missing_clauses(subject, resting_on.agreement)
    if not wanted:
        return ""
    if not open_:
        return f"{capital(resting_on.name)} settles all {len(wanted)} matters that an agreement of its type should. "
    few = f": {listed([said(name) for name in open_])}" if len(open_) <= FEW else ""
    return (
        f"{capital(resting_on.name)} leaves open {len(open_)} of the {len(wanted)} matters "
        f"that an agreement of its type should settle{few}. "
    )


def _notice(d: Dossier, resting_on: Held | None) -> b.Run:
    """How long notice is, by the exit arrangements or else by the agreement, unless that is over."""
    plan = d.partnership.exit
    lasts = resting_on is not None and resting_on.force != "ended"
    days = (plan.notice_days if plan else None) or (resting_on.agreement.notice_days if resting_on and lasts else None)
    if days is None or d.partnership.status in ENDED:
        return ()
    return f"Leaving takes {counted(days, 'day')} of notice. "


def _opening(d: Dossier, agreements_held: tuple[Held, ...]) -> tuple[b.Block, ...]:
    dates = open_dates(d, DATES)
    next_ = upcoming(d, dates, "The record holds no day on which an agreement ends or is looked at again.")
    return (_figures(d, agreements_held), next_, missing(d, EXPECTED, _found(d)))


def _figures(d: Dossier, agreements_held: tuple[Held, ...]) -> b.Figures:
    subject = subject_of(d)
    in_force = sum(one.force == "in force" for one in agreements_held)
    shown = [one for one in agreements_held if one.force not in {"replaced", "ended"}]
    needed, given = sum(len(one.parties) for one in shown), sum(len(one.parties) - len(one.awaited) for one in shown)
    roles, alone = len(current_roles(subject)), len(single_points(subject))
    stand_ins = b.Figure(
        str(alone), "key roles without a stand-in", f"of {roles} held today", "continuity", _tone(alone)
    )
    signatures = b.Figure(f"{given} of {needed}", "signatures given", "", "agreement-agreements", _tone(needed - given))
    among = f"of {len(agreements_held)} on record" if agreements_held else "none on record"
    bodies_ = len(d.partnership.bodies)
    meeting = "body that meets and decides" if bodies_ == 1 else "bodies that meet and decide"
    figures = [
        b.Figure(
            str(in_force),
            "agreement in force" if in_force == 1 else "agreements in force",
            among,
            "agreement-agreements",
        ),
        *((signatures,) if needed else ()),
        b.Figure(str(bodies_), meeting, "", "agreement-bodies"),
        *((stand_ins,) if roles else ()),
    ]
    return b.Figures(tuple(figures))


def _tone(lacking: int) -> b.Tone:
    return "caution" if lacking else "good"


def _found(d: Dossier) -> tuple[b.Run, ...]:
    """What the rules find, but for what the blanks say already."""
    blank = {expectation.key for expectation in blanks.state(d.partnership).blank}
    said_already = frozenset().union(*(rules for key, rules in SAID_BY_BLANKS.items() if key in blank))
    return told(d.record, found(d.look, *(rule for rule in RULES if rule not in said_already)))


# ---------------------------------------------------------------------- the rest


def _sections(d: Dossier, agreements_held: tuple[Held, ...]) -> Iterator[b.Section]:
    subject = subject_of(d)
    d.names.start()
    yield c.section("parties", "The parties", parties(d, subject))
    d.names.start()
    shown = first_lasting(agreements_held)[:MOST_ITEMS]
    yield d.part(
        "agreement-agreements", "Agreements", ("agreements",), time_line(d, shown),
        *agreements(d, (one.agreement for one in shown)),
        beyond(d.record.id, len(agreements_held), MOST_ITEMS, "agreements"),
        clauses(subject, shown),
    )  # fmt: skip
    d.names.start()
    yield _governance(d)
    d.names.start()
    yield c.section("continuity", "What rests on whom", *_continuity(d))
    d.names.start()
    wanted = ("exit",) if d.partnership.exit is None else ("exit-decision",)
    yield d.part("agreement-exit", "How it would end", wanted, exit_arrangements(d))
    yield memorandum(d, agreements_held)


def _governance(d: Dossier) -> b.Section:
    responsibilities = b.Paragraph(
        (
            "Who is responsible for which decision and which piece of work stands in the ",
            b.Link("joint plan", page=partnership_page(d.record.id, "plan")),
            ".",
        )
    )
    return c.section(
        "governance",
        "Who decides",
        d.part("agreement-bodies", "Bodies that meet and decide", ("bodies",), _escalation(d), *bodies(d)),
        d.part("agreement-key_roles", "Key roles", ("key_roles",), key_roles(d)),
        responsibilities if d.partnership.raci else blanks.blank(d.partnership, "raci"),
    )


def _escalation(d: Dossier) -> b.Network | None:
    """Which body hands on to which; nothing where there is only one."""
    all_ = d.partnership.bodies
    if len(all_) < 2:  # noqa: PLR2004 - one body hands on to no other
        return None
    ranked = sorted(all_, key=lambda body: list(LEVELS).index(body.level))
    nodes = tuple(_node(body) for body in ranked)
    edges = tuple(
        b.Edge(body.id, body.escalates_to.rpartition("/")[2], "hands on") for body in ranked if body.escalates_to
    )
    return b.Network("Which body hands on to which", nodes, edges)


def _node(body: Body) -> b.Node:
    name = title_of(body)
    return b.Node(body.id, name, LEVELS[body.level], b.Link(name, b.anchor("bodies", body.id)))


def _continuity(d: Dossier) -> tuple[b.Block, ...]:
    if d.partnership.status in ENDED:
        return (b.Paragraph(f"The partnership is {d.partnership.status}: nothing rests on anybody any more."),)
    return continuity(d, subject_of(d)) or (b.Paragraph("No key role is held by anybody today."),)
