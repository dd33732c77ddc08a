"""Pages as Markdown: GitHub's dialect of CommonMark, from the templates in `templates/markdown/`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from partnerkit.render import mermaid
from partnerkit.render.escape import code, escape
from partnerkit.render.links import address
from partnerkit.render.markdown_prose import link, prose_markdown, words_markdown
from partnerkit.render.own import rendered
from partnerkit.render.plain import environment, read_all
from partnerkit.render.tree import page_tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment, Template

    from partnerkit.render.inline import Tree
    from partnerkit.render.plain import Templates
    from partnerkit.views.blocks import Page

SUFFIX = ".md"


def render(page: Page, templates: Templates, present: frozenset[str] | None = None, *, linked: bool = False) -> str:  # noqa: ARG001 - as in HTML
    """The page as a Markdown file.

    Args:
        page: The page.
        templates: The folder that holds `markdown/`, or the user's own.
        present: The names of the pages that links may lead to; None means any. Other links become text.
        linked: Makes no difference here.
    """
    return rendered(_template(templates), templates, {"page": page_tree(page, present)}).strip() + "\n"


def prepare(templates: Templates) -> None:
    """Read the templates, so that the next page is made without delay."""
    _template(templates)


def assets(templates: Templates) -> Mapping[str, bytes]:  # noqa: ARG001 - as in HTML
    """What the pages of a site share: nothing."""
    return {}


@cache
def _template(templates: Templates) -> Template:
    made = markdown_environment(templates)
    read_all(made, templates, "markdown")
    return made.get_template("page.md")


def markdown_environment(templates: Templates) -> Environment:
    """What all templates in Markdown can use."""
    # Whatever is put out and is not marked as Markdown goes through `finalize`, and is marked there.
    made = environment(templates, "markdown", autoescape=True, finalize=_finalize)
    made.filters.update(code=_code, external=_external, mark=Markup, prose=_prose, quoted=_quoted, words=_words)
    made.filters.update(gantt=_gantt, graph=_graph)
    made.globals.update(mark=Markup)
    return made


# What `Markup` marks below is Markdown made by our own writers, in which every text of a record is escaped.


def _finalize(value: Any) -> Markup:
    return value if isinstance(value, Markup) else Markup(escape(str(value)))  # noqa: S704


def _code(text: str) -> Markup:
    return Markup(code(text))  # noqa: S704


def _prose(text: str) -> Markup:
    return Markup(prose_markdown(text))  # noqa: S704


def _words(text: str) -> Markup:
    return Markup(words_markdown(text))  # noqa: S704


def _external(part: Tree) -> Markup:
    target = address(part["address"])
    return Markup(link(escape(part["text"]), target) if target else escape(part["text"]))  # noqa: S704


def _gantt(chart: Tree) -> Markup:
    return Markup(f"```mermaid\n{mermaid.gantt(chart)}\n```")  # noqa: S704


def _graph(network: Tree) -> Markup:
    return Markup(f"```mermaid\n{mermaid.graph(network)}\n```")  # noqa: S704


def _quoted(text: str) -> Markup:
    """The Markdown as a quotation."""
    return Markup("\n".join(f"> {line}".rstrip() for line in text.strip().split("\n")))  # noqa: S704
