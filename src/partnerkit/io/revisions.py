"""What a repository holds at a commit, read by git's plumbing: nothing is checked out, converted, fetched or run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from partnerkit.io.git import asked_git


class GitError(Exception):
    """Git cannot tell; the text says why."""


class Revision(NamedTuple):
    """A commit.

    Attributes:
        name: The full name of the commit.
        short: The same, shortened.
        day: The day it was committed, like 2026-03-10, where its committer was.
    """

    name: str
    short: str
    day: str


class Entry(NamedTuple):
    """What a commit has at a path.

    Attributes:
        mode: What it is: one of `PLAIN_MODES`, `LINK_MODE`, `SUBMODULE_MODE`.
        name: The name of the blob.
        size: The number of its bytes; None if there is no blob, or it is not in this repository.
    """

    mode: str
    name: str
    size: int | None


PLAIN_MODES = ("100644", "100755", "100664")
LINK_MODE, SUBMODULE_MODE = "120000", "160000"
_NO_MODE = "000000"


def prefix(folder: str) -> str:
    """The way from the top of the repository to a folder of it, with `/` at the end; "" at the top.

    Raises:
        GitError: The folder is in no repository, or git refuses to work there.
    """
    return _asked(folder, ("rev-parse", "--show-prefix")).decode("utf-8", "surrogateescape").removesuffix("\n")


def revision(folder: str, ref: str) -> Revision:
    """The commit that a ref names: a branch, a tag, a commit's name, or a way from one such as `HEAD~2`.

    Raises:
        GitError: It names none, or it could be taken for an option.
    """
    if not ref or ref.startswith("-") or not ref.isprintable():
        raise GitError("a revision is the name of a branch, a tag or a commit, and begins with none of `-`")
    try:
        name = _asked(folder, ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}"))
    except GitError as error:
        _asked(folder, ("rev-parse", "--git-dir"))
        raise GitError(_unknown(folder)) from error
    _refuse_ambiguous(folder, ref)
    return next(iter(history(folder, name.decode("ascii").strip(), most=1)))


def _refuse_ambiguous(folder: str, ref: str) -> None:
    """Refuse a name that means several commits: git would take the tag, and anybody who may push can add one."""
    name = _WAY.split(ref, maxsplit=1)[0]
    spelt = [f"{home}{name}" for home in ("refs/", "refs/tags/", "refs/heads/", "refs/remotes/")]
    output = _asked(folder, ("for-each-ref", "--format=%(objectname) %(*objectname) %(refname)", *spelt))
    found = {}
    for line in output.decode("utf-8", "replace").splitlines():
        commit, inner, full = line.split(" ", 2)
        if full in spelt:
            found[full] = inner or commit
    if len(set(found.values())) > 1:
        raise GitError(f"it is the name of more than one thing here; write one of {', '.join(sorted(found))}")


_WAY = re.compile(r"[~^:]|@\{")


def merge_base(folder: str, ref: str, other: str) -> str:
    """The full name of the commit where two revisions parted.

    Raises:
        GitError: One of them names no commit, or they have none in common.
    """
    names = [revision(folder, one).name for one in (ref, other)]
    try:
        output = _asked(folder, ("merge-base", *names))
    except GitError as error:
        # git says nothing where there is none.
        raise GitError(f"it has no commit in common with {ref}{_cut_short(folder)}") from error
    return output.decode("ascii").split()[0]


def history(folder: str, commit: str, most: int, paths: tuple[str, ...] = ()) -> tuple[Revision, ...]:
    """A commit and those before it that touched some paths below the folder, newest first, at most so many.

    Args:
        folder: A folder of the repository.
        commit: The full name of a commit.
        most: So many commits at most.
        paths: Relative to the folder; none means all commits.

    Raises:
        GitError: Git cannot tell.
    """
    options = (f"--max-count={most}", "--first-parent", "--format=%H %h %cs")
    lines = (
        _asked(folder, ("--literal-pathspecs", "rev-list", *options, commit, "--", *paths))
        .decode("ascii", "replace")
        .splitlines()
    )
    return tuple(Revision(*line.split(" ")) for line in lines if not line.startswith("commit "))


def tags(folder: str) -> tuple[tuple[str, str], ...]:
    """The tags that name commits, each with the full name of its commit, oldest commit first.

    Raises:
        GitError: Git cannot tell.
    """
    form = "--format=%(objecttype) %(objectname) %(*objecttype) %(*objectname) %(refname:strip=2)"
    output = _asked(folder, ("for-each-ref", "--sort=creatordate", form, "refs/tags"))
    found = []
    for line in output.decode("utf-8", "replace").splitlines():
        kind, name, inner_kind, inner, tag = line.split(" ", 4)
        if "commit" in (kind, inner_kind):
            found.append((tag, name if kind == "commit" else inner))
    return tuple(found)


def files_at(folder: str, commit: str, below: str, paths: tuple[str, ...] = ()) -> Mapping[str, Entry]:
    """What a commit has below a folder of the repository, by the path from that folder.

    Args:
        folder: A folder of the repository.
        commit: The full name of a commit.
        below: The way from the top of the repository, without `/` at the end; "" is the top.
        paths: Only these paths, as they are; none means all.

    Raises:
        GitError: Git cannot tell; there is no such folder in the commit.
    """
    tree = f"{commit}:{below}"
    output = _asked(folder, ("--literal-pathspecs", "ls-tree", "-r", "-z", "-l", "--full-tree", tree, "--", *paths))
    found = {}
    for line in output.decode("utf-8", "surrogateescape").split("\0"):
        described, _, path = line.partition("\t")
        if path:
            mode, _, name, size = described.split()
            found[path] = Entry(mode, name, int(size) if size.isdigit() else None)
    return found


def steps(folder: str, commits: Sequence[str]) -> Iterator[tuple[int, str, Entry | None]]:
    """What stood below the folder before each of some commits, where it differs from what stands there since.

    Args:
        folder: A folder of the repository; paths are relative to it.
        commits: The full names of commits, newest first; each is compared with the one after it.

    Yields:
        Which commit it is, by its place; the path; and what was there before, None for nothing.

    Raises:
        GitError: Git cannot tell.
    """
    pairs = "".join(f"{newer} {older}\n" for newer, older in pairwise(commits)).encode("ascii")
    if not pairs:
        return
    # A commit with another after it on the line is compared with that one, as if it were its parent.
    # A repository could name a file by which to order them, and that file could be a pipe.
    options = ("--stdin", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", "--relative", "-O/dev/null")
    words = iter(_asked(folder, ("diff-tree", *options), pairs).decode("utf-8", "surrogateescape").split("\0"))
    places = {name: place for place, name in enumerate(commits)}
    place = 0
    for word in words:
        if not word.startswith(":"):
            place = places.get(word, place)
            continue
        mode, _, name, *_ = word[1:].split(" ")
        yield place, next(words), None if mode == _NO_MODE else Entry(mode, name, None)


def is_shallow(folder: str) -> bool:
    """Whether the history of the repository is cut short.

    Raises:
        GitError: The folder is in no repository, or git refuses to work there.
    """
    return _asked(folder, ("rev-parse", "--is-shallow-repository")).strip() == b"true"


def sizes(folder: str, names: Iterable[str]) -> Mapping[str, int]:
    """The number of bytes of some blobs. Those that are not there are left out.

    Raises:
        GitError: Git cannot tell.
    """
    asked = "".join(f"{name}\n" for name in names).encode("ascii")
    lines = (
        _asked(folder, ("cat-file", "--batch-check"), asked).decode("ascii", "replace").splitlines() if asked else []
    )
    told = (line.split(" ") for line in lines)
    return {words[0]: int(words[2]) for words in told if words[1] == "blob"}


def blobs(folder: str, names: Iterable[str]) -> Mapping[str, bytes]:
    """The bytes of some blobs, as they are stored: nothing is converted. Those that are not there are left out.

    Raises:
        GitError: Git cannot tell.
    """
    asked = "".join(f"{name}\n" for name in names).encode("ascii")
    if not asked:
        return {}
    output = _asked(folder, ("cat-file", "--batch"), asked)
    found = {}
    at = 0
    while at < len(output):
        end = output.index(b"\n", at)
        name, _, rest = output[at:end].decode("ascii", "replace").partition(" ")
        at = end + 1
        kind, _, size = rest.partition(" ")
        if kind != "missing":
            found[name] = output[at : at + int(size)]
            at += int(size) + 1
    return found


def _unknown(folder: str) -> str:
    """Why a ref may be unknown."""
    return f"there is no such revision here{_cut_short(folder)}"


def _cut_short(folder: str) -> str:
    """What to do where the history is not all there; "" where it is."""
    if not is_shallow(folder):
        return ""
    remedy = "fetch all of it (`git fetch --unshallow`; in CI, a checkout with fetch-depth: 0)"
    return f": the history is cut short; {remedy}"


def _asked(folder: str, arguments: tuple[str, ...], told: bytes | None = None) -> bytes:
    output, reason = asked_git(folder, arguments, told)
    if output is None:
        raise GitError(reason.removeprefix("fatal: "))
    return output
