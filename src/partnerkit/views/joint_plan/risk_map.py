"""The risks in the matrix that the workspace declares, with nothing done and with their controls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import counted
from partnerkit.views.thread.risks import ordered

if TYPE_CHECKING:
    from partnerkit.model.exposure import Exposure
    from partnerkit.views.thread.dossier import Dossier

SIZE = 5


def risk_map(d: Dossier) -> b.RiskMatrix | None:
    """The open risks, numbered in the order of the register below it; nothing where none is open."""
    open_ = [risk for risk in ordered(d) if risk.status != "closed"]
    if not open_:
        return None
    declared = d.workspace.configuration.risk_matrix
    closed = len(d.partnership.risks) - len(open_)
    note = f"{counted(closed, 'closed risk is', 'closed risks are')} not drawn." if closed else ""
    return b.RiskMatrix(
        "Open risks by likelihood and impact",
        tuple(
            b.PlacedRisk(
                f"R{place}",
                b.Link(title_of(risk), b.anchor("risks", risk.id)),
                _rating(risk.inherent),
                _rating(risk.residual),
            )
            for place, risk in enumerate(open_, 1)
        ),
        declared.size if declared else SIZE,
        tuple(b.Band(name, highest) for name, highest in d.bands.items()),
        declared.appetite if declared else None,
        note,
    )


def over_appetite(d: Dossier) -> int | None:
    """How many open risks remain above the declared appetite; None where none is declared."""
    declared = d.workspace.configuration.risk_matrix
    if declared is None or declared.appetite is None:
        return None
    remaining = (risk.residual for risk in d.partnership.risks if risk.status != "closed")
    return sum(one is not None and one.likelihood * one.impact > declared.appetite for one in remaining)


def _rating(exposure: Exposure | None) -> b.Rating | None:
    return b.Rating(exposure.likelihood, exposure.impact) if exposure else None
