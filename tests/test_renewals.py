"""The command `renewals` on real repositories: which changes of what was judged or approved count, and which do not."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from inside import run_inside
from partnerkit.diff.approvals import COVERS, MATTERS, SECTIONS
from partnerkit.emit.lines import width
from partnerkit.model.base import Part
from partnerkit.model.fields import fields
from partnerkit.model.kinds import sections
from partnerkit.model.partnership.partnership import Partnership
from repositories import commit, git, needs_git, put, repository
from scratch import snapshot

pytestmark = needs_git

NORTHGATE = """\
kind: organisation
id: northgate
name: Northgate Castings
people:
  - {id: amy-okoro, name: Amy Okoro, title: Works Manager}
  - {id: ben-hale, name: Ben Hale}
"""
EASTFIELD = """\
kind: organisation
id: eastfield
name: Eastfield College
people:
  - {id: helen-marsh, name: Helen Marsh}
  - {id: noor-haddad, name: Noor Haddad}
"""
FRAMEWORK = """\
kind: framework
id: moulder
title: Moulder
criteria:
  - {id: S1, statement: Rams a mould unaided}
  - {id: S2, statement: Pours safely}
"""
RECORD = """\
kind: partnership
id: foundry
title: Foundry skills
stage: run
partners:
  - {organisation: northgate, role: lead}
  - {organisation: eastfield}
"""
EVIDENCE = """\
evidence:
  - id: ev-mould
    title: Mould no. 7
    type: product
    on: 2026-02-01
    author: ben-hale
    file: files/mould.txt
    note: Taken by the window
    maps:
      - {criterion: moulder/S1, page: 3}
      - {criterion: moulder/S2, page: 5}
"""
JUDGED = """\
judgements:
  - id: jd-1
    evidence: ev-mould
    criterion: moulder/S1
    by: helen-marsh
    on: 2026-03-02
    valid: met
    decision: met
    reason: It stands by itself
"""
START: dict[str, str | bytes | None] = {
    "partnerkit.yaml": "format: 1\n",
    "northgate.yaml": NORTHGATE,
    "eastfield.yaml": EASTFIELD,
    "moulder.yaml": FRAMEWORK,
    "foundry.yaml": RECORD + EVIDENCE,
    "files/mould.txt": "As it was\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Evidence, and a judgement of it that was committed a day after it was made."""
    root = repository(tmp_path / "root")
    commit(root, START, "2026-02-03")
    commit(root, {"foundry.yaml": RECORD + EVIDENCE + JUDGED}, "2026-03-03")
    return root


def document(root: Path, *arguments: str) -> Any:
    done = run_inside(root, "renewals", "--as-of", "2026-06-01", "--format", "json", *arguments)
    found = json.loads(done.output)
    schema = json.loads(run_inside(root, "schema", "renewals").output)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(found)
    return found


Change = tuple[str, str | None, str | None, str | None]


def told(root: Path, *arguments: str) -> list[tuple[str, list[Change]]]:
    """What is to be renewed in words, each with what has changed: what, before, after, the day since when."""
    return [
        (
            one["words"],
            [
                (each["what"], each["before"], each["after"], each["since"] and each["since"]["day"])
                for each in one["changed"]
            ],
        )
        for one in document(root, *arguments)["renewals"]
    ]


def counts(root: Path, *arguments: str) -> tuple[int, int, int, int]:
    """How many were looked at, are to be renewed, are not committed, and may be older than the history."""
    found = document(root, *arguments)["counts"]
    return found["looked_at"], found["to_renew"], found["not_committed"], found["not_known"]


def edit(root: Path, before: str, after: str, day: str | None = "2026-04-01", file: str = "foundry.yaml") -> None:
    """Put a text in the place of another; committed on a day unless that is None."""
    text = (root / file).read_text(encoding="utf-8")
    assert text.count(before) == 1, (before, text)
    put(root, {file: text.replace(before, after)})
    if day is not None:
        commit(root, {}, day)


JUDGEMENT = "Judgement jd-1 of “Mould no. 7” for moulder/S1"


# ---------------------------------------------------------------------- judgements


def test_what_has_not_changed_since_is_not_listed(root: Path) -> None:
    assert counts(root) == (1, 0, 0, 0)
    assert run_inside(root, "renewals", "--as-of", "2026-06-01").output == (
        "Judged or approved, and changed since, as of 1 June 2026\nNothing to renew of 1 judgement or approval.\n"
    )


@pytest.mark.parametrize(("before", "after", "change"), [
    ("on: 2026-02-01", "on: 2026-02-05", ("evidence on", "1 February 2026", "5 February 2026")),
    ("type: product", "type: photo", ("evidence type", "product", "photo")),
    ("author: ben-hale", "author: amy-okoro", ("evidence author", "Ben Hale", "Amy Okoro")),
    ("moulder/S1, page: 3", "moulder/S1, page: 4", ("evidence maps", "page 3", "page 4")),
    ("moulder/S1, page: 3", "moulder/S1", ("evidence maps", "page 3", None)),
    ("    author: ben-hale\n", "", ("evidence author", "Ben Hale", None)),
])  # fmt: skip
def test_a_fact_of_the_evidence_that_has_changed_is_told_with_its_commit(
    root: Path, before: str, after: str, change: tuple[str, str, str | None]
) -> None:
    edit(root, before, after)
    assert told(root) == [(JUDGEMENT, [(*change, "2026-04-01")])]


