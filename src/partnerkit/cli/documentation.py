"""The generated pages of docs/, from what the program itself says. `make docs` writes them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from partnerkit.app.diagnostics_page import diagnostics_page
from partnerkit.app.exports_page import exports_page
from partnerkit.app.rubrics_page import rubrics_page
from partnerkit.app.rule import rules_page
from partnerkit.cli.handbook import commands_page
from partnerkit.model.format_page import format_page
from partnerkit.rules.catalogue import all_rules


def generated_pages(cases: Path) -> Mapping[str, str]:
    """The pages by the names of their files.

    Args:
        cases: The folder with a workspace `NAME/bad` for each kind of diagnostic, from which the examples are taken.
    """
    return {
        "commands.md": commands_page(),
        "diagnostics.md": diagnostics_page(cases),
        "exports.md": exports_page(),
        "format.md": format_page(),
        "rubrics.md": rubrics_page(),
        "rules.md": rules_page(all_rules()),
    }


def main() -> None:
    """Write the pages: to the first folder on the command line, with examples from the second."""
    docs, cases = map(Path, sys.argv[1:])
    for name, text in generated_pages(cases).items():
        (docs / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
