"""Health and safety: each assessment with its hazards, substances, equipment and insurance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.duties import badge
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import said
from partnerkit.views.thread.risks import controls

if TYPE_CHECKING:
    from datetime import date

    from partnerkit.model.partnership.safety import Equipment, Hazard, HealthAndSafety, Insurance, Substance
    from partnerkit.views.thread.dossier import Dossier


def safety(d: Dossier) -> tuple[b.Item, ...]:
    """The assessments."""
    return tuple(_assessment(d, assessment) for assessment in d.partnership.health_and_safety)


def _assessment(d: Dossier, found: HealthAndSafety) -> b.Item:
    names = d.names
    facts = c.facts(
        ("Covers", names.links("activities", found.activities) if found.activities else b.Missing("no activity named")),
        ("Competent person", c.person(names, found.competent_person)),
        ("Assessed on", c.day(found.assessed_on)),
        ("To be reviewed on", _due(d, found.review_on)),
        ("Site checked on", c.day(found.site_check_on, "not recorded")),
        ("People under 18", under_18(found.young_people)),
        ("Substances", b.Lines(tuple(_substance(d, s) for s in found.substances)) if found.substances else None),
        ("Equipment", b.Lines(tuple(_equipment(d, e) for e in found.equipment)) if found.equipment else None),
        ("Employer's liability insurance", _insured(d, found.insurance)),
        ("Evidence", c.evidence(names, found.evidence) if found.evidence else None),
    )
    hazards = c.table(
        "Hazards, and what is done about them",
        ("Hazard", "Who might be harmed", "Regulations", "Controls", "What remains"),
        (_hazard(d, hazard) for hazard in found.hazards),
    )
    return b.Item(
        b.anchor("health_and_safety", found.id),
        title_of(found),
        (facts, hazards) if found.hazards else (facts, b.Blank("The assessment names no hazard.", "due")),
        kind="Health and safety assessment",
    )


def _insured(d: Dossier, insurance: Insurance | None) -> b.Run:
    if insurance is None:
        return b.Missing()
    policy = b.Quiet(f", policy {insurance.policy}" if insurance.policy else "")
    shown = (part for reference in insurance.evidence for part in ("; ", d.names.link("evidence", reference)))
    insurer = insurance.insurer or b.Missing("insurer not named")
    return (insurer, policy, b.Quiet(", expires "), *_due(d, insurance.expires, "insurance"), *shown)


def _due(d: Dossier, on: date | None, kind: str = "") -> tuple[b.Inline, ...]:
    return (b.Day(on), " ", badge(on, d.as_of, kind)) if on else (b.Missing("no date"),)


def under_18(young: bool | None) -> b.Inline:
    """Whether an assessment takes people under 18 into account, in words."""
    if young is None:
        return b.Missing()
    return "Taken into account" if young else "Not part of this assessment"


def _hazard(d: Dossier, hazard: Hazard) -> b.Row:
    return b.Row(
        (
            hazard.hazard,
            hazard.harmed or b.Missing(),
            ", ".join(said(regulation) for regulation in hazard.regulations) or b.Missing("none named"),
            controls(d, hazard.controls),
            c.exposure(hazard.residual, d.bands),
        )
    )


def _substance(d: Dossier, substance: Substance) -> b.Run:
    sheet: b.Inline = b.Missing("no safety data sheet")
    if substance.safety_data_sheet:
        sheet = d.names.link("evidence", substance.safety_data_sheet)
    surveillance = b.Quiet("; needs health surveillance" if substance.surveillance else "")
    return (substance.name, b.Quiet(": "), sheet, b.Quiet(", review "), *_due(d, substance.review_on), surveillance)


def _equipment(d: Dossier, equipment: Equipment) -> b.Run:
    restricted = b.Quiet(f"; only for {equipment.restricted_to}" if equipment.restricted_to else "")
    first_used = (b.Quiet(", first used on "), b.Day(equipment.first_used_on)) if equipment.first_used_on else ()
    return (
        equipment.name,
        b.Quiet(": trained on "),
        c.day(equipment.training_on),
        *first_used,
        b.Quiet(", inspection due "),
        *_due(d, equipment.inspection_due),
        restricted,
    )