@pytest.mark.parametrize(("before", "after"), [
    ("note: Taken by the window", "note: Taken at the door"),
    ("title: Mould no. 7", "title: Mould no. 7, finished"),
    ("moulder/S2, page: 5", "moulder/S2, page: 6"),
    ("moulder/S1, page: 3}", "moulder/S1, page: 3, note: At the top}"),
    # What is filled in where nothing stood leaves what was judged as it was.
    ("    note: Taken", "    partner: northgate\n    note: Taken"),
    ("    note: Taken", "    licence: CC BY 4.0\n    note: Taken"),
    ("    note: Taken", "    sha256: " + "0" * 64 + "\n    note: Taken"),
    ("reason: It stands by itself", "reason: It stands, and by itself"),
    ("title: Foundry skills", "title: Foundry skills for all"),
])  # fmt: skip
def test_what_does_not_matter_to_the_judgement_is_not_listed(root: Path, before: str, after: str) -> None:
    edit(root, before, after)
    assert counts(root) == (1, 0, 0, 0)


def test_other_bytes_in_the_file_are_told_and_not_if_they_are_put_back(root: Path) -> None:
    commit(root, {"files/mould.txt": "Touched up\n"}, "2026-04-10")
    commit(root, {"files/other.txt": "Nothing to do with it\n"}, "2026-04-20")
    assert told(root) == [(JUDGEMENT, [("file", None, "other content", "2026-04-10")])]
    put(root, {"files/mould.txt": "As it was\n"})
    assert told(root) == []


def test_a_file_that_is_lost_is_told(root: Path) -> None:
    commit(root, {"files/mould.txt": None}, "2026-04-10")
    assert told(root) == [(JUDGEMENT, [("file", None, "no file", "2026-04-10")])]
    (one,) = document(root)["renewals"]
    assert one["remedy"] == "Put the file back, or take the evidence out."


def test_a_file_that_was_changed_and_then_lost_is_not_said_to_be_lost_since_it_was_changed(root: Path) -> None:
    commit(root, {"files/mould.txt": "Touched up\n"}, "2026-04-10")
    put(root, {"files/mould.txt": None})
    assert told(root) == [(JUDGEMENT, [("file", None, "no file", None)])]
    assert "    - the file is not there (not committed yet)\n" in run_inside(root, "renewals").output
    commit(root, {}, "2026-04-12")
    assert told(root) == [(JUDGEMENT, [("file", None, "no file", "2026-04-12")])]


def test_a_file_that_was_lost_and_came_back_as_another_has_changed_since_it_came_back(root: Path) -> None:
    commit(root, {"files/mould.txt": None}, "2026-04-10")
    commit(root, {"files/mould.txt": "Touched up\n"}, "2026-04-12")
    assert told(root) == [(JUDGEMENT, [("file", None, "other content", "2026-04-12")])]


def test_line_ends_that_git_would_convert_are_no_change(root: Path) -> None:
    put(root, {"files/mould.txt": "As it was\r\n"})
    assert told(root) == []


def test_a_pointer_to_a_large_file_is_as_good_as_the_file(tmp_path: Path) -> None:
    # The digest of "As it was\n", worked out with sha256sum.
    digest = "84e29019aab51160fb9eb122f8742e95cb19226f4ce28f9d253c603f2be25d66"
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize 10\n"
    root = repository(tmp_path / "root")
    commit(root, {**START, "foundry.yaml": RECORD + EVIDENCE + JUDGED, "files/mould.txt": pointer}, "2026-03-03")
    put(root, {"files/mould.txt": "As it was\n"})
    assert told(root) == []
    put(root, {"files/mould.txt": "As it is\n"})
    assert told(root) == [(JUDGEMENT, [("file", None, "other content", None)])]


def test_where_git_does_not_keep_the_file_its_stated_digest_counts(root: Path) -> None:
    stated = "    file: files/away.mp4\n    sha256: " + "a" * 64
    edit(root, "    file: files/mould.txt", stated, "2026-03-01")
    edit(root, "on: 2026-03-02", "on: 2026-03-20", "2026-03-20")
    edit(root, "a" * 64, "b" * 64, "2026-04-01")
    assert told(root) == [(JUDGEMENT, [("file", None, "other content", "2026-04-01")])]


def test_the_wording_of_the_criterion_is_what_was_judged(root: Path) -> None:
    edit(root, "Rams a mould unaided", "Rams and vents a mould unaided", "2026-05-01", "moulder.yaml")
    edit(root, "Pours safely", "Pours with care", "2026-05-02", "moulder.yaml")
    change = ("criterion statement", "Rams a mould unaided", "Rams and vents a mould unaided", "2026-05-01")
    assert told(root) == [(JUDGEMENT, [change])]


def test_a_judgement_that_is_given_again_counts_from_there(root: Path) -> None:
    commit(root, {"files/mould.txt": "Touched up\n"}, "2026-04-10")
    edit(root, "on: 2026-03-02", "on: 2026-04-12", "2026-04-12")
    assert counts(root) == (1, 0, 0, 0)
    commit(root, {"files/mould.txt": "Touched up twice\n"}, "2026-04-15")
    assert told(root) == [(JUDGEMENT, [("file", None, "other content", "2026-04-15")])]


