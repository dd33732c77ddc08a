"""Pages as HTML: one file a page that needs nothing else, from the templates in `templates/html/`."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import FileSystemLoader, StrictUndefined
from markupsafe import Markup

from partnerkit.render.links import address
from partnerkit.render.plain import PlainEnvironment
from partnerkit.render.prose import prose_html, words_html
from partnerkit.render.tree import page_tree

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Template

    from partnerkit.views.blocks import Page

SUFFIX = ".html"

ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="#0b7285" stroke-width="4">'
    '<circle cx="12" cy="16" r="8"/><circle cx="20" cy="16" r="8"/></svg>'
)


def render(page: Page, templates: Path) -> str:
    """The page as one HTML file; `templates` is the folder that holds `html/`."""
    return _template(templates).render(page=page_tree(page))


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
    environment.filters.update(prose=_prose, words=_words, address=address)
    style = (folder / "style.css").read_text(encoding="utf-8").strip()
    environment.globals.update(
        style=style_element(style), policy=_policy(style), icon=f"data:image/svg+xml,{quote(ICON)}"
    )
    return environment.get_template("page.html")


def _prose(text: str) -> Markup:
    return Markup(prose_html(text))  # noqa: S704 - markdown-it escapes what the text holds


def _words(text: str) -> Markup:
    return Markup(words_html(text))  # noqa: S704 - as above


def style_element(style: str) -> Markup:
    """The style sheet as what stands in a style element.

    Raises:
        ValueError: It would end the element.
    """
    if "</" in style:
        raise ValueError("the style sheet would end the style element it is put in")
    return Markup(style)  # noqa: S704 - checked; text in a style element cannot be escaped


def _policy(style: str) -> str:
    """A policy under which no script runs, nothing is fetched and only this style sheet applies."""
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
