"""The risk register, with the declared bands in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.duties import badge
from partnerkit.views.reading.words import capital, listed, said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from partnerkit.model.exposure import Control
    from partnerkit.model.partnership.risks import Risk
    from partnerkit.views.thread.dossier import Dossier


def risks(d: Dossier) -> tuple[b.Block, ...]:
    """The risks, highest residual score first."""
    p = d.partnership
    if not p.risks:
        return ()
    table = c.table(
        "What might go wrong, highest remaining score first",
        ("Risk", "With nothing done", "With controls in place", "Controls", "Response and owner", "Next review"),
        (_risk(d, risk) for risk in ordered(d)),
        note=matrix(d),
    )
    return (table,)


def ordered(d: Dossier) -> list[Risk]:
    """The risks in the order in which they are listed."""
    return sorted(d.partnership.risks, key=lambda risk: (-_score(risk), risk.id))


def matrix(d: Dossier) -> str:
    """The bands as they are declared: no standard sets them."""
    if not d.bands:
        return "A score is likelihood times impact. The workspace declares no bands, so scores have no names here."
    spans = []
    lowest = 1
    for name, highest in d.bands.items():
        spans.append(f"{name} {lowest} to {highest}")
        lowest = highest + 1
    declared = d.workspace.configuration.risk_matrix
    appetite = declared.appetite if declared else None
    limit = f" A remaining score above {appetite} is over the declared appetite." if appetite is not None else ""
    return f"A score is likelihood times impact. Bands declared in partnerkit.yaml: {listed(spans)}.{limit}"


def _score(risk: Risk) -> int:
    return risk.residual.likelihood * risk.residual.impact if risk.residual else 0


def _risk(d: Dossier, risk: Risk) -> b.Row:
    lines: list[b.Run] = [b.Words(risk.event)]
    if risk.cause:
        lines.append((b.Quiet("Because: "), b.Words(risk.cause)))
    if risk.effect:
        lines.append((b.Quiet("Then: "), b.Words(risk.effect)))
    about = [risk.category and said(risk.category), risk.status if risk.status != "open" else None]
    about.append(f"borne by {d.names.organisation(risk.partner)}" if risk.partner else None)
    words = capital(", ".join(word for word in about if word))
    raised = (b.Quiet("; raised on "), b.Day(risk.raised_on)) if risk.raised_on else ()
    lines += [(b.Quiet(words), *raised)] if words or raised else []
    response: b.Run = c.term(risk.response, "no response")
    accepted: tuple[b.Run, ...] = ()
    if risk.accepted_by:
        accepted = (b.joined(b.Quiet("Accepted by "), d.names.person(risk.accepted_by)),)
    return b.Row(
        (
            b.Lines(tuple(lines)),
            c.exposure(risk.inherent, d.bands),
            _residual(d, risk, d.bands),
            controls(d, risk.controls),
            b.Lines((response, c.person(d.names, risk.owner), *accepted)),
            _review(d, risk),
        ),
        b.anchor("risks", risk.id),
    )


def _residual(d: Dossier, risk: Risk, bands: Mapping[str, int]) -> b.Cell:
    declared = d.workspace.configuration.risk_matrix
    appetite = declared.appetite if declared else None
    lines: list[b.Run] = [c.exposure(risk.residual, bands)]
    if appetite is not None and _score(risk) > appetite:
        lines.append(b.Badge("over the appetite", "caution"))
    if risk.target:
        lines.append(b.joined(b.Quiet("to come down to "), c.exposure(risk.target, bands)))
    return b.Lines(tuple(lines))


def _review(d: Dossier, risk: Risk) -> b.Cell:
    if risk.review_on is None:
        return b.Missing("no date")
    if risk.status == "closed":
        return b.Quiet("closed")
    return b.Lines((b.Day(risk.review_on), badge(risk.review_on, d.as_of)))


def controls(d: Dossier, found: tuple[Control, ...]) -> b.Cell:
    """What is done about it, and whether it works today."""
    return b.Lines(tuple(_control(d, control) for control in found)) if found else b.Missing("none")


def _control(d: Dossier, control: Control) -> b.Run:
    about: list[str] = []
    due: tuple[b.Inline, ...] = ()
    if control.type and control.type != "not-applicable":
        about.append(said(control.type))
    if control.in_place is not None:
        about.append("in place" if control.in_place else "not in place yet")
    if control.owner:
        about.append(d.names.name("people", control.owner))
    if control.due:
        due = (b.Quiet(" due "), b.Day(control.due))
    return (b.Words(control.text), b.Quiet(f" ({', '.join(about)})" if about else ""), *due)
