"""Runs a command within the test's own process: the calls of the real command, without starting an interpreter."""

from __future__ import annotations

import gc
import io
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from unittest.mock import patch

from console import Done
from partnerkit.__main__ import run_command

PROJECT = Path(__file__).resolve().parent.parent


def _cache(folder: Path) -> Path:
    """Beside the folder; for the project's own examples somewhere else."""
    if folder.is_relative_to(PROJECT):
        return Path(tempfile.gettempdir()) / f"partnerkit-tests-{os.getpid()}"
    return folder.parent / "cache"


def run_inside(folder: Path, *arguments: str, environment: Mapping[str, str] = MappingProxyType({})) -> Done:
    """What a command prints when it is given in a folder, and its exit code; its cache lies outside the project.

    `environment` adds to the little that is set.
    """
    output, errors = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    set_ = {"PATH": os.environ["PATH"], "PARTNERKIT_CACHE_DIR": str(_cache(folder)), "COLUMNS": "80", **environment}
    before = Path.cwd()
    os.chdir(folder)
    try:
        with (
            patch.object(sys, "argv", ["partnerkit", *arguments]),
            patch.object(sys, "stdout", output),
            patch.object(sys, "stderr", errors),
            patch.dict(os.environ, set_, clear=True),
        ):
            code = run_command(list(arguments))
    finally:
        os.chdir(before)
        gc.enable()
    return Done(output.buffer.getvalue().decode("utf-8"), errors.buffer.getvalue().decode("utf-8"), code)
