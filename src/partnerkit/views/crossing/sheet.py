"""How criteria and evidence stand to each other: the facts behind the cross-reference sheet, in the rubric's own words.

Which criteria are in play, what is claimed, judged and found met for each, and how far it has come, the rubric of
portfolio readiness says; which gaps are justified, the record does. Here it is only put beside the evidence.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from partnerkit.audience.marks import WITHHELD, is_withheld
from partnerkit.rubric import portfolio_readiness as readiness
from partnerkit.rubric.portfolio import WHOLE, Holding, holdings, is_counted, sampled
from partnerkit.rubric.scores import Checked, Point, State
from partnerkit.rubric.subject import Look
from partnerkit.rules.pack import Pack
from partnerkit.rules.stages import Stage
from partnerkit.views import blocks as b
from partnerkit.views.crossing.excuses import COMPLETE, Excuse, Excuses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from partnerkit.model.framework import Criterion, Framework
    from partnerkit.model.partnership.assessment import Evidence, EvidenceMap, Judgement, Sample
    from partnerkit.views.crossing.choice import Choice
    from partnerkit.views.thread.dossier import Dossier

JUSTIFIED = "justified gap"
BEGIN = Stage.REVIEW
"""The stage from which all of it is due."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A criterion and a piece of evidence that something in the record holds together.

    Attributes:
        number: The place of the evidence in the record, from 1.
        places: Where in the evidence the criterion is shown; none where it was judged without being mapped.
        judgements: What was judged of it, the oldest first.
        samples: The samples in which those judgements are.
        decided: The judgement that counts: the last of a named assessor.
    """

    criterion: Criterion
    evidence: Evidence
    number: int
    anchor: str
    places: tuple[EvidenceMap, ...]
    judgements: tuple[Judgement, ...]
    samples: tuple[Sample, ...]
    decided: Judgement | None


@dataclass(frozen=True, slots=True)
class Line:
    """A criterion in play.

    Attributes:
        framework: Its framework.
        depth: How many criteria stand above it.
        holding: What the portfolio holds for it.
        point: What the rubric says of it.
        level: How far it has come, as a number; None if no evidence is asked of it.
        excuse: Why it is justified that it has come no further.
        pairs: The evidence held against it itself, not against those below it.
        hidden: Whether the readers may not see what was judged.
    """

    framework: Framework
    depth: int
    anchor: str
    holding: Holding
    point: Point
    level: int | None
    excuse: Excuse | None
    pairs: tuple[Pair, ...]
    hidden: bool = False

    @property
    def criterion(self) -> Criterion:
        """The criterion."""
        return self.holding.criterion

    @property
    def is_untold(self) -> bool:
        """Whether how far it has come cannot be told: evidence is claimed, and what was judged is hidden."""
        return self.hidden and self.is_counted and bool(self.holding.claimed)

    @property
    def is_gap(self) -> bool:
        """Whether it is open, and nothing justifies that."""
        return self.is_counted and not self.is_untold and self.level != COMPLETE

    @property
    def is_counted(self) -> bool:
        """Whether evidence is asked of it."""
        return self.level is not None and self.excuse is None

    @property
    def word(self) -> str:
        """How it stands, in a word or two."""
        if self.level is None or self.excuse is not None:
            return JUSTIFIED
        return WITHHELD if self.is_untold else readiness.LEVELS[self.level]

    @property
    def rank(self) -> int:
        """Its place when gaps come first: the less has been reached the earlier, and what is justified last."""
        if self.level is None or self.excuse is not None:
            return COMPLETE + 1
        return COMPLETE if self.is_untold else self.level

    @property
    def wanting(self) -> tuple[Checked, ...]:
        """What keeps it from the next level."""
        if not self.is_gap or self.level is None:
            return ()
        return tuple(
            one
            for one in self.point.checks
            if one.level == self.level + 1 and one.state in {State.UNMET, State.UNKNOWN} and one.name not in _BESIDE
        )

    def has(self, check: str) -> bool:
        """Whether a check of the rubric is met."""
        return any(one.name == check and one.state is State.MET for one in self.point.checks)


_BESIDE = frozenset({"criterion-shown-directly", "criterion-shown-variously"})
"""What the rubric asks beside, without an effect on the level."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence, its place in the record from 1, and what it is held against."""

    evidence: Evidence
    number: int
    pairs: tuple[Pair, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole.

    Attributes:
        lines: The criteria in play that are shown, by framework and gaps first.
        pieces: The evidence that is shown, in the order of the record.
        idle: The criteria of the same frameworks that nothing in the record refers to.
        scope: The criteria in play of the frameworks asked for, whatever else is left out.
        all_lines: All criteria in play.
        all_pieces: All evidence, whatever is shown.
        sampled: The ids of the judgements in samples that were taken.
        is_due: Whether the stage from which all of it is due has been reached.
    """

    lines: tuple[Line, ...]
    pieces: tuple[Piece, ...]
    idle: tuple[tuple[Framework, Criterion], ...]
    scope: tuple[Line, ...]
    all_lines: tuple[Line, ...]
    all_pieces: tuple[Piece, ...]
    sampled: frozenset[str]
    is_due: bool

    @property
    def frameworks(self) -> tuple[Framework, ...]:
        """The frameworks of the criteria that are shown, in their order."""
        return tuple({line.framework.id: line.framework for line in self.lines}.values())

    def of(self, framework: Framework) -> tuple[Line, ...]:
        """The criteria of a framework."""
        return tuple(line for line in self.lines if line.framework.id == framework.id)


def sheet(d: Dossier, choice: Choice) -> Sheet:
    """The sheet of a partnership, with what is asked for of it."""
    look = _ahead(d)
    pairs = _pairs(look)
    lines = tuple(_lines(d, look, pairs))
    unlocated = frozenset(id(finding.part) for finding in look.found("unlocated-evidence"))
    pieces = tuple(_piece(look, at, found, pairs, unlocated) for at, found in enumerate(d.partnership.evidence, 1))
    kept = frozenset(piece.evidence.id for piece in pieces if _from(piece, choice))
    shown = tuple(_kept(line, kept) for line in lines if _asked(line, choice))
    ids = {line.framework.id for line in shown}
    idle = tuple(one for one in _idle(d, lines) if one[0].id in ids) if not choice.only_gaps else ()
    here = tuple(
        piece
        for piece in (_within(piece, choice, shown) for piece in pieces if piece.evidence.id in kept)
        if not choice.framework or piece.pairs
    )
    if choice.only_gaps:
        here = tuple(piece for piece in here if piece.is_open)
    scope = tuple(line for line in lines if choice.framework in ("", line.framework.id))
    return Sheet(_in_order(shown), here, idle, scope, lines, pieces, sampled(look), stage_of(d) >= BEGIN)


def judgements_hidden(d: Dossier) -> bool:
    """Whether the readers may not see what was judged."""
    return is_withheld(d.partnership, "judgements")


def stage_of(d: Dossier) -> Stage:
    """The stage the partnership is in."""
    return Stage[d.partnership.stage.upper()]


def _ahead(d: Dossier) -> Look:
    """The record as the rubric sees it from the stage on from which it is due: what is early stands as it does."""
    files = d.files.found if d.files is not None else None
    look = Look(d.record, d.workspace, d.as_of, d.look.pack if d.look is not None else Pack("", "", {}), files)
    look.stage = max(stage_of(d), BEGIN)
    return look


# ---------------------------------------------------------------------- what is held against what


class _Held:
    """The places and the judgements of each criterion and piece of evidence that the record holds together."""

    def __init__(self, look: Look) -> None:
        self.criteria: dict[int, tuple[str, Criterion]] = {}
        self.places: defaultdict[tuple[int, str], list[EvidenceMap]] = defaultdict(list)
        self.judgements: defaultdict[tuple[int, str], list[Judgement]] = defaultdict(list)
        for evidence in look.part.evidence:
            for entry in evidence.maps:
                if (key := self._key(look, entry.criterion)) is not None:
                    self.places[key, evidence.id].append(entry)
        for judgement in look.part.judgements:
            found, key = look.evidence(judgement.evidence), self._key(look, judgement.criterion)
            if found is not None and key is not None:
                self.judgements[key, found.id].append(judgement)

    def _key(self, look: Look, reference: str) -> int | None:
        item, line = look.item("criteria", reference), look.lineage(reference)
        if item is None or not line:
            return None
        self.criteria[id(line[0])] = (item.record.id, line[0])
        return id(line[0])


def _pairs(look: Look) -> Mapping[int, tuple[Pair, ...]]:
    """The pairs of each criterion, in the order of the evidence."""
    held, samples = _Held(look), _samples(look)
    numbers = {evidence.id: (number, evidence) for number, evidence in enumerate(look.part.evidence, 1)}
    made: defaultdict[int, list[Pair]] = defaultdict(list)
    keys = sorted(dict.fromkeys((*held.places, *held.judgements)), key=lambda key: numbers[key[1]][0])
    for key, id_ in keys:
        number, evidence = numbers[id_]
        framework, criterion = held.criteria[key]
        judgements = sorted(held.judgements[key, id_], key=lambda one: (one.on or look.as_of.min, one.id))
        counting = [one for one in judgements if is_counted(look, one)]
        those = {sample.id: sample for one in judgements for sample in samples.get(one.id, ())}
        anchor = b.anchor("pairs", framework, criterion.id, id_)
        decided = counting[-1] if counting else None
        places = tuple(held.places[key, id_])
        pair = Pair(criterion, evidence, number, anchor, places, tuple(judgements), tuple(those.values()), decided)
        made[key].append(pair)
    return {key: tuple(found) for key, found in made.items()}


def _samples(look: Look) -> Mapping[str, list[Sample]]:
    found: defaultdict[str, list[Sample]] = defaultdict(list)
    for sample in look.part.samples:
        for reference in sample.judgements:
            found[reference.rpartition("/")[2]].append(sample)
    return found


def _lines(d: Dossier, look: Look, pairs: Mapping[int, tuple[Pair, ...]]) -> Iterator[Line]:
    """The criteria in play in the order of their frameworks."""
    points = [point for point in readiness.points(look) if point.code != WHOLE]
    held = {id(one.criterion): (one, point) for one, point in zip(holdings(look), points, strict=True)}
    excuses = Excuses(d)
    for framework, criterion, depth in _walked(d):
        if id(criterion) in held:
            holding, point = held[id(criterion)]
            level = point.level
            excuse = excuses.of(holding, level)
            anchor = b.anchor("criteria", framework.id, criterion.id)
            own = pairs.get(id(criterion), ())
            yield Line(framework, depth, anchor, holding, point, level, excuse, own, judgements_hidden(d))


def _walked(d: Dossier) -> Iterator[tuple[Framework, Criterion, int]]:
    """All criteria of all frameworks, each with how many stand above it."""
    for record in d.workspace.frameworks:
        framework: Framework = record.part  # type: ignore[assignment]  # the workspace has put it among them
        todo = [(criterion, 0) for criterion in reversed(framework.criteria)]
        while todo:
            criterion, depth = todo.pop()
            yield framework, criterion, depth
            todo.extend((one, depth + 1) for one in reversed(criterion.criteria))


def _idle(d: Dossier, lines: Iterable[Line]) -> Iterator[tuple[Framework, Criterion]]:
    in_play = {id(line.criterion): line.framework.id for line in lines}
    ids = set(in_play.values())
    for framework, criterion, _ in _walked(d):
        if framework.id in ids and id(criterion) not in in_play:
            yield framework, criterion


def _piece(
    look: Look, number: int, evidence: Evidence, pairs: Mapping[int, tuple[Pair, ...]], unlocated: frozenset[int]
) -> Piece:
    own = tuple(pair for found in pairs.values() for pair in found if pair.evidence is evidence)
    file = look.evidence_file(evidence)
    sound = file is None or (file.exists and evidence.sha256 in (None, file.sha256))
    placed = not any(id(entry) in unlocated for entry in evidence.maps)
    unjudged = not is_withheld(look.part, "judgements") and any(pair.decided is None for pair in own)
    is_open = not own or not sound or not placed or unjudged
    return Piece(evidence, number, own, is_open)


# ---------------------------------------------------------------------- what is asked for, in which order


def _asked(line: Line, choice: Choice) -> bool:
    return choice.framework in ("", line.framework.id) and (line.is_gap or not choice.only_gaps)


def _from(piece: Piece, choice: Choice) -> bool:
    partner = piece.evidence.partner
    return not choice.partner or (partner is not None and partner.rpartition("/")[2] == choice.partner)


def _kept(line: Line, evidence: frozenset[str]) -> Line:
    pairs = tuple(pair for pair in line.pairs if pair.evidence.id in evidence)
    return line if len(pairs) == len(line.pairs) else replace(line, pairs=pairs)


def _within(piece: Piece, choice: Choice, lines: Iterable[Line]) -> Piece:
    """The piece with those pairs whose criterion is of the framework asked for."""
    if not choice.framework:
        return piece
    shown = {id(line.criterion) for line in lines}
    return replace(piece, pairs=tuple(pair for pair in piece.pairs if id(pair.criterion) in shown))


def _in_order(lines: Sequence[Line]) -> tuple[Line, ...]:
    """By framework; within one, outcomes with the widest gap first, each with what stands below it."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and line.depth > groups[-1][0].depth and groups[-1][0].framework is line.framework:
            groups[-1].append(line)
        else:
            groups.append([line])
    order = {id_: at for at, id_ in enumerate(dict.fromkeys(line.framework.id for line in lines))}
    groups.sort(key=lambda group: (order[group[0].framework.id], min(line.rank for line in group)))
    return tuple(line for group in groups for line in group)
