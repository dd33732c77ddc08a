"""Runs the real command, as a user's shell would, in an environment that is the same everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

PROJECT = Path(__file__).resolve().parent.parent
COMMAND = Path(sys.executable).parent / "partnerkit"


@dataclass(frozen=True, slots=True)
class Done:
    """What a command printed, and its exit code."""

    output: str
    errors: str
    code: int


@dataclass(frozen=True, slots=True)
class Console:
    """A place to run commands in.

    Attributes:
        home: A folder for whatever the command keeps.
        folder: The current folder.
    """

    home: Path
    folder: Path = PROJECT

    def run(
        self,
        *arguments: str,
        command: Sequence[str] = (str(COMMAND),),
        environment: Mapping[str, str] = MappingProxyType({}),
    ) -> Done:
        """Run the command with these arguments; `environment` adds to the little that is set."""
        done = subprocess.run(
            [*command, *arguments],
            cwd=self.folder,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(self.home),
                "LC_ALL": "C",
                "COLUMNS": "80",
                "PARTNERKIT_CACHE_DIR": str(self.home / "cache"),
                "PYTHONWARNINGS": "error",
                **environment,
            },
            capture_output=True,
            check=False,
        )
        return Done(done.stdout.decode("utf-8"), done.stderr.decode("utf-8"), done.returncode)
