"""The files that come with the program."""

from __future__ import annotations

from pathlib import Path


class TemplatesMissingError(RuntimeError):
    """The templates are not where an installation puts them."""


def templates_folder() -> Path:
    """The folder of the page templates: inside the package in a wheel, at the top of the checkout otherwise.

    Raises:
        TemplatesMissingError: There is neither.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "templates", package.parent.parent / "templates"):
        if (folder / "html").is_dir():
            return folder
    raise TemplatesMissingError("The templates of partnerkit are missing: install it again.")


def starter_text(name: str) -> str:
    """The starter of a kind of record, or of an item of a list.

    Raises:
        TemplatesMissingError: There is none.
    """
    try:
        return (templates_folder() / "starters" / f"{name}.yaml").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise TemplatesMissingError("The starters of partnerkit are missing: install it again.") from None


def workspace_text(name: str) -> str:
    """A file that a new workspace begins with, by the name it has among the starters.

    Raises:
        TemplatesMissingError: There is none.
    """
    try:
        return (templates_folder() / "starters" / "workspace" / f"{name}.txt").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise TemplatesMissingError("The starters of partnerkit are missing: install it again.") from None


def example_files() -> tuple[tuple[str, str], ...]:
    """The files of the workspace to try things on, each with its path and what it holds, the configuration first."""
    folder = templates_folder() / "starters" / "example"
    files = sorted(folder.rglob("*.yaml"), key=lambda file: (len(file.relative_to(folder).parts), file))
    return tuple((file.relative_to(folder).as_posix(), file.read_text(encoding="utf-8")) for file in files)
