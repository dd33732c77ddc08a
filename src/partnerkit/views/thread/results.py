"""Results: what the figures say beside baseline and target, what evaluations found, and who gained what."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from partnerkit.rubric.progress import is_reported, latest
from partnerkit.rules.evidence._claims import confirmed_by_witnesses, is_claimed_only
from partnerkit.views import blocks as b
from partnerkit.views.reading import blanks
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.gaps import words_of_gap
from partnerkit.views.reading.progress import NOT_REPORTED, figure, progress
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import counted, listed, said, shortened, title

if TYPE_CHECKING:
    from datetime import date

    from partnerkit.model.partnership.objectives import Actual, Indicator, Objective
    from partnerkit.model.partnership.review import Benefit, Evaluation, MoneyLine, Survey, Value
    from partnerkit.views.thread.dossier import Dossier

LEVELS = {
    1: "Level 1, reaction: how it was received",
    2: "Level 2, learning: what was learned",
    3: "Level 3, behaviour: what is done differently at work",
    4: "Level 4, results: what it changed for the organisation",
    5: "Level 5, return: what it brought for what it cost",
}
ADDS = {
    "adds": b.Badge("adds value", "good"),
    "no-evidence": b.Badge("no evidence yet", "caution"),
    "does-not-add": b.Badge("does not add value", "alert"),
}
OPTIONAL = {"value": "where activities add value", "surveys": "surveys of the partnership itself"}


def results(d: Dossier) -> b.Section:
    """The part of the thread."""
    p = d.partnership
    indicators = [indicator for objective in p.objectives for indicator in objective.indicators]
    reported = sum(latest(indicator, d.as_of) is not None for indicator in indicators)
    summary = listed(
        [
            f"{reported} of {counted(len(indicators), 'indicator')} reported" if indicators else "no indicators",
            counted(len(p.evaluations), "evaluation"),
            counted(len(p.benefits), "benefit"),
        ]
    )
    others = (
        d.part("results-value", "Where it adds value", (), values(d)),
        d.part("results-surveys", "What people say of the partnership", (), *surveys(d)),
    )
    parts: tuple[b.Block, ...] = (
        d.part("results-indicators", "Figures against baseline and target", ("actuals",), _indicators(d), _history(d)),
        d.part("results-evaluations", "Evaluations", ("evaluations",), *evaluations(d)),
        d.part("results-benefits", "Benefits", ("benefits",), benefits(d)),
        *(part for part in others if part.blocks),
        *blanks.optional(p, OPTIONAL),
    )
    return d.thread(6, "results", "Results", summary, parts)


def _indicators(d: Dossier) -> b.Table | None:
    rows = [
        _indicator(d, objective, indicator)
        for objective in d.partnership.objectives
        for indicator in objective.indicators
    ]
    if not rows:
        return None
    return c.table(
        "Each indicator's newest figure, and the way it has come",
        ("Indicator", "Baseline", "Target", "Newest figure", "Way from baseline to target", "Evidence"),
        rows,
        note="The way is (newest figure less baseline) of (target less baseline). It says how far, not how good.",
    )


def _indicator(d: Dossier, objective: Objective, indicator: Indicator) -> b.Row:
    newest = latest(indicator, d.as_of)
    baseline, target = indicator.baseline, indicator.target
    name = b.Link(title_of(indicator), b.anchor("indicators", indicator.id))
    return b.Row(
        (
            b.Lines((name, b.Quiet(shortened(objective.statement)))),
            figure(baseline.value, baseline.narrative, indicator.unit) if baseline else b.Missing(),
            figure(target.value, target.narrative, indicator.unit) if target else b.Missing(),
            _actual(newest, indicator.unit) if newest else NOT_REPORTED,
            progress(indicator, newest),
            c.evidence(d.names, newest.evidence, "none") if newest else b.Missing("none"),
        )
    )


def _actual(actual: Actual, unit: str | None) -> b.Cell:
    status = b.Badge(said(actual.status), "good" if actual.status == "final" else "caution") if actual.status else ""
    rests = b.joined(b.Quiet("rests on "), c.share(actual.responses, actual.population))
    words = (b.Words(actual.narrative),) if actual.value is not None and actual.narrative else ()
    source = (b.Quiet(actual.source),) if actual.source else ()
    shown = figure(actual.value, actual.narrative, unit)
    return b.Lines((shown, *words, (b.Day(actual.on), " ", status), rests, *source))


def _history(d: Dossier) -> b.Fold | None:
    """Every figure reported or awaited, where there are more than the newest."""
    rows = [
        b.Row(
            (
                title_of(indicator),
                b.Day(actual.on),
                _reported(actual, indicator.unit, d.as_of),
                c.term(actual.status, "status not recorded"),
                c.share(actual.responses, actual.population),
                c.evidence(d.names, actual.evidence, "none"),
            )
        )
        for objective in d.partnership.objectives
        for indicator in objective.indicators
        if len(indicator.actuals) > (latest(indicator, d.as_of) is not None)
        for actual in sorted(indicator.actuals, key=lambda actual: actual.on)
    ]
    if not rows:
        return None
    table = c.table(
        "All figures, in the order of their days",
        ("Indicator", "Day", "Figure", "Status", "Rests on", "Evidence"),
        rows,
    )
    return b.Fold(f"All {counted(len(rows), 'figure')}, in the order of their days", (table,))


def _reported(actual: Actual, unit: str | None, as_of: date) -> b.Cell:
    is_there = is_reported(actual, as_of)
    written = f" (written as {actual.value:g})" if actual.value is not None else ""
    shown = figure(actual.value, actual.narrative, unit) if is_there else (NOT_REPORTED, b.Quiet(written))
    told = actual.narrative if actual.value is not None or not is_there else None
    return b.Lines((shown, b.Words(told))) if told else shown


def evaluations(d: Dossier) -> tuple[b.Block, ...]:
    """The evaluations, a table for each level."""
    ordered = sorted(d.partnership.evaluations, key=lambda evaluation: (evaluation.level or 0, evaluation.id))
    return tuple(
        c.table(
            LEVELS.get(level, "Level not recorded"),
            ("Question", "How", "Planned, collected", "Answers", "Result", "Evidence"),
            (_evaluation(d, evaluation) for evaluation in found),
        )
        for level, found in groupby(ordered, key=lambda evaluation: evaluation.level or 0)
    )


def _evaluation(d: Dossier, evaluation: Evaluation) -> b.Row:
    asked = "figures kept anyway" if evaluation.respondent == "system" else evaluation.respondent
    about: tuple[b.Run, ...] = (d.names.link("activities", evaluation.activity),) if evaluation.activity else ()
    fed = dict.fromkeys((*((evaluation.indicator,) if evaluation.indicator else ()), *evaluation.leading_indicators))
    about += tuple((b.Quiet("Feeds: "), d.names.link("indicators", reference)) for reference in fed)
    found: list[b.Run] = [c.words(evaluation.result, "not yet reported")]
    if evaluation.isolation:
        found.append(b.Quiet(f"Other causes told apart by: {said(evaluation.isolation)}"))
    if evaluation.drivers:
        found.append(b.Quiet(f"Helped by: {', '.join(evaluation.drivers)}"))
    found += [(b.Quiet("Cost: "), *_line(line)) for line in evaluation.costs]
    found += [(b.Quiet("Benefit: "), *_line(line)) for line in evaluation.benefits]
    return b.Row(
        (
            b.Lines((c.words(evaluation.question, "no question recorded"), *about)),
            b.Lines(
                (evaluation.instrument or b.Missing("not recorded"), b.Quiet(f"asked of: {asked}" if asked else ""))
            ),
            b.Lines((c.day(evaluation.planned_on, "not planned"), c.day(evaluation.collected_on, "not collected yet"))),
            c.share(evaluation.responses, evaluation.population),
            b.Lines(tuple(found)),
            c.evidence(d.names, evaluation.evidence, "none"),
        ),
        b.anchor("evaluations", evaluation.id),
    )


def _line(line: MoneyLine) -> tuple[b.Inline, ...]:
    return (line.text, " ", c.money(line.money, words_of_gap(line, "money", "no sum")))


def benefits(d: Dossier) -> b.Table | None:
    """The benefits, expected and seen."""
    if not d.partnership.benefits:
        return None
    confirmed = confirmed_by_witnesses(d.partnership)
    return c.table(
        "Who gains what: expected, and seen",
        ("For whom", "Expected", "Seen", "Confirmed by", "Evidence"),
        (_benefit(d, benefit, confirmed) for benefit in d.partnership.benefits),
    )


def _benefit(d: Dossier, benefit: Benefit, confirmed: frozenset[str]) -> b.Row:
    scale = b.Quiet(f" ({said(benefit.scale)})" if benefit.scale else "")
    return b.Row(
        (
            (c.term(benefit.beneficiary), scale),
            c.words(benefit.expected),
            c.words(benefit.realised, "not seen yet"),
            d.names.organisations(benefit.corroborated_by) or b.Missing("nobody else"),
            c.evidence(d.names, benefit.evidence, "claimed only" if is_claimed_only(benefit, confirmed) else "none"),
        ),
        b.anchor("benefits", benefit.id),
    )


def values(d: Dossier) -> b.Table | None:
    """Where activities add value, with the reason."""
    if not d.partnership.value:
        return None
    return c.table(
        "Activity by activity, for each unit of the business",
        ("Unit", "Activity", "Verdict", "Why", "Evidence"),
        (_value(d, value) for value in d.partnership.value),
    )


def _value(d: Dossier, value: Value) -> b.Row:
    return b.Row(
        (
            value.unit or b.Missing("unit not named"),
            d.names.link("activities", value.activity) if value.activity else b.Missing("none named"),
            ADDS[value.verdict] if value.verdict else b.Missing("no verdict"),
            c.words(value.why),
            c.evidence(d.names, value.evidence, "none"),
        ),
        b.anchor("value", value.id),
    )


def surveys(d: Dossier) -> tuple[b.Block, ...]:
    """What people answered about the partnership, and that it is kept apart."""
    if not d.partnership.surveys:
        return ()
    apart = b.Paragraph(
        "This is self-report: what people answered about the partnership itself. It is in no count of this page."
    )
    table = c.table(
        "Surveys, with the mean for each factor",
        ("Survey", "Day", "Answered at", "Answers", "Factors", "Evidence"),
        (_survey(d, survey) for survey in d.partnership.surveys),
    )
    return (b.Callout("note", "Kept apart from the record", (apart,)), table)


def _survey(d: Dossier, survey: Survey) -> b.Row:
    factors: list[b.Run] = [(f"{title(name)}: ", b.Number(mean)) for name, mean in survey.factors.items()]
    if survey.total is not None:
        factors.append(("Total: ", b.Number(survey.total)))
    return b.Row(
        (
            c.term(survey.instrument, "instrument not named"),
            b.Day(survey.on),
            c.organisation(d.names, survey.partner),
            c.share(survey.responses, survey.population),
            b.Lines(tuple(factors)) if factors else b.Missing("none"),
            c.evidence(d.names, survey.evidence, "none"),
        ),
        b.anchor("surveys", survey.id),
    )
