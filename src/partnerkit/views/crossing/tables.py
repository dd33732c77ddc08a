"""The sheet both ways: for each criterion its evidence, and for each piece of evidence its criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.crossing import words as w
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.words import capital, counted, listed, said, shortened
from partnerkit.views.thread.register import by, genuine, kind, made

if TYPE_CHECKING:
    from partnerkit.views.crossing.sheet import Line, Pair, Piece, Sheet
    from partnerkit.views.thread.dossier import Dossier

INITIALS = "Initials, date"
COLUMNS = ("Evidence", "Where it shows it", "File", "Assessor", "Quality assurance", INITIALS)


MOST_PAIRS = 120
MOST_PIECES = 120
"""So many rows a page has at most: it is to be sent and opened. A table for spreadsheets has all of them."""


class _Room:
    """How many rows there is still room for on the page."""

    def __init__(self, rows: int) -> None:
        self._rows = rows

    def take(self, asked: int) -> int:
        """So many of the rows that are asked for have room."""
        given = min(asked, self._rows)
        self._rows -= given
        return given


def _left_out(d: Dossier, number: int, whole: int) -> b.Paragraph:
    command = b.Code(f"partnerkit xref {d.record.id} --format csv")
    return b.Paragraph(
        (f"{number} of {whole} rows have no room on this page; all of them are in the table of ", command, ".")
    )


# ---------------------------------------------------------------------- criteria to evidence


def by_criterion(d: Dossier, found: Sheet) -> tuple[b.Block, ...]:
    """For each criterion the evidence held against it, gaps first."""
    left = _Room(MOST_PAIRS)
    blocks: list[b.Block] = []
    for framework in found.frameworks:
        items = tuple(_item(d, line, found, left) for line in found.of(framework))
        idle = [criterion for one, criterion in found.idle if one.id == framework.id]
        more: tuple[b.Block, ...] = ()
        if idle:
            points = tuple((b.Strong(criterion.id), " ", b.Words(criterion.statement)) for criterion in idle)
            title = f"{counted(len(idle), 'criterion', 'criteria')} of this framework not in play"
            told = b.Paragraph("Nothing in the record refers to them, and no evidence is asked of them.")
            more = (b.Fold(title, (told, b.Listing(points))),)
        held = (*items, *more)
        blocks.append(
            b.Section(
                b.anchor("framework", framework.id), framework.title, held, _issued(framework.issuer, framework.version)
            )
        )
    return tuple(blocks)


def _issued(issuer: str | None, version: str | None) -> str:
    return ", ".join(part for part in (issuer, f"version {version}" if version else None) if part)


def _item(d: Dossier, line: Line, found: Sheet, left: _Room) -> b.Item:
    statement = line.criterion.short or line.criterion.statement
    badges = (w.standing(line), *((b.Badge("testimony only", "caution"),) if line.holding.testimony_only else ()))
    blocks: list[b.Block] = []
    if line.criterion.short or len(statement) > LONG:
        blocks.append(b.Prose(line.criterion.statement))
    if reason := w.why(d, line):
        blocks.append(b.Paragraph(reason))
    blocks.append(b.Paragraph((b.Quiet(f"{_sort(line)}{w.numbers(line)}. {_methods(line)}"),)))
    below = _below(line, found)
    if below:
        blocks.append(b.Paragraph(b.joined("Evidence for what stands below it counts too: ", *below, ".")))
    room = left.take(len(line.pairs))
    rows = tuple(_pair(d, pair) for pair in line.pairs[:room])
    if rows:
        blocks.append(c.table(f"Evidence for {line.holding.code}", COLUMNS, rows, pen=(INITIALS,)))
    if room < len(line.pairs):
        blocks.append(_left_out(d, len(line.pairs) - room, len(line.pairs)))
    title = f"{line.holding.code} {shortened(statement, LONG)}"
    return b.Item(line.anchor, title, tuple(blocks), badges=badges)


LONG = 110


def _sort(line: Line) -> str:
    return f"{capital(said(line.criterion.type))}: " if line.criterion.type else ""


def _methods(line: Line) -> str:
    claimed = line.holding.claimed
    if not claimed:
        return ""
    direct = sum(bool(one.direct) for one in claimed)
    types = sorted({said(one.type) for one in claimed})
    return f"{direct} of {len(claimed)} direct. {counted(len(types), 'type')}: {listed(types)}."


def _below(line: Line, found: Sheet) -> tuple[b.Inline, ...]:
    """Links to the criteria right below one that are in play."""
    under = {id(one) for one in line.criterion.criteria}
    links = [b.Link(one.holding.code, one.anchor) for one in found.lines if id(one.criterion) in under]
    return tuple(part for at, link in enumerate(links) for part in ((", ", link) if at else (link,)))


def _pair(d: Dossier, pair: Pair) -> b.Row:
    evidence = pair.evidence
    return b.Row(
        (
            (
                f"{pair.number} ",
                b.Link(evidence.title, b.anchor("evidence", evidence.id)),
                b.Quiet(f" ({kind(evidence)})"),
            ),
            w.places(d, pair),
            w.file(d, evidence),
            w.judgement(d, pair),
            w.sample(d, pair),
            "",
        ),
        pair.anchor,
    )


# ---------------------------------------------------------------------- evidence to criteria


def by_evidence(d: Dossier, found: Sheet) -> tuple[b.Block, ...]:
    """For each piece of evidence the criteria it is held against, in the order of the record."""
    if not found.pieces:
        return (b.Paragraph("There is no evidence to show."),)
    codes = {id(line.criterion): line for line in found.all_lines}
    shown = found.pieces[:MOST_PIECES]
    rows = (_piece(d, piece, codes) for piece in shown)
    titles = ("Evidence", "Made", "By", "File", "Known to be genuine by", "Supports, and where")
    whole = len(found.pieces)
    more = (_left_out(d, whole - len(shown), whole),) if len(shown) < whole else ()
    return (c.table("Pieces of evidence, and the criteria each is held against", titles, rows), *more)


def _piece(d: Dossier, piece: Piece, codes: dict[int, Line]) -> b.Row:
    evidence = piece.evidence
    return b.Row(
        (
            (f"{piece.number} {evidence.title}", b.Quiet(f" ({kind(evidence)})")),
            made(evidence),
            by(d, evidence),
            w.file(d, evidence),
            genuine(d, evidence),
            b.Lines(tuple(_supports(pair, codes) for pair in piece.pairs))
            if piece.pairs
            else b.Badge("no criterion", "caution"),
        ),
        b.anchor("evidence", evidence.id),
    )


def _supports(pair: Pair, codes: dict[int, Line]) -> b.Run:
    line = codes[id(pair.criterion)]
    badge = b.Badge(w.short_judgement(pair), w.tone(pair))
    return (
        b.Link(line.holding.code, pair.anchor),
        f" {shortened(pair.criterion.short or pair.criterion.statement, 50)}, {w.short_place(pair)} ",
        badge,
    )
