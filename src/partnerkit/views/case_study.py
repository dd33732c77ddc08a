"""The case study: challenge, solution, partners, results, key facts and resources, in the record's own words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from partnerkit.model.organisation import Organisation
from partnerkit.views import blocks as b
from partnerkit.views.making import Told, each
from partnerkit.views.opening import missing
from partnerkit.views.publishing.consent import before_publishing, hindrances
from partnerkit.views.publishing.outcome import facts, resources, results, voices
from partnerkit.views.publishing.story import challenge, partners, solution
from partnerkit.views.reading.cells import section
from partnerkit.views.reading.words import capital, counted, listed, said
from partnerkit.views.reviewing.standing import Stand, stands

if TYPE_CHECKING:
    from collections.abc import Iterable

    from partnerkit.model.configuration import Audience
    from partnerkit.views.api import Context
    from partnerkit.views.thread.dossier import Dossier
    from partnerkit.workspace.workspace import Workspace

TITLE = "Case study"
PLACE = 90
EXPECTED = (
    "scans", "needs", "opportunities", "aims", "activities", "objectives", "actuals", "verdicts", "benefits", "lessons",
    "testimonies",
)  # fmt: skip


def pages(workspace: Workspace, context: Context) -> Iterable[b.Page]:
    """A page for each partnership."""
    return each(workspace, context, "case-study", TITLE, partial(_tell, audience=context.audience))


def _tell(d: Dossier, audience: Audience) -> Told:
    found = stands(d)
    settle = before_publishing(d, hindrances(d), audience)
    p = d.partnership
    summary: b.Block = b.Prose(p.summary) if p.summary else b.Blank("The record holds no summary.", "optional")
    opening = (summary, *((settle,) if settle else ()), missing(d, EXPECTED, ()))
    d.names.start()
    items = (d.names.item("organisations", partner.organisation) for partner in p.partners)
    organisations = tuple(item.part for item in items if item is not None and isinstance(item.part, Organisation))
    sections = (
        section("challenge", "Challenge", *challenge(d)),
        section("solution", "Solution", *solution(d)),
        section("partners", "Partners", partners(d)),
        section("results", "Results and impact", *results(d, found)),
        section("voices", "In their own words", *voices(d, audience)),
        section("facts", "Key facts", facts(d)),
        section("resources", "Resources", *resources(d, organisations)),
    )
    return Told(_verdict(d, found), opening, sections)


def _verdict(d: Dossier, found: tuple[Stand, ...]) -> b.Run:
    """Who did what, and what came of it, in counts."""
    p = d.partnership
    who = listed([d.names.organisation(partner.organisation) for partner in p.partners])
    learners = sum(one.route.learners or 0 for one in p.activities if one.route)
    work = counted(len(p.activities), "joint activity", "joint activities")
    with_ = f" for {counted(learners, 'learner')}" if learners else ""
    seen = sum(benefit.realised is not None for benefit in p.benefits)
    return (
        b.Strong(f"{who}: {work}{with_}."),
        f" {capital(_met(found))}. {capital(counted(seen, 'benefit'))} seen.",
    )


def _met(found: tuple[Stand, ...]) -> str:
    verdicts = [one.newest for one in found]
    parts = [f"{verdicts.count(name)} {said(name)}" for name in ("met", "partly-met", "not-met") if name in verdicts]
    without = len(found) - sum(verdicts.count(name) for name in ("met", "partly-met", "not-met"))
    parts += [f"{without} not reviewed yet"] if without else []
    return f"{counted(len(found), 'objective')}{': ' if parts else ''}{listed(parts)}"
