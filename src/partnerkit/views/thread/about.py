"""What the partnership is about: its summary, who pays, and the files its record was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.words import listed, title

if TYPE_CHECKING:
    from partnerkit.model.partnership.who import StageEntry, StageMove
    from partnerkit.model.suppression import Suppression
    from partnerkit.views.thread.dossier import Dossier

MOVES: dict[StageMove, str] = {"advance": "advanced", "renew": "renewed", "reopen": "reopened"}


def about(d: Dossier) -> b.Section:
    """The part of the page that comes before the thread."""
    p = d.partnership
    partners = listed([d.names.organisation(partner.organisation) for partner in p.partners])
    summary: b.Block = b.Prose(p.summary) if p.summary else b.Blank("The record holds no summary.", "optional")
    excused = tuple((b.Strong(f"{title(key)}: "), b.Words(reason)) for key, reason in p.not_applicable.items())
    files = d.record.files
    facts = c.facts(
        ("Partners", partners),
        ("Status", c.term(p.status)),
        ("Place", p.place or b.Missing()),
        ("Programme", d.names.name("programmes", p.programme) if p.programme else b.Missing("none named")),
        ("Does not apply", b.Lines(excused) if excused else None),
        ("Read from", (b.Code(files[0]), b.Quiet(f" and {len(files) - 1} more files" if len(files) > 1 else ""))),
    )
    tables = (_stages(d), _excused(d))
    return b.Section("about", "What it is about", (summary, facts, *(table for table in tables if table is not None)))


def _stages(d: Dossier) -> b.Table | None:
    if not d.partnership.stage_history:
        return None
    return c.table(
        "Stages entered",
        ("Stage", "Day", "Decided by", "Evidence"),
        (_stage(d, entry) for entry in d.partnership.stage_history),
    )


def _stage(d: Dossier, entry: StageEntry) -> b.Row:
    move = (b.Quiet(f" ({MOVES[entry.type]})"),) if entry.type else ()
    note = (b.Words(entry.note),) if entry.note else ()
    return b.Row(
        (
            b.Lines(((title(entry.stage), *move), *note)),
            b.Day(entry.on),
            c.person(d.names, entry.by),
            c.evidence(d.names, entry.evidence, "none"),
        )
    )


def _excused(d: Dossier) -> b.Table | None:
    """The findings of the rules that the record excuses, so that nobody has to ask why none is reported."""
    if not d.partnership.suppress:
        return None
    return c.table(
        "Findings of the rules that are excused",
        ("Rule", "Where", "Why", "By", "Until"),
        (_suppression(d, suppression) for suppression in d.partnership.suppress),
    )


def _suppression(d: Dossier, found: Suppression) -> b.Row:
    past = b.Badge("expired", "caution") if found.until < d.as_of else ""
    return b.Row(
        (
            b.Code(found.rule),
            b.Code(found.at) if found.at else "the whole record",
            b.Words(found.reason),
            d.names.person(found.by),
            (b.Day(found.until), " ", past),
        )
    )
