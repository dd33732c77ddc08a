"""What git knows of a folder, asked in a way that runs nothing the repository brings along.

Hooks, a file-system monitor and other settings of a repository could name programs to run; they are switched off, and
the environment's `GIT_*` variables, which could point git elsewhere, are not passed on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

SECONDS = 30
LONG_SECONDS = 300
"""So long git may take to hand out what a whole revision holds."""


class Commits(NamedTuple):
    """What git has committed below a folder.

    Attributes:
        head: The newest commit, shortened.
        last: The newest commit that touched a file, shortened, by the file's path relative to the folder; those that
            were touched last come first.
        blobs: The name under which git has each file of the newest commit, by its path relative to the folder.
    """

    head: str
    last: Mapping[str, str]
    blobs: Mapping[str, str]


def commits(root: str) -> Commits | None:
    """What is committed below a folder; None where nothing is, or git cannot tell.

    Where the history is cut short (a shallow clone), its first commit stands for all before it.
    """
    if not _in_repository(root):
        return None
    log, _ = asked_git(root, ("log", "--format=%x01%h", "--name-only", "--no-renames", "-z", "--relative", "--", "."))
    tree, _ = asked_git(root, ("ls-tree", "-r", "-z", "HEAD", "--", "."))
    head, _ = asked_git(root, ("rev-parse", "--short", "HEAD"))
    if not log or tree is None or not head:
        return None
    last: dict[str, str] = {}
    for commit in log.decode("utf-8", "surrogateescape").split("\x01")[1:]:
        name, *paths = commit.split("\0")
        for path in paths:
            if path := path.lstrip("\n"):
                last.setdefault(path, name.strip())
    entries = (entry.partition("\t") for entry in tree.decode("utf-8", "surrogateescape").split("\0") if entry)
    blobs = {path: described.split(" ")[2] for described, _, path in entries}
    return Commits(head.decode("ascii").strip(), last, blobs)


def blob_name(raw: bytes) -> str:
    """The name under which git keeps a file with these bytes, where it converts nothing.

    Source: git-hash-object: SHA-1 over the word `blob`, the length, a zero byte and the bytes.
    """
    from hashlib import sha1  # noqa: PLC0415 - only where there is a repository

    return sha1(b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest()


def converted_paths(root: str, paths: Iterable[str]) -> frozenset[str]:
    """Those of some paths that git converts when it checks them out, other than by the ends of their lines.

    What such a file holds in the folder is not what is committed, and a reviewer of the commit sees something else.
    The attributes that do so come with the repository.

    Args:
        root: A folder of the repository.
        paths: Paths relative to it.
    """
    told = b"".join(os.fsencode(path) + b"\0" for path in paths)
    output, _ = asked_git(root, ("check-attr", "-z", "--stdin", *_CONVERTING), told)
    words = (output or b"").decode("utf-8", "surrogateescape").split("\0")
    states = zip(words[0::3], words[2::3], strict=False)
    return frozenset(path for path, state in states if state not in {"unspecified", "unset"})


_CONVERTING = ("working-tree-encoding", "filter", "ident")


def ignored_paths(root: str) -> tuple[frozenset[str], str]:
    """What git ignores below a folder: paths relative to it, folders without `/` at the end; and a note, or "".

    Outside a repository nothing is ignored. Where git cannot tell, nothing is ignored and the note says why.
    """
    if not _in_repository(root):
        return frozenset(), ""
    arguments = ("ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory")
    output, reason = asked_git(root, arguments)
    if output is None and asked_git(root, ("check-ignore", "--", "."))[0]:
        # The folder itself is ignored (git then fails on what is in it): whoever works in it wants it read.
        return frozenset(), ""
    if output is None:
        return frozenset(), f"git could not tell which files it ignores, so none were left out: {reason}"
    paths = output.decode("utf-8", "surrogateescape").split("\0")
    return frozenset(path.rstrip("/") for path in paths if path), ""


def _in_repository(folder: str) -> bool:
    while not os.path.lexists(os.path.join(folder, ".git")):
        folder, below = os.path.dirname(folder), folder
        if folder == below:
            return False
    return True


_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    # What a commit holds is what its name vouches for, and what is not here is not fetched.
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "LC_ALL": "C",
}
_SWITCHED_OFF = (
    "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.untrackedCache=false", "log.showSignature=false",
    "safe.bareRepository=explicit",
)  # fmt: skip


def asked_git(folder: str, arguments: tuple[str, ...], told: bytes | None = None) -> tuple[bytes | None, str]:
    """What git answers in a folder, and ""; or None and the reason.

    Args:
        folder: The folder.
        arguments: The command with its arguments. What comes from a user must not be able to pass for an option.
        told: What git reads from its input; None where it reads nothing.
    """
    import subprocess  # noqa: PLC0415 - only where there is a repository; it costs as much as the rest of a quick run

    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    switched_off = [word for setting in _SWITCHED_OFF for word in ("-c", setting)]
    seconds = SECONDS if told is None else LONG_SECONDS
    given: dict[str, Any] = {"stdin": subprocess.DEVNULL} if told is None else {"input": told}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, no shell; the folder is not an argument
            ("git", *switched_off, *arguments),  # noqa: S607 - git is where the user has it
            cwd=folder, env=environment | _ENVIRONMENT, capture_output=True, timeout=seconds, check=False, **given,
        )  # fmt: skip
    except FileNotFoundError:
        return None, "git is not installed"
    except subprocess.TimeoutExpired:
        return None, f"git did not answer within {seconds} seconds"
    except OSError as error:
        return None, str(error)
    if done.returncode != 0:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        return None, lines[0] if lines else f"git ended with {done.returncode}"
    return done.stdout, ""
