"""The joint plan: what happens when and how, who puts in what, who answers for what, what might go wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.views import blocks as b
from partnerkit.views.joint_plan.annex import covered, sites
from partnerkit.views.joint_plan.blend import blend
from partnerkit.views.joint_plan.dates import timeline
from partnerkit.views.joint_plan.expertise import expertise, unbrought, wanting
from partnerkit.views.joint_plan.ledger import kept, ledger, unreported
from partnerkit.views.joint_plan.risk_map import over_appetite, risk_map
from partnerkit.views.making import Told, each
from partnerkit.views.opening import ALL_DATES, all_dates, missing, open_dates, upcoming
from partnerkit.views.reading import cells as c
from partnerkit.views.reading import stages
from partnerkit.views.reading.capping import capped
from partnerkit.views.reading.gaps import counted_in
from partnerkit.views.reading.judging import found, to_mend
from partnerkit.views.reading.pages import partnership_page
from partnerkit.views.reading.words import capital, counted
from partnerkit.views.thread.governance import raci
from partnerkit.views.thread.plan import activities, communications, is_met, milestones, resources
from partnerkit.views.thread.risks import risks
from partnerkit.views.thread.safety import safety

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkit.rules.findings import Finding
    from partnerkit.views.api import Context
    from partnerkit.views.reading.duties import Duty
    from partnerkit.views.thread.dossier import Dossier
    from partnerkit.workspace.workspace import Workspace

TITLE = "Joint plan"
PLACE = 30
KINDS = frozenset(
    {
        "milestone", "risk review", "control", "health and safety review", "substance review", "inspection",
        "insurance",
    }
)  # fmt: skip
MANY = 40
PARTS = ("activities", "milestones", "resources", "raci", "risks", "health_and_safety", "communications")
RULES: dict[str, tuple[str, ...]] = {
    "activities": ("objective-unplanned", "orphan-activity", "blend-unstated", "practice-missing"),
    "milestones": ("milestone-undated", "milestone-overdue"),
    "resources": ("one-sided-resources", "resource-unquantified", "resource-shortfall", "expertise-gap"),
    "raci": ("raci-nobody-responsible", "raci-not-accountable", "raci-overloaded"),
    "risks": (
        "risk-matrix-undeclared", "outside-risk-matrix", "risk-incomplete", "residual-above-inherent",
        "residual-without-control", "impact-lowered-by-weak-controls", "risk-over-appetite", "risk-review-overdue",
        "risk-category-gap",
    ),
    "health_and_safety": (
        "hs-assessment-missing", "hs-assessment-late", "hs-review-overdue", "hs-young-person", "coshh-incomplete",
        "puwer-untrained", "inspection-overdue", "ppe-only", "insurance-expired", "site-check-missing",
    ),
}  # fmt: skip
"""What is asked of each part besides that it is there."""
PLACES = {part: f"agreement-{part}" if part == "raci" else f"plan-{part}" for part in PARTS}
NAMES = {
    "activities": "the activities",
    "milestones": "the milestones",
    "resources": "the resources and the expertise",
    "raci": "the table of responsibilities",
    "risks": "the risks",
    "health_and_safety": "health and safety",
}

Judged = dict[str, tuple["Finding", ...]]
"""What the rules find in each part."""


def pages(workspace: Workspace, context: Context) -> Iterable[b.Page]:
    """A page for each partnership."""
    return each(workspace, context, "plan", TITLE, _tell)


def _tell(d: Dossier) -> Told:
    judged = {part: _judged(d, part, rules) for part, rules in RULES.items()}
    dates = open_dates(d, KINDS)
    opening = (
        _figures(d, dates, judged),
        upcoming(d, dates, "The plan holds no open date: nothing is due, and nothing is overdue.", all_at=ALL_DATES),
        missing(d, PARTS, tuple(_wanting(d, judged))),
    )
    return Told(_verdict(d, dates), opening, (*_sections(d, judged), *all_dates(d, dates)))


def _judged(d: Dossier, part: str, rules: tuple[str, ...]) -> tuple[Finding, ...]:
    """What rules find in a part; that nobody puts anything in is a blank, and said as one."""
    return () if part == "resources" and not d.partnership.resources else found(d.look, *rules)


# ---------------------------------------------------------------------- the first screen


def _verdict(d: Dossier, dates: tuple[Duty, ...]) -> b.Run:
    p = d.partnership
    if not any(getattr(p, part) for part in PARTS):
        return (b.Strong(f"Nothing of the joint plan is on record{_hidden(d)}."), *_not_due(d))
    served = {reference.rpartition("/")[2] for activity in p.activities for reference in activity.objectives}
    planned = sum(objective.id in served for objective in p.objectives)
    work = counted(len(p.activities), "activity", "activities")
    aimed = f" for {planned} of {counted(len(p.objectives), 'objective')}" if p.objectives else ""
    overdue = sum(duty.overdue(d.as_of) for duty in dates)
    return (
        b.Strong(f"{capital(work)}{aimed}; {_milestones_in_words(d)}."),
        f" {capital(_promises(d))}. {capital(_risks(d))}.",
        f" {capital(counted(len(dates), 'open date'))} in the plan, {overdue or 'none'} overdue.",
        *_not_due(d),
    )


def _hidden(d: Dossier) -> str:
    hidden = any(is_withheld(d.partnership, part) for part in PARTS)
    return " that the readers of this page may see" if hidden else ""


def _not_due(d: Dossier) -> tuple[b.Inline, ...]:
    due = stages.position("plan")
    here = stages.position(d.partnership.stage)
    said = f" The plan is due from stage {due}, plan; the partnership is at stage {here}, {d.partnership.stage}."
    return (said,) if here < due else ()


def _milestones_in_words(d: Dossier) -> str:
    held = d.partnership.milestones
    met = sum(map(is_met, held))
    return f"{met} of {counted(len(held), 'milestone')} met" if held else "no milestones"


def _promises(d: Dossier) -> str:
    held = d.partnership.resources
    if not held:
        return "nothing is recorded that a partner puts in"
    partners = len({one.partner for one in held if one.partner})
    by = f" by {counted(partners, 'partner')}" if partners else ""
    return f"{counted(len(held), 'promise')}{by}, {_kept(d)}"


def _kept(d: Dossier) -> str:
    """How many promises are kept in full, and on how many nothing is reported: that is not the same as not kept."""
    held = d.partnership.resources
    silent = sum(map(unreported, held))
    if silent == len(held):
        return "none reported on yet"
    full = f"{sum(map(kept, held)) or 'none'} kept in full"
    return f"{full}, {silent} not reported on yet" if silent else full


def _risks(d: Dossier) -> str:
    if is_withheld(d.partnership, "risks"):
        return "the risks are withheld from the readers of this page"
    open_ = sum(risk.status != "closed" for risk in d.partnership.risks)
    standing = _remaining(d)
    return f"{counted(open_, 'open risk')}, {standing}" if standing else counted(open_, "open risk")


def _remaining(d: Dossier) -> str:
    """How the open risks stand to the declared appetite; what is not scored could stand anywhere."""
    open_ = [risk for risk in d.partnership.risks if risk.status != "closed"]
    over, unscored = over_appetite(d), sum(risk.residual is None for risk in open_)
    parts = [f"{over or 'none'} over the declared appetite"] if over is not None and unscored < len(open_) else []
    parts += [f"{unscored} not scored with controls"] if unscored else []
    return ", ".join(parts)


def _figures(d: Dossier, dates: tuple[Duty, ...], judged: Judged) -> b.Figures:
    p = d.partnership
    late = sum(duty.overdue(d.as_of) for duty in dates)
    mend = sum(map(len, judged.values()))
    return b.Figures(
        (
            b.Figure(str(len(p.activities)), "activities", "", PLACES["activities"]),
            _met_figure(d),
            b.Figure(str(len(p.resources)), "promises", _kept(d) if p.resources else "", PLACES["resources"]),
            _risk_figure(d),
            b.Figure(str(late), "dates overdue", f"of {len(dates)} open", "next", "alert" if late else "plain"),
            *((b.Figure(str(mend), "things to mend", "", "missing", "caution" if mend else "good"),) if d.look else ()),
        )
    )


def _met_figure(d: Dossier) -> b.Figure:
    """So many of so many; where there are none, no more than that."""
    held = d.partnership.milestones
    met = f"{sum(map(is_met, held))} of {len(held)}"
    return b.Figure(met if held else "0", "milestones met" if held else "milestones", "", PLACES["milestones"])


def _risk_figure(d: Dossier) -> b.Figure:
    if is_withheld(d.partnership, "risks"):
        return b.Figure("\u2013", "open risks", "withheld", PLACES["risks"])
    open_ = sum(risk.status != "closed" for risk in d.partnership.risks)
    tone: b.Tone = "caution" if over_appetite(d) else "plain"
    return b.Figure(str(open_), "open risks", _remaining(d), PLACES["risks"], tone)


def _wanting(d: Dossier, judged: Judged) -> Iterator[b.Run]:
    """What a reader should see to besides the blanks: expertise that nobody brings in, and what rules find."""
    kinds = wanting(d)
    if d.partnership.resources and kinds:
        yield b.Link(unbrought(kinds), "expertise")
    for part, findings in judged.items():
        if findings:
            what = counted(len(findings), "thing")
            yield b.Link(f"{capital(what)} to mend in {NAMES[part]}", PLACES[part])


# ---------------------------------------------------------------------- the parts


def _sections(d: Dossier, judged: Judged) -> Iterator[b.Section]:
    """Each part with a summary, its blocks, and what is to be mended in it."""
    for part in (_activities, _milestones, _expertise, _resources, _raci, _risk_register, _annex, _communications):
        d.names.start()
        section = part(d, judged)
        if section.blocks:
            yield capped(section, partnership_page(d.record.id))


def _part(d: Dossier, key: str, head: tuple[str, str], judged: Judged, *blocks: b.Block | None) -> b.Section:
    """A part with its blank or what is to be mended in it; `head` is its title and its summary."""
    findings = to_mend(d.record, judged.get(key, ()))
    return replace(d.part(PLACES[key], head[0], (key,), findings, *blocks), summary=head[1])


def _in_full(d: Dossier, key: str, items: tuple[b.Item, ...]) -> tuple[b.Block, ...]:
    """The items, or where they stand if there are too many for this page to carry them a second time."""
    if len(items) <= MANY:
        return items
    thread = b.Link(f"the details of all {len(items)}", PLACES[key], partnership_page(d.record.id))
    return (b.Paragraph(("These are too many to be told in full here: ", thread, " are in the thread.")),)


def _activities(d: Dossier, judged: Judged) -> b.Section:
    head = "What is done, when and how", counted(len(d.partnership.activities), "activity", "activities")
    return _part(d, "activities", head, judged, timeline(d), blend(d), *_in_full(d, "activities", activities(d)))


def _milestones(d: Dossier, judged: Judged) -> b.Section:
    return _part(d, "milestones", ("Milestones", _milestones_in_words(d)), judged, milestones(d))


def _expertise(d: Dossier, _: Judged) -> b.Section:
    return c.section("expertise", "Who brings in which expertise", *expertise(d))


def _resources(d: Dossier, judged: Judged) -> b.Section:
    return _part(d, "resources", ("What each partner puts in", _promises(d)), judged, ledger(d), resources(d))


def _raci(d: Dossier, judged: Judged) -> b.Section:
    lines = d.partnership.raci
    sound = bool(lines) and all(line.responsible and line.accountable for line in lines)
    remark = b.Paragraph("Every line names who does it and the one person who answers for it.") if sound else None
    head = "Who is responsible for what", counted(len(lines), "line")
    return _part(d, "raci", head, judged, raci(d), remark)


def _risk_register(d: Dossier, judged: Judged) -> b.Section:
    return _part(d, "risks", ("What might go wrong", _risks(d)), judged, risk_map(d), *risks(d))


def _annex(d: Dossier, judged: Judged) -> b.Section:
    head = "Annex: health and safety", counted_in(d.partnership, "health_and_safety", "assessment")
    return _part(
        d, "health_and_safety", head, judged, covered(d), sites(d), *_in_full(d, "health_and_safety", safety(d))
    )


def _communications(d: Dossier, judged: Judged) -> b.Section:
    head = "Who is told what", counted_in(d.partnership, "communications", "line")
    return _part(d, "communications", head, judged, communications(d))
