"""What the rules say of a record, for pages that would otherwise have to judge it a second time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from partnerkit.audience.marks import MARK, is_withheld
from partnerkit.model.base import Part
from partnerkit.model.partnership.activate import Meeting
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.partnership.run import Stakeholder
from partnerkit.rubric.subject import rules_by_name
from partnerkit.rules.engine import Locator
from partnerkit.rules.pack import Pack
from partnerkit.rules.subject import Subject
from partnerkit.views import blocks as b
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from partnerkit.model.partnership.activate import Action, Decision
    from partnerkit.rubric.subject import Look
    from partnerkit.rules.findings import Finding
    from partnerkit.workspace.records import Record
    from partnerkit.workspace.workspace import Workspace

FIRST = 8
SPARE = 2
"""So many more are not worth folding."""
MOST = 60
"""So many are told; a page is no place for more."""


class Looked(Protocol):
    """What has a record and the day of the page, and perhaps a look by the rules."""

    @property
    def workspace(self) -> Workspace:
        """The records around it."""

    @property
    def record(self) -> Record:
        """The partnership."""

    @property
    def as_of(self) -> date:
        """The day of the page."""

    @property
    def look(self) -> Look | None:
        """The record as the rules look at it, where a page judges."""


def subject_of(d: Looked) -> Subject:
    """The record as the rules see it; where a page judges nothing, without thresholds."""
    return d.look or Subject(d.record, d.workspace, d.as_of, Pack("", "", {}))


def found(look: Look | None, *rules: str) -> tuple[Finding, ...]:
    """What some rules find by the stage reached, in the order of their names; nothing where there is no judgement.

    Left out is what the record excuses, and what a rule says only because the readers may not see what would answer it.
    """
    if look is None:
        return ()
    due = [rule for rule in map(rules_by_name().__getitem__, rules) if rule.stage <= look.stage]
    open_ = [rule.name for rule in due if not any(is_withheld(look.part, section) for section in rule.about)]
    return tuple(
        finding
        for name in open_
        for finding in look.found(name)
        if not _rests_on_withheld(finding) and not look.is_excused(name, finding)
    )


def _rests_on_withheld(finding: Finding) -> bool:
    value = getattr(finding.part, finding.field, None) if finding.field else None
    within = isinstance(value, Part) and MARK in (value.model_extra or {})
    return within or (bool(finding.field) and is_withheld(finding.part, finding.field))


def told(record: Record, findings: Iterable[Finding]) -> tuple[b.Run, ...]:
    """Each finding as a point of a list, with a link to the item it is about."""
    return tuple(_told(record, Locator(record), findings))


def _told(record: Record, locator: Locator, findings: Iterable[Finding]) -> Iterator[b.Run]:
    for finding in findings:
        message = f"{capital(finding.message)}."
        where = _item(record, locator, finding)
        if where is None:
            yield message
            continue
        item, anchor = where
        title = title_of(item)
        # A stakeholder has no title of its own, and what is found says who it is.
        if isinstance(item, Stakeholder) or title.casefold() in message.casefold():
            yield b.Link(message, anchor)
            continue
        # The meetings of a body are all called the same.
        day = (b.Quiet(" on "), b.Day(item.on)) if isinstance(item, Meeting) else ()
        yield (b.Link(title, anchor), *day, f": {finding.message}.")


def _item(record: Record, locator: Locator, finding: Finding) -> tuple[Part, str] | None:
    """The item of a section that a finding is about, and its anchor; in a meeting, the action or the decision."""
    match locator.path(finding.part):
        case ("meetings", int() as meeting, "actions" | "decisions" as section, int() as place, *_) if isinstance(
            record.part, Partnership
        ):
            inner: Action | Decision = getattr(record.part.meetings[meeting], section)[place]
            return inner, b.anchor(section, inner.id)
        case (str() as section, int() as place, *_):
            item = getattr(record.part, section)[place]
            id_ = getattr(item, "id", None)
            return (item, b.anchor(section, id_)) if id_ is not None else None
        case _:
            return None


def to_mend(record: Record, findings: tuple[Finding, ...]) -> b.Callout | None:
    """What rules find, in a box; nothing where they find nothing."""
    if not findings:
        return None
    runs = told(record, findings[:MOST])
    blocks: tuple[b.Block, ...] = (b.Listing(runs),)
    if len(runs) > FIRST + SPARE:
        blocks = (b.Listing(runs[:FIRST]), b.Fold(f"{len(runs) - FIRST} more", (b.Listing(runs[FIRST:]),)))
    if len(findings) > MOST:
        rest = (f"{counted(len(findings) - MOST, 'other is', 'others are')} listed by ", b.Code("partnerkit lint"), ".")
        blocks = (*blocks, b.Paragraph(rest))
    return b.Callout("caution", f"{counted(len(findings), 'thing')} to mend", blocks)
