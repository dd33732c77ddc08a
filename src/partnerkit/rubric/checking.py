"""Checks: small functions with a name, each asking one thing of a partnership's record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from traceback import format_exception_only
from types import MappingProxyType

from partnerkit.diagnostics.text import one_line
from partnerkit.model.base import Part
from partnerkit.rubric.scores import Answer, Checked, Fact, State
from partnerkit.rubric.subject import Look, rules_by_name
from partnerkit.rules.engine import first_sentence
from partnerkit.rules.stages import Stage

PACKAGE = "partnerkit.rubric.checks"

Question = Callable[[Look], Answer]


@dataclass(frozen=True, slots=True)
class Check:
    """A check.

    Attributes:
        name: Its name: that of its function, with hyphens.
        title: What it asks: the first paragraph of its docstring.
        stage: The stage from which it is due.
        about: The sections it is about: where a record says that one of them does not apply, neither does the check.
        question: The function that answers it.
    """

    name: str
    title: str
    stage: Stage
    about: tuple[str, ...]
    question: Question


def check(stage: Stage, *about: str) -> Callable[[Question], Check]:
    """Make a check of a function that answers one, due from a stage and about some sections."""

    def made(question: Question) -> Check:
        title = " ".join((question.__doc__ or "").split("\n\n", 1)[0].split())
        return Check(question.__name__.replace("_", "-"), title, stage, about, question)

    return made


@cache
def all_checks() -> Mapping[str, Check]:
    """All checks by name, sorted: what a rubric of one's own may be made of."""
    spec = find_spec(PACKAGE)
    assert spec is not None  # noqa: S101 - it is our own
    modules = (
        import_module(f"{PACKAGE}.{module.name}")
        for module in iter_modules(list(spec.submodule_search_locations or ()))
    )
    found = {one.name: one for module in modules for one in vars(module).values() if isinstance(one, Check)}
    return MappingProxyType(dict(sorted(found.items())))


def asked(look: Look, check: Check, level: int = 1, weight: float = 1) -> Checked:
    """A check put to a record, unless it is not due yet or does not apply."""
    return Checked(check.name, check.title, _answer(look, check), level, weight)


def _answer(look: Look, check: Check) -> Answer:
    for name in (check.name, *check.about):
        if (reason := look.part.not_applicable.get(name)) is not None:
            return _excused(look, reason)
    if check.stage > look.stage:
        return Answer(State.NOT_DUE, f"due from the stage {check.stage.word} on")
    try:
        return check.question(look)
    except Exception as error:  # noqa: BLE001 - one check's fault must not hide what the others say
        look.faults.append(told(f"the check {check.name} failed on {look.record.id}", error))
        return unknown("the program failed at this check, so nobody knows")


def told(what: str, error: Exception) -> str:
    """What failed, with the last line of the traceback."""
    return f"{what}: {one_line(format_exception_only(error)[-1].strip())}"


def _excused(look: Look, reason: str) -> Answer:
    return Answer(State.NOT_APPLICABLE, f"the record says why: {reason}", (Fact(look.part, "not_applicable"),))


# ---------------------------------------------------------------------- answers


def facts(parts: Iterable[Part | Fact | tuple[Part, str]]) -> tuple[Fact, ...]:
    """Places, each given as a part, as a part with a key in it, or as a fact."""
    return tuple(_fact(part) for part in parts)


def _fact(given: Part | Fact | tuple[Part, str]) -> Fact:
    if isinstance(given, Fact):
        return given
    return Fact(*given) if isinstance(given, tuple) else Fact(given)


def met(said: str, parts: Iterable[Part | Fact | tuple[Part, str]], word: str = "") -> Answer:
    """It is met, and these places show it."""
    return Answer(State.MET, said, facts(parts), word=word)


def unmet(
    said: str,
    todo: str,
    parts: Iterable[Part | Fact | tuple[Part, str]] = (),
    steps: int = 1,
    word: str = "",
) -> Answer:
    """It is not met; `todo` says what would meet it, `parts` where, and `steps` about how many entries that takes."""
    return Answer(State.UNMET, said, facts(parts), todo, steps, word)


def unknown(said: str, parts: Iterable[Part | Fact | tuple[Part, str]] = (), word: str = "") -> Answer:
    """The record cannot tell."""
    return Answer(State.UNKNOWN, said, facts(parts), word=word)


def not_applicable(said: str) -> Answer:
    """There is nothing here it could be about."""
    return Answer(State.NOT_APPLICABLE, said)


def quiet(look: Look, rules: Iterable[str], said: str, parts: Iterable[Part | Fact | tuple[Part, str]]) -> Answer:
    """Met by some parts if rules find nothing in the record; else not met, in the words of what they find.

    For what a rule checks already, so that `lint` and `score` cannot disagree. Whether there is anything to look at
    is for the caller to see.
    """
    names = tuple(rules)
    for rule in names:
        if (reason := look.excuse(rule)) is not None:
            return _excused(look, reason)
    found = [(rule, finding) for rule in names for finding in look.found(rule)]
    if not found:
        return met(said, parts)
    rule, first = found[0]
    more = f", and {len(found) - 1} more like it" if len(found) > 1 else ""
    todo = first.help or first_sentence(rules_by_name()[rule].page.fix)
    places = (Fact(one.part, one.field, at=one.at) for _, one in found)
    return unmet(first.message + more, todo.rstrip("."), places, len(found))
