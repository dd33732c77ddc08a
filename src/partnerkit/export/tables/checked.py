"""Listings of what was checked: evidence and the criteria it supports, verdicts and recommendations of reviews."""

from __future__ import annotations

from partnerkit.export.api import Cell, Link
from partnerkit.export.tables.columns import Column, Listing, Row, each, shown, written
from partnerkit.model.partnership.assessment import Evidence, EvidenceMap
from partnerkit.model.partnership.review import ObjectiveVerdict, Recommendation, Review


def _file(row: Row) -> Cell:
    file, files = row.part().file, row.d.files
    way = files.ways.get(file, "") if file and files is not None else ""
    return Link(file, way) if way else file


def _address(row: Row) -> Cell:
    url = row.part().url
    return Link(url, url) if url else None


EVIDENCE = Listing(
    "evidence",
    "Evidence",
    "A document, a recording or another thing that shows something.",
    "evidence",
    each("evidence"),
    (
        *shown(
            Evidence,
            {
                "Evidence id": "id", "Evidence": "title", "Type": "type", "Direct": "direct", "On": "on",
                "Author": "author", "Partner": "partner",
            },
        ),
        Column("File", "Where the file lies, as a path from the record.", _file),
        Column("Address", "Where it can be found on the web.", _address),
        *shown(
            Evidence,
            {
                "Authenticated by": "authenticity.by", "Authenticated on": "authenticity.on",
                "Authenticated how": "authenticity.how", "Consent on": "consent.on", "Consent for": "consent.scope",
                "Note": "note",
            },
        ),
        Column("Criterion ids", "The criteria it supports.",
               lambda row: "; ".join(one.criterion.rpartition("/")[2] for one in row.part().maps) or None),
    ),
)  # fmt: skip

MAPPED = Listing(
    "evidence-criteria",
    "Evidence and criteria",
    "A criterion that a piece of evidence supports, and the place where.",
    "evidence",
    each("evidence", "maps"),
    (
        *shown(Evidence, {"Evidence id": "id", "Evidence": "title"}, 1),
        *written(EvidenceMap, {"Criterion id": "criterion"}),
        *shown(
            EvidenceMap,
            {
                "Criterion": "criterion", "Page": "page", "Paragraph": "paragraph", "Time code": "timecode",
                "Note": "note",
            },
        ),
    ),
)  # fmt: skip

VERDICTS = Listing(
    "verdicts",
    "Verdicts",
    "What a review found about one objective.",
    "reviews",
    each("reviews", "verdicts"),
    (
        *shown(Review, {"Review id": "id", "Review on": "on"}, 1),
        *written(ObjectiveVerdict, {"Objective id": "objective"}),
        *shown(
            ObjectiveVerdict,
            {
                "Objective": "objective", "Verdict": "verdict", "Figures": "quantitative", "Voices": "qualitative",
                "Why": "why", "Evidence": "evidence",
            },
        ),
    ),
)  # fmt: skip

RECOMMENDATIONS = Listing(
    "recommendations",
    "Recommendations",
    "Something a review recommends.",
    "reviews",
    each("reviews", "recommendations"),
    (
        *shown(Review, {"Review id": "id", "Review on": "on"}, 1),
        *shown(
            Recommendation,
            {
                "Recommendation id": "id", "Recommendation": "text", "Owner": "owner", "Due": "due",
                "Decision": "decision",
            },
        ),
    ),
)  # fmt: skip

LISTINGS = (EVIDENCE, MAPPED, VERDICTS, RECOMMENDATIONS)