def test_the_command_that_is_named_settles_it(root: Path) -> None:
    commit(root, {"files/mould.txt": "Touched up\n"}, "2026-04-10")
    (one,) = document(root)["renewals"]
    (command,) = re.findall("`([^`]+)`", one["remedy"])
    words = command.replace("met|not-yet", "met").replace("TEXT", "Checked").split()
    assert run_inside(root, *words[1:], "--as-of", "2026-04-12").code == 0
    assert counts(root) == (1, 0, 1, 0)
    commit(root, {}, "2026-04-12")
    assert counts(root) == (1, 0, 0, 0)


def test_a_judgement_that_was_taken_back_and_restored_is_still_of_what_was_judged_at_first(root: Path) -> None:
    commit(root, {"foundry.yaml": RECORD + EVIDENCE}, "2026-04-01")
    commit(root, {"files/mould.txt": "Touched up\n"}, "2026-04-10")
    commit(root, {"foundry.yaml": RECORD + EVIDENCE + JUDGED}, "2026-04-20")
    # It was not there when the file was changed: since it is there again, it is one of another file.
    assert told(root) == [(JUDGEMENT, [("file", None, "other content", "2026-04-20")])]


def test_one_that_points_to_other_evidence_since_is_told(root: Path) -> None:
    other = "  - {id: ev-core, title: A core, type: product, on: 2026-02-01, file: files/core.txt}\n"
    put(root, {"files/core.txt": "A core\n"})
    edit(root, "judgements:\n", other + "judgements:\n", "2026-04-01")
    edit(root, "    evidence: ev-mould", "    evidence: ev-core", "2026-04-02")
    ((words, changes),) = told(root)
    assert words == "Judgement jd-1 of “A core” for moulder/S1"
    assert changes == [
        ("evidence author", "Ben Hale", None, "2026-04-02"),
        ("evidence maps", "page 3", None, "2026-04-02"),
        ("file", "files/mould.txt", "files/core.txt", "2026-04-02"),
    ]


# ---------------------------------------------------------------------- other ids, places and orders


@pytest.mark.parametrize(("old", "new"), [
    ("foundry/ev-mould", "ev-seventh"),
    ("foundry/jd-1", "jd-first"),
    ("helen-marsh", "h-marsh"),
    ("moulder/S1", "S9"),
    ("partnerships/foundry", "foundry-works"),
    ("organisations/northgate", "northgate-castings"),
])  # fmt: skip
def test_another_id_is_no_change_and_hides_none(root: Path, old: str, new: str) -> None:
    done = run_inside(root, "mv", old, new)
    assert (done.code, done.errors) == (0, ""), done.output
    commit(root, {}, "2026-04-01")
    assert counts(root) == (1, 0, 0, 0)
    commit(root, {"files/mould.txt": "Touched up\n"}, "2026-04-10")
    ((_, changes),) = told(root)
    assert changes == [("file", None, "other content", "2026-04-10")]


def test_lists_in_another_order_and_a_file_that_was_moved_are_no_change(root: Path) -> None:
    first, second = "      - {criterion: moulder/S1, page: 3}\n", "      - {criterion: moulder/S2, page: 5}\n"
    edit(root, first + second, second + first, "2026-04-01")
    (root / "files" / "mould.txt").rename(root / "files" / "seven.txt")
    edit(root, "files/mould.txt", "files/seven.txt", "2026-04-02")
    assert counts(root) == (1, 0, 0, 0)


def test_a_record_is_followed_from_its_file_into_a_folder(root: Path) -> None:
    (root / "works" / "foundry" / "files").mkdir(parents=True)
    (root / "files" / "mould.txt").rename(root / "works" / "foundry" / "files" / "mould.txt")
    commit(root, {
        "foundry.yaml": None,
        "works/foundry/partnership.yaml": RECORD,
        "works/foundry/evidence.yaml": _section(EVIDENCE),
        "works/foundry/judgements/jd-1.yaml": re.sub("(?m)^  - |^    ", "", JUDGED.partition("\n")[2]),
    }, "2026-04-01")  # fmt: skip
    assert counts(root) == (1, 0, 0, 0)
    edit(root, "type: product", "type: photo", "2026-04-05", "works/foundry/evidence.yaml")
    change = ("evidence type", "product", "photo", "2026-04-05")
    assert told(root) == [(JUDGEMENT, [change])]
    (one,) = document(root)["renewals"]
    assert one["recorded"]["day"] == "2026-03-03"


@pytest.mark.parametrize("folders", [("works",), ("works", "works/castings"), ("works", "elsewhere", "works")])
def test_of_a_file_that_was_changed_and_then_moved_the_change_is_told_and_not_the_place(
    root: Path, folders: tuple[str, ...]
) -> None:
    commit(root, {"files/mould.txt": "Touched up\n"}, "2026-03-10")
    record, content = "foundry.yaml", "files/mould.txt"
    for at, folder in enumerate(folders, 1):
        raw = (root / content).read_text(encoding="utf-8")
        moved = f"{folder}/partnership.yaml", f"{folder}/files/mould.txt"
        text = (root / record).read_text(encoding="utf-8")
        commit(root, {record: None, content: None, moved[0]: text, moved[1]: raw}, f"2026-04-0{at}")
        record, content = moved
    assert told(root) == [(JUDGEMENT, [("file", None, "other content", "2026-03-10")])]
    assert "    - the file has changed (since " in run_inside(root, "renewals").output


