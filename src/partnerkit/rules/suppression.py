"""Findings that a record excuses, with who, why and until when; and excuses that have become findings themselves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from partnerkit.diagnostics.diagnostic import Diagnostic, Kind, Severity
from partnerkit.model.kinds import sections
from partnerkit.model.suggestions import nearest
from partnerkit.model.suppression import Suppression
from partnerkit.rules.catalogue import Rule
from partnerkit.workspace.records import Place, Record, Sources

EXPIRED = Kind(
    "PK902",
    "expired-suppression",
    "The day until which a finding was excused has passed, so the finding counts again.",
    "Mend what is found, and delete the suppression; or agree on a new day, and write who did and why.",
    Severity.WARNING,
)
UNUSED = Kind(
    "PK903",
    "unused-suppression",
    "A suppression excuses something that is not found (any more).",
    "Delete the suppression.",
    Severity.WARNING,
)
UNKNOWN_RULE = Kind(
    "PK904",
    "unknown-rule",
    "What is excused, or said not to apply, names a rule that does not exist, so it excuses nothing.",
    "Correct the name of the rule.",
)
TOO_LONG = Kind(
    "PK905",
    "endless-suppression",
    "A suppression reaches further than a year. What is excused for longer is no excuse but a decision, and belongs "
    "into `not_applicable` with its reason.",
    "Set an end within a year, or say under `not_applicable` why the check does not apply.",
    Severity.WARNING,
)
LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Judged:
    """What is left of findings when a record's suppressions have been applied.

    Attributes:
        found: What counts, the findings on the suppressions themselves among them.
        suppressed: What is excused, each with its reason.
    """

    found: tuple[Diagnostic, ...]
    suppressed: tuple[tuple[Diagnostic, str], ...]


def judged(  # noqa: PLR0913 - each of them decides
    record: Record,
    found: Sequence[Diagnostic],
    rules: Sequence[Rule],
    known: Sequence[Rule],
    as_of: date,
    sources: Sources,
    checks: Callable[[], Collection[str]] = tuple,
) -> Judged:
    """Apply a record's suppressions to what was found in it.

    Args:
        record: The record.
        found: What the rules that ran have found in it.
        rules: The rules that ran: of the others nothing can be said.
        known: All rules there are.
        as_of: The day that counts as today.
        sources: Gives the places of the suppressions.
        checks: Gives what else may be said not to apply, by name; asked only where a name is no section and no rule.
    """
    suppressions: tuple[Suppression, ...] = getattr(record.part, "suppress", ())
    about = list(_misnamed(record, known, checks, sources))
    if not suppressions:
        return Judged((*found, *about), ())
    excused: dict[int, str] = {}
    of_rules = {rule.code for rule in known}
    for at, suppression in enumerate(suppressions):
        hit = [
            place for place, one in enumerate(found) if one.kind.code in of_rules and _covers(suppression, one, record)
        ]
        holds = suppression.until >= as_of
        if holds and at not in record.unagreed:
            excused.update((place, suppression.reason) for place in hit)
        place = Place(record.origin, ("suppress", at, "until" if not holds else "rule"))
        names = {name for rule in rules for name in (rule.name, rule.code)}
        about.extend(_about(suppression, record, place, sources, bool(hit), suppression.rule in names, known, as_of))
    left = [one for place, one in enumerate(found) if place not in excused]
    return Judged((*left, *about), tuple((found[place], reason) for place, reason in sorted(excused.items())))


def _misnamed(
    record: Record, known: Sequence[Rule], checks: Callable[[], Collection[str]], sources: Sources
) -> Iterator[Diagnostic]:
    """What the record says does not apply, and is no section, rule or check: it would excuse nothing."""
    for name in getattr(record.part, "not_applicable", ()):
        if name in sections() or any(name in {rule.name, rule.code} for rule in known) or name in checks():
            continue
        near = nearest(name, [*sections(), *(rule.name for rule in known), *checks()])
        help_ = f"Did you mean `{near}`?" if near is not None else "Name a section of the record, a rule or a check."
        place = Place(record.origin, ("not_applicable", name), on_key=True)
        message = f"`{name}` is neither a section nor a rule nor a check of a score, so this excuses nothing"
        subject = f"{record.kind} {record.id} not_applicable/{name}"
        yield Diagnostic(UNKNOWN_RULE, message, sources.span(place), help_, subject=subject)


def _covers(suppression: Suppression, diagnostic: Diagnostic, record: Record) -> bool:
    about = diagnostic.subject.removeprefix(f"{record.kind} {record.id} ")
    return covers(suppression, diagnostic.kind, about)


def covers(suppression: Suppression, kind: Kind, about: str) -> bool:
    """Whether a suppression is about what a rule finds somewhere, whether it still holds or not.

    Args:
        suppression: The suppression.
        kind: The rule.
        about: What the finding is about, as a path in ids.
    """
    if suppression.rule not in {kind.name, kind.code}:
        return False
    return suppression.at is None or about == suppression.at or about.startswith(f"{suppression.at}/")


def holding(record: Record, as_of: date) -> tuple[Suppression, ...]:
    """The excuses in a record that count on a day."""
    suppressions: tuple[Suppression, ...] = getattr(record.part, "suppress", ())
    return tuple(one for at, one in enumerate(suppressions) if one.until >= as_of and at not in record.unagreed)


def _about(  # noqa: PLR0913 - each of them decides
    suppression: Suppression,
    record: Record,
    place: Place,
    sources: Sources,
    hit: bool,
    ran: bool,
    known: Sequence[Rule],
    as_of: date,
) -> Iterator[Diagnostic]:
    subject = f"{record.kind} {record.id} suppress/{suppression.rule}"
    if all(suppression.rule not in {rule.name, rule.code} for rule in known):
        near = nearest(suppression.rule, [rule.name for rule in known])
        help_ = f"Did you mean `{near}`?" if near is not None else UNKNOWN_RULE.remedy
        message = f"there is no rule `{suppression.rule}` to be excused from"
        yield Diagnostic(UNKNOWN_RULE, message, sources.span(place), help_, subject=subject)
    elif suppression.until < as_of:
        message = f"this excuse from `{suppression.rule}` held until {suppression.until.isoformat()}"
        yield Diagnostic(EXPIRED, message, sources.span(place), EXPIRED.remedy, subject=subject)
    elif suppression.until - as_of > LONGEST:
        message = f"this excuse from `{suppression.rule}` is to hold until {suppression.until.isoformat()}"
        yield Diagnostic(TOO_LONG, message, sources.span(place), TOO_LONG.remedy, subject=subject)
    elif ran and not hit:
        message = f"`{suppression.rule}` finds nothing here that would need an excuse"
        yield Diagnostic(UNUSED, message, sources.span(place), UNUSED.remedy, subject=subject)


def all_kinds() -> Iterable[Kind]:
    """The kinds of finding on suppressions."""
    return (EXPIRED, UNUSED, UNKNOWN_RULE, TOO_LONG)
