"""`new`: a record or an item, from a starter whose every line fits, in the file where it belongs."""

from __future__ import annotations

import json
import os
import pty
import select
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from console import Done
from inside import run_inside
from partnerkit.app.new import Sort, sorts
from partnerkit.app.starters import Line, filled, starter
from partnerkit.io.resources import templates_folder
from partnerkit.model.base import Part
from partnerkit.model.documentation import documentation
from partnerkit.model.validation import validated
from partnerkit.source.reader import read
from rule_cases import BASE
from scratch import snapshot
from test_fixes import SHAPES

SORTS = {sort.word: sort for sort in sorts().values()}
RECORD = """\
kind: partnership
id: foundry-skills
title: Foundry skills   # as agreed
stage: {stage}
partners:
  - {{organisation: northgate-castings, role: lead}}
  - {{organisation: eastfield-college}}
# place: Foundry lane

# The end.
"""
THERE = {"person": "amy-okoro", "witness": "amy-okoro", "partner": "northgate-castings", "evidence": "ev-new"}
THERE["criterion"] = "foundry/K1"


def place(tmp_path: Path, record: bytes, stage: str = "identify") -> Path:
    """A workspace with one partnership; its folder."""
    root = tmp_path / "records"
    shutil.copytree(BASE, root)
    (root / "record.yaml").write_bytes(record or RECORD.format(stage=stage).encode())
    return root


def new(root: Path, *arguments: str) -> Done:
    return run_inside(root, "--as-of", "2026-11-22", "new", *arguments)


def asked(sort: Sort) -> list[Line]:
    return [line for line in starter(sort.starter) if line.is_asked and line.key not in {"id", "kind"}]


def given(sort: Sort) -> list[str]:
    """The options that give what a starter asks for: its own examples, but people and things that are there."""
    values = {line.key: line.example.strip('"') for line in asked(sort)}
    values |= {key: value for key, value in THERE.items() if key in values}
    if sort.word == "partnership":
        values["partners"] = "[{organisation: northgate-castings, role: lead}, {organisation: eastfield-college}]"
    return [word for key, value in values.items() for word in ("--set", f"{key}={value}")]


# ---------------------------------------------------------------------- the starters


def test_there_is_a_starter_for_everything_that_can_be_begun_and_no_other() -> None:
    there = {path.stem for path in (templates_folder() / "starters").glob("*.yaml")}
    assert there == {sort.starter for sort in SORTS.values()}


@pytest.mark.parametrize("sort", SORTS.values(), ids=SORTS)
def test_every_line_of_a_starter_fits_its_key_and_says_what_it_means(sort: Sort) -> None:
    lines = starter(sort.starter)
    text = "".join(f"{line.key}: {line.example}\n" for line in lines if line.key)
    documents = read(text, "starter.yaml").documents
    assert isinstance(validated(sort.model, documents[0]), Part)
    keys = [line.key for line in lines if line.key]
    assert len(keys) == len(set(keys))
    assert all(line.comment for line in lines if line.key not in {"id", "kind", "partners"})
    assert all(len(line.text) <= 120 for line in lines)


@pytest.mark.parametrize("sort", SORTS.values(), ids=SORTS)
def test_a_starter_is_itself_a_valid_record_or_item(sort: Sort) -> None:
    text = (templates_folder() / "starters" / f"{sort.starter}.yaml").read_text(encoding="utf-8")
    reading = read(text, "starter.yaml")
    assert not reading.faults
    assert isinstance(validated(sort.model, reading.documents[0]), Part)
    assert text.startswith("# ")
    assert documentation(sort.model).summary


def test_what_is_for_later_is_left_out() -> None:
    lines = starter("milestones")
    early = filled(lines, {"id": "ms", "title": "Ready"}, "plan")
    assert early == (
        "# A point on the way, with its day.",
        "id: ms",
        "title: Ready  # What will have been reached",
        "# due: 2026-04-01  # The day it is due",
        "# owner: priya-nair  # The person who sees to it",
        "# activity: five-axis  # The activity it belongs to",
    )
    assert filled(lines, {"id": "ms", "title": "Ready"}, "activate")[6:] == (
        "# met_on: 2026-03-30  # The day it was met",
        "# status: met  # How it stands",
    )


@pytest.mark.parametrize(("stage", "words"), [("identify", "scan, need"), ("plan", "activity"), ("close", "review:")])
def test_a_partnership_says_what_comes_next_up_to_its_stage(stage: str, words: str) -> None:
    lines = filled(starter("partnership"), {"id": "p"}, stage)
    assert lines[-1].startswith(f"#   {words}") or words in lines[-1]
    assert "(from" not in "".join(lines)


# ---------------------------------------------------------------------- everything can be begun

