"""A risk matrix: bands as they are declared, risks with nothing done (hollow) and with their controls (solid)."""

from __future__ import annotations

from collections import defaultdict

from partnerkit.render.inline import Tree, run_tree
from partnerkit.render.pictures.plane import LONGEST_MARK, Mark, Square, placed, rows
from partnerkit.render.pictures.text import cut, run_said, said
from partnerkit.render.tables import table_tree
from partnerkit.render.words import visible
from partnerkit.views import blocks as b

TONES: tuple[b.Tone, ...] = ("good", "note", "caution", "alert")
BEFORE, AFTER = "with nothing done", "with controls in place"
OVER = "▲"
LARGEST = 10


def risk_matrix_tree(matrix: b.RiskMatrix) -> Tree:
    """The matrix as squares, the highest likelihood first, with its legend and the table of its risks."""
    size = max(1, min(matrix.size, LARGEST))
    marks = _marks(matrix, size)
    squares = [
        [_square(matrix, likelihood * impact, marks[likelihood, impact]) for impact in range(1, size + 1)]
        for likelihood in range(1, size + 1)
    ]
    return {
        "is": "plane",
        "sort": "risks",
        "label": visible(matrix.label),
        "up": "Likelihood",
        "across": "Impact",
        "columns": list(range(1, size + 1)),
        "rows": rows("Likelihood", squares),
        "legend": _legend(matrix, size),
        "note": run_tree(matrix.note),
        "table": table_tree(_table(matrix)) if matrix.risks else None,
    }


def _marks(matrix: b.RiskMatrix, size: int) -> defaultdict[tuple[int, int], list[Mark]]:
    found: defaultdict[tuple[int, int], list[Mark]] = defaultdict(list)
    for risk in matrix.risks:
        title = run_said(risk.label)
        for rating, hollow in ((risk.residual, False), (risk.inherent, True)):
            if rating and _within(rating, size):
                mark = Mark(risk.name, title, hollow=hollow, told=BEFORE if hollow else AFTER)
                found[rating.likelihood, rating.impact].append(mark)
    for held in found.values():
        held.sort(key=lambda mark: mark.hollow)
    return found


def _within(rating: b.Rating, size: int) -> bool:
    return placed(rating.likelihood, size) and placed(rating.impact, size)


def _square(matrix: b.RiskMatrix, score: int, marks: list[Mark]) -> Square:
    band = _band(matrix, score)
    over = matrix.appetite is not None and score > matrix.appetite
    name = f"{cut(said(matrix.bands[band].name), LONGEST_MARK)} {score}" if band is not None else str(score)
    return Square(f"{name} {OVER}" if over else name, _tone(band, len(matrix.bands)), over, marks)


def _band(matrix: b.RiskMatrix, score: int) -> int | None:
    return next((place for place, band in enumerate(matrix.bands) if score <= band.highest), None)


def _tone(band: int | None, bands: int) -> b.Tone:
    """The lowest band has the mildest tone, the highest the strongest, whatever they are called."""
    if band is None:
        return "plain"
    return TONES[0] if bands == 1 else TONES[round(band * (len(TONES) - 1) / (bands - 1))]


def _legend(matrix: b.RiskMatrix, size: int) -> list[str]:
    told = ["Each square says its band and its score, which is likelihood times impact."]
    if not matrix.bands:
        told = [
            "Each square says its score, which is likelihood times impact.",
            "No bands are declared to name scores by.",
        ]
    if matrix.appetite is not None:
        told.append(f"{OVER} marks squares over the declared appetite of {matrix.appetite}.")
    outside = sum(
        any(rating is not None and not _within(rating, size) for rating in (risk.inherent, risk.residual))
        for risk in matrix.risks
    )
    unrated = sum(risk.inherent is None and risk.residual is None for risk in matrix.risks)
    if outside:
        told.append(f"Rated outside this matrix, and only in the table: {outside}.")
    if unrated:
        told.append(f"Not rated, and only in the table: {unrated}.")
    return told


def _table(matrix: b.RiskMatrix) -> b.Table:
    return b.Table(
        matrix.label,
        (b.Column("Risk"), b.Column("What it is"), b.Column("With nothing done"), b.Column("With controls in place")),
        tuple(
            b.Row((risk.name, risk.label, _rating(matrix, risk.inherent), _rating(matrix, risk.residual)))
            for risk in matrix.risks
        ),
    )


def _rating(matrix: b.RiskMatrix, rating: b.Rating | None) -> b.Run:
    if rating is None:
        return b.Missing("not scored")
    score = rating.likelihood * rating.impact
    band = _band(matrix, score)
    sum_ = b.Quiet(f" ({rating.likelihood}\u00a0\u00d7\u00a0{rating.impact})")
    if band is None:
        return (b.Strong(str(score)), sum_)
    return (b.Badge(matrix.bands[band].name, _tone(band, len(matrix.bands))), f" {score}", sum_)
