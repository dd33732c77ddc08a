"""Runs rules on files held in memory, by the same calls that the command makes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path, PurePosixPath

from partnerkit.diagnostics.diagnostic import Diagnostic
from partnerkit.io.packs import read_pack
from partnerkit.model.base import Part
from partnerkit.model.configuration import Configuration
from partnerkit.model.kinds import sections
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.model.validation import validated
from partnerkit.rules.catalogue import Rule
from partnerkit.rules.engine import Locator, Raised, Task, in_partnership, in_shared_records, located
from partnerkit.rules.pack import pack_from
from partnerkit.rules.subject import EvidenceFile
from partnerkit.source.reader import read
from partnerkit.workspace.examination import examine
from partnerkit.workspace.layout import units
from partnerkit.workspace.names import CONFIGURATION, EVIDENCE_FOLDER, SUFFIXES
from partnerkit.workspace.records import Record, Sources
from partnerkit.workspace.workspace import Workspace

CASES = Path(__file__).resolve().parent / "cases" / "rules"
BASE = CASES / "_base"
AS_OF = date(2026, 10, 15)
"""The day for cases that name none in a comment `# as of 2026-03-01`."""

Files = Mapping[str, str]


def files_in(folder: Path) -> dict[str, str]:
    """The files below a folder by their path in it: records, and the documents that evidence points to."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def is_record(file: str) -> bool:
    """Whether a file holds records: it is YAML, and lies in no folder for evidence."""
    folders = file.split("/")[:-1]
    return file.endswith(SUFFIXES) and EVIDENCE_FOLDER not in folders and file != CONFIGURATION


def evidence_files(record: Record, files: Files) -> dict[str, EvidenceFile]:
    """What is known of the files that the evidence of a partnership points to, by the path as it is written."""
    assert isinstance(record.part, Partnership)
    folder = PurePosixPath(record.origin.root[0]).parent
    found = {}
    for evidence in record.part.evidence:
        if evidence.file is not None:
            text = files.get((folder / evidence.file).as_posix())
            digest = None if text is None else hashlib.sha256(text.encode("utf-8")).hexdigest()
            found[evidence.file] = EvidenceFile(text is not None, digest)
    return found


def day_of(files: Files) -> date:
    """The day that a comment in one of the files names."""
    found = {match.group(1) for text in files.values() for match in re.finditer(r"# as of (\d{4}-\d\d-\d\d)", text)}
    assert len(found) <= 1, found
    return date.fromisoformat(found.pop()) if found else AS_OF


def workspace_of(files: Files) -> Workspace:
    """The workspace that some files make, which must be valid."""
    configuration = validated(Configuration, read(files[CONFIGURATION], CONFIGURATION).documents[0])
    assert isinstance(configuration, Part), [fault.words("", "") for fault in configuration]
    many = {name: section.many for name, section in sections().items()}
    records: list[Record] = []
    for unit in units(filter(is_record, files), many):
        raw = {file: files[file].encode("utf-8") for file in unit.files}
        examination = examine(unit, raw, lambda _raw, reader: reader())
        assert not examination.diagnostics, [(one.span, one.message) for one in examination.diagnostics]
        records.extend(examination.records)
    return Workspace(configuration, records)


def found_in(files: Files, rules: Iterable[Rule], as_of: date | None = None) -> list[Diagnostic]:
    """What some rules find in the files of a workspace, which must be valid."""
    workspace = workspace_of(files)
    settings = workspace.configuration.rules
    own = settings.thresholds if settings is not None else {}
    task = Task(tuple(rules), as_of or day_of(files), pack_from(read_pack("uk-england-2026"), own))
    sources = Sources(files.get)
    raised = list(in_shared_records(workspace, task))
    for record in workspace.partnerships:
        raised.extend(in_partnership(record, workspace, task, evidence_files(record, files)))
    return [_diagnostic(one, sources) for one in raised]


def _diagnostic(one: Raised | Diagnostic, sources: Sources) -> Diagnostic:
    return located(one, Locator(one.record), sources) if isinstance(one, Raised) else one


def expected_in(files: Files) -> set[tuple[str, int, str]]:
    """What the comments `# expect: name` in some files ask for: file, line from 1, and name."""
    return {
        (file, number, name.strip())
        for file, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        if (match := re.search(r"# expect: (.+)$", line))
        for name in match.group(1).split(",")
    }


def reported(diagnostics: Iterable[Diagnostic]) -> set[tuple[str, int, str]]:
    """The same form for what was found; line 0 is the file as a whole."""
    return {
        (found.span.file, found.span.start.line + 1 if found.span.start is not None else 0, found.kind.name)
        for found in diagnostics
    }
