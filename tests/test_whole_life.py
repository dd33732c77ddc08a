"""The life of a repository of records from its first day, played through the command line with a real git."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console import Console, Done
from inside import run_inside
from repositories import commit, git, needs_git, repository

pytestmark = needs_git
RECORD = "partnerships/foundry-skills.yaml"
AGREED = """    owners: {northgate-castings: amy-okoro, eastfield-college: dan-price}
    agreed_by: [northgate-castings, eastfield-college]
    agreed_on: 2026-11-20
    indicators:
      - id: unaided
        type: outcome
        measure: count
        unit: people
        direction: increase
        baseline: {value: 0, on: 2026-11-10}
        target: {value: 6, on: 2027-07-31}
        source: Check by the supervisor
        method: Observation against the set-up sheet
        frequency_days: 90
        owner: amy-okoro
"""
CHANGED = """    changed:
      - on: 2026-12-04
        by: amy-okoro
        what: The target falls from six to four
        why: Two of the six are needed on nights
        approved_in: 2026-12-03
"""


class Life:
    """A repository, and the person who keeps it; the days go by as the commands say."""

    def __init__(self, folder: Path) -> None:
        self.root = repository(folder / "records")
        self.console = Console(folder / "home", self.root)
        self.day = "2026-11-20"

    def does(self, *arguments: str, code: int = 0) -> Done:
        # The gate runs as CI runs it; to start an interpreter for every other command takes most of the time.
        given = ("--as-of", self.day, *arguments)
        done = self.console.run(*given) if arguments[0] == "check" else run_inside(self.root, *given)
        assert done.code == code, f"{arguments}: {done.output}{done.errors}"
        return done

    def commits(self, day: str) -> None:
        self.day = day
        commit(self.root, {}, day)

    def edits(self, before: str, after: str) -> None:
        """Change the record by hand, as a person does in an editor."""
        path = self.root / RECORD
        text = path.read_text(encoding="utf-8")
        assert text.count(before) >= 1
        path.write_text(text.replace(before, after, 1), encoding="utf-8")


@pytest.fixture
def life(tmp_path: Path) -> Life:
    return Life(tmp_path)


def test_the_whole_life_of_a_partnership(life: Life) -> None:
    it_begins(life)
    what_is_agreed_is_sealed(life)
    somebody_makes_it_easier(life)
    both_sides_approve(life)
    it_is_looked_back_on(life)


def it_begins(life: Life) -> None:
    """A workspace, two organisations with a person each, a partnership, and what was said on the first day."""
    life.does("init")
    for id_, name, kind, person in (
        ("northgate-castings", "Northgate Castings Ltd", "employer", "Amy Okoro"),
        ("eastfield-college", "Eastfield College", "fe-college", "Dan Price"),
    ):
        life.does("new", "organisation", id_, "--set", f"name={name}", "--set", f"type={kind}")
        life.does("new", "person", "--in", id_, "--set", f"name={person}")
    partners = ("--partner", "northgate-castings", "--partner", "eastfield-college")
    life.does("new", "partnership", "foundry-skills", "--set", "title=Foundry skills", *partners)
    life.does(
        "new", "scan", "--set", "source=shop-floor", "--set", "finding=One moulder is left", "--set", "by=amy-okoro"
    )
    life.does("log", "contact", "First talk: the college is keen", "--by", "amy-okoro", "--mode", "call")
    life.does("log", "action", "Ask the college for dates", "--owner", "dan-price", "--due", "2026-12-01")
    assert life.does("validate").output.startswith("No problems in 4 records")


def what_is_agreed_is_sealed(life: Life) -> None:
    """What was agreed is written down and sealed; the minutes are evidence."""
    statement = "Six moulders set up the green-sand line unaided by July 2027"
    life.does("new", "objective", "obj-moulders", "--set", f"statement={statement}", "--set", "due=2027-07-31")
    text = (life.root / RECORD).read_text(encoding="utf-8")
    life.edits(text[text.index("    # owners: {halden") :], AGREED)
    sealed = life.does("lock", "foundry-skills", "--by", "amy-okoro")
    assert sealed.output.startswith("Sealed 1 objective of foundry-skills as of 2026-11-20 in ")
    (life.root / "partnerships/files").mkdir()
    (life.root / "partnerships/files/minutes.txt").write_text("Agreed on 20 November.\n", encoding="utf-8")
    criterion = "collaborative-relationships/P1:paragraph=1"
    life.does("evidence", "add", "partnerships/files/minutes.txt", "--in", "foundry-skills", "--maps", criterion)
    assert life.does("evidence", "verify").output.startswith("Looked at 1 file of evidence: all as recorded")
    ready = life.does("check")
    assert ready.output.endswith("\nReady: nothing stands in the way.\n")
    life.commits("2026-11-20")
    git(life.root, "tag", "agreed")


GATE = ("check", "--against", "main", "--config-from", "main")


def somebody_makes_it_easier(life: Life) -> None:
    """On a branch, a target is lowered, which is told and stopped."""
    git(life.root, "checkout", "--quiet", "-b", "easier")
    life.edits("target: {value: 6, on: 2027-07-31}", "target: {value: 4, on: 2027-07-31}")
    life.commits("2026-12-01")
    told = life.does("diff", "main").output
    assert "from 6 to 4" in told
    stopped = life.does(*GATE, code=1)
    assert "error[PKC09 objective-changed-after-lock]" in stopped.output
    assert stopped.output.endswith("\nNot ready: see what fails.\n")


def both_sides_approve(life: Life) -> None:
    """A meeting approves the change; recorded and sealed, it passes and is merged."""
    life.day = "2026-12-04"
    life.does("new", "meeting", "2026-12-03", "--set", "on=2026-12-03", "--set", "present=[amy-okoro, dan-price]")
    life.edits("    locked:\n", f"{CHANGED}    locked:\n")
    assert life.does("lock", "foundry-skills", "--by", "dan-price").output.startswith("Sealed 1 objective")
    life.does("log", "action", "Tell the shift leaders", "--owner", "amy-okoro", "--due", "2026-12-10")
    passed = life.does(*GATE)
    assert "PKC09" not in passed.output
    assert passed.output.endswith("\nReady: nothing stands in the way.\n")
    life.commits("2026-12-04")
    git(life.root, "checkout", "--quiet", "main")
    git(life.root, "merge", "--quiet", "--ff-only", "easier")


def it_is_looked_back_on(life: Life) -> None:
    """What is due, what the pages say, and how it has come along."""
    agenda = life.does("agenda", "--within", "30d").output
    assert "Ask the college for dates" in agenda
    life.does("report", "review", "portfolio")
    review = (life.root / "reports/review-foundry-skills.html").read_text(encoding="utf-8")
    assert "Two of the six are needed on nights" in review
    document = json.loads(life.does("history", "--format", "json").output)
    assert [moment["day"] for moment in document["moments"]] == ["2026-11-20", "2026-12-01", "2026-12-04"]
    (partnership,) = document["partnerships"]
    assert [one["open_actions"] for one in partnership["standings"]] == [1, 1, 2]
    assert [one["errors"] for one in partnership["standings"]] == [0, 1, 0]
    then = json.loads(life.does("lint", "--rev", "agreed", "--format", "json").output)
    assert "objective-changed-after-lock" not in {one["name"] for one in then["diagnostics"]}
