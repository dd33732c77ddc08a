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
from partnerkit.io.discovery import CONFIGURATION, Listing, listing
from partnerkit.io.files import digest, read_bytes

ELAPSED = "\x00elapsed\x00"
"""Stands in a recorded answer where the time goes that the run took."""

MOST_BYTES = 1024 * 1024
_ENVIRONMENT = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM", "CI", "GITHUB_ACTIONS", "TF_BUILD", "COLUMNS")


class Inputs(NamedTuple):
    """What a run read in one workspace.

    Attributes:
        root: Its folder.
        include: Patterns of its configuration.
        exclude: Patterns of its configuration.
        listing: What discovery found.
        digests: The digest of each file, the configuration among them.
    """

    root: str
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    listing: Listing
    digests: Mapping[str, str]


def answer(arguments: Sequence[str]) -> int | None:
    """Print what the same command printed before, if nothing it depends on has changed; its exit code, or None."""
    started = time.perf_counter()
    folder = cache.cache_folder()
    if folder is None or "--no-cache" in arguments:
        return None
    path = _path(folder, arguments)
    content = cache.load(path, cache.fingerprint()) if os.path.isfile(path) else None
    if content is None:
        return None
    run = json.loads(content)
    if not all(_unchanged(inputs) for inputs in run["inputs"]):
        return None
    elapsed = f"{time.perf_counter() - started:.2f} s"
    text: str = run["output"]
    sys.stdout.buffer.write(text.replace(ELAPSED, elapsed).encode("utf-8"))
    sys.stdout.flush()
    code: int = run["code"]
    return code


def record(arguments: Sequence[str], inputs: Sequence[Inputs], output: str, code: int) -> None:
    """Keep an answer, with `ELAPSED` where the time goes."""
    folder = cache.cache_folder()
    if folder is None:
        return
    run = {"inputs": [_plain(one) for one in inputs], "output": output, "code": code}
    cache.save(_path(folder, arguments), cache.fingerprint(), json.dumps(run).encode("ascii"))


def _path(folder: str, arguments: Sequence[str]) -> str:
    tty = [stream.isatty() for stream in (sys.stdout, sys.stderr)]
    environment = [os.environ.get(name) for name in _ENVIRONMENT]
    key = json.dumps([list(arguments), os.getcwd(), tty, environment])
    return os.path.join(folder, "runs", digest(key.encode("ascii")))


def _plain(inputs: Inputs) -> dict[str, Any]:
    return {
        "root": inputs.root,
        "include": list(inputs.include),
        "exclude": list(inputs.exclude),
        "listing": _plain_listing(inputs.listing),
        "digests": dict(inputs.digests),
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
        )
    except OSError:
        return False
