"""What is known of the files that evidence points to, and what is not."""

from __future__ import annotations

from partnerkit.io.packs import read_pack
from partnerkit.model.configuration import Configuration
from partnerkit.model.kinds import sections
from partnerkit.rules.evidence import evidence_changed, evidence_file_missing
from partnerkit.rules.pack import pack_from
from partnerkit.rules.subject import EvidenceFile, Subject
from partnerkit.workspace.examination import examine
from partnerkit.workspace.layout import units
from partnerkit.workspace.workspace import Workspace
from rule_cases import AS_OF, BASE, files_in

DIGEST = "0f1e2d3c4b5a69788796a5b4c3d2e1f0" * 2
RECORD = f"""\
kind: partnership
id: foundry-skills
title: Foundry skills
stage: review
partners:
  - organisation: northgate-castings
  - organisation: eastfield-college
evidence:
  - {{id: ev-minutes, title: Minutes, type: minutes, file: files/minutes.md, sha256: {DIGEST}}}
  - {{id: ev-register, title: Register, type: data, url: "https://college.example/register"}}
"""


def subject(files: dict[str, EvidenceFile] | None) -> Subject:
    texts = {name: text for name, text in files_in(BASE).items() if name.startswith("organisations/")} | {
        "skills.yaml": RECORD
    }
    many = {name: section.many for name, section in sections().items()}
    records = [
        record
        for unit in units(texts, many)
        for record in examine(
            unit, {file: texts[file].encode() for file in unit.files}, lambda _raw, reader: reader()
        ).records
    ]
    workspace = Workspace(Configuration(format=1), records)
    pack = pack_from(read_pack("uk-england-2026"), {})
    return Subject(workspace.partnerships[0], workspace, AS_OF, pack, files)


def found(files: dict[str, EvidenceFile] | None) -> tuple[int, int]:
    missing = list(evidence_file_missing.check(subject(files)))
    changed = list(evidence_changed.check(subject(files)))
    return len(missing), len(changed)


def test_nothing_is_said_where_nobody_has_looked() -> None:
    assert found(None) == (0, 0)


def test_nothing_is_said_of_a_file_that_was_not_asked_for() -> None:
    assert found({}) == (0, 0)


def test_a_missing_file_is_missing_and_not_changed() -> None:
    assert found({"files/minutes.md": EvidenceFile(exists=False)}) == (1, 0)


def test_a_file_without_a_digest_has_not_changed() -> None:
    assert found({"files/minutes.md": EvidenceFile(exists=True)}) == (0, 0)


def test_a_file_with_the_same_digest_has_not_changed_and_with_another_has() -> None:
    assert found({"files/minutes.md": EvidenceFile(exists=True, sha256=DIGEST)}) == (0, 0)
    assert found({"files/minutes.md": EvidenceFile(exists=True, sha256="0" * 64)}) == (0, 1)
