"""The cross-reference sheet: criteria to evidence, evidence to criteria, and the grid of both with its gaps first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from partnerkit.model.partnership.assessment import Judgement
from partnerkit.rubric import portfolio_readiness as readiness
from partnerkit.views import blocks as b
from partnerkit.views.crossing import words as w
from partnerkit.views.crossing.choice import EVERYTHING, Choice
from partnerkit.views.crossing.grid import TOTALS, grids
from partnerkit.views.crossing.sheet import BEGIN, Line, Sheet, judgements_hidden, sheet
from partnerkit.views.crossing.signatures import signatures
from partnerkit.views.crossing.tables import by_criterion, by_evidence
from partnerkit.views.making import Told, each
from partnerkit.views.opening import missing
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.blanks import blank
from partnerkit.views.reading.duties import ENDED
from partnerkit.views.reading.judging import found, told
from partnerkit.views.reading.lengths import points
from partnerkit.views.reading.names import Names
from partnerkit.views.reading.pages import chosen
from partnerkit.views.reading.words import capital, counted, listed
from partnerkit.views.thread.review import samples

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from partnerkit.views.api import Context
    from partnerkit.views.thread.dossier import Dossier
    from partnerkit.workspace.workspace import Workspace

TITLE = "Cross-reference sheet"
PLACE = 70

EXPECTED = ("evidence", "testimonies")
RULES = (
    "evidence-file-missing", "evidence-changed", "evidence-without-file", "unlocated-evidence", "unmapped-evidence",
    "unannotated-picture", "unauthenticated-evidence", "evidence-not-current", "self-witness", "witness-unqualified",
    "testimony-only", "judgement-incomplete", "sampler-is-assessor", "sample-gap", "framework-missing",
)  # fmt: skip
"""What is told as missing beside the gaps of the criteria themselves."""
STEPS = 8


def pages(workspace: Workspace, context: Context) -> Iterable[b.Page]:
    """A page for each partnership."""
    return sheet_pages(workspace, context, EVERYTHING)


def sheet_pages(workspace: Workspace, context: Context, choice: Choice) -> Iterator[b.Page]:
    """A page for each partnership, with what is asked for; its stamp names the filters."""

    def tell(d: Dossier) -> Told:
        return _tell(d, choice)

    made = each(workspace, context, "xref", TITLE, tell)
    for record, page in zip(chosen(workspace, context), made, strict=True):
        filters = choice.told(Names(workspace, record))
        yield replace(page, broad=True, stamp=replace(page.stamp, filters=(*filters, *page.stamp.filters)))


def _tell(d: Dossier, choice: Choice) -> Told:
    shown = sheet(d, choice)
    return Told(_verdict(shown), tuple(_opening(d, shown, choice)), tuple(_sections(d, shown, choice)))


# ---------------------------------------------------------------------- the first screen


def _verdict(shown: Sheet) -> b.Run:
    if not shown.scope:
        pieces = capital(counted(len(shown.all_pieces), "piece"))
        return (
            b.Strong("No criterion is in play"),
            f": nothing in the record refers to one. {pieces} of evidence on record.",
        )
    asked = [line for line in shown.scope if line.is_counted]
    numbers = [sum(line.has(name) for line in asked) for name in CHECKS]
    judged = f", {numbers[1]} judged and {numbers[2]} sufficient."
    if any(line.hidden for line in asked):
        judged = ". What was judged is withheld from the readers of this page."
    counts = f": {numbers[0]} claimed{judged}"
    justified = len(shown.scope) - len(asked)
    beside = f" Beside them {counted(justified, 'justified gap')}." if justified else ""
    early = "" if shown.is_due else f" None of it is due before the stage {BEGIN.word}."
    return (b.Strong(_head(asked, is_due=shown.is_due)), counts + beside + early)


def _head(asked: Sequence[Line], *, is_due: bool) -> str:
    """How many gaps there are; before they are due, how many criteria are open."""
    criteria = counted(len(asked), "criterion", "criteria")
    open_ = sum(line.is_gap for line in asked)
    if any(line.is_untold for line in asked):
        without = sum(not line.holding.claimed for line in asked)
        return f"{without or 'None'} of {criteria} without evidence"
    if is_due:
        return f"{counted(open_, 'gap').capitalize()} in {criteria}"
    return f"{open_ or 'None'} of {criteria} still open"


CHECKS = (readiness.CLAIMED, readiness.JUDGED, readiness.SUFFICIENT)


def _opening(d: Dossier, shown: Sheet, choice: Choice) -> Iterator[b.Block]:
    if shown.scope or shown.all_pieces:
        yield _figures(d, shown, "grid" if shown.lines and choice.by != "evidence" else "")
    d.names.start()
    yield _next(d, shown)
    yield missing(d, EXPECTED, (*_gaps(shown), *_told(d, shown)))


def _figures(d: Dossier, shown: Sheet, anchor: str) -> b.Figures:
    asked = [line for line in shown.scope if line.is_counted]
    gaps = sum(line.is_gap for line in asked)
    tone: b.Tone = ("alert" if shown.is_due else "plain") if gaps else "good"
    criteria = f"in {counted(len(asked), 'criterion', 'criteria')}"
    mapped = sum(bool(piece.pairs) for piece in shown.all_pieces)
    judgements = d.partnership.judgements
    chosen = sum(one.id in shown.sampled for one in judgements)
    open_ = b.Figure(str(gaps), "gaps" if shown.is_due else "still open", criteria, anchor, tone)
    sampled = _share(chosen, len(judgements), "judgements sampled")
    if judgements_hidden(d):
        sampled = b.Figure("\N{EN DASH}", "judgements sampled", "withheld")
    pieces = _share(mapped, len(shown.all_pieces), "pieces of evidence mapped")
    return b.Figures((*((open_,) if asked else ()), pieces, _files(d, shown), sampled))


def _share(part: int, whole: int, label: str) -> b.Figure:
    return b.Figure(f"{part} of {whole}" if whole else "none", label)


def _files(d: Dossier, shown: Sheet) -> b.Figure:
    """How many of the files are there and as they were, where somebody has looked."""
    states = [w.file_state(d, piece.evidence) for piece in shown.all_pieces if piece.evidence.file]
    known = [state for state in states if state.text != w.NOT_LOOKED_FOR]
    if not known:
        return b.Figure("\N{EN DASH}", "files in place", w.NOT_LOOKED_FOR if states else "no evidence names one")
    bad = sum(isinstance(state, b.Badge) and state.tone == "alert" for state in known)
    note = f"{bad} missing or changed" if bad else ""
    return b.Figure(f"{len(known) - bad} of {len(known)}", "files in place", note, "", "alert" if bad else "plain")


def _next(d: Dossier, shown: Sheet) -> b.Section:
    """What would take each gap a level further; what is the same for several is said once."""
    steps: dict[str, list[Line]] = {}
    for line in sorted((line for line in shown.scope if line.is_gap), key=lambda line: line.rank):
        if todo := next((one.answer.todo for one in line.wanting if one.answer.todo), None):
            steps.setdefault(todo, []).append(line)
    if not steps:
        nothing = "Nothing: no criterion in play has a gap."
        if any(line.is_untold for line in shown.scope):
            nothing = "Each criterion in play has evidence; what is next depends on what is withheld here."
        empty = "Map evidence to criteria, each under the key `maps` with the place where it shows them."
        return c.section("next", "What is next", b.Prose(nothing if shown.scope else empty))
    runs = tuple(_step(todo, lines) for todo, lines in steps.items())
    return c.section("next", "What is next, widest gap first", _when(d, shown), *points(runs))


def _when(d: Dossier, shown: Sheet) -> b.Paragraph | None:
    """What there is to say of when it is to be done."""
    if d.partnership.status in ENDED:
        return b.Paragraph(f"The partnership is {d.partnership.status}; this was left open.")
    if shown.is_due:
        return None
    return b.Paragraph(
        f"Nothing of it is due before the stage {BEGIN.word}; whoever builds the portfolio can begin here."
    )


def _step(todo: str, lines: Sequence[Line]) -> b.Run:
    links = [b.Link(line.holding.code, line.anchor) for line in lines[:STEPS]]
    commas = tuple(part for at, link in enumerate(links) for part in ((", ", link) if at else (link,)))
    more = f" and {len(lines) - STEPS} more" if len(lines) > STEPS else ""
    return b.joined(*commas, f"{more}: ", b.Words(f"{todo}."))


def _gaps(shown: Sheet) -> Iterator[b.Run]:
    """The gaps of the criteria, where they are due."""
    if shown.is_due:
        for line in sorted((line for line in shown.scope if line.is_gap), key=lambda line: line.rank):
            # Which place and which file is wanting is told of each piece.
            said = [SOUND.get(one.name, one.answer.said) for one in line.wanting]
            yield (b.Link(line.holding.code, line.anchor), f", {line.word}: {listed(said)}.")


SOUND: Mapping[str, str] = {"criterion-evidence-sound": "a place or a file is wanting"}


def _told(d: Dossier, shown: Sheet) -> Iterator[b.Run]:
    """What the rules find beside, each with a link; a judgement is named by its evidence and its criterion."""
    pairs = {one.id: pair for line in shown.all_lines for pair in line.pairs for one in pair.judgements}
    for finding in found(d.look, *RULES):
        pair = pairs.get(finding.part.id) if isinstance(finding.part, Judgement) else None
        if pair is None:
            yield from told(d.record, (finding,))
        else:
            yield (b.Link(f"{pair.evidence.title}, {pair.criterion.id}", pair.anchor), f": {finding.message}.")


# ---------------------------------------------------------------------- the rest


def _sections(d: Dossier, shown: Sheet, choice: Choice) -> Iterator[b.Section]:
    yield signatures(d)
    empty = blank(d.partnership, "evidence")
    if choice.by != "evidence":
        d.names.start()
        if shown.lines:
            yield _grid_section(shown)
        blocks = by_criterion(d, shown) or (b.Paragraph("There is no criterion to show."),)
        yield b.Section(
            "by-criterion", "Criteria to evidence", blocks, counted(len(shown.lines), "criterion", "criteria")
        )
    if choice.by != "criterion":
        d.names.start()
        blocks = (empty,) if empty else by_evidence(d, shown)
        yield b.Section(
            "by-evidence", "Evidence to criteria", blocks, f"{counted(len(shown.pieces), 'piece')} of evidence"
        )
    d.names.start()
    if (table := samples(d)) is not None:
        yield b.Section(
            "samples", "Internal quality assurance", (table,), counted(len(d.partnership.samples), "sample")
        )
    if shown.lines:
        yield _how_to_read()


def _grid_section(shown: Sheet) -> b.Section:
    order = b.Paragraph(
        "The outcome with the widest gap comes first, each with what stands below it; among equals the framework's own "
        "order holds. Criteria without a gap, and then gaps that are justified, come last. "
        "Each cell says where the evidence shows the criterion, and what was decided on it. Evidence goes by its "
        "number, the same in every table."
    )
    return b.Section("grid", "The grid: criteria by evidence", (order, *grids(shown)))


def _how_to_read() -> b.Section:
    facts = c.facts(
        ("Claimed", "The record maps evidence to the criterion, or to one below it."),
        ("Judged", "A named assessor has decided on that evidence by the day of this page."),
        ("Sufficient", "An assessor has found the criterion met on as many pieces as it needs."),
        (TOTALS, "Pieces of evidence at the end of a row, criteria at the foot of a column."),
        ("Not begun", "No evidence is mapped to it."),
        ("Begun", "Evidence is mapped to it, and no assessor has decided on any."),
        ("Incomplete", "An assessor has decided, and not found it met yet."),
        (
            "Partial",
            "Found met, but on too few pieces, by testimony alone, or on evidence without its place or its file.",
        ),
        ("Completed", "Found met on as many pieces as it needs, and nothing of that is wanting."),
        ("Justified gap", "The record says why no more is asked of it, or until when."),
        (
            "Not in play",
            "No activity that is over, no need it meets, no evidence and no judgement names the criterion.",
        ),
        ("Files", "Whether each is there, and the one whose digest was noted; what lies on the web is not looked for."),
    )
    return b.Section("reading", "How to read this sheet", (facts, b.Paragraph(readiness.CAVEAT)))
