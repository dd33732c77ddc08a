"""The partnerships in rows, and how many stand on each stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.audience.marks import WITHHELD
from partnerkit.views import blocks as b
from partnerkit.views.overview.lines import by_stage
from partnerkit.views.reading import cells as c
from partnerkit.views.reading import stages
from partnerkit.views.reading.duties import badge
from partnerkit.views.reading.pages import partnership_page
from partnerkit.views.reading.words import counted, listed, said, title

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from partnerkit.model.partnership.partnership import Partnership
    from partnerkit.views.overview.lines import Line

STATUS: dict[str, b.Tone] = {"active": "good", "draft": "note", "paused": "caution"}
Cells = tuple[b.Cell, ...]


def partnerships(lines: Sequence[Line], as_of: date) -> b.Section:
    """A row for each partnership."""
    if not lines:
        none = b.Blank("The workspace holds no partnership.", "optional")
        return b.Section("partnerships", "Partnerships", (none,))
    table = c.table(
        "Each partnership: where it stands, what is next, and its record in figures",
        ("Partnership", "Stage", "What is next", "Objectives", "Open actions", "Evidence", "Blank"),
        (_row(line, as_of) for line in lines),
        digits=("Objectives", "Open actions", "Evidence", "Blank"),
        note="Blank counts what is due by the stage reached and not on record, of all that is due.",
    )
    return b.Section("partnerships", "Partnerships", (table,), counted(len(lines), "partnership"))


def _row(line: Line, as_of: date) -> b.Row:
    p = line.part
    unsettled = WITHHELD if line.hides_actions else str(line.unsettled)
    late = sum(duty.kind == "action" and duty.overdue(as_of) for duty in line.dates)
    partners = listed([line.names.organisation(partner.organisation) for partner in p.partners])
    return b.Row(
        (
            b.Lines((line.link, b.Quiet(partners))),
            _stage(p),
            _upcoming(line, as_of),
            str(len(p.objectives)),
            b.Lines((unsettled, b.Badge(f"{late} overdue", "alert"))) if late else unsettled,
            str(len(p.evidence)),
            f"{len(line.state.blank)} of {line.state.due}",
        ),
        b.anchor("partnerships", line.id),
    )


def _stage(p: Partnership) -> b.Cell:
    entered = stages.since(p, p.stage)
    status: b.Inline = b.Missing("status not recorded")
    if p.status:
        status = b.Badge(said(p.status), STATUS.get(p.status, "plain"))
    return b.Lines(
        (
            b.Strong(f"{stages.position(p.stage)} of {len(stages.STAGES)} · {p.stage}"),
            (b.Quiet("since "), b.Day(entered)) if entered else b.Missing("since when is not recorded"),
            status,
        )
    )


def _upcoming(line: Line, as_of: date) -> b.Cell:
    """The earliest date still ahead, and how many have passed; the first that passed, where none is ahead."""
    if not line.dates:
        return b.Missing("no open date")
    late = line.overdue(as_of)
    ahead = next((duty for duty in line.dates if not duty.overdue(as_of)), None)
    shown = ahead or line.dates[0]
    lines: list[b.Run] = [
        (b.Day(shown.on), " ", badge(shown.on, as_of, shown.kind)),
        b.Link(shown.what, shown.anchor, partnership_page(line.id)),
    ]
    if late:
        lines.append((b.Badge(f"{late} overdue", "alert"), b.Quiet(" the oldest since "), b.Day(line.dates[0].on)))
    return b.Lines(tuple(lines))


def stage_table(lines: Sequence[Line], pages: Mapping[str, Sequence[b.Link]]) -> b.Section | None:
    """How many partnerships stand on each stage; of no use for one.

    Args:
        lines: The partnerships.
        pages: For each stage the pages that list its partnerships, where they do not stand on this one.
    """
    if len(lines) < 2:  # noqa: PLR2004
        return None
    found = by_stage(lines)
    rows = (_stage_row(stage, found.get(stage, ()), pages.get(stage), len(lines)) for stage in stages.STAGES)
    table = c.table("Partnerships by stage", ("Stage", "Share", "Partnerships"), rows)
    return b.Section("stages", "Stages", (table,))


def _stage_row(stage: str, here: Sequence[Line], pages: Sequence[b.Link] | None, whole: int) -> b.Row:
    name = f"{stages.STAGES.index(stage) + 1}. {title(stage)}"
    if not here:
        return b.Row((name, "none", b.Missing("none")))
    links = tuple(pages or (line.link for line in here))
    return b.Row((name, b.Share(len(here), whole, "partnerships"), b.Lines(links)))
