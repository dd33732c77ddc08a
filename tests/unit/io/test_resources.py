"""The files that come with the program are found."""

from __future__ import annotations

import pytest

from partnerkit.io.resources import (
    TemplatesMissingError,
    example_files,
    starter_text,
    templates_folder,
    workspace_text,
)


def test_the_templates_are_where_an_installation_puts_them() -> None:
    assert {"html", "markdown"} <= {path.name for path in templates_folder().iterdir()}


def test_a_starter_is_found_by_its_name() -> None:
    assert starter_text("risks").startswith("# Something that might go wrong")
    with pytest.raises(TemplatesMissingError, match="install it again"):
        starter_text("none")


def test_the_files_of_a_new_workspace_are_found_by_their_names() -> None:
    assert "reports/\n" in workspace_text("gitignore")
    with pytest.raises(TemplatesMissingError, match="install it again"):
        workspace_text("none")


def test_the_example_begins_with_its_configuration() -> None:
    files = [file for file, _ in example_files()]
    assert files[0] == "partnerkit.yaml"
    assert files[1:] == sorted(files[1:])
