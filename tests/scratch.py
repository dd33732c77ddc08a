"""Small workspaces, written to a folder of a test's own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from partnerkit.app.outcome import Settings

CONFIGURATION = "format: 1\n"
GOOD = "kind: organisation\nid: halden-precision\nname: Halden Precision\n"
"""A record with nothing wrong in it."""


def workspace(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a workspace with some files, and give its folder."""
    root.mkdir(parents=True, exist_ok=True)
    for name, content in {"partnerkit.yaml": CONFIGURATION, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def settings(folder: Path, *, cache: bool = False) -> Settings:
    """What every command is told, with nothing that depends on the day or the terminal."""
    return Settings(folder, date(2026, 3, 10), colour="never", cache=cache)


def snapshot(root: Path) -> dict[str, tuple[int, int, int, bytes]]:
    """All that lies below a folder: kind, size and time of change of each, and what a plain file or link holds."""
    found = {}
    for folder, folders, files in os.walk(os.fsencode(root)):
        for name in [*folders, *files]:
            path = os.path.join(folder, name)  # noqa: PTH118 - a name may be no text
            state = os.lstat(path)
            content = b""
            if os.path.islink(path):  # noqa: PTH114
                content = os.readlink(path)  # noqa: PTH115
            elif os.path.isfile(path):  # noqa: PTH113
                with open(path, "rb") as file:  # noqa: PTH123
                    content = file.read()
            found[os.fsdecode(path)] = (state.st_mode, state.st_size, state.st_mtime_ns, content)
    return found
