"""`evidence`: files are recorded, verified, judged and sampled; nothing but what was asked for is ever written."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from console import Done
from inside import run_inside
from partnerkit.io.trees import MOST_HASHED
from partnerkit.rules.catalogue import all_rules
from rule_cases import BASE, files_in, found_in
from scratch import snapshot
from test_fixes import SHAPES

HEAD = """\
kind: partnership
id: foundry-skills
title: Foundry skills
stage: run
partners:
  - {organisation: northgate-castings, role: lead}
  - {organisation: eastfield-college}
"""
EVIDENCE = """\
evidence:
  # What the group wrote down.
  - {id: ev-minutes, title: Minutes, type: minutes, on: 2026-03-05, file: files/minutes-march.md, author: eve-shaw} # 1
"""
MINUTES = (BASE / "files" / "minutes-march.md").read_bytes()
TEXT = b"Learner 3 sets the flask on line 2."
DIGEST = sha256(TEXT).hexdigest()


def place(tmp_path: Path, raw: bytes) -> Path:
    """A workspace with one partnership of these bytes, and some files beside it; its folder."""
    shutil.copytree(BASE, tmp_path / "records")
    root = tmp_path / "records"
    (root / "record.yaml").write_bytes(raw)
    (root / "files" / "observation-line-2.md").write_bytes(TEXT)
    return root


def evidence(root: Path, *arguments: str, on: str = "2026-04-01") -> Done:
    return run_inside(root, "evidence", *arguments, "--as-of", on)


def text_of(root: Path) -> str:
    return (root / "record.yaml").read_text(encoding="utf-8")


def is_valid(root: Path) -> bool:
    return run_inside(root, "validate", "--quiet").code == 0


# ---------------------------------------------------------------------- add

ADDED = f"""\
  - id: ev-observation-line-2
    title: Observation line 2
    type: observation
    on: 2026-04-01
    author: finn-todd
    file: files/observation-line-2.md
    sha256: {DIGEST}
    authenticity: {{by: cat-ives, how: signature, on: 2026-04-01}}
    maps: [{{criterion: foundry/S2, page: 3}}, {{criterion: foundry/S1, timecode: "12:30"}}]