def test_of_a_file_that_was_changed_between_two_moves_the_change_is_told(root: Path) -> None:
    for day, path in (("2026-03-10", "files/a/mould.txt"), ("2026-03-20", "files/b/mould.txt")):
        (old,) = re.findall("(?m)^    file: (.*)$", (root / "foundry.yaml").read_text(encoding="utf-8"))
        raw = (root / old).read_text(encoding="utf-8")
        put(root, {old: None, path: raw})
        edit(root, f"file: {old}", f"file: {path}", day)
        if day == "2026-03-10":
            commit(root, {path: "Touched up\n"}, "2026-03-15")
    assert told(root) == [(JUDGEMENT, [("file", None, "other content", "2026-03-15")])]


def test_of_a_file_that_git_does_not_keep_the_folder_does_not_matter(root: Path) -> None:
    edit(root, "file: files/mould.txt", "file: files/away.mp4", "2026-03-01")
    edit(root, "on: 2026-03-02", "on: 2026-03-20", "2026-03-20")
    edit(root, "file: files/away.mp4", "file: files/films/away.mp4", "2026-04-01")
    assert counts(root) == (1, 0, 0, 0)
    edit(root, "file: files/films/away.mp4", "file: files/films/aside.mp4", "2026-04-02")
    assert told(root) == [(JUDGEMENT, [("file", "files/away.mp4", "files/films/aside.mp4", "2026-04-02")])]


def test_a_move_that_is_not_committed_yet_is_followed_too(root: Path) -> None:
    (root / "foundry.yaml").rename(root / "works.yaml")
    assert counts(root) == (1, 0, 0, 0)


def _section(text: str) -> str:
    return re.sub("(?m)^  ", "", text.partition("\n")[2])


# ---------------------------------------------------------------------- what is looked at, and what cannot be told


def test_what_is_not_committed_yet_is_counted_and_not_suspected(root: Path) -> None:
    second = JUDGED.replace("judgements:\n", "").replace("jd-1", "jd-2").replace("moulder/S1", "moulder/S2")
    put(root, {"foundry.yaml": RECORD + EVIDENCE + JUDGED + second})
    assert counts(root) == (2, 0, 1, 0)
    put(root, {"files/mould.txt": "Touched up\n"})
    assert told(root) == [(JUDGEMENT, [("file", None, "other content", None)])]


def test_in_a_shallow_clone_it_is_told_what_may_be_older(root: Path, tmp_path: Path) -> None:
    commit(root, {"files/mould.txt": "Touched up\n"}, "2026-04-10")
    git(root, "clone", "--quiet", "--depth", "1", root.as_uri(), str(tmp_path / "shallow"))
    shallow = tmp_path / "shallow"
    assert counts(shallow) == (1, 0, 0, 1)
    assert document(shallow)["history_is_whole"] is False
    done = run_inside(shallow, "renewals")
    assert "Nothing to renew of 1 judgement or approval; 1 perhaps older than the history" in done.output
    assert done.errors.startswith("note: the history is cut short here")
    commit(shallow, {"files/mould.txt": "Touched up twice\n"}, "2026-04-15")
    assert counts(shallow) == (1, 1, 0, 0)


def test_a_version_that_cannot_be_read_is_passed_over_with_a_note(root: Path) -> None:
    commit(root, {"foundry.yaml": "kind: [2026-03-02"}, "2026-03-10")
    commit(root, {"foundry.yaml": RECORD + EVIDENCE.replace("page: 3", "page: 4") + JUDGED}, "2026-03-11")
    assert told(root) == [(JUDGEMENT, [("evidence maps", "page 3", "page 4", "2026-03-11")])]
    done = run_inside(root, "renewals")
    assert done.errors == "note: foundry: 1 version could not be read, and was passed over\n"


def test_links_and_repositories_of_their_own_in_old_commits_are_not_followed(root: Path) -> None:
    (root / "foundry.yaml").unlink()
    (root / "foundry.yaml").symlink_to("/etc/hostname")
    commit(root, {}, "2026-03-10")
    (root / "foundry.yaml").unlink()
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{git(root, 'rev-parse', 'HEAD')},foundry.yaml")
    git(root, "commit", "--quiet", "-m", "module", day="2026-03-11")
    commit(root, {"foundry.yaml": RECORD + EVIDENCE + JUDGED}, "2026-03-12")
    assert counts(root) == (1, 0, 0, 0)
    (one,) = [document(root)]
    assert one["renewals"] == []


def test_a_blob_that_is_not_in_the_repository_makes_a_version_that_cannot_be_read(root: Path) -> None:
    name = git(root, "rev-parse", "HEAD:foundry.yaml")
    edit(root, "page: 3", "page: 4")
    (root / ".git" / "objects" / name[:2] / name[2:]).unlink()
    done = run_inside(root, "renewals")
    assert (done.code, done.errors) == (0, "note: foundry: 1 version could not be read, and was passed over\n")


def test_what_came_by_a_merge_is_seen_as_it_was_merged(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "work")
    edit(root, "on: 2026-03-02", "on: 2026-03-20", "2026-03-20")
    git(root, "checkout", "--quiet", "main")
    commit(root, {"files/mould.txt": "Touched up\n"}, "2026-03-22")
    git(root, "merge", "--quiet", "--no-ff", "-m", "merge", "work", day="2026-03-25")
    assert counts(root) == (1, 0, 0, 0)


