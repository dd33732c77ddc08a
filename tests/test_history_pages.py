"""`partnerkit history` as a page, from a real repository; PARTNERKIT_BLESS=1 writes the goldens again."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from historic import historic, record
from inside import run_inside
from partnerkit import __version__
from partnerkit.units import unit_names
from repositories import commit, needs_git, put

pytestmark = needs_git

GOLDENS = Path(__file__).resolve().parent / "cases" / "views" / "history"


@pytest.fixture(scope="module")
def shared_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that tests only read."""
    return historic(tmp_path_factory.mktemp("history") / "root")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return historic(tmp_path / "root")


def page(root: Path, out: Path, *arguments: str) -> str:
    """The page in Markdown, which must be the only one."""
    done = run_inside(root, "history", "--format", "markdown", "--out", str(out), *arguments)
    assert done.code == 0, done.errors
    (written,) = out.iterdir()
    return written.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "audience"),
    [("history.html", "internal"), ("history.md", "internal"), ("history-public.md", "public")],
)
def test_the_page_is_what_it_was(shared_root: Path, tmp_path: Path, name: str, audience: str) -> None:
    format_ = "html" if name.endswith("html") else "markdown"
    out = tmp_path / name
    done = run_inside(shared_root, "history", "--format", format_, "--audience", audience, "--out", str(out))
    assert done.code == 0, done.errors
    written = out.read_text(encoding="utf-8").replace(f"partnerkit {__version__}", "partnerkit 0.0.0")
    if os.environ.get("PARTNERKIT_BLESS"):
        GOLDENS.mkdir(exist_ok=True)
        (GOLDENS / name).write_text(written, encoding="utf-8")
    assert written == (GOLDENS / name).read_text(encoding="utf-8")


def test_without_out_it_goes_to_the_folder_of_reports(root: Path) -> None:
    done = run_inside(root, "history", "--format", "html")
    assert (done.code, done.output) == (0, "Wrote 1 file as of 2026-03-10:\n  reports/history.html\n")
    put(root, {"partnerkit.yaml": "format: 1\nreport: {out: out/pages}\n"})
    assert run_inside(root, "history", "--format", "html").output.endswith("  out/pages/history.html\n")
    assert run_inside(root, "--quiet", "history", "--format", "html").output == ""


def test_it_does_not_leave_the_workspace_unless_the_command_line_says_so(root: Path, tmp_path: Path) -> None:
    (root / "way-out").symlink_to(tmp_path)
    put(root, {"partnerkit.yaml": "format: 1\nreport: {out: way-out}\n"})
    done = run_inside(root, "history", "--format", "html")
    assert done.code == 2
    assert done.errors.endswith("leads out of the workspace. Name another folder with --out.\n")
    assert not (tmp_path / "history.html").exists()


def test_the_first_screen_says_what_moved_where_to_look_and_what_is_missing(shared_root: Path, tmp_path: Path) -> None:
    screen = page(shared_root, tmp_path / "out").partition("**On this page**")[0]
    assert "**2 of 5 partnerships moved on a stage, 1 went back.**" in screen
    assert "open actions 1 then and 4 now" in screen
    assert "1 came in between and 1 is no longer seen." in screen
    following, _, missing = screen.partition("## What is missing")
    assert "it went back from plan to agree; " in following
    assert "2 open actions more" in following
    assert "[Trial](#partnership-trial) was last seen on 20 Feb 2026" in missing


def test_a_moment_without_any_partnership_is_named_as_missing(root: Path, tmp_path: Path) -> None:
    commit(root, {f"{name}.yaml": "kind: [" for name in ("foundry", "bakery", "merger", "nursery")}, "2026-03-11")
    assert re.search(r"- 11 Mar 2026 \(\w{7}.* was passed over", page(root, tmp_path / "out"))


def test_texts_of_records_are_escaped(shared_root: Path, tmp_path: Path) -> None:
    run_inside(shared_root, "history", "--format", "html", "--out", str(tmp_path / "out"))
    html = (tmp_path / "out" / "history.html").read_text(encoding="utf-8")
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    markdown = page(shared_root, tmp_path / "markdown")
    assert r"\<script>alert(1)\</script> \| \*of\* Amy" in markdown
    assert re.search(r"(?<!\\)</?script>", markdown) is None


# ---------------------------------------------------------------------- who may see what


def test_without_a_word_it_is_for_whom_the_records_are(root: Path, tmp_path: Path) -> None:
    assert "Internal: only for the organisation that keeps the records" in page(root, tmp_path / "none")
    commit(root, {"partnerkit.yaml": "format: 1\nreport: {confidentiality: partners}\n"}, "2026-03-12")
    assert "For the partners" in page(root, tmp_path / "configured")