"""
ADD = (
    "add", "files/observation-line-2.md", "--author", "finn-todd", "--by", "cat-ives", "--how", "signature",
    "--maps", "foundry/S2:page=3", "--maps", "foundry/S1:timecode=12:30",
)  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_file_becomes_the_last_of_the_evidence_and_no_other_byte_moves(
    tmp_path: Path, shape: Callable[[str], bytes]
) -> None:
    before = HEAD + EVIDENCE + "  - id: ev-report\n    title: Second\n    type: report\n"
    root = place(tmp_path, shape(before))
    done = evidence(root, *ADD)
    assert (done.code, done.errors) == (0, "")
    assert done.output == "Recorded ev-observation-line-2 in record.yaml\n"
    assert (root / "record.yaml").read_bytes() == shape(before + ADDED)
    assert is_valid(root)


def test_it_goes_where_the_record_has_its_evidence(tmp_path: Path) -> None:
    root = place(tmp_path, b"")
    (root / "record.yaml").unlink()
    home = root / "foundry-skills"
    (home / "files").mkdir(parents=True)
    (home / "partnership.yaml").write_text(HEAD, encoding="utf-8")
    for name in ("survey.csv", "line.jpg", "talk.mp3"):
        (home / "files" / name).write_text(name, encoding="utf-8")
    # A section that is not there yet gets a file; what comes next goes into it; a folder gets a file for each item.
    assert evidence(root, "add", "foundry-skills/files/survey.csv").output == (
        f"Recorded ev-survey in {Path('foundry-skills/evidence.yaml')}\n"
    )
    done = run_inside(home / "files", "evidence", "add", "line.jpg", "--on", "2026-03-01", "--as-of", "2026-04-01")
    assert done.code == 0, done.errors
    assert "- id: ev-line\n  title: Line\n  type: photo\n  on: 2026-03-01\n  file: files/line.jpg\n" in (
        home / "evidence.yaml"
    ).read_text(encoding="utf-8")
    (home / "evidence.yaml").unlink()
    (home / "evidence").mkdir()
    (home / "evidence" / "ev-old.yaml").write_text("title: Old\ntype: report\n", encoding="utf-8")
    assert evidence(root, "add", "foundry-skills/files/talk.mp3", "--id", "ev-talk").code == 0
    assert (home / "evidence" / "ev-talk.yaml").read_text(encoding="utf-8").startswith("title: Talk\ntype: recording\n")
    assert is_valid(root)


def test_a_file_from_elsewhere_is_copied_when_that_is_asked_for(tmp_path: Path) -> None:
    root = place(tmp_path, HEAD.encode())
    (tmp_path / "report.pdf").write_bytes(b"a report")
    refused = evidence(root, "add", "../report.pdf")
    assert refused.code == 2
    assert "../report.pdf lies outside the workspace. With --copy it is copied into the folder files" in refused.errors
    assert evidence(root, "add", "../report.pdf", "--copy").code == 0
    assert (root / "files" / "report.pdf").read_bytes() == b"a report"
    assert f"file: files/report.pdf\n    sha256: {sha256(b'a report').hexdigest()}\n" in text_of(root)
    (tmp_path / "report.pdf").write_bytes(b"another")
    again = evidence(root, "add", "../report.pdf", "--copy", "--type", "report")
    assert "files/report.pdf is recorded already: foundry-skills has it as ev-report." in again.errors
    assert (root / "files" / "report.pdf").read_bytes() == b"a report"
    (tmp_path / "minutes-march.md").write_bytes(b"others")
    over = evidence(root, "add", "../minutes-march.md", "--copy")
    assert "There is files/minutes-march.md already beside the record; nothing is overwritten." in over.errors
    assert (root / "files" / "minutes-march.md").read_bytes() == MINUTES


def test_several_files_are_recorded_all_or_none(tmp_path: Path) -> None:
    root = place(tmp_path, (HEAD + EVIDENCE).encode())
    (tmp_path / "one.csv").write_bytes(b"1")
    (tmp_path / "two.csv").write_bytes(b"2")
    (root / "files" / "two.csv").write_bytes(b"in the way")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert evidence(root, "add", "../one.csv", "../two.csv", "--copy").code == 2
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    (root / "files" / "two.csv").unlink()
    # One that is there already and is the same file is as good as copied.
    (root / "files" / "one.csv").write_bytes(b"1")
    shown = evidence(root, "add", "../one.csv", "../two.csv", "--copy", "--diff").output
    assert [line for line in shown.splitlines() if line.startswith(("---", "+  - id"))] == [
        "--- record.yaml", "+  - id: ev-one", "+  - id: ev-two",
    ]  # fmt: skip
    assert evidence(root, "add", "../one.csv", "../two.csv", "--copy").output == (
        "Recorded ev-one and ev-two in record.yaml\n"
    )
    assert [line for line in text_of(root).splitlines() if "file: " in line][1:] == [
        line for line in text_of(root).splitlines() if "files/one.csv" in line or "files/two.csv" in line
    ]
    assert is_valid(root)


def _link(root: Path) -> None:
    (root / "files" / "link.md").symlink_to(root / "files" / "minutes-march.md")
    (root / "elsewhere").symlink_to(root.parent)
    (root.parent / "secret.md").write_text("secret", encoding="utf-8")


def _huge(root: Path) -> None:
    with (root / "files" / "huge.mp4").open("wb") as file:
        file.truncate(MOST_HASHED + 1)


@pytest.mark.parametrize(
    ("prepare", "arguments", "words"),
    [
        (None, ("files/none.md",), "There is no file files/none.md."),
        (None, ("files",), "files is no plain file."),
        (None, ("../secret.md",), "There is no file ../secret.md."),
        (_link, ("../secret.md",), "../secret.md lies outside the workspace."),
        (_link, ("files/link.md",), "files/link.md is a link. Record the file that it leads to."),
        (_link, ("elsewhere/secret.md",), "elsewhere/secret.md lies outside the workspace."),
        (_huge, ("files/huge.mp4",), "files/huge.mp4 has 268,435,457 bytes, and the most is 256 MiB."),
        (None, ("files/minutes-march.md",), "is recorded already: foundry-skills has it as ev-minutes"),
        (None, ("files/observation-line-2.md", "--type", "photograph"), "`type` cannot be `photograph`. Did you mean"),
        (None, ("files/observation-line-2.md", "--maps", "foundry/S1:seite=3"), "foundry/S1:seite=3 is no place."),
        (None, ("files/observation-line-2.md", "--maps", "foundry/S1:page=x"), "`page`"),
        (None, ("files/observation-line-2.md", "--on", "March"), "`on` is not a date: `March`."),
        (None, ("files/observation-line-2.md", "files/x.md", "--id", "ev-x"), "--id and --title are for one file"),
    ],
)  # fmt: skip
def test_what_cannot_be_evidence_is_refused(
    tmp_path: Path, prepare: Callable[[Path], None] | None, arguments: tuple[str, ...], words: str
) -> None:
    root = place(tmp_path, (HEAD + EVIDENCE).encode())
    if prepare is not None:
        prepare(root)
    before = text_of(root)
    done = evidence(root, "add", *arguments)
    assert done.code == 2
    assert words in done.errors
    assert text_of(root) == before


def test_the_same_content_under_another_name_is_told(tmp_path: Path) -> None:
    root = place(tmp_path, (HEAD + EVIDENCE).encode())
    (root / "files" / "minutes-copy.md").write_bytes(MINUTES)
    done = evidence(root, "add", "files/minutes-copy.md")
    assert "files/minutes-copy.md is recorded already: foundry-skills has it as ev-minutes." in done.errors


def test_a_criterion_that_is_none_keeps_it_from_being_written(tmp_path: Path) -> None:
    root = place(tmp_path, (HEAD + EVIDENCE).encode())
    before = snapshot(root)
    done = evidence(root, "add", "files/observation-line-2.md", "--maps", "foundry/S3")
    assert done.code == 1
    assert "there is no `S3` among the criteria of `foundry`" in done.output
    assert "Nothing was written." in done.output
    assert snapshot(root) == before
    assert evidence(root, *ADD, "--diff").output.count("\n+") > 1
    assert snapshot(root) == before


# ---------------------------------------------------------------------- verify

JUDGED = (
    HEAD
    + "evidence:\n"
    + f"  - {{id: ev-same, title: Same, type: observation, file: files/observation-line-2.md, sha256: {DIGEST}, "
    "maps: [{criterion: foundry/S1}]}\n"
    "  - {id: ev-gone, title: Gone, type: report, file: files/gone.pdf, maps: [{criterion: foundry/S1}]}\n"
    f"  - {{id: ev-other, title: Other, type: minutes, file: files/minutes-march.md, sha256: {DIGEST}}}\n"
    "  - {id: ev-loose, title: Loose, type: report}\n"
    "judgements:\n"
    "  - {id: jd-1, evidence: ev-other, criterion: foundry/S2, by: dan-price, on: 2026-03-10, decision: met}\n"
    "  - {id: jd-2, evidence: ev-other, criterion: foundry/S1, by: dan-price, on: 2026-03-12, decision: met}\n"
    "  - {id: jd-3, evidence: ev-gone, criterion: foundry/S1, by: dan-price, on: 2026-03-12, decision: met}\n"
)


def test_what_is_not_as_recorded_is_told(tmp_path: Path) -> None:
    root = place(tmp_path, JUDGED.encode())
    (root / "files" / "sub").mkdir()
    (root / "files" / "sub" / "stray.txt").write_text("?", encoding="utf-8")
    (root / "files" / ".hidden").write_text("?", encoding="utf-8")
    before = snapshot(root)
    done = evidence(root, "verify")
    assert done.code == 1
    assert done.output == (
        "missing foundry-skills/ev-gone: there is no file files/gone.pdf, and 1 judgement rests on it\n"
        "  Put the file there, write in `file` where it lies, or take the evidence out.\n"
        "changed foundry-skills/ev-other: files/minutes-march.md is not the file whose digest was noted; "
        "it was judged on 12 March 2026 (jd-2)\n"
        "  Put the file back as it was. Or, if it is right as it is now: have it judged again: `partnerkit evidence "
        "judge foundry-skills/ev-other CRITERION --by PERSON --decision met|not-yet --reason TEXT`, which notes its "
        "digest, too; until somebody can, `partnerkit evidence note foundry-skills/ev-other` does.\n"
        "unmapped foundry-skills/ev-loose: it is mapped to no criterion, and nothing in the record rests on it\n"
        "unclaimed files/sub/stray.txt: no evidence names this file\n"
        "Looked at 3 files of evidence: 1 missing, 1 changed, 1 unmapped and 1 unclaimed.\n"
    )
    document = json.loads(evidence(root, "verify", "--format", "json").output)
    assert [one["remedy"] is not None for one in document["found"]] == [True, True, False, False]
    assert [(one["what"], one["evidence"], one["judgements"]) for one in document["found"]] == [
        ("missing", "ev-gone", ["jd-3"]),
        ("changed", "ev-other", ["jd-1", "jd-2"]),
        ("unmapped", "ev-loose", []),
        ("unclaimed", None, []),
    ]
    assert snapshot(root) == before


def test_what_git_ignores_is_nobodys_to_claim(tmp_path: Path) -> None:
    root = place(tmp_path, (HEAD + EVIDENCE).encode())
    (root / "reports" / "files").mkdir(parents=True)
    (root / "reports" / "files" / "page.png").write_text("?", encoding="utf-8")
    assert "unclaimed reports/files/page.png" in evidence(root, "verify").output
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    (root / ".gitignore").write_text("reports/\n", encoding="utf-8")
    assert "page.png" not in evidence(root, "verify").output


def test_only_what_is_named_is_looked_at(tmp_path: Path) -> None:
    root = place(tmp_path, JUDGED.encode())
    whole = "Looked at 1 file of evidence: all as recorded, and all claimed.\n"
    assert evidence(root, "verify", "ev-same").output == whole
    assert evidence(root, "verify", "foundry-skills/ev-same").code == 0
    assert evidence(root, "verify", "foundry-skills").code == 1
    missing = evidence(root, "verify", "ev-sane")
    assert (missing.code, missing.errors) == (
        2, "error: There is no partnership or evidence ev-sane here. Did you mean ev-same?\n",
    )  # fmt: skip


def test_unmapped_and_oversized_evidence_does_not_fail(tmp_path: Path) -> None:
    root = place(tmp_path, (HEAD + EVIDENCE.replace("minutes-march.md", "huge.mp4")).encode())
    (root / "files" / "observation-line-2.md").unlink()
    (root / "files" / "minutes-march.md").unlink()
    _huge(root)
    done = evidence(root, "verify")
    assert done.code == 0
    assert [line.split()[0] for line in done.output.splitlines()] == ["oversized", "unmapped", "Looked"]
    assert "files/huge.mp4 has 268,435,457 bytes" in done.output


def test_a_path_that_leads_out_by_a_link_is_missing(tmp_path: Path) -> None:
    root = place(tmp_path, (HEAD + EVIDENCE.replace("minutes-march", "out")).encode())
    (tmp_path / "outside.md").write_text("outside", encoding="utf-8")
    (root / "files" / "out.md").symlink_to(tmp_path / "outside.md")
    assert "missing foundry-skills/ev-minutes: there is no file files/out.md\n" in evidence(root, "verify").output


def test_git_tells_what_was_changed_after_it_was_judged(tmp_path: Path) -> None:
    judged = EVIDENCE + (
        "judgements:\n  - {id: jd-1, evidence: ev-minutes, criterion: foundry/S1, by: dan-price, on: 2026-03-10}\n"
    )
    root = place(tmp_path, (HEAD + judged).encode())

    def commit(on: str) -> None:
        identity = {"GIT_AUTHOR_DATE": f"{on}T12:00:00Z", "GIT_COMMITTER_DATE": f"{on}T12:00:00Z"}
        for words in (("add", "-A"), ("-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-qm", "x")):
            subprocess.run(["git", *words], cwd=root, env={**os.environ, **identity}, check=True)

    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    # A repository may name programs to run; none of them may be run by looking at it.
    for key in ("core.fsmonitor", "diff.external", "core.pager", "core.sshCommand"):
        subprocess.run(["git", "config", key, f"touch {tmp_path / 'ran'}; false"], cwd=root, check=True)
    subprocess.run(["git", "config", "--unset", "core.fsmonitor"], cwd=root, check=True)
    commit("2026-03-09")
    assert "changed" not in evidence(root, "verify").output
    (root / "files" / "minutes-march.md").write_text("other minutes", encoding="utf-8")
    commit("2026-03-11")
    subprocess.run(["git", "config", "core.fsmonitor", f"touch {tmp_path / 'ran'}; false"], cwd=root, check=True)
    done = evidence(root, "verify", "ev-minutes")
    assert done.code == 1
    assert done.output.splitlines()[0] == (
        "changed foundry-skills/ev-minutes: files/minutes-march.md may not be what was judged; it was judged on "
        "10 March 2026 (jd-1); git has a commit of it on 11 March 2026; no digest was noted"
    )
    assert not (tmp_path / "ran").exists()


# ---------------------------------------------------------------------- judge

JUDGE = (
    "judge", "ev-minutes", "foundry/S1", "--by", "dan-price", "--decision", "met", "--reason", "Shows it: all of it",
    "--valid", "met", "--authentic", "met", "--current", "met", "--sufficient", "not-met", "--reliable", "met",
)  # fmt: skip
JUDGEMENT = """\
judgements:
  - id: jd-1
    evidence: ev-minutes
    criterion: foundry/S1
    by: dan-price
    on: 2026-04-01
    valid: met
    authentic: met
    current: met
    sufficient: not-met
    reliable: met
    decision: met
    reason: "Shows it: all of it"