def test_a_workspace_below_the_top_of_its_repository_is_the_same(tmp_path: Path) -> None:
    top = repository(tmp_path / "top")
    commit(top, {f"a/b/{name}": text for name, text in START.items()}, "2026-02-03")
    commit(top, {"a/b/foundry.yaml": RECORD + EVIDENCE + JUDGED}, "2026-03-03")
    commit(top, {"a/b/files/mould.txt": "Touched up\n", "other/foundry.yaml": "x"}, "2026-04-10")
    assert told(top / "a" / "b") == [(JUDGEMENT, [("file", None, "other content", "2026-04-10")])]


def test_partnerships_that_have_ended_are_looked_at_if_they_are_named(root: Path) -> None:
    edit(root, "stage: run", "stage: close\nstatus: closed")
    commit(root, {"files/mould.txt": "Touched up\n"}, "2026-04-10")
    done = run_inside(root, "renewals", "--as-of", "2026-06-01")
    assert (done.code, done.output.splitlines()[1]) == (3, "There is no judgement and no approval to look at.")
    assert counts(root, "foundry") == (1, 1, 0, 0)


def test_only_what_a_person_judged_is_looked_at_with_by(root: Path) -> None:
    commit(root, {"files/mould.txt": "Touched up\n"}, "2026-04-10")
    assert counts(root, "--by", "helen-marsh") == (1, 1, 0, 0)
    assert counts(root, "--by", "eastfield/helen-marsh") == (1, 1, 0, 0)
    assert counts(root, "--by", "amy-okoro") == (0, 0, 0, 0)


