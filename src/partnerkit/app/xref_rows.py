"""The cross-reference sheet as a table for spreadsheets: a row a pair of criterion and evidence, and a row a gap."""

from __future__ import annotations

from collections.abc import Iterator

from partnerkit.export.api import Cell, Link, Table
from partnerkit.model.partnership.assessment import Evidence, Judgement, Sample
from partnerkit.views.api import Context
from partnerkit.views.crossing.choice import Choice
from partnerkit.views.crossing.sheet import Line, Pair, Piece, Sheet, sheet
from partnerkit.views.crossing.words import TESTS, file_state
from partnerkit.views.making import dossiers
from partnerkit.views.reading.words import listed, said
from partnerkit.views.thread.dossier import Dossier
from partnerkit.workspace.workspace import Workspace

TITLE = "Cross-reference"

OF_CRITERION = (
    "framework", "criterion", "statement", "standing", "why", "needed", "claimed", "judged", "found_met",
    "testimony_only",
)  # fmt: skip
OF_EVIDENCE = (
    "evidence", "evidence_title", "type", "direct", "made_on", "author", "partner", "file", "file_state", "url",
    "authenticated_by", "authenticated_on", "authenticated_how",
)  # fmt: skip
OF_PAIR = (
    "pages", "paragraphs", "timecodes", "notes", "decision", *TESTS, "assessor", "judged_on", "reason", "feedback",
    "sampled_by", "sampled_on", "sample_outcome", "sample_action",
)  # fmt: skip
COLUMNS = ("as_of", "partnership", "partnership_title", "row", *OF_CRITERION, *OF_EVIDENCE, *OF_PAIR)

PAIR, UNCLAIMED, UNMAPPED = "pair", "criterion without evidence", "evidence without criterion"
Row = tuple[Cell, ...]


def table(workspace: Workspace, context: Context, choice: Choice) -> Table:
    """The table of all partnerships that are asked for."""
    return Table(TITLE, COLUMNS, tuple(row for d in dossiers(workspace, context) for row in _rows(d, choice)))


def _rows(d: Dossier, choice: Choice) -> Iterator[Row]:
    shown = sheet(d, choice)
    head = (d.as_of, d.record.id, d.partnership.title)
    body = _by_evidence(d, shown) if choice.by == "evidence" else _by_criterion(d, shown)
    return ((*head, *row) for row in body)


def _by_criterion(d: Dossier, shown: Sheet) -> Iterator[Row]:
    """The criteria, gaps first, each with its evidence; then the evidence that no criterion is named for."""
    for line in shown.lines:
        yield from (_pair(d, line, pair) for pair in line.pairs)
        if not line.pairs:
            yield (UNCLAIMED, *_criterion(d, line), *_nothing(OF_EVIDENCE), *_nothing(OF_PAIR))
    yield from (_unmapped(d, piece) for piece in shown.pieces if not piece.pairs)


def _by_evidence(d: Dossier, shown: Sheet) -> Iterator[Row]:
    """The evidence, each piece with its criteria; then the criteria that have none."""
    lines = {id(line.criterion): line for line in shown.all_lines}
    for piece in shown.pieces:
        yield from (_pair(d, lines[id(pair.criterion)], pair) for pair in piece.pairs)
        if not piece.pairs:
            yield _unmapped(d, piece)
    for line in shown.lines:
        if not line.pairs:
            yield (UNCLAIMED, *_criterion(d, line), *_nothing(OF_EVIDENCE), *_nothing(OF_PAIR))


def _pair(d: Dossier, line: Line, pair: Pair) -> Row:
    return (PAIR, *_criterion(d, line), *_evidence(d, pair.evidence), *_held(d, pair))


def _unmapped(d: Dossier, piece: Piece) -> Row:
    return (UNMAPPED, *_nothing(OF_CRITERION), *_evidence(d, piece.evidence), *_nothing(OF_PAIR))


def _nothing(columns: tuple[str, ...]) -> Row:
    return (None,) * len(columns)


def _criterion(d: Dossier, line: Line) -> Row:
    held = line.holding
    decided = (None, None) if line.hidden else (len(held.judged), len(held.met))
    return (
        line.framework.title, line.criterion.id, line.criterion.statement, line.word, _why(d, line), held.needed,
        len(held.claimed), *decided, "yes" if held.testimony_only is not None else "no",
    )  # fmt: skip


def _why(d: Dossier, line: Line) -> Cell:
    """Why a gap is justified, with who says so and until when; or else what keeps it open."""
    if line.excuse is None:
        return listed([one.answer.said for one in line.wanting]) or None
    by = f", says {_person(d, line.excuse.by)}" if line.excuse.by else ""
    until = f", until {line.excuse.until.isoformat()}" if line.excuse.until else ""
    return f"{line.excuse.reason}{by}{until}"


def _evidence(d: Dossier, found: Evidence) -> Row:
    proof = found.authenticity
    way = d.files.ways.get(found.file, "") if d.files is not None and found.file else ""
    return (
        found.id, found.title, said(found.type), _yes(found.direct), found.on, _person(d, found.author),
        d.names.organisation(found.partner) if found.partner else None,
        Link(found.file, way) if found.file and way else found.file,
        file_state(d, found).text if found.file else None,
        Link(found.url, found.url) if found.url else None,
        _person(d, proof.by) if proof else None, proof.on if proof else None,
        said(proof.how) if proof and proof.how else None,
    )  # fmt: skip


def _held(d: Dossier, pair: Pair) -> Row:
    places = pair.places
    return (
        _one([place.page for place in places]), _one([place.paragraph for place in places]),
        _one([place.timecode for place in places]), _one([place.note for place in places]),
        *_judgements(d, pair.judgements), *_samples(d, pair.samples),
    )  # fmt: skip


def _judgements(d: Dossier, found: tuple[Judgement, ...]) -> Row:
    return (
        _one([said(one.decision) if one.decision else None for one in found]),
        *(_one([_mark(one, test) for one in found]) for test in TESTS),
        _one([_person(d, one.by) for one in found]), _one([one.on for one in found]),
        _one([one.reason for one in found]), _one([one.feedback for one in found]),
    )  # fmt: skip


def _samples(d: Dossier, found: tuple[Sample, ...]) -> Row:
    return (
        _one([_person(d, one.by) for one in found]), _one([one.on for one in found]),
        _one([one.outcome for one in found]), _one([one.action for one in found]),
    )  # fmt: skip


def _mark(judgement: Judgement, test: str) -> Cell:
    mark = getattr(judgement, test)
    return said(mark) if mark else None


def _one(values: list[Cell]) -> Cell:
    """The value itself if there is one; several one after another."""
    held = [value for value in values if value is not None]
    if len(held) < 2:  # noqa: PLR2004 - one keeps its type
        return held[0] if held else None
    return "; ".join(str(value) for value in held)


def _yes(value: bool | None) -> Cell:
    return None if value is None else "yes" if value else "no"


def _person(d: Dossier, reference: str | None) -> str | None:
    return d.names.name("people", reference) if reference else None
