"""`log`: a dated item in one line, in the file where it belongs; what was there already stays byte for byte."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as running
from hypothesis import strategies as st

from console import Done
from inside import run_inside
from partnerkit.source.characters import HIDDEN_IN_VALUES
from partnerkit.source.reader import read
from rule_cases import BASE
from scratch import snapshot
from test_fixes import SHAPES

RECORD = """\
# Foundry skills, from the first talk on.
kind: partnership
id: foundry-skills
title: Foundry skills   # as agreed
stage: run
partners:
  - {organisation: northgate-castings, role: lead}
  - {organisation: eastfield-college}
objectives:
  - id: obj-patterns   # the first
    statement: "Six apprentices make patterns unaided: by July 2027"
    indicators:
      - id: unaided
        unit: people

      - {id: scrap, unit: percent, actuals: [{on: 2026-01-10, value: 4}]}
meetings:
  - {id: 2026-06-16, on: 2026-06-16}
stakeholders:
  - {id: st-foundry, person: amy-okoro}
contacts:
- id: ct-09   # by telephone
  on: 2026-06-01
  # a note on it

# The end."""


def place(tmp_path: Path, raw: bytes) -> Path:
    """A workspace with one partnership of these bytes; its file."""
    shutil.copytree(BASE, tmp_path / "records")
    file = tmp_path / "records" / "record.yaml"
    file.write_bytes(raw)
    return file


def log(file: Path, *arguments: str) -> Done:
    return run_inside(file.parent, "--as-of", "2026-11-22", "log", *arguments)


