"""Pages as HTML: one file a page that needs nothing else, from the templates in `templates/html/`."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import FileSystemLoader, StrictUndefined
from markupsafe import Markup

from partnerkit.render.html_inline import cell, href, rows, run
from partnerkit.render.plain import PlainEnvironment
from partnerkit.render.prose import prose_html
from partnerkit.render.tree import page_tree

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jinja2 import Template

    from partnerkit.views.blocks import Page

SUFFIX = ".html"

ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="#0b7285" stroke-width="4">'
    '<circle cx="12" cy="16" r="8"/><circle cx="20" cy="16" r="8"/></svg>'
)


STYLE, SCRIPT = "partnerkit.css", "partnerkit.js"
"""What the pages of a site share."""


def render(page: Page, templates: Path, present: frozenset[str] | None = None, *, linked: bool = False) -> str:
    """The page as an HTML file.

    Args:
        page: The page.
        templates: The folder that holds `html/`.
        present: The names of the pages that links may lead to; None means any. Other links become text.
        linked: Whether it shares the style sheet and the script of its site, instead of holding its own.
    """
    return _template(templates).render(page=page_tree(page, present), linked=linked)


def prepare(templates: Path) -> None:
    """Read the templates, so that the next page is made without delay."""
    _template(templates)


def assets(templates: Path) -> Mapping[str, bytes]:
    """What the pages of a site share, by file name."""
    return {
        STYLE: (templates / "html" / "style.css").read_bytes(),
        SCRIPT: (templates / "html" / "page.js").read_bytes(),
    }


@cache
def _template(templates: Path) -> Template:
    folder = templates / "html"
    environment = PlainEnvironment(
        loader=FileSystemLoader(folder),
        autoescape=True,  # for every template, whatever its name ends in
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(prose=_prose)
    style = (folder / "style.css").read_text(encoding="utf-8").strip()
    script = (folder / "page.js").read_text(encoding="utf-8").strip()
    environment.globals.update(
        run=run,
        cell=cell,
        href=href,
        rows=rows,
        style=raw_element(style),
        script=raw_element(script),
        policy=_policy(_source(style)),
        shared_policy=_policy("'self'"),
        script_source=_source(script),
        style_file=STYLE,
        script_file=SCRIPT,
        icon=f"data:image/svg+xml,{quote(ICON)}",
    )
    return environment.get_template("page.html")


def _prose(text: str) -> Markup:
    return Markup(prose_html(text))  # noqa: S704 - markdown-it escapes what the text holds


def raw_element(text: str) -> Markup:
    """A style sheet or a script as what stands in its element.

    Raises:
        ValueError: It would end the element, or open a comment in it.
    """
    if "</" in text or "<!--" in text:
        raise ValueError("a style sheet or a script would end the element it is put in")
    return Markup(text)  # noqa: S704 - checked; what stands in these elements cannot be escaped


def _policy(style: str) -> str:
    """A policy under which nothing is fetched but a site's own style sheet, if it has one, and no script runs."""
    return f"default-src 'none'; style-src {style}; img-src data:; base-uri 'none'; form-action 'none'"


def _source(text: str) -> str:
    """What names a style sheet or a script in a policy: its digest."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
