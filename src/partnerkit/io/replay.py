"""Answering a command from an earlier run: the same question of the same bytes by the same program has the same answer.

This is what makes a check in an editor or a hook feel like nothing. It is tried before anything else is imported, so it
goes by the command line as it stands; what an answer depends on is its key (arguments, folder, what decides on colour)
and its inputs (every file of the workspace by digest, and whatever else the discovery of files found).
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from partnerkit.io import cache
from partnerkit.io.clock import today
from partnerkit.io.discovery import Listing, listing
from partnerkit.io.files import deliver, digest, read_bytes
from partnerkit.workspace.names import CONFIGURATION

ELAPSED = "\x00elapsed\x00"
"""Stands in a recorded answer where the time goes that the run took."""

MOST_BYTES = 1024 * 1024
_ENVIRONMENT = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM", "GITHUB_ACTIONS", "GITLAB_CI")
"""What `io/terminal.py` decides on colour by."""


ABSENT, PRESENT = "absent", "present"
MOST_OTHER_BYTES = 256 * 1024 * 1024


class Inputs(NamedTuple):
    """What a run read in one workspace.

    Attributes:
        root: Its folder.
        include: Patterns of its configuration.
        exclude: Patterns of its configuration.
        listing: What discovery found.
        digests: The digest of each file, the configuration among them.
        others: What else was looked at, by its path in the workspace: `ABSENT`, `PRESENT`, or the digest of its bytes.
    """

    root: str
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    listing: Listing
    digests: Mapping[str, str]
    others: Mapping[str, str] = {}


def state(path: str, *, by_content: bool) -> str:
    """What `Inputs.others` says of a file: whether it is there, and which bytes it has if the content counts."""
    if not os.path.isfile(path):
        return ABSENT
    return digest(read_bytes(path, MOST_OTHER_BYTES)) if by_content else PRESENT


def answer(arguments: Sequence[str]) -> int | None:
    """Print what the same command printed before, if nothing it depends on has changed; its exit code, or None."""
    started = time.perf_counter()
    folder = cache.cache_folder()
    if folder is None or "--no-cache" in arguments:
        return None
    if (path := _path(folder, arguments)) is None:
        return None
    content = cache.load(path, cache.fingerprint()) if os.path.isfile(path) else None
    if content is None:
        return None
    run = json.loads(content)
    if run["day"] not in {None, today().isoformat()} or not all(_unchanged(inputs) for inputs in run["inputs"]):
        return None
    elapsed = f"{time.perf_counter() - started:.2f} s"
    text: str = run["output"]
    deliver(sys.stdout, text.replace(ELAPSED, elapsed).encode("utf-8"))
    code: int = run["code"]
    return code


def record(
    arguments: Sequence[str], inputs: Sequence[Inputs], output: str, code: int, *, of_today: bool = False
) -> None:
    """Keep an answer, with `ELAPSED` where the time goes; for today only, if it depends on what day is today."""
    folder = cache.cache_folder()
    if folder is None or (path := _path(folder, arguments)) is None:
        return
    day = today().isoformat() if of_today else None
    run = {"inputs": [_plain(one) for one in inputs], "output": output, "code": code, "day": day}
    cache.save(path, cache.fingerprint(), json.dumps(run).encode("ascii"))


def _path(folder: str, arguments: Sequence[str]) -> str | None:
    """Where the answer to a command is kept; None in a folder that has been deleted."""
    try:
        here = os.getcwd()
    except FileNotFoundError:
        return None
    tty = [stream.isatty() for stream in (sys.stdout, sys.stderr)]
    environment = [os.environ.get(name) for name in _ENVIRONMENT]
    key = json.dumps([list(arguments), here, tty, environment])
    return os.path.join(folder, "runs", digest(key.encode("ascii")))


def _plain(inputs: Inputs) -> dict[str, Any]:
    return {
        "root": inputs.root,
        "include": list(inputs.include),
        "exclude": list(inputs.exclude),
        "listing": _plain_listing(inputs.listing),
        "digests": dict(inputs.digests),
        "others": dict(inputs.others),
    }


def _plain_listing(found: Listing) -> list[Any]:
    return [list(found.files), [list(oddity) for oddity in found.oddities], list(found.notes)]


def _unchanged(inputs: Mapping[str, Any]) -> bool:
    root: str = inputs["root"]
    found = listing(root, inputs["include"], inputs["exclude"])
    if _plain_listing(found) != inputs["listing"]:
        return False
    digests: Mapping[str, str] = inputs["digests"]
    try:
        return all(
            digests.get(file) == digest(read_bytes(f"{root}/{file}", MOST_BYTES))
            for file in (CONFIGURATION, *found.files)
        ) and all(
            state(f"{root}/{file}", by_content=known not in {ABSENT, PRESENT}) == known
            for file, known in inputs["others"].items()
        )
    except OSError:
        return False