END = "\n\n# The end."
CONTACT = "  # a note on it\n"
CASES: dict[str, tuple[tuple[str, ...], str, str, str]] = {
    "a contact": (
        ("contact", "Asks how scrap is counted", "--with", "st-foundry", "--by", "dan-price", "--mode", "call"),
        "ct-10", CONTACT,
        "- id: ct-10\n  on: 2026-11-22\n  stakeholder: st-foundry\n  by: dan-price\n  mode: call\n"
        "  summary: Asks how scrap is counted\n",
    ),
    "a contact on another day": (
        ("contact", "Called: no answer", "--on", "2026-11-20"),
        "ct-10", CONTACT, '- id: ct-10\n  on: 2026-11-20\n  summary: "Called: no answer"\n',
    ),
    "an action": (
        ("action", "Ask for the rota", "--owner", "dan-price", "--due", "2026-12-01"),
        "act-ask-for-the-rota", CONTACT,
        "actions:\n  - id: act-ask-for-the-rota\n    text: Ask for the rota\n    owner: dan-price\n"
        "    due: 2026-12-01\n",
    ),
    "a journal entry": (
        ("journal", "Nights feel left out", "--by", "amy-okoro", "--set", "so_what=They are", "--set",
         "links=[obj-patterns]", "--set", "x-mood=low"),
        "j-1", CONTACT,
        "journal:\n  - id: j-1\n    on: 2026-11-22\n    author: amy-okoro\n    what: Nights feel left out\n"
        "    so_what: They are\n    links: [obj-patterns]\n    x-mood: low\n",
    ),
    "feedback": (
        ("feedback", "More of this!", "--set", "sentiment=positive", "--id", "fb-more"),
        "fb-more", CONTACT,
        'feedback:\n  - id: fb-more\n    text: "More of this!"\n    on: 2026-11-22\n    sentiment: positive\n',
    ),
    "the first result of an indicator": (
        ("result", "2", "--indicator", "unaided"),
        "a result of unaided", "        unit: people\n",
        "        actuals:\n          - on: 2026-11-22\n            value: 2\n",
    ),
    "a result in words": (
        ("result", "Two of them, with help", "--indicator", "obj-patterns/unaided", "--set", "status=provisional"),
        "a result of obj-patterns/unaided", "        unit: people\n",
        '        actuals:\n          - on: 2026-11-22\n            narrative: "Two of them, with help"\n'
        "            status: provisional\n",
    ),
    "another result, in brackets": (
        ("result", "3.5", "--indicator", "scrap", "--on", "2026-10-31"),
        "a result of scrap", "{on: 2026-01-10, value: 4}", ", {on: 2026-10-31, value: 3.5}",
    ),
    "an action of a meeting": (
        ("action", "Ask", "--meeting", "2026-06-16"),
        "act-ask", "on: 2026-06-16", ", actions: [{id: act-ask, text: Ask}]",
    ),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_becomes_the_last_of_its_list_and_no_other_byte_moves(
    tmp_path: Path, case: tuple[tuple[str, ...], str, str, str], shape: Callable[[str], bytes]
) -> None:
    arguments, id_, behind, expected = case
    file = place(tmp_path, shape(RECORD))
    done = log(file, *arguments)
    assert (done.code, done.errors) == (0, "")
    assert done.output == f"Logged {id_} in record.yaml\n"
    assert RECORD.count(behind) == 1
    assert file.read_bytes() == shape(RECORD.replace(behind, behind + expected))


def test_twice_is_two_items(tmp_path: Path) -> None:
    file = place(tmp_path, RECORD.encode())
    assert [log(file, "action", "Ask").output for _ in range(2)] == [
        "Logged act-ask in record.yaml\n",
        "Logged act-ask-2 in record.yaml\n",
    ]
    assert file.read_text(encoding="utf-8") == RECORD.replace(
        END, "\nactions:\n  - id: act-ask\n    text: Ask\n  - id: act-ask-2\n    text: Ask" + END
    )


def test_it_is_shown_and_not_written(tmp_path: Path) -> None:
    file = place(tmp_path, RECORD.encode())
    before = snapshot(file.parent)
    done = log(file, "action", "Ask", "--diff")
    assert done.code == 0
    assert done.output == (
        "--- record.yaml\n+++ record.yaml\n@@ -22,5 +22,8 @@\n - id: ct-09   # by telephone\n   on: 2026-06-01\n"
        "   # a note on it\n+actions:\n+  - id: act-ask\n+    text: Ask\n \n # The end.\n\\ No newline at end of file\n"
    )
    assert snapshot(file.parent) == before


# ---------------------------------------------------------------------- a partnership in a folder


def folder(tmp_path: Path) -> Path:
    """A workspace with a partnership in a folder: a section in a file, one in a folder; the file of the record."""
    head, _, contacts = RECORD.partition("contacts:\n")
    file = place(tmp_path, b"")
    file.unlink()
    home = file.parent / "foundry-skills"
    (home / "journal").mkdir(parents=True)
    (home / "partnership.yaml").write_text(head, encoding="utf-8")
    (home / "contacts.yaml").write_text(contacts, encoding="utf-8")
    (home / "journal" / "2026-06-01.yaml").write_text("on: 2026-06-01\nwhat: It began\n", encoding="utf-8")
    return home / "partnership.yaml"


def test_a_section_in_a_file_of_its_own_gets_it_there(tmp_path: Path) -> None:
    home = folder(tmp_path).parent
    before = (home / "contacts.yaml").read_text(encoding="utf-8")
    done = run_inside(home, "log", "contact", "Called", "--as-of", "2026-11-22")
    assert (done.code, done.output) == (0, "Logged ct-10 in contacts.yaml\n")
    after = before.replace(END, "\n- id: ct-10\n  on: 2026-11-22\n  summary: Called" + END)
    assert (home / "contacts.yaml").read_text(encoding="utf-8") == after


def test_a_section_kept_as_a_folder_gets_a_file(tmp_path: Path) -> None:
    home = folder(tmp_path).parent
    done = run_inside(home, "log", "journal", "It goes on", "--as-of", "2026-11-22")
    assert (done.code, done.output) == (0, "Logged 2026-11-22 in journal/2026-11-22.yaml\n")
    assert (home / "journal" / "2026-11-22.yaml").read_bytes() == b"on: 2026-11-22\nwhat: It goes on\n"
    again = run_inside(home, "log", "journal", "And on", "--as-of", "2026-11-22")
    assert again.output == "Logged 2026-11-22-2 in journal/2026-11-22-2.yaml\n"


def test_a_new_section_gets_a_file_beside_the_partnership(tmp_path: Path) -> None:
    file = folder(tmp_path)
    before = file.read_bytes()
    done = run_inside(file.parent, "log", "action", "Ask")
    assert (done.code, done.output) == (0, "Logged act-ask in actions.yaml\n")
    assert (file.parent / "actions.yaml").read_bytes() == b"- id: act-ask\n  text: Ask\n"
    assert file.read_bytes() == before


def test_a_folder_that_is_empty_as_yet_gets_a_file(tmp_path: Path) -> None:
    home = folder(tmp_path).parent
    (home / "actions").mkdir()
    assert run_inside(home, "log", "action", "Ask").output == "Logged act-ask in actions/act-ask.yaml\n"
    assert run_inside(home, "log", "action", "Ask").output == "Logged act-ask-2 in actions/act-ask-2.yaml\n"
    assert run_inside(home, "validate").code == 0


def test_a_new_file_that_git_ignores_is_told(tmp_path: Path) -> None:
    home = folder(tmp_path).parent
    subprocess.run(["git", "init", "--quiet"], cwd=home.parent, check=True)
    (home / ".gitignore").write_text("actions.yaml\n", encoding="utf-8")
    done = run_inside(home, "log", "action", "Ask")
    assert (done.code, done.errors) == (0, "note: git ignores actions.yaml, so it will not be read\n")


def test_a_file_that_is_in_the_way_is_not_written_over(tmp_path: Path) -> None:
    home = folder(tmp_path).parent
    (home / "journal" / "free.yaml").symlink_to("nowhere.yaml")
    before = snapshot(home)
    done = run_inside(home, "log", "journal", "It goes on", "--id", "free")
    assert done.code == 2
    assert "There is journal/free.yaml already, and nothing is ever overwritten." in done.errors
    assert snapshot(home) == before


def test_a_file_that_would_not_be_read_is_not_written(tmp_path: Path) -> None:
    file = folder(tmp_path)
    marker = file.parent.parent / "partnerkit.yaml"
    marker.write_text("format: 1\nexclude: ['**/actions.yaml']\n", encoding="utf-8")
    done = run_inside(file.parent, "log", "action", "Ask")
    assert done.code == 2
    assert "actions.yaml would not be read: `include` and `exclude` in partnerkit.yaml leave it out." in done.errors


# ---------------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("acton", "Ask"), 2, "acton is nothing that can be logged. Did you mean action?"),
        (("action", "  "), 2, "There is nothing to log"),
        (("action", "Ask", "--in", "foundry-skill"), 2, "There is no partnership foundry-skill here. Did you mean"),
        (("action", "Ask", "--owner", "dan-prize"), 1, "there is no `dan-prize` among the people of the partners\n"),
        (("action", "Ask", "--due", "1.12.2026"), 2, "`due` is not a date: `1.12.2026`."),
        (("action", "Ask", "--mode", "call"), 2, "--mode says nothing of this: action takes --owner, --due and --f"),
        (("action", "Ask", "--set", "owne=dan-price"), 2, "There is no key `owne` here. Did you mean `owner`?"),
        (("action", "Ask", "--set", "owner"), 2, "Write it as --set KEY=VALUE, not 'owner'."),
        (("action", "Ask", "--set", "text=Ask"), 2, "`text` is given twice."),
        (("action", "Ask", "--set", "id=a"), 2, "`id` is given twice."),
        (("action", "Ask", "--meeting", "2026-06-17"), 2, "There is no meeting 2026-06-17 in foundry-skills. Did you"),
        (("contact", "Call", "--meeting", "2026-06-16"), 2, "--meeting is for actions"),
        (("contact", "Call", "--id", "ct-09"), 1, "the id `ct-09` is taken: another one of the `contacts` has it\n"),
        (("contact", "Call", "--id", "../Ct"), 2, "../Ct is no id: small letters and digits, in words joined"),
        (("contact", "Call", "--id", "con"), 1, "the name of a device on Windows"),
        (("contact", "Call", "--mode", "visits"), 2, "`mode` cannot be `visits`. Did you mean `visit`?"),
        (("result", "3"), 2, "name it with --indicator. There are unaided and scrap."),
        (("result", "3", "--indicator", "scrape"), 2, "There is no indicator scrape in foundry-skills. Did you mean"),
        (("contact", "Call", "--indicator", "scrap"), 2, "--indicator is for results"),
        (("contact", "Call", "--on", "2026-11-23"), 2, "`on` is the day on which something happened, and 23 November"),
        (("journal", "It went on", "--on", "2027-01-01"), 2, "1 January 2027 is still to come: today is 22 November 2"),
        (("result", "3", "--indicator", "scrap", "--on", "2026-11-23"), 2, "23 November 2026 is still to come"),
        (("action", "Ask", "--set", "done_on=2026-11-23"), 2, "`done_on` is the day on which something happened"),
        (("action", "Ask\u202e", "--in", "foundry-skills"), 2, "holds U+202E (right-to-left override)"),
        (("action", "Ask\udcff", "--in", "foundry-skills"), 2, "holds U+DCFF"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_and_nothing_is_written(
    tmp_path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    file = place(tmp_path, RECORD.encode())
    before = snapshot(file.parent)
    done = log(file, *arguments)
    assert done.code == code
    assert words in done.errors + done.output
    assert done.code != 1 or done.output.endswith("Nothing was written.\n")
    assert snapshot(file.parent) == before


@pytest.mark.parametrize("arguments", [
    ("contact", "Call", "--on", "2026-11-22", "--set", "next_on=2027-01-12"),
    ("action", "Ask", "--due", "2027-01-12"),
    ("result", "Expected in words", "--indicator", "scrap", "--on", "2027-01-12"),
])  # fmt: skip
def test_what_is_planned_may_lie_ahead(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    file = place(tmp_path, RECORD.encode())
    assert log(file, *arguments).code == 0
    assert "2027-01-12" in file.read_text(encoding="utf-8")


def test_an_id_that_leads_elsewhere_is_no_file(tmp_path: Path) -> None:
    home = folder(tmp_path).parent
    before = snapshot(tmp_path / "records")
    done = run_inside(home, "log", "journal", "Out", "--id", "../../../out")
    assert done.code == 2
    assert "../../../out is no id" in done.errors
    assert snapshot(tmp_path / "records") == before


def test_with_several_partnerships_one_must_be_named(tmp_path: Path) -> None:
    file = place(tmp_path, RECORD.encode())
    file.with_name("other.yaml").write_text(RECORD.replace("foundry-skills", "other"), encoding="utf-8")
    done = log(file, "action", "Ask")
    assert done.code == 2
    assert "Which partnership? Say it with --in; there are other and foundry-skills." in done.errors
    assert log(file, "action", "Ask", "--in", "other").output == "Logged act-ask in other.yaml\n"


def test_what_cannot_be_edited_without_touching_more_is_left_to_a_person(tmp_path: Path) -> None:
    raw = RECORD.replace("contacts:\n", "contacts: &all\n").encode()
    file = place(tmp_path, raw)
    done = log(file, "contact", "Call")
    assert done.code == 2
    assert "It cannot be written to record.yaml without touching more than it should." in done.errors
    assert file.read_bytes() == raw


def test_a_fault_elsewhere_is_no_hindrance_and_is_not_made_worse(tmp_path: Path) -> None:
    file = place(tmp_path, RECORD.encode())
    file.with_name("broken.yaml").write_text("kind: organisation\nid: Broken\nname: []\n", encoding="utf-8")
    assert log(file, "action", "Ask", "--owner", "dan-price").code == 0
    before = file.read_bytes()
    assert log(file, "action", "Ask", "--owner", "nobody").code == 1
    assert file.read_bytes() == before


def test_a_record_with_a_fault_is_left_alone(tmp_path: Path) -> None:
    raw = RECORD.replace("stage: run", "stage: runs").encode()
    file = place(tmp_path, raw)
    done = log(file, "action", "Ask", "--in", "foundry-skills")
    assert done.code == 2
    assert "foundry-skills has errors that must be mended first: `partnerkit validate record.yaml` shows" in done.errors
    assert file.read_bytes() == raw


def test_a_configuration_with_a_fault_is_told(tmp_path: Path) -> None:
    file = place(tmp_path, RECORD.encode())
    file.with_name("partnerkit.yaml").write_text("formt: 1\n", encoding="utf-8")
    done = log(file, "action", "Ask")
    assert (done.code, done.output) == (2, "")
    assert "partnerkit.yaml has to be mended first" in done.errors


# ---------------------------------------------------------------------- what is logged comes back

said = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200) | st.sampled_from(
    ["12", "true", "~", "2026-03-10", "- x", "# x", "a: b", "{a", "[b", "'", '"', "|", "one\ntwo\n", "\ttab", "x " * 90,
     " x ", "&a", "*a", "!x", "%x", "---", "...", "a #b", "null", "0x1F", "=", "\u00a0", "\\n", "🎓"]
)  # fmt: skip
flows = st.sampled_from(
    [
        "",
        "contacts: []\n",
        "contacts: [{id: a, on: 2026-01-10}]\n",
        "contacts:\n- {id: a, on: 2026-01-10}\n",
        "contacts:\n  - id: a\n    on: 2026-01-10\n    summary: >\n      one\n",
    ]
)


@running(max_examples=60, deadline=None, derandomize=True, database=None)
@given(said.filter(lambda text: text.strip() and not HIDDEN_IN_VALUES.search(text)), flows)
def test_whatever_text_is_logged_comes_back_as_it_was_given(
    tmp_path_factory: pytest.TempPathFactory, text: str, list_: str
) -> None:
    head = RECORD[: RECORD.index("contacts:")]
    file = place(tmp_path_factory.mktemp("said"), (head + list_).encode())
    done = log(file, "contact", "--", text) if text.startswith("-") else log(file, "contact", text)
    assert (done.code, done.errors) == (0, "")
    raw = file.read_bytes()
    documents: Any = read(raw.decode("utf-8"), "record.yaml").documents
    assert documents[0]["contacts"][-1]["summary"] == text
    before: Any = read(head + list_, "record.yaml").documents
    assert documents[0]["contacts"][:-1] == before[0].get("contacts", [])


# ---------------------------------------------------------------------- interrupted


@pytest.mark.parametrize("call", ["open", "write", "fsync", "replace", "link", "mkdir"])
@pytest.mark.parametrize("word", ["contact", "journal", "action"])
def test_killed_at_any_point_it_leaves_every_file_old_or_new(tmp_path: Path, call: str, word: str) -> None:
    home = folder(tmp_path).parent
    before = {path: state[3] for path, state in snapshot(home).items()}
    process = os.fork()
    if process == 0:
        real = getattr(os, call)

        def die(*arguments: Any, **named: Any) -> Any:
            if call == "open" and not arguments[1] & os.O_WRONLY:
                return real(*arguments, **named)
            return os.kill(os.getpid(), signal.SIGKILL)

        setattr(os, call, die)
        with suppress(BaseException):
            run_inside(home, "--no-cache", "log", word, "Called", "--id", "new")
        os._exit(0)
    os.waitpid(process, 0)
    after = {path: state[3] for path, state in snapshot(home).items() if not Path(path).name.startswith(".")}
    changed = {Path(path).name: raw for path, raw in after.items() if before.get(path) != raw}
    whole = [raw for raw in changed.values() if b"Called" in raw]
    assert len(whole) == len(changed) <= 1
    assert before.keys() <= after.keys()
    assert run_inside(home, "validate").code == 0
