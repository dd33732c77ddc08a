"""Which CI system a run belongs to, as its environment says, and where that wants a summary."""

from __future__ import annotations

import os
from typing import Literal, NamedTuple

HostName = Literal["github", "gitlab", "none"]


class Host(NamedTuple):
    """A CI system.

    Attributes:
        name: Its name; `none` where there is none that is known here.
        summary: The file to which a job adds what is to be shown of it; "" where there is none.
    """

    name: HostName
    summary: str = ""


def host() -> Host:
    """The CI system that started this run.

    Source: the documentation of GitHub Actions and of GitLab CI on the variables that every job has.
    """
    environment = os.environ
    if environment.get("GITHUB_ACTIONS") == "true":
        return Host("github", environment.get("GITHUB_STEP_SUMMARY", ""))
    return Host("gitlab") if environment.get("GITLAB_CI") == "true" else Host("none")


def add_to_summary(path: str, text: str) -> None:
    """Add a text at the end of a job's summary: other steps of the job may have written there.

    Raises:
        OSError: It could not be written.
    """
    with open(path, "ab") as stream:
        stream.write(text.encode("utf-8", "backslashreplace"))