LATER = {
    "identifier-missing",
    "need-without-gap",
    "priority-missing",
    "scan-missing",
    "needs-missing",
    "opportunity-missing",
    "single-source-scan",
}
"""What is due of what was begun, and missing; nothing else may be found."""


def test_everything_can_be_begun_and_lacks_only_what_is_due_later(tmp_path: Path) -> None:
    root = place(tmp_path, b"")
    before = {entry["message"] for entry in _found(root)}
    order = sorted(SORTS.values(), key=lambda sort: sort.word in {"judgement", "testimony"})
    for sort in order:
        id_ = ["zz-new" if sort.word != "evidence" else "ev-new"] if sort.has_id else []
        holder = {"partnership": "foundry-skills", "organisation": "northgate-castings", "framework": "foundry"}
        where = ["--in", holder[sort.kind]] if sort.collection else []
        done = new(root, sort.word, *id_, *where, *given(sort))
        assert (done.code, done.errors) == (0, ""), sort.word
        assert done.output.startswith(f"Began {(id_ or [sort.word])[0]} in "), sort.word
    assert run_inside(root, "validate").code == 0
    found = [entry for entry in _found(root) if entry["message"] not in before]
    assert {entry["name"] for entry in found} <= LATER


def _found(root: Path) -> list[dict[str, str]]:
    done = run_inside(root, "--as-of", "2026-11-22", "lint", "--format", "json")
    found: list[dict[str, str]] = json.loads(done.output)["diagnostics"]
    return found


# ---------------------------------------------------------------------- where it goes

ACTION = """\
actions:
  # Something that somebody is to do by a day.
  - id: act-ask
    text: Ask  # What is to be done
    # owner: priya-nair  # The one person who sees to it
    # due: 2026-04-01  # The day it is due
    # status: open  # Whether it is open, done or dropped
    # from: risk-supervisor  # What gave rise to it: a risk, a review, a piece of feedback
"""


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_an_item_is_put_into_the_record_and_no_other_byte_moves(tmp_path: Path, shape: Callable[[str], bytes]) -> None:
    text = RECORD.format(stage="run")
    root = place(tmp_path, shape(text))
    done = new(root, "action", "--set", "text=Ask")
    assert (done.code, done.output, done.errors) == (0, "Began act-ask in record.yaml\n", "")
    behind = "# place: Foundry lane\n"
    assert (root / "record.yaml").read_bytes() == shape(text.replace(behind, behind + ACTION))
    assert new(root, "action", "--set", "text=Ask").output == "Began act-ask-2 in record.yaml\n"


def test_what_there_is_one_of_is_put_in_once(tmp_path: Path) -> None:
    root = place(tmp_path, b"")
    assert new(root, "exit").errors.endswith("A new exit needs at least one key, such as --set notice_days=90.\n")
    assert new(root, "exit", "--set", "notice_days=90").output == "Began exit in record.yaml\n"
    done = new(root, "exit", "--set", "notice_days=60")
    assert (done.code, done.errors) == (2, "error: foundry-skills has its `exit` already.\n")


def test_a_partnership_in_a_folder_gets_new_sections_in_files(tmp_path: Path) -> None:
    root = place(tmp_path, b"")
    home = root / "foundry-skills"
    home.mkdir()
    (root / "record.yaml").rename(home / "partnership.yaml")
    assert new(root, "exit", "--set", "notice_days=90").output == "Began exit in foundry-skills/exit.yaml\n"
    assert new(root, "risk", "--set", "event=Fire").output == "Began risk-fire in foundry-skills/risks.yaml\n"
    assert new(root, "risk", "--set", "event=Flood").output == "Began risk-flood in foundry-skills/risks.yaml\n"
    (home / "meetings").mkdir()
    (home / "meetings" / "2026-01-10.yaml").write_text("on: 2026-01-10\n", encoding="utf-8")
    assert new(root, "meeting").output == "Began 2026-11-22 in foundry-skills/meetings/2026-11-22.yaml\n"
    assert (
        (home / "meetings" / "2026-11-22.yaml").read_text(encoding="utf-8").startswith("# A meeting of a body.\non: ")
    )
    assert run_inside(root, "validate").code == 0


def test_a_record_gets_a_file_where_its_like_are(tmp_path: Path) -> None:
    root = place(tmp_path, b"")
    (root / "people" / "of").mkdir(parents=True)
    for name in ("a", "b", "c", "d", "e"):
        text = f"kind: organisation\nid: {name}\nname: {name}\n"
        (root / "people" / "of" / f"{name}.yaml").write_text(text, encoding="utf-8")
    done = new(root, "organisation", "--set", "name=Westhill Forge")
    assert done.output == "Began westhill-forge in people/of/westhill-forge.yaml\n"
    done = new(root, "programme", "--set", "title=Skills fund")
    assert done.output == "Began skills-fund in programmes/skills-fund.yaml\n"


