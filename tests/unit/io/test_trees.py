"""Files at a revision: they look as they do in a folder, and nothing that a repository brings along is run."""

from __future__ import annotations

import hashlib
import os
import stat
import subprocess
from pathlib import Path

import pytest

from partnerkit.io.discovery import Oddity, listing
from partnerkit.io.files import NotAFileError
from partnerkit.io.revisions import GitError, history, prefix, revision, tags
from partnerkit.io.trees import Blobs, FolderTree, RevisionTree, TooLargeError
from repositories import commit, git, needs_git, put, repository

pytestmark = needs_git
MOST = 1000


def tree_of(root: Path, ref: str = "HEAD", below: str = "") -> RevisionTree:
    return RevisionTree(revision(str(root), ref), below, Blobs(str(root)), MOST)


FILES = {
    "partnerkit.yaml": "format: 1\n",
    "a.yaml": "a: 1\n",
    "b.yml": "b: 1\n",
    "notes.txt": "",
    ".hidden.yaml": "",
    ".hidden/c.yaml": "",
    "deep/er/d.yaml": "d: 1\n",
    "deep/files/e.yaml": "",
    "deep/partnerkit.yml": "",
    "files/f.yaml": "",
    "folder.yaml/g.yaml": "",
    "nested/partnerkit.yaml": "format: 1\n",
    "nested/h.yaml": "",
    "nested/deeper/i.yaml": "",
    "odd/ü \t.yaml": "",
    "odd/new\nline.yaml": "",
    "odd/--help.yaml": "",
    "skipped/j.yaml": "",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = repository(tmp_path / "root")
    put(root, FILES)
    (root / "linked.yaml").symlink_to("a.yaml")
    (root / "linked-folder").symlink_to("deep/er")
    (root / "linked-out").symlink_to("../elsewhere")
    (root / "linked-file").symlink_to("a.yaml")
    commit(root, {})
    return root


@pytest.mark.parametrize(("include", "exclude"), [((), ()), ((), ("skipped/**",)), (("deep/**", "*.yaml"), ())])
def test_a_revision_lists_what_a_folder_with_the_same_files_lists(
    root: Path, include: tuple[str, ...], exclude: tuple[str, ...]
) -> None:
    assert tree_of(root).listing(include, exclude) == listing(root, include, exclude)


def test_what_is_listed_is_this(root: Path) -> None:
    found = tree_of(root).listing((), ("skipped/**", "odd/**"))
    assert found.files == ("a.yaml", "b.yml", "deep/er/d.yaml", "deep/partnerkit.yml")
    assert found.oddities == (
        Oddity("folder.yaml", "folder"),
        Oddity("linked-folder", "linked folder"),
        Oddity("linked.yaml", "link"),
        Oddity("nested", "nested workspace"),
    )


def test_what_is_committed_is_read_although_it_is_ignored(root: Path) -> None:
    commit(root, {".gitignore": "*.yaml\n"})
    assert "a.yaml" in tree_of(root).listing((), ()).files


def test_files_are_read_as_they_were_committed(root: Path) -> None:
    before = revision(str(root), "HEAD").name
    commit(root, {"a.yaml": "a: 2\n"})
    put(root, {"a.yaml": "a: 3\n"})
    assert tree_of(root, before).read("a.yaml", MOST) == b"a: 1\n"
    assert tree_of(root).read("a.yaml", MOST) == b"a: 2\n"
    assert FolderTree(root).read("a.yaml", MOST) == b"a: 3\n"


def test_what_is_no_plain_file_is_not_read(root: Path) -> None:
    tree = tree_of(root)
    with pytest.raises(NotAFileError):
        tree.read("linked.yaml", MOST)
    with pytest.raises(FileNotFoundError):
        tree.read("missing.yaml", MOST)
    with pytest.raises(FileNotFoundError):
        tree.read("../root/a.yaml", MOST)


def test_a_file_that_is_too_large_is_named_and_not_read(root: Path) -> None:
    commit(root, {"large.yaml": "x" * (MOST + 1), "full.yaml": "x" * MOST})
    for tree in (tree_of(root), FolderTree(root)):
        with pytest.raises(TooLargeError) as caught:
            tree.read("large.yaml", MOST)
        assert caught.value.size == MOST + 1
        assert len(tree.read("full.yaml", MOST)) == MOST


def test_a_workspace_below_the_top_is_read_by_itself(root: Path) -> None:
    tree = tree_of(root, below="deep")
    assert tree.listing((), ()).files == ("er/d.yaml", "partnerkit.yml")
    assert tree.read("er/d.yaml", MOST) == b"d: 1\n"
    assert prefix(str(root / "deep" / "er")) == "deep/er/"
    assert prefix(str(root)) == ""


def test_a_submodule_is_told_and_not_read(root: Path) -> None:
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},module")
    git(root, "commit", "--quiet", "-m", "module")
    found = tree_of(root).listing((), ())
    assert found.notes == ("module is a repository of its own, and is not read at a revision",)
    assert found.files == tree_of(root, "HEAD~1").listing((), ()).files