"""


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_decision_is_recorded_and_no_other_byte_moves(tmp_path: Path, shape: Callable[[str], bytes]) -> None:
    root = place(tmp_path, shape(HEAD + EVIDENCE))
    done = evidence(root, *JUDGE)
    assert (done.code, done.output) == (0, "Judged foundry-skills/ev-minutes: jd-1 in record.yaml\n")
    assert (root / "record.yaml").read_bytes() == shape(HEAD + EVIDENCE + JUDGEMENT)
    assert done.errors.splitlines() == [
        "note: ev-minutes is not mapped to foundry/S1, so that nobody can see where in it to look",
        "note: the decision is `met`, though one of the tests is not",
    ]
    assert is_valid(root)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"dan-price": "eve-shaw"}, "eve-shaw made ev-minutes, and nobody judges what is their own."),
        ({"dan-price": "eastfield-college/eve-shaw"}, "nobody judges what is their own. Ask somebody else."),
        ({"dan-price": "dan-prize"}, "There is no person dan-prize at the partners of foundry-skills."),
        ({"ev-minutes": "ev-minute"}, "There is no evidence ev-minute here. Did you mean ev-minutes?"),
        ({"ev-minutes": "foundry-skills"}, "There is no evidence foundry-skills here."),
        ({"not-met": "perhaps"}, "`sufficient` cannot be `perhaps`."),
    ],
)
def test_a_judgement_that_must_not_be_is_refused(tmp_path: Path, changed: dict[str, str], words: str) -> None:
    root = place(tmp_path, (HEAD + EVIDENCE).encode())
    before = snapshot(root)
    done = evidence(root, *(changed.get(word, word) for word in JUDGE))
    assert done.code == 2
    assert words in done.errors
    assert snapshot(root) == before


def test_nothing_is_judged_before_it_was_made(tmp_path: Path) -> None:
    root = place(tmp_path, (HEAD + EVIDENCE).encode())
    done = evidence(root, *JUDGE, "--on", "2026-03-04")
    assert done.errors == "error: ev-minutes was made on 5 March 2026: it cannot have been judged on 4 March 2026.\n"
    assert evidence(root, *JUDGE, "--on", "2026-03-05").code == 0


def test_a_criterion_that_is_none_is_not_judged(tmp_path: Path) -> None:
    root = place(tmp_path, (HEAD + EVIDENCE).encode())
    before = snapshot(root)
    done = evidence(root, *("foundry/S9" if word == "foundry/S1" else word for word in JUDGE))
    assert done.code == 1
    assert "there is no `S9` among the criteria of `foundry`" in done.output
    assert snapshot(root) == before


def test_nothing_is_judged_on_a_day_that_is_still_to_come(tmp_path: Path) -> None:
    root = place(tmp_path, (HEAD + EVIDENCE).encode())
    before = snapshot(root)
    done = evidence(root, *JUDGE, "--on", "2026-04-02")
    assert (done.code, done.errors) == (2, (
        "error: `on` is the day on which something happened, and 2 April 2026 is still to come: today is 1 April 2026. "
        "Give the day on which it happened, or wait until it has.\n"
    ))  # fmt: skip
    assert snapshot(root) == before


# ---------------------------------------------------------------------- a file that has changed

OLD = "5" * 64
"""The digest of the minutes as they were, which YAML would take for a number."""
NEW = sha256(MINUTES).hexdigest()
CHANGED = (
    HEAD
    + f"""\
