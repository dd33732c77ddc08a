"""What people answered about the partnership itself: how far the partners agree, and how many of them answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from partnerkit.model.partnership.review import Survey
from partnerkit.rubric.scores import DASH, Figures
from partnerkit.rubric.subject import Look
from partnerkit.rules.words import counted, day, listed, said

_VICHEALTH = "vichealth"
_APART = "What people answered stands beside the score and is no part of it."
_COLUMNS = ("Factor", "Mean of the partners", "Lowest to highest", "Gap", "Answers")

_LONG = 1e6
"""Figures from here on are printed with their power of ten."""

Answers = Mapping[str, Survey]
"""The latest survey of each partner with one questionnaire, by the partner; by "" where it names none."""


def survey_figures(look: Look) -> Iterator[Figures]:
    """For each questionnaire its factors, and its totals if it has any; nothing without a survey up to today."""
    for instrument, answers in _by_instrument(look):
        title = _title(instrument, answers)
        factors = dict.fromkeys(factor for survey in answers.values() for factor in survey.factors)
        if factors:
            rows = tuple(_factor_row(look, factor, answers) for factor in factors)
            yield Figures(f"{title}: factors", _COLUMNS, rows, _note(answers))
        totals = {partner: survey for partner, survey in answers.items() if survey.total is not None}
        if totals:
            yield _totals(look, title, instrument, totals)


def _by_instrument(look: Look) -> Iterator[tuple[str, Answers]]:
    """The latest survey of each partner by questionnaire; two that name none may differ, and stay apart."""
    found: dict[str, dict[str, Survey]] = {}
    unnamed: list[Answers] = []
    for survey in sorted(look.part.surveys, key=lambda one: (one.on, one.id)):
        if survey.on > look.as_of:
            continue
        if survey.instrument is None:
            unnamed.append({survey.partner or "": survey})
        else:
            found.setdefault(survey.instrument, {})[survey.partner or ""] = survey
    yield from sorted(found.items())
    yield from (("", answers) for answers in unnamed)


def _title(instrument: str, answers: Answers) -> str:
    if instrument == _VICHEALTH:
        return "VicHealth"
    days = listed(day(survey.on) for survey in answers.values())
    return said(instrument).capitalize() if instrument else f"Questionnaire not named, {days}"


# ---------------------------------------------------------------------- factors


def _factor_row(look: Look, factor: str, answers: Answers) -> tuple[str, ...]:
    found = {partner: survey for partner, survey in answers.items() if factor in survey.factors}
    values = sorted((survey.factors[factor], _whose(look, partner)) for partner, survey in found.items())
    several = len(values) > 1
    return (
        said(factor).capitalize(),
        _number(_mean([value for value, _ in values])) if several else DASH,
        " to ".join(f"{_number(value)} ({whose})" for value, whose in (values[0], values[-1])[: len(values)]),
        _number(values[-1][0] - values[0][0]) if several else DASH,
        _answered(found.values()),
    )


def _mean(values: Sequence[float]) -> float:
    # Each is divided first: a sum of the largest numbers there are would have no value.
    return sum(value / len(values) for value in values)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if abs(value) < _LONG else f"{value:g}"


def _whose(look: Look, partner: str) -> str:
    return look.name(partner) if partner else "partner not named"


def _answered(surveys: Iterable[Survey]) -> str:
    """How many answered, of how many; a dash for what one of them does not say."""
    some = list(surveys)
    answered = _sum([survey.responses for survey in some])
    return answered if answered == DASH else f"{answered} of {_sum([survey.population for survey in some])}"


def _sum(counts: Sequence[int | None]) -> str:
    known = [count for count in counts if count is not None]
    return str(sum(known)) if len(known) == len(counts) else DASH


def _note(answers: Answers) -> str:
    days = sorted({survey.on for survey in answers.values()})
    when = day(days[0]) if len(days) == 1 else f"{day(days[0])} to {day(days[-1])}"
    return f"Latest answers of {counted(len(answers), 'partner')}, {when}; each partner counts once. {_APART}"


# ---------------------------------------------------------------------- totals


def _totals(look: Look, title: str, instrument: str, totals: Answers) -> Figures:
    rows = tuple(
        (_whose(look, partner), _number(survey.total or 0), _in_words(look, instrument, survey), _answered([survey]))
        for partner, survey in sorted(totals.items())
    )
    bands = _bands(look) if instrument == _VICHEALTH else "No bands are given: none are known for this questionnaire."
    return Figures(f"{title}: totals", ("Partner", "Total", "In words", "Answers"), rows, f"{bands} {_APART}")


def _in_words(look: Look, instrument: str, survey: Survey) -> str:
    total = survey.total or 0
    if instrument != _VICHEALTH:
        return DASH
    if not look.limit("vichealth-totals-least").value <= total <= look.limit("vichealth-most").value:
        return "outside the scale"
    if total >= look.limit("vichealth-genuine-least").value:
        return "genuine collaboration"
    if total >= look.limit("vichealth-right-direction-least").value:
        return "moving in the right direction"
    return "the need for the partnership is in question"


def _bands(look: Look) -> str:
    """The bands, which a reader must be able to check."""
    least, most = look.limit("vichealth-totals-least"), look.limit("vichealth-most")
    right, genuine = look.limit("vichealth-right-direction-least"), look.limit("vichealth-genuine-least")
    return (
        f"In words: {least.whole} to {right.whole - 1} in question, {right.whole} to {genuine.whole - 1} in the right"
        f" direction, {genuine.whole} to {most.whole} genuine collaboration ({most.source})."
    )
