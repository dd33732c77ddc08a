"""What git knows of a folder, asked in a way that runs nothing the repository brings along.

Hooks, a file-system monitor and other settings of a repository could name programs to run; they are switched off, and
the environment's `GIT_*` variables, which could point git elsewhere, are not passed on.
"""

from __future__ import annotations

import os

SECONDS = 30


def ignored_paths(root: str) -> tuple[frozenset[str], str]:
    """What git ignores below a folder: paths relative to it, folders without `/` at the end; and a note, or "".

    Outside a repository nothing is ignored. Where git cannot tell, nothing is ignored and the note says why.
    """
    if not _in_repository(root):
        return frozenset(), ""
    arguments = ("ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--directory")
    output, reason = _git(root, arguments)
    if output is None and _git(root, ("check-ignore", "--", "."))[0]:
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


def _git(folder: str, arguments: tuple[str, ...]) -> tuple[bytes | None, str]:
    import subprocess  # noqa: PLC0415 - only where there is a repository; it costs as much as the rest of a quick run

    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    switched_off = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.untrackedCache=false")
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, no shell; the folder is not an argument
            ("git", *switched_off, *arguments),  # noqa: S607 - git is where the user has it
            cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        return None, "git is not installed"
    except subprocess.TimeoutExpired:
        return None, f"git did not answer within {SECONDS} seconds"
    except OSError as error:
        return None, str(error)
    if done.returncode != 0:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        return None, lines[0] if lines else f"git ended with {done.returncode}"
    return done.stdout, ""