evidence:
  - {{id: ev-minutes, title: Minutes, type: minutes, file: files/minutes-march.md, sha256: "{OLD}"}} # 1
  - id: ev-observed
    title: Observed
    type: observation
    file: files/observation-line-2.md
    sha256: {DIGEST}
judgements:
  - {{id: jd-1, evidence: ev-minutes, criterion: foundry/S1, by: dan-price, on: 2026-03-10, decision: met}}

  - {{id: jd-2, evidence: ev-minutes, criterion: foundry/S2, by: dan-price, on: 2026-03-12, decision: met}} # 2
  - {{id: jd-3, evidence: ev-observed, criterion: foundry/S2, by: dan-price, on: 2026-03-12, decision: met}}
"""
)
JUDGED_AGAIN = """\
  - {id: jd-4, evidence: ev-minutes, criterion: foundry/S1, by: dan-price, on: 2026-04-01, decision: met, reason: So}
"""
AGAIN = ("judge", "ev-minutes", "foundry/S1", "--by", "dan-price", "--decision", "met", "--reason", "So")
EARLIER = f', sha256: "{OLD}"}}'


def marked(text: str, *ids: str) -> str:
    """The record with the new digest noted, and the old one in some judgements of the minutes."""
    text = text.replace(f'sha256: "{OLD}"', f"sha256: {NEW}")
    for line in text.splitlines():
        if any(line.startswith(f"  - {{id: {id_}, ") for id_ in ids):
            text = text.replace(line, line.replace("met}", f"met{EARLIER}"))
    return text


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_who_judges_a_file_that_has_changed_judges_it_as_it_is_and_no_other_byte_moves(
    tmp_path: Path, shape: Callable[[str], bytes]
) -> None:
    root = place(tmp_path, shape(CHANGED))
    done = evidence(root, *AGAIN)
    assert done.code == 0, done.errors
    assert done.output == (
        "Judged foundry-skills/ev-minutes: jd-4 in record.yaml\n"
        "Noted the digest of files/minutes-march.md as it is now; jd-2 was made of it as it was, and is to be made "
        "again.\n"
    )
    # The one that is made again says nothing of the earlier file: another has taken its place.
    assert (root / "record.yaml").read_bytes() == shape(marked(CHANGED, "jd-2") + JUDGED_AGAIN)
    assert is_valid(root)


def test_what_is_to_be_judged_again_is_told_until_all_of_it_is(tmp_path: Path) -> None:
    root = place(tmp_path, CHANGED.encode())
    before = snapshot(root)
    shown = evidence(root, *AGAIN, "--diff").output
    assert f"type: minutes, file: files/minutes-march.md, sha256: {NEW}}} # 1\n" in shown
    assert "\nNoted" not in shown
    assert snapshot(root) == before
    assert evidence(root, *AGAIN).code == 0
    done = evidence(root, "verify", "ev-minutes")
    assert (done.code, done.output) == (1, (
        "changed foundry-skills/ev-minutes: files/minutes-march.md has changed since jd-2 for foundry/S2\n"
        "  Have it judged again: `partnerkit evidence judge foundry-skills/ev-minutes CRITERION --by PERSON "
        "--decision met|not-yet --reason TEXT`.\n"
        "Looked at 1 file of evidence: 1 changed.\n"
    ))  # fmt: skip
    assert evidence(root, *("foundry/S2" if word == "foundry/S1" else word for word in AGAIN)).code == 0
    assert evidence(root, "verify", "ev-minutes").code == 0


def test_a_judgement_entered_late_does_not_take_the_place_of_a_later_one(tmp_path: Path) -> None:
    root = place(tmp_path, CHANGED.encode())
    assert evidence(root, *AGAIN, "--on", "2026-03-09").code == 0
    assert [line for line in text_of(root).splitlines() if OLD in line] == [
        line for line in marked(CHANGED, "jd-1", "jd-2").splitlines() if OLD in line
    ]


def test_where_no_digest_is_noted_judging_notes_none(tmp_path: Path) -> None:
    root = place(tmp_path, (HEAD + EVIDENCE).encode())
    assert evidence(root, *AGAIN).output == "Judged foundry-skills/ev-minutes: jd-1 in record.yaml\n"
    assert "sha256" not in text_of(root)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_digest_is_noted_without_judging_and_no_other_byte_moves(
    tmp_path: Path, shape: Callable[[str], bytes]
) -> None:
    root = place(tmp_path, shape(CHANGED))
    shown = evidence(root, "note", "ev-minutes", "--diff")
    assert (shown.code, (root / "record.yaml").read_bytes()) == (0, shape(CHANGED))
    assert sum(1 for line in shown.output.splitlines() if line.startswith("+  - ")) == 3
    done = evidence(root, "note", "ev-minutes", "foundry-skills/ev-observed")
    assert done.code == 0
    assert done.output == (
        "Noted foundry-skills/ev-minutes in record.yaml\n"
        "Noted the digest of files/minutes-march.md as it is now; jd-1 and jd-2 were made of it as it was, and are to "
        "be made again.\n"
    )
    assert done.errors == (
        "note: foundry-skills/ev-observed: the digest of observation-line-2.md is noted as it is now already\n"
    )
    assert (root / "record.yaml").read_bytes() == shape(marked(CHANGED, "jd-1", "jd-2"))
    assert "has changed since jd-1 for foundry/S1 and jd-2 for foundry/S2\n" in evidence(root, "verify").output
    # Twice changes nothing, and putting the old file back settles it.
    assert evidence(root, "note", "ev-minutes").output == ""


def test_a_file_that_changes_twice_leaves_each_judgement_with_what_it_was_made_of(tmp_path: Path) -> None:
    root = place(tmp_path, CHANGED.encode())
    assert evidence(root, *AGAIN).code == 0
    (root / "files" / "minutes-march.md").write_bytes(TEXT + b" Twice.")
    assert evidence(root, "note", "ev-minutes").output.endswith(
        "; jd-4 was made of it as it was, and is to be made again.\n"
    )
    assert f"reason: So, sha256: {NEW}}}" in text_of(root)
    assert text_of(root).count(OLD) == 1
    (root / "files" / "minutes-march.md").write_bytes(MINUTES)
    assert evidence(root, "note", "ev-minutes").code == 0
    # What is as jd-4 saw it needs no other judgement for S1.
    assert "has changed since jd-2 for foundry/S2\n" in evidence(root, "verify").output


def test_a_digest_is_noted_in_the_file_of_each_item(tmp_path: Path) -> None:
    root = place(tmp_path, b"")
    (root / "record.yaml").unlink()
    home = root / "foundry-skills"
    shutil.copytree(root / "files", home / "files")
    (home / "partnership.yaml").write_text(HEAD, encoding="utf-8")
    (home / "evidence.yaml").write_text(
        f"- id: ev-minutes\n  title: Minutes\n  type: minutes\n  file: files/minutes-march.md\n  sha256: {DIGEST}\n",
        encoding="utf-8",
    )
    (home / "judgements").mkdir()
    (home / "judgements" / "jd-1.yaml").write_text(
        "evidence: ev-minutes\ncriterion: foundry/S2\nby: dan-price\non: 2026-03-01\n", encoding="utf-8"
    )
    done = evidence(root, *AGAIN)
    assert done.code == 0, done.errors
    assert (home / "evidence.yaml").read_text(encoding="utf-8").endswith(f"\n  sha256: {NEW}\n")
    assert (home / "judgements" / "jd-1.yaml").read_text(encoding="utf-8").endswith(f"\nsha256: {DIGEST}\n")
    assert (home / "judgements" / "jd-2.yaml").read_text(encoding="utf-8").startswith("evidence: ev-minutes\n")
    assert is_valid(root)


def test_evidence_that_has_no_digest_gets_one_when_it_is_noted(tmp_path: Path) -> None:
    root = place(tmp_path, (HEAD + EVIDENCE).encode())
    assert evidence(root, "note", "ev-minutes").output == (
        "Noted foundry-skills/ev-minutes in record.yaml\nNoted the digest of files/minutes-march.md as it is now.\n"
    )
    assert text_of(root) == HEAD + EVIDENCE.replace("eve-shaw}", f"eve-shaw, sha256: {NEW}}}")


@pytest.mark.parametrize(("prepare", "id_", "words"), [
    (None, "ev-minute", "There is no evidence ev-minute here. Did you mean ev-minutes?"),
    (None, "foundry-skills", "There is no evidence foundry-skills here."),
    (lambda root: (root / "files" / "minutes-march.md").unlink(), "ev-minutes", "There is no file files/min"),
    (lambda root: (root / "record.yaml").write_text(text_of(root).replace("file: files/minutes-march.md, ", "")),
     "ev-minutes", "foundry-skills/ev-minutes names no file"),
    (lambda root: (root / "record.yaml").write_text(text_of(root).replace(f'"{OLD}"', f'&d "{OLD}"')),
     "ev-minutes", f"Write it there by hand, as `sha256` of ev-minutes: {NEW}"),
])  # fmt: skip
def test_what_has_no_digest_to_note_is_told(
    tmp_path: Path, prepare: Callable[[Path], object] | None, id_: str, words: str
) -> None:
    root = place(tmp_path, CHANGED.encode())
    if prepare is not None:
        prepare(root)
    before = snapshot(root)
    done = evidence(root, "note", "ev-observed", id_)
    assert done.code == 2
    assert words in done.errors
    assert snapshot(root) == before


def test_who_adds_a_file_that_has_changed_is_told_how_to_note_that(tmp_path: Path) -> None:
    root = place(tmp_path, CHANGED.encode())
    assert evidence(root, "add", "files/minutes-march.md").errors == (
        "error: files/minutes-march.md is recorded already: foundry-skills has it as ev-minutes, and it has changed "
        "since. If it is right as it is now: `partnerkit evidence note foundry-skills/ev-minutes`.\n"
    )


# ---------------------------------------------------------------------- sample

PIECES = (("a", "observation", "finn-todd"), ("b", "product", "amy-okoro"), ("c", "observation", "cat-ives"))
ASSESSED = (
    HEAD
    + "evidence:\n"
    + "".join(f"  - {{id: ev-{id_}, title: {id_.upper()}, type: {type_}, author: {by}}}\n" for id_, type_, by in PIECES)
    + "judgements:\n"
    + "".join(
        f"  - {{id: jd-{at}, evidence: ev-{piece}, criterion: foundry/{criterion}{by}, decision: met}}\n"
        for at, (piece, criterion, by) in enumerate(
            (
                ("a", "S1", ", by: dan-price"),
                ("a", "S2", ", by: dan-price"),
                ("b", "S1", ", by: eve-shaw"),
                ("b", "S2", ", by: gail-roe"),
                ("c", "K1", ", by: eastfield-college/gail-roe"),
                ("c", "S1", ", by: dan-price"),
                ("c", "S2", ""),
            ),
            1,
        )
    )
)


def picked(done: Done) -> list[str]:
    return [line.split()[0] for line in done.output.splitlines() if line.startswith("  jd-")]


def test_ones_own_judgements_are_never_picked(tmp_path: Path) -> None:
    root = place(tmp_path, ASSESSED.encode())
    before = snapshot(root)
    for seed in map(str, range(12)):
        done = evidence(root, "sample", "--by", "gail-roe", "--share", "100%", "--seed", seed)
        assert sorted(picked(done)) == ["jd-1", "jd-2", "jd-3", "jd-6"]
        assert "Left out: 2 judgements of their own, or of evidence they made." in done.output
        assert "Left out, as the record does not say who judged: jd-7." in done.output
    assert snapshot(root) == before
    # Nor is what rests on their own evidence.
    assert "jd-6" not in picked(evidence(root, "sample", "--by", "cat-ives", "--share", "100%"))


def test_the_sample_covers_what_it_can_and_says_why(tmp_path: Path) -> None:
    root = place(tmp_path, ASSESSED.encode())
    for seed in map(str, range(8)):
        done = evidence(
            root, "sample", "--by", "gail-roe", "--count", "2", "--axes", "assessors,methods", "--seed", seed
        )
        # Two judgements can show both assessors and both methods, whichever comes first.
        assert "jd-3" in picked(done)
        assert len(picked(done)) == 2
        assert "Not in so small a sample" not in done.output
    assert "jd-3 ev-b for foundry/S1, by eve-shaw: first assessor eastfield-college/eve-shaw and method product" in (
        done.output
    )
    narrow = evidence(root, "sample", "--by", "gail-roe", "--count", "1", "--axes", "methods")
    assert "Not in so small a sample, of methods: " in narrow.output


def test_the_same_seed_gives_the_same_sample_and_what_was_seen_comes_last(tmp_path: Path) -> None:
    root = place(tmp_path, ASSESSED.encode())
    asked = ("sample", "--by", "gail-roe", "--count", "1", "--axes", "assessment-sites")
    first = evidence(root, *asked, "--seed", "summer")
    assert first.output == evidence(root, *asked, "--seed", "summer").output
    assert len({tuple(picked(evidence(root, *asked, "--seed", str(seed)))) for seed in range(12)}) > 1
    seen = [one for one in ("jd-1", "jd-2", "jd-3") if [one] != picked(first)]
    (root / "record.yaml").write_text(
        ASSESSED + f"samples: [{{id: iqa-1, judgements: [{', '.join([*picked(first), *seen][:3])}]}}]\n",
        encoding="utf-8",
    )
    assert picked(evidence(root, *asked, "--seed", "summer"))[0] not in [*picked(first), *seen][:3]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_the_plan_is_recorded_when_that_is_asked_for(tmp_path: Path, shape: Callable[[str], bytes]) -> None:
    root = place(tmp_path, shape(ASSESSED))
    asked = ("sample", "--by", "gail-roe", "--axes", "methods,assessors", "--share", "50%", "--stage", "interim")
    plan = evidence(root, *asked)
    done = evidence(root, *asked, "--write")
    assert done.output == plan.output + "Recorded iqa-1 in record.yaml\n"
    written = (
        "samples:\n  - id: iqa-1\n    planned_on: 2026-04-01\n    by: gail-roe\n    stage: interim\n"
        f"    axes: [assessors, methods]\n    judgements: [{', '.join(picked(plan))}]\n"
    )
    assert (root / "record.yaml").read_bytes() == shape(ASSESSED + written)
    assert is_valid(root)
    found = found_in(
        files_in(root), [one for one in all_rules() if one.name == "sampler-is-assessor"], date(2026, 4, 1)
    )
    assert not found


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--by", "nobody"), "There is no person nobody at the partners of foundry-skills."),
        (("--by", "gail-roe", "--share", "0%"), "0% is no share; write it like 25%."),
        (("--by", "gail-roe", "--share", "a quarter"), "a quarter is no share; write it like 25%."),
        (("--by", "gail-roe", "--count", "0"), "--count takes a whole number, 1 or more."),
        (("--by", "gail-roe", "--count", "1", "--share", "5%"), "Give --share or --count, not both."),
        (("--by", "gail-roe", "--axes", "method"), "method is no axis. Did you mean methods?"),
        (("--by", "gail-roe", "--stage", "soon", "--write"), "`stage` cannot be `soon`."),
    ],
)
def test_a_sample_that_cannot_be_planned_is_told(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    root = place(tmp_path, ASSESSED.encode())
    before = snapshot(root)
    done = evidence(root, "sample", *arguments)
    assert done.code == 2
    assert words in done.errors
    assert snapshot(root) == before


# ---------------------------------------------------------------------- the group


def test_the_commands_are_listed_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    root = place(tmp_path, HEAD.encode())
    listed = run_inside(root, "evidence", "--help").output
    assert all(name in listed for name in ("add", "judge", "sample", "verify"))
    wrong = run_inside(root, "evidence", "verif")
    assert (wrong.code, wrong.errors.splitlines()[0]) == (2, "error: There is no command verif. Did you mean verify?")
    # The options of every command may stand before it, or after it.
    assert run_inside(tmp_path, "-C", "records", "evidence", "verify").output == (
        run_inside(tmp_path, "evidence", "verify", "-C", "records").output
    )
