"""One unit of files, examined by itself: what it holds, what is wrong with it, and what it asks of other records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from partnerkit.diagnostics.diagnostic import Diagnostic, Span
from partnerkit.diagnostics.text import one_line
from partnerkit.model.base import Part
from partnerkit.model.faults import NOT_A_RECORD, UNKNOWN_KIND
from partnerkit.model.fields import Declared, Mention, contents_of_data, walked
from partnerkit.model.kinds import KINDS, sections
from partnerkit.model.suggestions import listed, nearest
from partnerkit.model.validation import Fault, validated
from partnerkit.source.characters import decoded
from partnerkit.source.reader import Reading, read
from partnerkit.workspace import kinds
from partnerkit.workspace.assembly import Draft, drafts
from partnerkit.workspace.homeless import homeless
from partnerkit.workspace.layout import Unit
from partnerkit.workspace.records import Origin, Place, Record, Sources
from partnerkit.workspace.references import Facts, facts_of, local_faults, parted

Raw = bytes | Diagnostic
"""The bytes of a file, or why they could not be had."""

Remember = Callable[[bytes, Callable[[], Reading]], Reading]
"""Gives what is known of bytes read before, and else what the function reads."""


Asking = tuple[Origin, tuple[Mention, ...]]
"""A record by its origin, and its references to other records."""


@dataclass(frozen=True, slots=True)
class Examination:
    """What one unit holds.

    Attributes:
        records: Its valid records, or () if they were not to be kept.
        facts: For each record, and for what would be one: what others can refer to in it, what it refers to elsewhere.
        diagnostics: What is wrong within the unit.
        broken: The ids of what would be records if nothing were wrong with them; where not even the id can be read, the
            id that the file's name suggests. That a reference names one of them is no fault of the reference.
        asking: For each of the facts, the references that lead to other records; () if they were not to be kept.
        sources: Gives the places of their values; None if it was not to be kept.
    """

    records: tuple[Record, ...]
    facts: tuple[Facts, ...]
    diagnostics: tuple[Diagnostic, ...]
    broken: tuple[str, ...] = ()
    asking: tuple[Asking, ...] = ()
    sources: Sources | None = field(default=None, compare=False, repr=False)

    def without_records(self) -> Examination:
        """The same, light enough to be passed between processes and kept by the thousand."""
        return Examination((), self.facts, self.diagnostics, self.broken)


def examine(unit: Unit, files: Mapping[str, Raw], remember: Remember) -> Examination:
    """Examine a unit, given the bytes of each of its files."""
    readings = {file: _reading(file, files[file], remember) for file in unit.files}
    documents = {file: one.documents for file, one in readings.items() if one.documents or not one.faults}
    sources = Sources(
        lambda file: _text(file, files[file], readings[file]), {file: one.marks for file, one in readings.items()}
    )
    found, joining = drafts(unit, documents, sources)
    faults = [*chain.from_iterable(reading.faults for reading in readings.values()), *joining]
    # What is wrong with a value's text has been said; what follows from it for the record is not said as well.
    said = {(fault.span.file, fault.span.start) for fault in faults if fault.span.start is not None}
    faults.extend(chain.from_iterable(reading.warnings for reading in readings.values()))
    records = []
    facts: list[Facts] = []
    asking: list[Asking] = []
    broken = list(_ids_at_stake(unit, files[unit.file])) if readings[unit.file].faults else []
    if documents.get(unit.file) == ():
        faults.append(_not_a_record(Place(Origin((unit.file, 0)), ()), sources, unit, None))
        broken.append(unit.suggested_id)
    for draft in found:
        outcome = _record(draft, unit, sources)
        if isinstance(outcome, Record):
            declared, mentions, _ = gathered = walked(outcome.part)
            local, outward = parted(type(outcome.part), mentions)
            asking.append((draft.origin, tuple(outward)))
            records.append(replace(outcome, gathered=gathered))
            facts.append(facts_of(outcome, declared, outward))
            faults.extend(local_faults(outcome, declared, local, sources, draft.unseen))
            faults.extend(_reserved_ids(outcome, declared, sources))
        else:
            new = [fault for fault in outcome if (fault.span.file, fault.span.start) not in said]
            faults.extend(new)
            if isinstance(draft.data, dict) and not draft.is_headless:
                standing, ways, about = _standing_in(draft, sources)
                facts.extend(standing)
                asking.extend(ways)
                faults.extend(about)
            broken.append(unit.suggested_id)
            if isinstance(draft.data, dict) and isinstance(draft.data.get("id"), str):
                broken.append(draft.data["id"])
    return Examination(tuple(records), tuple(facts), tuple(faults), tuple(broken), tuple(asking), sources)


def _standing_in(draft: Draft, sources: Sources) -> tuple[list[Facts], list[Asking], list[Diagnostic]]:
    """What can be said of the ids and references of data that are not a record: one mistake must not hide others."""
    kind, id_ = draft.data.get("kind"), draft.data.get("id")
    if not isinstance(kind, str) or kind not in KINDS or not isinstance(id_, str):
        return [], [], []
    outcome = validated(KINDS[kind], draft.data)
    wrong = () if isinstance(outcome, Part) else outcome
    paths, sections_ = {fault.path for fault in wrong}, {str(fault.path[0]) for fault in wrong if fault.path}
    declared, mentions = contents_of_data(KINDS[kind], draft.data)
    mentions = [mention for mention in mentions if mention.path not in paths]
    if "partners" in sections_:
        # Who the partners are decides where people and priorities are looked for.
        mentions = [mention for mention in mentions if not _HOME.intersection(mention.reference.collections)]
    local, outward = parted(KINDS[kind], mentions)
    record = Record(kind, id_, Part.model_construct(), draft.origin)
    partners = draft.data.get("partners")
    at_home = tuple(
        one["organisation"]
        for one in (partners if isinstance(partners, list) else ())
        if isinstance(one, dict) and isinstance(one.get("organisation"), str)
    )
    facts = facts_of(record, declared, outward, at_home, is_valid=False)
    unseen = draft.unseen | (sections_ & sections().keys())
    return [facts], [(draft.origin, tuple(outward))], list(local_faults(record, declared, local, sources, unseen))


_HOME = frozenset({"people", "priorities"})
_ID_LINE = re.compile(r"""^id:[ ]*["']?([^\s"'#]+)""", re.MULTILINE)


def _ids_at_stake(unit: Unit, raw: Raw) -> Iterator[str]:
    """The ids that a file which cannot be read to its end may hold, by its name and by its lines."""
    yield unit.suggested_id
    if not isinstance(raw, Diagnostic):
        yield from _ID_LINE.findall(raw.decode("utf-8", "replace"))


def _reading(file: str, raw: Raw, remember: Remember) -> Reading:
    if isinstance(raw, Diagnostic):
        return Reading((), (raw,))
    return remember(raw, lambda: _read(file, raw))


def _read(file: str, raw: bytes) -> Reading:
    text, faults = decoded(raw, file)
    return Reading((), faults) if text is None else read(text, file)


def _text(file: str, raw: Raw, reading: Reading) -> str | None:
    if reading.text is not None or isinstance(raw, Diagnostic):
        return reading.text
    return decoded(raw, file)[0]


def _record(draft: Draft, unit: Unit, sources: Sources) -> Record | tuple[Diagnostic, ...]:
    data = draft.data
    place = Place(draft.origin, ())
    if draft.is_headless:
        return _section_faults(draft, sources)
    if not isinstance(data, dict) or "kind" not in data:
        return (_not_a_record(place, sources, unit, data),)
    kind = data["kind"]
    if not isinstance(kind, str) or kind not in KINDS:
        return (_unknown_kind(kind, draft, sources),)
    outcome = validated(KINDS[kind], data)
    if isinstance(outcome, Part):
        return Record(kind, data["id"], outcome, draft.origin)
    return tuple(_diagnostic(fault, draft, sources) for fault in outcome)


def _section_faults(draft: Draft, sources: Sources) -> tuple[Diagnostic, ...]:
    """What is wrong in the sections of a partnership without a head, which is itself reported where it should be."""
    outcome = validated(KINDS["partnership"], draft.data)
    faults = () if isinstance(outcome, Part) else outcome
    return tuple(_diagnostic(fault, draft, sources) for fault in faults if fault.path)


def _diagnostic(fault: Fault, draft: Draft, sources: Sources) -> Diagnostic:
    place = Place(draft.origin, fault.path, fault.on_key)
    words = fault.words(sources.written(place), sources.written(Place(draft.origin, fault.path[:-1])))
    return Diagnostic(words.kind, words.message, sources.span(place), words.help)


def _unknown_kind(kind: Any, draft: Draft, sources: Sources) -> Diagnostic:
    place = Place(draft.origin, ("kind",))
    message = "`kind` is empty" if kind is None else f"`kind` cannot be `{one_line(sources.written(place))}`"
    near = nearest(str(kind), KINDS)
    hint = f"Did you mean `{near}`? " if near else ""
    return Diagnostic(UNKNOWN_KIND, message, sources.span(place), f"{hint}It can be {listed(KINDS)}.")


def _not_a_record(place: Place, sources: Sources, unit: Unit, data: Any) -> Diagnostic:
    span = sources.span(place)
    if unit.misnamed:
        return _unknown_section(unit, span)
    if unit.homeless is not None:
        return homeless(unit, unit.homeless, span)
    match data:
        case dict():
            message = "the record has no `kind`"
        case list():
            message = "the file is a list, and a record is keys and values"
        case None:
            message = "the file holds no record"
        case _:
            message = "the file holds a single value, and a record is keys and values"
    return Diagnostic(NOT_A_RECORD, message, span, NOT_A_RECORD.remedy)


def _unknown_section(unit: Unit, span: Span) -> Diagnostic:
    is_folder = not unit.file.endswith((f"/{unit.misnamed}.yaml", f"/{unit.misnamed}.yml"))
    if unit.misnamed in sections():
        message = f"the section `{unit.misnamed}` is no list, and cannot be a folder"
        return Diagnostic(kinds.UNKNOWN_SECTION, message, span, f"Write it in one file, `{unit.misnamed}.yaml`.")
    near = nearest(unit.misnamed, sections(), cutoff=0.75)
    hint = f"Did you mean `{near}{'/' if is_folder else '.yaml'}`? " if near else ""
    message = f"partnerships have no section `{unit.misnamed}`, and the file has no `kind` of its own"
    return Diagnostic(kinds.UNKNOWN_SECTION, message, span, hint + kinds.UNKNOWN_SECTION.remedy)


_WINDOWS_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)))
)


def _reserved_ids(record: Record, declared: Sequence[Declared], sources: Sources) -> Iterator[Diagnostic]:
    named = [(record.id, ("id",)), *((item.id, (*item.path, "id")) for item in declared)]
    for id_, path in named:
        if id_.partition(".")[0].casefold() in _WINDOWS_DEVICES:
            span = sources.span(Place(record.origin, path))
            message = f"the id `{id_}` is the name of a device on Windows"
            yield Diagnostic(kinds.RESERVED_ID, message, span, kinds.RESERVED_ID.remedy)
