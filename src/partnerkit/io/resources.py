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