def test_evidence_is_found_in_the_revision(root: Path) -> None:
    raw = b"\x00plan\r\n"
    stated = "a" * 64
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{stated}\nsize 12345\n"
    (root / "files" / "latest.pdf").symlink_to("plan.pdf")
    (root / "files" / "out.pdf").symlink_to("../../secret.pdf")
    (root / "files" / "round.pdf").symlink_to("round.pdf")
    put(root, {"../secret.pdf": "secret"})
    commit(root, {"files/plan.pdf": raw, "files/scan.pdf": pointer})
    tree = tree_of(root)
    put(root, {"files/plan.pdf": None})
    digest = hashlib.sha256(raw).hexdigest()
    assert tree.evidence("files/plan.pdf", wants_digest=True) == (True, digest)
    assert tree.evidence("deep/../files/plan.pdf", wants_digest=False) == (True, None)
    assert tree.evidence("files/latest.pdf", wants_digest=True) == (True, digest)
    assert tree.evidence("files/scan.pdf", wants_digest=True) == (True, stated)
    assert tree.evidence("linked-folder/d.yaml", wants_digest=False) == (True, None)
    for path in ("files/out.pdf", "files/round.pdf", "files", "../secret.pdf", "/etc/passwd", "files/gone.pdf"):
        assert tree.evidence(path, wants_digest=True) == (False, None)
    assert FolderTree(root).evidence("files/plan.pdf", wants_digest=True) == (False, None)


@pytest.mark.parametrize(
    "ref", ["", "-h", "--output=PWNED", "--all", "HEAD\n--x", "no-such", "HEAD:a.yaml", "a..b", "HEAD^{tree}", "@{-9}"]
)
def test_what_names_no_commit_is_refused(root: Path, ref: str) -> None:
    with pytest.raises(GitError):
        revision(str(root), ref)
    assert not list(root.glob("**/PWNED*"))


def test_a_branch_a_tag_and_a_name_all_name_the_commit(root: Path) -> None:
    git(root, "tag", "-a", "v1", "-m", "first")
    name = git(root, "rev-parse", "HEAD")
    for ref in ("main", "v1", name, name[:8], "HEAD~0", "refs/heads/main"):
        assert revision(str(root), ref) == (name, name[:7], "2026-03-10")


def test_outside_a_repository_the_reason_is_told(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="not a git repository"):
        revision(str(tmp_path), "HEAD")


def test_where_the_history_is_cut_short_that_is_told(root: Path, tmp_path: Path) -> None:
    commit(root, {"a.yaml": "a: 2\n"})
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), "shallow")
    with pytest.raises(GitError, match="cut short"):
        revision(str(tmp_path / "shallow"), "HEAD~1")
    with pytest.raises(GitError, match=r"no such revision here$"):
        revision(str(root), "HEAD~7")


def test_history_and_tags_go_by_commits(root: Path) -> None:
    first = git(root, "rev-parse", "HEAD")
    second = commit(root, {"deep/k.yaml": ""}, "2026-04-01")
    third = commit(root, {"a.yaml": "a: 2\n"}, "2026-05-01")
    assert [one.name for one in history(str(root), third, 10)] == [third, second, first]
    assert [one.day for one in history(str(root / "deep"), third, 10, (".",))] == ["2026-04-01", "2026-03-10"]
    assert [one.name for one in history(str(root), third, 1)] == [third]
    git(root, "tag", "light", second, day="2026-04-01")
    git(root, "tag", "-a", "heavy", "-m", "heavy", third, day="2026-06-01")
    git(root, "tag", "blob", git(root, "rev-parse", "HEAD:a.yaml"))
    assert tags(str(root)) == (("light", second), ("heavy", third))


def test_nothing_that_a_repository_brings_along_is_run(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap = tmp_path / "trap"
    trap.write_text(f'#!/bin/sh\ntouch "{tmp_path}/ran"\ncat\n')
    trap.chmod(trap.stat().st_mode | stat.S_IXUSR)
    commit(root, {".gitattributes": "* filter=trap diff=trap merge=trap textconv=trap\n"})
    for setting in (
        "core.fsmonitor", "filter.trap.smudge", "filter.trap.clean", "filter.trap.process", "diff.trap.textconv",
        "diff.trap.command", "diff.external", "core.pager", "pager.rev-list", "gpg.program", "core.sshCommand",
        "alias.ls-tree", "alias.rev-list", "core.editor", "credential.helper",
    ):  # fmt: skip
        git(root, "config", setting, str(trap))
    git(root, "config", "log.showSignature", "true")
    hooks = root / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (hooks / hook).symlink_to(trap)
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", str(trap))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    tree = tree_of(root)
    assert tree.read("a.yaml", MOST) == b"a: 1\n"
    assert tree.evidence("notes.txt", wants_digest=True)[0]
    assert len(history(str(root), tree.revision.name, 10)) == 2
    assert tags(str(root)) == ()
    assert not (tmp_path / "ran").exists()


def test_what_is_not_here_is_not_fetched(root: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.write_text(f'#!/bin/sh\ntouch "{tmp_path}/ran"\nexec git-upload-pack "$@"\n')
    trap.chmod(trap.stat().st_mode | stat.S_IXUSR)
    git(root, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--no-checkout", "--filter=blob:none", root.as_uri(), "partial")
    partial = tmp_path / "partial"
    git(partial, "config", "remote.origin.uploadpack", str(trap))
    git(partial, "config", "protocol.file.allow", "always")
    with pytest.raises(GitError):
        tree_of(partial)
    assert not (tmp_path / "ran").exists()
    # It would have been run: git by itself fetches what is missing.
    subprocess.run(
        ["git", "cat-file", "-p", "HEAD:a.yaml"],
        cwd=partial,
        env=os.environ | {"GIT_CONFIG_GLOBAL": "/dev/null"},
        check=False,
        capture_output=True,
    )
    assert (tmp_path / "ran").exists()


def test_an_object_that_stands_in_for_another_is_not_believed(root: Path) -> None:
    old = git(root, "rev-parse", "HEAD")
    other = commit(root, {"a.yaml": "a: 2\n"})
    git(root, "replace", old, other)
    assert tree_of(root, old).read("a.yaml", MOST) == b"a: 1\n"


def test_a_bare_repository_among_the_files_is_not_taken_for_one(root: Path) -> None:
    git(root, "init", "--quiet", "--bare", "planted")
    with pytest.raises(GitError):
        prefix(str(root / "planted"))
