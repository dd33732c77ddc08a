"""Pages as HTML: one file a page that needs nothing else, from the templates in `templates/html/`."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from partnerkit.render.html_inline import cell, facts, href, rows, run, single
from partnerkit.render.own import OwnTemplates, TemplateFault, rendered
from partnerkit.render.plain import environment, read_all, text_of
from partnerkit.render.prose import prose_html
from partnerkit.render.tree import page_tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment, Template

    from partnerkit.render.plain import Templates
    from partnerkit.views.blocks import Page

SUFFIX = ".html"

ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke="#0b7285" stroke-width="4">'
    '<circle cx="12" cy="16" r="8"/><circle cx="20" cy="16" r="8"/></svg>'
)


STYLE, SCRIPT, ICON_FILE = "partnerkit.css", "partnerkit.js", "partnerkit.svg"
"""What the pages of a site share."""


def render(page: Page, templates: Templates, present: frozenset[str] | None = None, *, linked: bool = False) -> str:
    """The page as an HTML file.

    Args:
        page: The page.
        templates: The folder that holds `html/`, or the user's own.
        present: The names of the pages that links may lead to; None means any. Other links become text.
        linked: Whether it shares the style sheet and the script of its site, instead of holding its own.
    """
    return rendered(_template(templates), templates, {"page": page_tree(page, present), "linked": linked})


def prepare(templates: Templates) -> None:
    """Read the templates, so that the next page is made without delay."""
    _template(templates)


def assets(templates: Templates) -> Mapping[str, bytes]:
    """What the pages of a site share, by file name."""
    return {
        STYLE: text_of(templates, "html/style.css").encode("utf-8"),
        SCRIPT: text_of(templates, "html/page.js").encode("utf-8"),
        ICON_FILE: ICON.encode("utf-8"),
    }


@cache
def _template(templates: Templates) -> Template:
    made = html_environment(templates)
    read_all(made, templates, "html")
    return made.get_template("page.html")


def html_environment(templates: Templates) -> Environment:
    """What all templates in HTML can use.

    Raises:
        TemplateFault: The user's own style sheet or script cannot stand in a page.
    """
    made = environment(templates, "html", autoescape=True)  # for every template, whatever its name ends in
    made.filters.update(prose=_prose)
    style = text_of(templates, "html/style.css").strip()
    script = text_of(templates, "html/page.js").strip()
    made.globals.update(
        run=run,
        cell=cell,
        href=href,
        rows=rows,
        facts_in=facts,
        single=single,
        style=_element(templates, "html/style.css"),
        script=_element(templates, "html/page.js"),
        policy=_policy(_source(style), "data:"),
        shared_policy=_policy("'self'", "'self'"),
        script_source=_source(script),
        style_file=STYLE,
        script_file=SCRIPT,
        icon_file=ICON_FILE,
        icon=f"data:image/svg+xml,{quote(ICON)}",
    )
    return made


def _element(templates: Templates, name: str) -> Markup:
    try:
        return raw_element(text_of(templates, name).strip())
    except ValueError as error:
        if isinstance(templates, OwnTemplates):
            raise TemplateFault(f"{templates.paths[name]}: {error}") from error
        raise


def _prose(text: str) -> Markup:
    return Markup(prose_html(text))  # noqa: S704 - markdown-it escapes what the text holds


def raw_element(text: str) -> Markup:
    """A style sheet or a script as what stands in its element.

    Raises:
        ValueError: It would end the element, or open a comment in it.
    """
    if "</" in text or "<!--" in text:
        raise ValueError("a style sheet or a script would end the element it is put in, by its `</` or `<!--`")
    return Markup(text)  # noqa: S704 - checked; what stands in these elements cannot be escaped


def _policy(style: str, icon: str) -> Markup:
    """A policy under which nothing is fetched but a site's own style sheet and icon, if it has them; no script runs."""
    policy = f"default-src 'none'; style-src {style}; img-src {icon}; base-uri 'none'; form-action 'none'"
    return Markup(policy)  # noqa: S704 - it stands between double quotation marks, and holds digests and our words


def _source(text: str) -> str:
    """What names a style sheet or a script in a policy: its digest."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