def test_a_person_is_named_by_the_name(tmp_path: Path) -> None:
    root = place(tmp_path, b"")
    arguments = ("person", "--in", "northgate-castings", "--set", "name=Zoë O'Hara")
    assert new(root, *arguments).output.startswith("Began zoe-o-hara in ")
    assert new(root, *arguments).output.startswith("Began zoe-o-hara-2 in ")


# ---------------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("risc",), 2, "risc is nothing that can be begun. Did you mean risk?"),
        (("zzz",), 2, "zzz is nothing that can be begun. There are organisation, framework, programme, partnership, "),
        (("risk",), 2, 'A new risk needs `event`: give it with --set event="…".'),
        (("partnership", "--set", "title=X"), 2, "A new partnership needs `partners`: give it with --partner"),
        (("organisation",), 2, "A new organisation needs `name`"),
        (("organisation", "--set", "name=日本"), 2, "Say which id the organisation is to have: `partnerkit new organ"),
        (("organisation", "a/b", "--set", "name=X"), 2, "a/b is no id: "),
        (("organisation", "../b", "--set", "name=X"), 2, "../b is no id: "),
        (("organisation", "b", "--in", "c", "--set", "name=X"), 2, "--in says nothing of this: a new organisation"),
        (("risk", "--set", "event=X", "--partner", "a"), 2, "--partner is for partnerships"),
        (("risk", "--set", "event=X", "--set", "id=a"), 2, "The id stands behind the word for what it is"),
        (("risk", "--set", "event=X", "--set", "event=Y"), 2, "`event` is given twice."),
        (("risk", "--set", "event=X", "--set", "catgory=people"), 2, "Did you mean `category`?"),
        (("risk", "--set", "event=X", "--set", "inherent={likelihood: 9}"), 2, "`inherent` has no `impact`"),
        (("risk", "--set", "event=X", "--in", "foundry"), 2, "There is no partnership foundry here. Did you mean"),
        (("risk", "--set", "event=X", "--set", "owner=nobody"), 1, "there is no `nobody` among the people"),
        (("organisation", "northgate-castings", "--set", "name=X"), 2, "northgate-castings.yaml already"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_and_nothing_is_written(
    tmp_path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    root = place(tmp_path, b"")
    before = snapshot(root)
    done = new(root, *arguments)
    assert (done.code, snapshot(root)) == (code, before)
    assert words in done.errors + done.output


def test_a_link_to_another_folder_is_not_followed(tmp_path: Path) -> None:
    root = place(tmp_path, b"")
    (tmp_path / "elsewhere").mkdir()
    (root / "programmes").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="not a plain folder"):
        new(root, "programme", "--set", "title=Skills fund")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_it_is_shown_and_not_written(tmp_path: Path) -> None:
    root = place(tmp_path, b"")
    before = snapshot(root)
    done = new(root, "programme", "--set", "title=Skills fund", "--diff")
    assert done.code == 0
    assert "+++ programmes/skills-fund.yaml\n" in done.output
    assert "+title: Skills fund  # " in done.output
    assert snapshot(root) == before


# ---------------------------------------------------------------------- asked on a terminal


def _typed(root: Path, words: list[str], *arguments: str) -> tuple[str, int]:
    """What the real command prints on a terminal at which somebody types these lines, and its exit code."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(root)
        os.environ |= {"PARTNERKIT_CACHE_DIR": str(root.parent / "cache"), "NO_COLOR": "1"}
        os.execv(sys.executable, [sys.executable, "-m", "partnerkit", *arguments])  # noqa: S606
    for word in words:
        os.write(terminal, f"{word}\n".encode())
    shown = b""
    end = time.monotonic() + 30
    while time.monotonic() < end and select.select([terminal], [], [], end - time.monotonic())[0]:
        try:
            shown += os.read(terminal, 4096)
        except OSError:
            break
    _, status = os.waitpid(process, 0)
    os.close(terminal)
    return shown.decode("utf-8"), os.waitstatus_to_exitcode(status)


def test_on_a_terminal_what_is_needed_is_asked_for(tmp_path: Path) -> None:
    root = place(tmp_path, b"")
    answers = ["Skills for all", "agre", "agree", "northgate-castings, eastfield-college"]
    shown, code = _typed(root, answers, "new", "partnership")
    assert code == 0, shown
    assert "Its name" in shown
    assert "`stage` cannot be `agre`. Did you mean `agree`?" in shown
    text = next((root).rglob("skills-for-all.yaml")).read_text(encoding="utf-8")
    assert "title: Skills for all  # Its name\nstage: agree  #" in text
    assert "partners:\n  - {organisation: northgate-castings}\n  - {organisation: eastfield-college}\n" in text
    assert "aim, objective, key-role" in text
