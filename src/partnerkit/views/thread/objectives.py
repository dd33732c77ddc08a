"""The objectives, each with its indicators from baseline to target, and what was changed after it was sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.gaps import gap
from partnerkit.views.reading.progress import actual_figure, figure
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, listed, said, title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkit.model.partnership.objectives import Baseline, Change, Indicator, Objective, Target
    from partnerkit.model.partnership.partnership import Partnership
    from partnerkit.model.partnership.review import Verdict
    from partnerkit.views.thread.dossier import Dossier

VERDICTS: Mapping[Verdict, b.Badge] = {
    "met": b.Badge("met", "good"),
    "partly-met": b.Badge("partly met", "caution"),
    "not-met": b.Badge("not met", "alert"),
    "not-due": b.Badge("not due yet"),
}
NO_VERDICT = b.Badge("no verdict yet")


def verdicts(partnership: Partnership) -> Mapping[str, Verdict]:
    """The verdict of the newest review on each objective that has one."""
    return {
        verdict.objective.rpartition("/")[2]: verdict.verdict
        for review in sorted(partnership.reviews, key=lambda review: review.on)
        for verdict in review.verdicts
        if verdict.verdict
    }


def objectives(d: Dossier) -> tuple[b.Item, ...]:
    """Each objective."""
    found = verdicts(d.partnership)
    return tuple(_objective(d, objective, found.get(objective.id)) for objective in d.partnership.objectives)


def _objective(d: Dossier, objective: Objective, verdict: Verdict | None) -> b.Item:
    names = d.names
    owners = tuple(_owner(d, organisation, person) for organisation, person in objective.owners.items())
    facts = c.facts(
        ("Serves the aim", names.link("aims", objective.aim) if objective.aim else b.Missing("no aim named")),
        ("And the priorities", names.links("priorities", objective.priorities) if objective.priorities else None),
        ("Due", c.day(objective.due)),
        ("Agreed", agreed(d, objective)),
        ("Owned by", b.Lines(owners) if owners else b.Missing("nobody named")),
        ("For the good of", capital(listed([said(who) for who in objective.beneficiaries])) or b.Missing()),
        ("Sealed", sealed_on(d, objective)),
    )
    blocks: list[b.Block] = [facts]
    if objective.indicators:
        blocks.append(_indicators(d, objective.indicators))
    else:
        blocks.append(b.Blank("The record holds no indicator for this objective.", "due"))
    if objective.changed:
        blocks.append(_changes(d, objective.changed))
    return b.Item(
        b.anchor("objectives", objective.id),
        " ".join(objective.statement.split()),
        tuple(blocks),
        kind="Objective",
        badges=(VERDICTS[verdict] if verdict else NO_VERDICT,),
    )


def _owner(d: Dossier, organisation: str, person: str) -> b.Run:
    named = d.names.person(person)
    if isinstance(named, tuple):
        return named
    return (named, b.Quiet(f" for {d.names.organisation(organisation)}"))


def agreed(d: Dossier, objective: Objective) -> b.Run:
    """When an objective was agreed, and by whom."""
    if objective.agreed_on is None and not objective.agreed_by:
        return b.Missing("not agreed yet")
    by = d.names.organisations(objective.agreed_by)
    return (c.day(objective.agreed_on), b.Quiet(" by "), by or b.Missing("nobody named"))


def sealed_on(d: Dossier, objective: Objective) -> b.Run:
    """When an objective was sealed, which wording, and by whom."""
    if objective.locked is None:
        return gap(objective, "locked", "not sealed")
    version = b.Quiet(f", wording {objective.locked.version}" if objective.locked.version else "")
    by = (b.Quiet(" by "), d.names.person(objective.locked.by)) if objective.locked.by else ()
    return b.joined(b.Day(objective.locked.on), version, *by)


def _indicators(d: Dossier, indicators: tuple[Indicator, ...]) -> b.Table:
    return c.table(
        "How it is measured",
        ("Indicator", "Baseline", "Target", "Newest figure", "Source and reporter"),
        (_indicator(d, indicator) for indicator in indicators),
    )


def _indicator(d: Dossier, indicator: Indicator) -> b.Row:
    sort = [indicator.type and said(indicator.type), indicator.direction and f"to {said(indicator.direction)}"]
    about = ", ".join(word for word in sort if word)
    groups = "; ".join(f"{dimension.name}: {dimension.value}" for dimension in indicator.dimensions)
    source = [indicator.source, indicator.frequency_days and f"every {indicator.frequency_days} days"]
    method = (b.Words(indicator.method),) if indicator.method else ()
    return b.Row(
        (
            (title_of(indicator), b.Quiet(f" ({about})" if about else ""), b.Quiet(f" {groups}" if groups else "")),
            stand(indicator.baseline, indicator.unit, ""),
            b.Lines((stand(indicator.target, indicator.unit, "by "), *_interim(indicator))),
            actual_figure(indicator, d.as_of),
            b.Lines(
                (
                    ", ".join(part for part in source if part) or b.Missing("no source"),
                    *method,
                    c.person(d.names, indicator.owner, "nobody named"),
                )
            ),
        ),
        b.anchor("indicators", indicator.id),
    )


def _interim(indicator: Indicator) -> tuple[b.Run, ...]:
    return tuple(
        (figure(target.value, target.narrative, indicator.unit), b.Quiet(" by "), c.day(target.on))
        for target in indicator.interim_targets
    )


def stand(held: Baseline | Target | None, unit: str | None, joint: str) -> b.Run:
    """A baseline or a target with its day; `joint` stands before the day."""
    if held is None:
        return b.Missing()
    shown = figure(held.value, held.narrative, unit)
    words = (" ", b.Words(held.narrative)) if held.value is not None and held.narrative else ()
    give = getattr(held, "tolerance", None)
    tolerance = (b.Quiet(", give or take "), b.Number(give)) if give else ()
    source = (b.Quiet(f", {origin}"),) if (origin := getattr(held, "source", None)) else ()
    on = (b.Quiet(f" {joint or 'on '}"), b.Day(held.on)) if held.on else ()
    return b.joined(shown, *on, *tolerance, *source, *words)


def _changes(d: Dossier, changes: tuple[Change, ...]) -> b.Table:
    rows = (
        b.Row(
            (
                b.Day(change.on),
                c.words(change.what),
                c.words(change.why, "no reason given"),
                c.person(d.names, change.by),
                d.names.meeting(change.approved_in) if change.approved_in else b.Missing("not approved"),
            )
        )
        for change in changes
    )
    return c.table(title("changes after it was sealed"), ("Day", "What", "Why", "By", "Approved in"), rows)
