"""Start a workspace: look at what a folder has, and write what is missing; nothing is ever overwritten."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from partnerkit import __version__
from partnerkit.app.drafts import differences
from partnerkit.app.new_files import NewFile
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.app.schema import schema
from partnerkit.app.validate import Answer
from partnerkit.diagnostics.text import Piece, one_line, plain, visible
from partnerkit.emit.api import number
from partnerkit.io.discovery import find_root, listing
from partnerkit.io.files import read_bytes
from partnerkit.io.resources import example_files, workspace_text
from partnerkit.rules.words import days_after
from partnerkit.source.limits import FILE_BYTES
from partnerkit.source.writing import scalar
from partnerkit.workspace.names import CONFIGURATION

SCHEMAS = ("configuration", "organisation", "framework", "programme", "partnership")
"""The schemas that an editor is told of."""

_GLANCE = 4096
_KIND = re.compile(rb"^kind: *[\"']?([a-z]+)", re.MULTILINE)
_AGO = re.compile(r"\{ago-([0-9]+)\}")
_WORKFLOWS = ".github/workflows"
_SCHEMAS = ".partnerkit/schemas/"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for.

    Attributes:
        folder: Where the workspace is to be.
        is_example: Whether to write one to try things on.
        is_trial: Whether only to show what would be written.
    """

    folder: Path
    is_example: bool = False
    is_trial: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that a workspace is to have.

    Attributes:
        file: Its path in the folder.
        text: What it is to hold.
        what: What it is for, in a few words.
        sign: What shows that a file of this name, which is there, does the same already; "" where any will do.
    """

    file: str
    text: str
    what: str
    sign: str = ""


def init(wish: Wish, settings: Settings) -> Answer:
    """Write what is missing, say what is there, and what to add to files that are somebody's own.

    Raises:
        CannotRunError: The folder is part of another workspace, or what is to be an example is there.
        OSError: A file could not be written; those before it are there, and the next run writes the rest.
    """
    folder = Path(os.path.abspath(settings.folder / wish.folder))
    _check(folder)
    wanted = _example(settings.as_of) if wish.is_example else _wanted(folder)
    there = [one for one in wanted if os.path.lexists(folder / one.file)]
    if wish.is_example and there and not _is_begun(folder, wanted, there):
        raise CannotRunError(f"There is {one_line(there[0].file)} already. Name a folder of its own for the example.")
    missing = [NewFile(folder, one.file, b"", one.text.encode("utf-8")) for one in wanted if one not in there]
    if wish.is_trial:
        return Answer((*_shown(missing), *_advice(folder, there)), ExitCode.OK, (), ())
    if not wish.is_example:
        told = [*_told(wanted, there), *_advice(folder, there), *_next(folder)]
    else:
        told = [*_told(wanted, there), *_try(folder)]
    folder.mkdir(parents=True, exist_ok=True)
    for one in missing:
        one.write()
    return Answer(tuple(told), ExitCode.OK, (), ())


def _is_begun(folder: Path, wanted: Sequence[Wanted], there: Sequence[Wanted]) -> bool:
    """Whether what is there is what a run has left that was interrupted."""
    return len(there) < len(wanted) and all(_text(folder / one.file) == one.text.encode("utf-8") for one in there)


def _check(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise CannotRunError(f"{one_line(str(folder))} is no folder.")
    around = find_root(folder.parent)
    if around is not None:
        raise CannotRunError(
            f"{one_line(str(folder))} lies in a workspace already: there is one in {one_line(str(around))}."
        )


# ---------------------------------------------------------------------- what there is to be


def _wanted(folder: Path) -> tuple[Wanted, ...]:
    """What a workspace in this folder is to have, whether it is there or not."""
    return (*_records(folder), *_editor(), *_git(folder))


def _records(folder: Path) -> Iterator[Wanted]:
    yield Wanted(CONFIGURATION, _configuration(folder), "marks the workspace")
    kinds = _kinds(folder)
    for kind in ("organisation", "partnership"):
        if kind not in kinds:
            yield Wanted(f"{kind}s/.gitkeep", "", "keeps an empty folder")
    if "framework" not in kinds:
        text = workspace_text("framework")
        yield Wanted("frameworks/collaborative-relationships.yaml", text, "criteria to begin with")


def _configuration(folder: Path) -> str:
    name = folder.name if folder.name.isprintable() else ""
    return workspace_text("configuration").replace("{title}", scalar(name or "Our partnerships"))


def _editor() -> Iterator[Wanted]:
    for name in SCHEMAS:
        yield Wanted(f"{_SCHEMAS}{name}.json", plain(schema(name)), "tells editors the keys")
    text, sign = workspace_text("settings"), _SCHEMAS
    yield Wanted(".vscode/settings.json", text, "has VS Code check records", sign)
    text, sign = workspace_text("extensions"), "redhat.vscode-yaml"
    yield Wanted(".vscode/extensions.json", text, "offers its extension", sign)


def _git(folder: Path) -> Iterator[Wanted]:
    yield Wanted(".gitignore", workspace_text("gitignore"), "leaves pages out", "reports")
    if _repository(folder) not in {None, folder}:
        return
    yield Wanted(".pre-commit-config.yaml", workspace_text("pre-commit"), "checks before commits", "partnerkit")
    host = _host(folder)
    if host != "gitlab" and not _has_workflow(folder):
        text = workspace_text("github").replace("{version}", __version__)
        yield Wanted(f"{_WORKFLOWS}/partnerkit.yml", text, "checks pull requests", "partnerkit")
    if host != "github":
        text = workspace_text("gitlab").replace("{version}", __version__)
        yield Wanted(".gitlab-ci.yml", text, "checks merge requests", "partnerkit")


def _kinds(folder: Path) -> set[str]:
    """The kinds of records that a folder holds, as far as a glance can tell."""
    if not folder.is_dir():
        return set()
    return {
        kind.decode("ascii") for file in listing(folder).files for kind in _KIND.findall(_text(folder / file)[:_GLANCE])
    }


def _text(path: Path) -> bytes:
    try:
        return read_bytes(str(path), FILE_BYTES)
    except OSError:
        return b""


def _repository(folder: Path) -> Path | None:
    """Where the repository begins that a folder is in; None if it is in none."""
    return next((one for one in (folder, *folder.parents) if os.path.lexists(one / ".git")), None)


def _host(folder: Path) -> str:
    """Where the repository is kept, if its settings say so."""
    settings = _text(folder / ".git" / "config")
    found = [host for host in ("github", "gitlab") if re.search(rb"(?m)^\s*url\s*=.*" + host.encode(), settings)]
    return found[0] if len(found) == 1 else ""


def _has_workflow(folder: Path) -> bool:
    """Whether a workflow runs the program already."""
    workflows = folder / _WORKFLOWS
    files = sorted(workflows.iterdir()) if workflows.is_dir() else []
    # What is hidden is no workflow, such as one that was being written when a run was killed.
    others = (file for file in files if file.name != "partnerkit.yml" and not file.name.startswith("."))
    return any(b"partnerkit" in _text(file) for file in others)


def _example(today: date) -> tuple[Wanted, ...]:
    def written(text: str) -> str:
        return _AGO.sub(lambda found: days_after(today, -int(found[1])).isoformat(), text)

    return tuple(Wanted(file, written(text), "to try things on") for file, text in example_files())


# ---------------------------------------------------------------------- what is said


def _shown(missing: Sequence[NewFile]) -> Iterator[Piece]:
    for one in missing:
        if one.file.startswith(_SCHEMAS):
            lines = number(len(one.after.splitlines()), "line")
            yield f"+++ {one.file}  ({lines}, as `partnerkit schema` prints them)\n", "strong"
        elif one.after:
            yield from differences([(one, one.file)])
        else:
            yield f"+++ {one.file}  (empty)\n", "strong"
    if not missing:
        yield _NOTHING, "plain"


_NOTHING = "Nothing to write: all of it is there.\n"


def _told(wanted: Sequence[Wanted], there: Sequence[Wanted]) -> Iterator[Piece]:
    width = max(len(one.file) for one in wanted)
    for one in wanted:
        if one not in there:
            yield "wrote  ", "good"
            yield f"{one.file:<{width}}  {one.what}\n", "plain"
    if len(there) == len(wanted):
        yield _NOTHING, "plain"
    elif there:
        yield f"there  {', '.join(one.file for one in there)}\n", "plain"


def _advice(folder: Path, there: Sequence[Wanted]) -> Iterator[Piece]:
    """What to add to files that are somebody's own and do not do it yet."""
    for one in there:
        if one.sign and one.sign.encode() not in _text(folder / one.file):
            yield f"\n{one.file}", "strong"
            yield " is your own and stays as it is. Add to it, so that it " + one.what + ":\n\n", "plain"
            yield "".join(f"    {line}\n" if line else "\n" for line in one.text.splitlines()), "plain"
        elif one.file.startswith(_SCHEMAS) and one.text.encode() != _text(folder / one.file):
            name = one.file.rpartition("/")[2].removesuffix(".json")
            yield f"\n{one.file}", "strong"
            yield f" is of another version. To renew it: partnerkit schema {name} > {one.file}\n", "plain"
    top = _repository(folder)
    if top not in {None, folder}:
        yield (
            f"\nThe repository begins in {visible(str(top))}: what checks commits and requests belongs there.\n",
            "plain",
        )


def _next(folder: Path) -> Iterator[Piece]:
    where = _where(folder)
    if _repository(folder) is None:
        yield "\nThis is no git repository yet: `git init` makes one, and keeps what was written before.\n", "plain"
    if not _kinds(folder) & {"organisation", "partnership"}:
        yield f'\nNext: partnerkit{where} new organisation --set name="…", twice; then new partnership.\n', "strong"


def _try(folder: Path) -> Iterator[Piece]:
    yield "\nFour things in these records are wrong.\n", "plain"
    yield f"Next: partnerkit{_where(folder)} lint\n", "strong"


def _where(folder: Path) -> str:
    path = os.path.relpath(folder)
    return "" if path == "." else f" -C {visible(path)}"