@pytest.mark.parametrize(("arguments", "words"), [
    (("nowhere",), "There is no partnership nowhere here."),
    (("foundri",), "There is no partnership foundri here. Did you mean foundry?"),
    (("--by", "helen-marsch"), "There is no person helen-marsch here. Did you mean helen-marsh?"),
])  # fmt: skip
def test_what_does_not_exist_is_an_error_with_the_nearest_name(
    root: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = run_inside(root, "renewals", *arguments)
    assert (done.code, done.output, done.errors) == (2, "", f"error: {words}\n")


def test_it_fails_only_if_it_is_asked_to_and_something_is_to_be_renewed(root: Path) -> None:
    assert run_inside(root, "renewals", "--fail").code == 0
    commit(root, {"files/mould.txt": "Touched up\n"}, "2026-04-10")
    assert run_inside(root, "renewals", "--fail").code == 1
    assert run_inside(root, "renewals").code == 0


def test_records_with_errors_are_reported_and_nothing_else(root: Path) -> None:
    put(root, {"foundry.yaml": RECORD + "colour: red\n"})
    done = run_inside(root, "renewals")
    assert done.code == 1
    assert "there is no key `colour` here" in done.output
    assert done.errors == "note: nothing was compared with the history: records must be valid for that\n"


def test_without_a_repository_or_a_commit_it_says_what_it_needs(tmp_path: Path) -> None:
    put(tmp_path / "bare", {name: text for name, text in START.items() if text is not None})
    done = run_inside(tmp_path / "bare", "renewals")
    assert (done.code, done.output) == (2, "")
    assert done.errors.startswith("error: The history cannot be read: not a git repository")
    assert "this works in a git repository in which the records are committed." in done.errors
    root = repository(tmp_path / "root")
    put(root, START)
    done = run_inside(root, "renewals")
    assert (done.code, "there is no such revision here" in done.errors) == (2, True)


def test_it_writes_nothing_and_runs_nothing_that_the_repository_names(root: Path) -> None:
    commit(root, {"files/mould.txt": "Touched up\n", ".gitattributes": "* diff=own\n"}, "2026-04-10")
    for key in ("core.fsmonitor", "diff.external", "core.pager", "diff.orderFile", "diff.own.textconv"):
        git(root, "config", key, "touch ran")
    before = snapshot(root)
    assert counts(root) == (1, 1, 0, 0)
    assert snapshot(root) == before


# ---------------------------------------------------------------------- everything else that is approved

MORE = """\
meetings:
  - {id: m-1, on: 2026-03-10}
  - {id: m-2, on: 2026-05-10}
agreements:
  - id: mou
    type: mou
    partners: [northgate, eastfield]
    ends: 2027-07-31
    notice_days: 90
    review_on: 2026-12-01
    clauses: {purpose: present, exit: absent}
    signatories:
      - {partner: northgate, person: amy-okoro, on: 2026-03-01}
      - {partner: eastfield}
samples:
  - {id: iqa-1, by: noor-haddad, on: 2026-03-05, judgements: [jd-1], outcome: agree}
testimonies:
  - {id: tes-1, witness: ben-hale, own_words: They mould unaided, signed_on: 2026-03-06}
health_and_safety:
  - id: hs-1
    competent_person: amy-okoro
    assessed_on: 2026-03-01
    hazards:
      - hazard: Molten metal
        controls: [{text: A screen, type: engineering, in_place: false, owner: amy-okoro}]
        residual: {likelihood: 1, impact: 4}
risks:
  - {id: r-1, event: The patternmaker leaves, residual: {likelihood: 2, impact: 3}, accepted_by: amy-okoro}
reviews:
  - id: rev-1
    on: 2026-03-08
    approved_in: m-1
    verdicts: [{objective: obj-1, verdict: met}]
    recommendations: [{id: rec-1, text: Go on, decision: pending}]
objectives:
  - id: obj-1
    statement: Six apprentices mould unaided
    agreed_on: 2026-02-20
    agreed_by: [northgate, eastfield]
    owners: {northgate: amy-okoro, eastfield: helen-marsh}
    due: 2026-07-31
    indicators:
      - id: ind-1
        measure: count
        unit: people
        direction: increase
        baseline: {value: 0, on: 2026-01-05}
        target: {value: 6, on: 2026-07-31}
        source: Supervisor check
        owner: amy-okoro
        actuals: [{on: 2026-03-01, value: 1}]
    changed: [{on: 2026-03-09, by: amy-okoro, what: Six in place of eight, why: Two left, approved_in: m-1}]
bodies:
  - {id: steering, decides: The plan, terms: {approved_on: 2026-03-01}}
exit:
  owners: [amy-okoro]
  reviewed_on: 2026-03-01
  knowledge: Stays with both
learners:
  - id: learner-01
    partner: northgate
    provider: eastfield
    contract: {hours_per_week: 6, signed: {learner: 2026-03-01, provider: 2026-03-02}}
opportunities:
  - id: opp-1
    finding: Mould together
    candidates: [{organisation: eastfield, selected: true, reason: Near}]
    decision: {outcome: pursue, by: amy-okoro, on: 2026-01-10}
culture_fit:
  assessed_on: 2026-02-20
  assessed_by: [amy-okoro, helen-marsh]
  dimensions: [{dimension: hierarchy, ratings: {northgate: 4, eastfield: 2}}]
"""
CONSENTED = EVIDENCE.replace(
    "    note: Taken",
    "    consent: {on: 2026-02-02, scope: partners}\n"
    "    authenticity: {by: amy-okoro, on: 2026-02-03, how: signature}\n    note: Taken",
)
EVERYTHING = 17
"""Of what stands there: learner's contract and agreed objective count each by whoever signed, and once."""


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    root = repository(tmp_path / "whole")
    commit(root, {**START, "foundry.yaml": RECORD + CONSENTED + JUDGED + MORE}, "2026-03-15")
    return root


def test_every_sort_is_looked_at_and_none_is_suspected_without_a_change(whole: Path) -> None:
    assert counts(whole) == (EVERYTHING, 0, 0, 0)


Told = list[tuple[str, list[tuple[str, str | None, str | None]]]]
SIGNATURE = "Signature of Northgate Castings on the agreement mou"


@pytest.mark.parametrize(("before", "after", "expected"), [
    ("notice_days: 90", "notice_days: 30", [(SIGNATURE, [("notice days", "90", "30")])]),
    ("exit: absent", "exit: present", [(SIGNATURE, [("clauses", "exit absent", "exit present")])]),
    ("exit: absent", "exit: absent, finance: present", [(SIGNATURE, [("clauses", None, "finance present")])]),
    ("ends: 2027-07-31", "ends: 2028-07-31", [(SIGNATURE, [("ends", "31 July 2027", "31 July 2028")])]),
    ("review_on: 2026-12-01", "review_on: 2026-11-01", []),
    ("      - {partner: eastfield}", "      - {partner: eastfield, person: helen-marsh, on: 2026-03-20}", []),
    # An agreement that is over by the day that counts as today binds nobody any more.
    ("ends: 2027-07-31\n    notice_days: 90", "ends: 2026-05-31\n    notice_days: 30", []),
    ("They mould unaided", "They mould alone", [
        ("Testimony tes-1", [("own words", "They mould unaided", "They mould alone")]),
    ]),
    ("scope: partners", "scope: public", [
        ("Consent of the people in “Mould no. 7”", [("consent scope", "partners", "public")]),
    ]),
    ("impact: 4", "impact: 5", [
        ("Health and safety assessment hs-1", [
            ("hazards", "Molten metal: residual impact 4", "Molten metal: residual impact 5"),
        ]),
    ]),
    ("A screen, type: engineering", "Gloves, type: ppe", [
        ("Health and safety assessment hs-1", [(
            "hazards", "Molten metal: controls A screen; Molten metal: controls A screen: type engineering",
            "Molten metal: controls Gloves; Molten metal: controls Gloves: type ppe",
        )]),
    ]),
    # To put in place what was assessed is no change of it.
    ("in_place: false", "in_place: true", []),
    ("likelihood: 2, impact: 3", "likelihood: 4, impact: 3", [
        ("Acceptance of the risk “The patternmaker leaves”", [("residual", "likelihood 2", "likelihood 4")]),
    ]),
    ("verdict: met", "verdict: partly-met", [
        ("Review rev-1 approved in the meeting of 10 March 2026", [
            ("verdicts", "Six apprentices mould unaided: verdict met",
             "Six apprentices mould unaided: verdict partly-met"),
        ]),
    ]),
    ("decision: pending", "decision: accepted", []),
    ("what: Six in place of eight", "what: Six in place of ten", [
        ("Change of “Six apprentices mould unaided” approved in the meeting of 10 March 2026", [
            ("what", "Six in place of eight", "Six in place of ten"),
        ]),
    ]),
    ("value: 6, on", "value: 5, on", [
        ("Objective “Six apprentices mould unaided” as it was agreed", [
            ("indicators", "people: target value 6", "people: target value 5"),
        ]),
    ]),
    ("actuals: [{on: 2026-03-01, value: 1}]", "actuals: [{on: 2026-03-01, value: 1}, {on: 2026-04-01, value: 2}]", []),
    ("decides: The plan", "decides: The plan and the money", [
        ("Terms of reference of steering", [("decides", "The plan", "The plan and the money")]),
    ]),
    ("knowledge: Stays with both", "knowledge: Stays with the college", [
        ("Look at the exit arrangements", [("knowledge", "Stays with both", "Stays with the college")]),
    ]),
    ("hours_per_week: 6", "hours_per_week: 4", [
        ("Signature of the provider on the contract of learner-01", [("contract hours per week", "6", "4")]),
        ("Signature of the learner on the contract of learner-01", [("contract hours per week", "6", "4")]),
    ]),
    ("selected: true, reason: Near", "selected: false, reason: Far", [
        ("Decision on the opportunity opp-1", [
            ("candidates", "Eastfield College: selected yes", "Eastfield College: selected no"),
        ]),
    ]),
    ("eastfield: 2}", "eastfield: 3}", [
        ("Assessment of cultural fit", [
            ("dimensions", "hierarchy: ratings Eastfield College 2", "hierarchy: ratings Eastfield College 3"),
        ]),
    ]),
    # A decision that was changed under the same day is another judgement, which the sample has not seen.
    ("valid: met\n    decision: met", "valid: met\n    decision: not-yet", [
        ("Sample iqa-1", [("judgements decision", "jd-1: met", "jd-1: not-yet")]),
    ]),
])  # fmt: skip
def test_each_covers_what_matters_to_it_and_no_more(whole: Path, before: str, after: str, expected: Told) -> None:
    edit(whole, before, after)
    found = [(words, [change[:3] for change in changes]) for words, changes in told(whole)]
    assert found == expected


def test_an_approval_that_is_given_again_settles_it(whole: Path) -> None:
    edit(whole, "notice_days: 90", "notice_days: 30")
    edit(whole, "person: amy-okoro, on: 2026-03-01", "person: amy-okoro, on: 2026-04-02", "2026-04-02")
    edit(whole, "verdict: met", "verdict: partly-met", "2026-05-09")
    edit(whole, "approved_in: m-1\n", "approved_in: m-2\n", "2026-05-10")
    assert counts(whole)[1] == 0


def test_what_has_no_day_counts_from_where_it_came_in_last(whole: Path) -> None:
    edit(whole, "likelihood: 2, impact: 3", "likelihood: 4, impact: 3")
    edit(whole, ", accepted_by: amy-okoro", "", "2026-04-02")
    assert counts(whole) == (EVERYTHING - 1, 0, 0, 0)
    edit(whole, "likelihood: 4, impact: 3}", "likelihood: 4, impact: 3}, accepted_by: amy-okoro", "2026-04-03")
    assert counts(whole) == (EVERYTHING, 0, 0, 0)


def test_what_is_sealed_is_left_to_the_seal(whole: Path) -> None:
    assert run_inside(whole, "lock", "foundry", "--as-of", "2026-03-16").code == 0
    commit(whole, {}, "2026-03-16")
    edit(whole, "6, on: 2026-07-31}\n        source", "5, on: 2026-07-31}\n        source")
    assert [words for words, _ in told(whole) if "agreed" in words] == []


# ---------------------------------------------------------------------- how it is told


def everything_changed(root: Path) -> None:
    commit(root, {"files/mould.txt": "Touched up\n"}, "2026-04-10")
    edit(root, "Rams a mould unaided", "Rams *every* mould `unaided`", None, "moulder.yaml")
    edit(root, "notice_days: 90", "notice_days: 30", None)


TEXT = """\
Judged or approved, and changed since, as of 1 June 2026
4 of 17 judgements and approvals to renew.

Amy Okoro (Northgate Castings)
  Word that “Mould no. 7” is genuine
    Foundry skills (foundry); 3 February 2026, recorded in COMMIT of 15 March
    2026
    - the file has changed (since COMMIT of 10 April 2026)
    Have somebody vouch for it as it is now, and put in the new day under
    `authenticity`.
  Signature of Northgate Castings on the agreement mou
    Foundry skills (foundry); 1 March 2026, recorded in COMMIT of 15 March 2026
    - notice days: 90 → 30 (not committed yet)
    Have it signed as it is now, or put back what was signed; a new signature
    has a new day.

Helen Marsh (Eastfield College)
  Judgement jd-1 of “Mould no. 7” for moulder/S1
    Foundry skills (foundry); 2 March 2026, recorded in COMMIT of 15 March 2026
    - criterion statement: Rams a mould unaided → Rams *every* mould `unaided`
      (not committed yet)
    - the file has changed (since COMMIT of 10 April 2026)
    Judge it again: `partnerkit evidence judge foundry/ev-mould moulder/S1 --by
    helen-marsh --decision met|not-yet --reason TEXT`

The people in it
  Consent of the people in “Mould no. 7”
    Foundry skills (foundry); 2 February 2026, recorded in COMMIT of 15 March
    2026
    - the file has changed (since COMMIT of 10 April 2026)
    Ask the people in it whether they consent to it as it is now, and put in the
    new day under `consent`.
"""


def test_people_read_it_under_who_judged_or_approved(whole: Path) -> None:
    everything_changed(whole)
    done = run_inside(whole, "renewals", "--as-of", "2026-06-01")
    assert (_without_commits(whole, done.output), done.errors, done.code) == (TEXT, "", 0)
    assert [line for line in done.output.splitlines() if width(line) > 80 or line != line.rstrip()] == []
    quiet = run_inside(whole, "renewals", "--as-of", "2026-06-01", "--quiet")
    assert quiet.output == done.output.split("\n\n", 1)[1]


MARKDOWN = """\
## Judged or approved, and changed since, as of 1 June 2026

1 of 2 judgements and approvals to renew.

### Helen Marsh (Eastfield College)

- **Judgement jd-1 of “Mould no. 7” for moulder/S1** · Foundry skills · 2 March 2026, recorded in COMMIT of \
15 March 2026
  - criterion statement: Rams a mould unaided → Rams \\*every\\* mould &#96;unaided&#96; (not committed yet)
  - the file has changed (since COMMIT of 10 April 2026\\)
  - Judge it again: `partnerkit evidence judge foundry/ev-mould moulder/S1 --by helen-marsh --decision met|not-yet \
--reason TEXT`
"""


def test_in_markdown_what_records_say_stays_text(whole: Path) -> None:
    everything_changed(whole)
    done = run_inside(whole, "renewals", "--as-of", "2026-06-01", "--by", "helen-marsh", "--format", "markdown")
    assert _without_commits(whole, done.output) == MARKDOWN


def _without_commits(root: Path, text: str) -> str:
    for name in git(root, "log", "--format=%h").split():
        text = text.replace(name, "COMMIT")
    return text


def test_what_a_ci_system_would_take_for_a_command_is_shown_and_does_nothing(whole: Path) -> None:
    edit(whole, "They mould unaided", '"They ##[error]mould"')
    for form in ("text", "markdown", "json"):
        output = run_inside(whole, "renewals", "--format", form).output
        assert "mould" in output
        assert "##[" not in output


def test_of_long_texts_that_begin_alike_the_part_that_differs_is_shown(whole: Path) -> None:
    long = "They mould unaided, which I have seen with my own eyes on three days of last week, and they pour"
    edit(whole, "They mould unaided", f'"{long} with care"', "2026-03-20")
    edit(whole, "signed_on: 2026-03-06", "signed_on: 2026-03-21", "2026-03-21")
    edit(whole, "pour with care", "pour without a drop spilt", "2026-04-20")
    line = next(line for line in run_inside(whole, "renewals").output.splitlines() if "own words" in line)
    assert line == "    - own words: … and they pour with care → … and they pour without a drop"


def test_of_two_judgements_of_the_same_the_later_counts_and_of_another_criterion_each(root: Path) -> None:
    commit(root, {"files/mould.txt": "Touched up\n"}, "2026-04-10")
    later = JUDGED.partition("\n")[2].replace("jd-1", "jd-2").replace("2026-03-02", "2026-04-11")
    commit(root, {"foundry.yaml": RECORD + EVIDENCE + JUDGED + later}, "2026-04-11")
    assert counts(root) == (1, 0, 0, 0)
    other = later.replace("jd-2", "jd-3").replace("moulder/S1", "moulder/S2")
    commit(root, {"foundry.yaml": RECORD + EVIDENCE + JUDGED + other}, "2026-04-12")
    assert counts(root) == (2, 1, 0, 0)


# ---------------------------------------------------------------------- the table


def test_the_example_has_every_judgement_as_it_was_committed(tmp_path: Path) -> None:
    example = Path(__file__).resolve().parents[1] / "examples" / "calder-valley"
    root = repository(tmp_path / "root")
    shutil.copytree(example, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("reports"))
    commit(root, {}, "2026-10-01")
    looked_at, to_renew, *_ = counts(root)
    assert (looked_at > 200, to_renew) == (True, 0)


@pytest.mark.parametrize("cover", COVERS, ids=lambda cover: f"{cover.name}-{cover.on}")
def test_every_way_of_the_table_leads_somewhere_and_within_the_sections_that_are_read(cover: Any) -> None:
    ways = (*cover.facts, *cover.by, *cover.marks, *cover.files, *cover.sisters, cover.on, cover.until, *cover.later)
    assert set(cover.later) <= set(cover.facts)
    for way in filter(None, ways):
        assert _models_at(cover.model, way) is not None, way


def _models_at(model: type[Part], way: str) -> set[type[Part]] | None:
    """The models that a way may lead to; None if a step of it leads nowhere."""
    current = {model}
    for step in way.split("."):
        if step == "^":
            current = {owner for owner in _ALL if any(part in _within(owner) for part in current)}
            continue
        name = step.partition("?")[0]
        if not any(name in one.model_fields for one in current):
            return None
        current = {found for one in current for field in fields(one) if field.name == name for found in _led_to(field)}
    return current


def _led_to(field: Any) -> set[type[Part]]:
    for collection in field.reference.collections if field.reference is not None else ():
        if collection not in {"people", "organisations", "criteria", "priorities"}:
            assert collection in SECTIONS, collection
    named = set() if field.reference is None else set(field.reference.collections)
    return {*field.parts, *(section.model for name, section in sections().items() if name in named), *_shared(named)}


def _shared(collections: set[str]) -> set[type[Part]]:
    return {one for one in MATTERS if one.__name__ == "Criterion"} if "criteria" in collections else set()


def _within(owner: type[Part]) -> set[type[Part]]:
    return {part for field in fields(owner) for part in field.parts}


def _reachable(model: type[Part], known: set[type[Part]]) -> set[type[Part]]:
    for part in _within(model) - known:
        known.add(part)
        _reachable(part, known)
    return known


_ALL: set[type[Part]] = _reachable(Partnership, {Partnership})


def test_the_keys_that_matter_are_keys() -> None:
    for model, names in MATTERS.items():
        assert set(names) <= set(model.model_fields), model