def test_the_public_sees_no_names_no_findings_and_nothing_that_is_confidential_by_now(
    shared_root: Path, tmp_path: Path
) -> None:
    public = page(shared_root, tmp_path / "out", "--audience", "public")
    assert "For anybody" in public
    assert "Written for the public: " in public
    assert [word for word in ("amy", "okoro", "merger") if word in public.lower()] == []
    assert re.search(r"^\| (Errors|Warnings) \||(error|warning|action)s? more", public, re.MULTILINE) is None
    assert "open actions withheld, findings withheld" in public
    assert "Foundry partnership" in public


def test_a_tag_is_told_to_nobody_but_the_keepers(shared_root: Path, tmp_path: Path) -> None:
    assert "amy-okoro-begins" in page(shared_root, tmp_path / "internal", "--tags", "--audience", "internal")
    assert "amy-okoro-begins" not in page(shared_root, tmp_path / "public", "--tags", "--audience", "public")


def test_what_is_left_out_and_passed_over_is_noted(shared_root: Path, tmp_path: Path) -> None:
    done = run_inside(
        shared_root, "history", "--format", "html", "--audience", "public", "--out", str(tmp_path / "out")
    )
    passed, left_out = done.errors.splitlines()
    assert passed.endswith("where records have errors, it is not sure what must be withheld")
    assert left_out == "note: 1 partnership left out: more confidential than this page"


def test_partners_see_how_much_is_open_but_not_what_rules_found(shared_root: Path, tmp_path: Path) -> None:
    partners = page(shared_root, tmp_path / "out", "foundry", "--audience", "partners")
    assert "open actions 0 then and 1 now, findings withheld" in partners
    assert "Only the partnerships asked for" in partners


def test_where_the_newest_records_have_errors_only_the_keepers_get_a_page(root: Path, tmp_path: Path) -> None:
    newest = commit(root, {"organisations/eastfield.yaml": "kind: ["}, "2026-03-14")
    done = run_inside(root, "history", "--format", "html", "--audience", "partners")
    assert done.code == 2
    assert done.errors == (
        f"error: The records have errors at {newest[:7]}, the newest commit looked at: "
        "where records have errors, it is not sure what must be withheld.\n"
    )
    assert "14 Mar 2026" in page(root, tmp_path / "out", "--audience", "internal")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (
            ("--audience", "public"),
            "error: --audience is for pages; text withholds nothing. Name --format html or markdown.\n",
        ),
        (
            ("merger", "--format", "html", "--audience", "public"),
            "error: All partnerships asked for are more confidential than this page.\n",
        ),
        (
            ("nobody", "--format", "html"),
            "error: There is no partnership nobody in any of the commits that were looked at.\n",
        ),
        (
            ("--format", "htm"),
            "error: Invalid value for '--format': there is no format htm; there are html, json, markdown, text. "
            "Did you mean html?\n",
        ),
    ],
)
def test_what_cannot_be_written_is_refused(shared_root: Path, arguments: tuple[str, ...], error: str) -> None:
    done = run_inside(shared_root, "history", *arguments)
    assert (done.code, done.output) == (2, "")
    assert error in done.errors
    assert not (shared_root / "reports").exists()


# ---------------------------------------------------------------------- beside it


def test_text_and_json_can_go_to_a_file_too(root: Path) -> None:
    printed = run_inside(root, "history", "--format", "json").output
    done = run_inside(root, "history", "--format", "json", "--out", "kept/history.json")
    assert done.output == "Wrote 1 file as of 2026-03-10:\n  kept/history.json\n"
    assert (root / "kept" / "history.json").read_text(encoding="utf-8") == printed


def test_a_file_cannot_be_named_for_several_pages(root: Path) -> None:
    many = {f"many/p-{at:03}.yaml": record(f"p-{at:03}", f"Partnership {at:03}", "identify") for at in range(120)}
    commit(root, many, "2026-03-20")
    done = run_inside(root, "history", "--format", "markdown", "--out", "one.md")
    assert done.code == 2
    assert done.errors.endswith("error: --out names a file, and there are 5 pages. Name a folder, or fewer IDs.\n")
    assert not (root / "one.md").exists()
    run_inside(root, "history", "--format", "markdown")
    pages = {path.name: path.read_text(encoding="utf-8") for path in (root / "reports").iterdir()}
    assert sorted(pages) == ["history-1.md", "history-2.md", "history-3.md", "history-4.md", "history.md"]
    for file, anchor in re.findall(r"\]\(([\w-]+\.md)#([\w-]+)\)", pages["history.md"]):
        assert f'<a id="{anchor}"></a>' in pages[file], anchor


def test_it_is_no_page_of_the_report(root: Path) -> None:
    assert "history" not in unit_names("partnerkit.views", "pages")
    assert run_inside(root, "report", "history").errors.startswith("error: There is no page history.")
