"""What the sheet says of a place in evidence, of a file, of a judgement and of a sample, in cells of its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.views import blocks as b
from partnerkit.views.crossing.sheet import Line, Pair, judgements_hidden
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.gaps import gap, optional_gap
from partnerkit.views.reading.words import capital, listed
from partnerkit.views.thread.register import place

if TYPE_CHECKING:
    from partnerkit.model.partnership.assessment import Evidence, EvidenceMap, Judgement, Sample
    from partnerkit.views.thread.dossier import Dossier

TESTS = ("valid", "authentic", "current", "sufficient", "reliable")
NOT_LOOKED_FOR = "not looked for"
TONES: tuple[b.Tone, ...] = ("alert", "note", "caution", "caution", "good")
"""By how far a criterion has come."""
RECORDED = {".mp4", ".webm", ".mp3", ".ogg", ".m4a", ".mov", ".wav"}


# ---------------------------------------------------------------------- criteria


def standing(line: Line) -> b.Badge:
    """How a criterion stands."""
    told = line.level is not None and line.excuse is None and not line.is_untold
    return b.Badge(line.word, TONES[line.level or 0] if told else "plain")


def why(d: Dossier, line: Line) -> b.Run:
    """Why it stands so: what justifies it, or what keeps it from the next level; nothing where it is complete."""
    if line.excuse is not None:
        by = (", says ", d.names.person(line.excuse.by)) if line.excuse.by else ()
        until = (" until ", b.Day(line.excuse.until)) if line.excuse.until else ()
        return b.joined("Justified", *until, *by, ": ", b.Words(line.excuse.reason))
    if not line.wanting:
        return ()
    return capital(listed([one.answer.said for one in line.wanting])) + "."


def numbers(line: Line) -> str:
    """How many pieces are claimed, judged and found to meet it, and how many it needs."""
    held = line.holding
    needed = f"{held.needed or 'none'} needed"
    if line.hidden:
        return f"{len(held.claimed)} claimed, what was judged is withheld; {needed}"
    return f"{len(held.claimed)} claimed, {len(held.judged)} judged, {len(held.met)} found met; {needed}"


# ---------------------------------------------------------------------- places and files


def short_place(pair: Pair) -> str:
    """The place in a word or two."""
    if not pair.places:
        return "not mapped"
    if len(pair.places) > 1:
        return f"{len(pair.places)}\u00a0places"
    return _short(pair.places[0])


def _short(entry: EvidenceMap) -> str:
    if entry.page is not None:
        return f"p.\u00a0{entry.page}"
    return f"para.\u00a0{entry.paragraph}" if entry.paragraph else entry.timecode or "no place"


def places(d: Dossier, pair: Pair) -> b.Cell:
    """The places in full, each a link into the file where there can be one."""
    if not pair.places:
        return b.Missing("judged, and not mapped")
    return b.Lines(tuple(_place(d, pair.evidence, entry) for entry in pair.places))


def _place(d: Dossier, evidence: Evidence, entry: EvidenceMap) -> b.Run:
    where = capital(place(entry))
    note = (b.Quiet(": "), b.Words(entry.note)) if entry.note else ()
    if not where:
        seen = b.Quiet("as a whole") if evidence.type == "photo" else b.Missing("no place given")
        return b.joined(seen, *note)
    way = _way(d, evidence)
    shown: b.Inline = b.FileLink(where, way, _fragment(way, entry)) if way else where
    return b.joined(shown, *note)


def _way(d: Dossier, evidence: Evidence) -> str:
    return d.files.ways.get(evidence.file, "") if d.files is not None and evidence.file else ""


def _fragment(way: str, entry: EvidenceMap) -> str:
    """Where a viewer or a player opens the file."""
    ending = f".{way.rpartition('.')[2].lower()}"
    if ending == ".pdf" and entry.page is not None:
        return f"page={entry.page}"
    return f"t={_seconds(entry.timecode)}" if ending in RECORDED and entry.timecode else ""


def _seconds(timecode: str) -> int:
    seconds = 0
    for part in timecode.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds


def file(d: Dossier, evidence: Evidence) -> b.Cell:
    """Where the evidence lies, and whether it is there and as it was."""
    if is_withheld(evidence, "file") or is_withheld(evidence, "url"):
        return gap(evidence, "file" if is_withheld(evidence, "file") else "url")
    runs: list[b.Run] = []
    if evidence.file:
        way = _way(d, evidence)
        name = evidence.file.rpartition("/")[2]
        runs += [(b.FileLink(name, way),) if way else (b.Code(evidence.file),), (file_state(d, evidence),)]
    if evidence.url:
        runs.append((b.External(evidence.url, evidence.url), b.Quiet(", on the web: not looked for")))
    return b.Lines(tuple(runs)) if runs else b.Missing("nowhere named")


def file_state(d: Dossier, evidence: Evidence) -> b.Badge | b.Quiet:
    """Whether the file is there, and the one whose digest was noted."""
    found = d.files.found.get(evidence.file or "") if d.files is not None else None
    if found is None:
        return b.Quiet(NOT_LOOKED_FOR)
    if not found.exists:
        return b.Badge("file missing", "alert")
    if evidence.sha256 is None:
        return b.Quiet("there" if is_withheld(evidence, "sha256") else "there, no digest noted")
    if found.sha256 is None:
        return b.Quiet("there, too large to compare")
    if found.sha256 != evidence.sha256:
        return b.Badge("changed since its digest was noted", "alert")
    return b.Badge("there, unchanged", "good")


# ---------------------------------------------------------------------- judgements and samples


def short_judgement(pair: Pair) -> str:
    """How the pair stands, in a word or two."""
    if pair.decided is None:
        return "judged in part" if pair.judgements else "claimed"
    return "met" if pair.decided.decision == "met" else "not yet met"


def tone(pair: Pair) -> b.Tone:
    """How that is coloured."""
    if pair.decided is None:
        return "note" if pair.places else "caution"
    return "good" if pair.decided.decision == "met" else "alert"


def judgement(d: Dossier, pair: Pair) -> b.Cell:
    """What assessors decided, by which tests, and why."""
    if judgements_hidden(d):
        return gap(d.partnership, "judgements")
    if not pair.judgements:
        return b.Badge("claimed, not judged", "note")
    runs = tuple(run for found in pair.judgements for run in _judgement(d, found))
    return b.Lines(runs)


def _judgement(d: Dossier, found: Judgement) -> tuple[b.Run, ...]:
    decision: b.Inline = b.Missing("no decision")
    if found.decision:
        decision = b.Badge("met", "good") if found.decision == "met" else b.Badge("not yet met", "caution")
    head = b.joined(decision, " by ", c.person(d.names, found.by, "no assessor named"), ", ", c.day(found.on, "no day"))
    feedback = b.Words(found.feedback) if found.feedback else optional_gap(found, "feedback")
    reason = b.Words(found.reason) if found.reason else optional_gap(found, "reason")
    return (
        head,
        b.Quiet(capital(tests(found)) + "."),
        *(((b.Quiet("Reason: "), reason),) if reason else ()),
        *(((b.Quiet("Feedback: "), feedback),) if feedback else ()),
    )


def tests(found: Judgement) -> str:
    """What the five tests of evidence gave: valid, authentic, current, sufficient, reliable."""
    by_mark: dict[str, list[str]] = {"met": [], "not-met": [], "not-judged": []}
    for test in TESTS:
        by_mark[getattr(found, test) or "not-judged"].append(test)
    if len(by_mark["met"]) == len(TESTS):
        return "valid, authentic, current, sufficient and reliable"
    if len(by_mark["not-judged"]) == len(TESTS):
        return "none of the five tests is marked"
    parts = (
        (listed(by_mark["met"]), ""),
        (listed(by_mark["not-met"], "or"), "not "),
        (listed(by_mark["not-judged"]), "left open: "),
    )
    return "; ".join(f"{before}{named}" for named, before in parts if named)


def sample(d: Dossier, pair: Pair) -> b.Cell:
    """Whether quality assurance has looked at a judgement, and what came of it."""
    if judgements_hidden(d):
        return gap(d.partnership, "judgements")
    if not pair.judgements:
        return b.Quiet("nothing to sample")
    if not pair.samples:
        return b.Quiet("not sampled")
    return b.Lines(tuple(run for found in pair.samples for run in _sample(d, found)))


def _sample(d: Dossier, found: Sample) -> tuple[b.Run, ...]:
    if found.on is None or found.on > d.as_of:
        planned = (" for ", b.Day(found.planned_on)) if found.planned_on else ()
        return (b.joined("Sample planned", *planned),)
    sampled = b.joined(outcome(found), " by ", c.person(d.names, found.by), ", ", b.Day(found.on))
    closed = (("Closed on ", b.Day(found.closed_on)),) if found.closed_on else ()
    return (sampled, *closed)


def outcome(found: Sample) -> b.Inline:
    """What the quality assurer says."""
    if found.outcome is None:
        return b.Missing("sampled, no outcome")
    if found.outcome == "agree":
        return b.Badge("agrees", "good")
    return b.Badge("asked for action", "note" if found.closed_on else "caution")
