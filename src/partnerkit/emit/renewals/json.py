"""For programs: one JSON object, of the form that `partnerkit schema renewals` describes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from partnerkit.diagnostics.text import Piece, visible
from partnerkit.diff.renewing import Who
from partnerkit.emit.renewals.api import Changed, Commit, Renewal, Renewals

FOR_PROGRAMS = True
SCHEMA = "partnerkit-renewals/1"


def emit(made: Renewals) -> Iterable[Piece]:
    """All that is to be renewed, in the order in which people read it, with the counts."""
    document = {
        "schema": SCHEMA,
        "as_of": made.as_of.isoformat(),
        "history_is_whole": not made.is_cut,
        "counts": {
            "looked_at": made.looked_at,
            "to_renew": len(made.found),
            "not_committed": made.uncommitted,
            "not_known": made.untold,
        },
        "renewals": [_renewal(one) for one in made.found],
    }
    yield json.dumps(document, ensure_ascii=False, indent=2) + "\n", "plain"


def _renewal(one: Renewal) -> Mapping[str, Any]:
    return {
        "partnership": one.partnership,
        "title": visible(one.title),
        "sort": one.sort,
        "id": one.id or None,
        "words": visible(one.words),
        "by": [_who(who) for who in one.by],
        "on": None if one.on is None else one.on.isoformat(),
        "recorded": _commit(one.commit),
        "changed": [_changed(each) for each in one.changed],
        "remedy": visible(one.remedy),
    }


def _who(who: Who) -> Mapping[str, Any]:
    return {"id": who.id or None, "name": visible(who.name), "organisation": visible(who.organisation)}


def _changed(one: Changed) -> Mapping[str, Any]:
    return {
        "what": visible(one.what),
        "before": visible(one.before) or None,
        "after": visible(one.after) or None,
        "since": None if one.since is None else _commit(one.since),
    }


def _commit(commit: Commit) -> Mapping[str, Any]:
    return {"commit": commit.short, "day": commit.day.isoformat()}
