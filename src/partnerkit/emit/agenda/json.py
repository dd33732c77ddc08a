"""For programs: one JSON object, of the form that `partnerkit schema agenda` describes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from partnerkit.diagnostics.text import Piece, visible
from partnerkit.views.agenda import Agenda, Entry, Someone, Week
from partnerkit.views.engaging.unmet import Unmet
from partnerkit.views.reading.titles import title_of
from partnerkit.views.thread.dossier import Dossier

FOR_PROGRAMS = True
SCHEMA = "partnerkit-agenda/1"


def emit(agenda: Agenda) -> Iterable[Piece]:
    """All entries in the order in which people read them, with the counts and whom a person has not met."""
    document = {
        "schema": SCHEMA,
        "as_of": agenda.as_of.isoformat(),
        "until": _day(agenda.span.until(agenda.as_of)),
        "partnerships": agenda.partnerships,
        "owner": None if agenda.owner is None else _person(agenda.owner),
        "counts": {"overdue": agenda.overdue, "this_week": agenda.this_week, "ahead": agenda.ahead},
        "entries": [_entry(entry, week) for week in agenda.weeks for entry in week.entries],
        "not_met": None if agenda.unmet is None else [_unmet(one) for one in agenda.unmet],
    }
    yield json.dumps(document, ensure_ascii=False, indent=2) + "\n", "plain"


def _entry(entry: Entry, week: Week) -> Mapping[str, Any]:
    return {
        "part": week.part,
        "week": _day(week.first),
        "on": entry.on.isoformat(),
        "first": entry.dated.first.isoformat(),
        "last": entry.dated.last.isoformat(),
        "days": entry.days,
        "words": entry.words,
        "kind": entry.dated.kind,
        "what": visible(entry.dated.what),
        "key": entry.dated.key,
        "people": [_person(person) for person in entry.people],
        **_partnership(entry.dossier),
    }


def _unmet(one: Unmet) -> Mapping[str, Any]:
    return {
        "stakeholder": one.stakeholder,
        "name": visible(one.name),
        "state": one.state,
        "last_on": _day(one.last_on),
        "next_on": _day(one.next_on),
        "words": one.words,
        **_partnership(one.dossier),
    }


def _partnership(d: Dossier) -> Mapping[str, Any]:
    return {"partnership": d.record.id, "title": visible(title_of(d.partnership))}


def _person(person: Someone) -> Mapping[str, Any]:
    return {"id": person.id, "name": visible(person.name), "organisation": visible(person.organisation)}


def _day(on: date | None) -> str | None:
    return None if on is None else on.isoformat()
