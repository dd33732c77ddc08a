"""The files that come with the program are found."""

from __future__ import annotations

from partnerkit.io.resources import templates_folder


def test_the_templates_are_where_an_installation_puts_them() -> None:
    assert {"html", "markdown"} <= {path.name for path in templates_folder().iterdir()}
