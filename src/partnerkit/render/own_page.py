"""A page made by a template that is wholly the user's own, in whatever format the template's name ends in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from partnerkit.diagnostics.text import cell_text
from partnerkit.render.html import html_environment
from partnerkit.render.markdown import markdown_environment
from partnerkit.render.own import OwnTemplates, faults, rendered
from partnerkit.render.plain import environment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment

OWN = "your template"
"""Under this name it lies among the templates of its format; none of them can be called so."""

WRAPPINGS = (".j2", ".jinja", ".jinja2")
"""Endings that say that a file is a template, and nothing about its format."""

_FORMS = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}
_TEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "^": r"\textasciicircum{}",
    "_": r"\_", "~": r"\textasciitilde{}", "%": r"\%", "<": r"\textless{}", ">": r"\textgreater{}",
}  # fmt: skip


def bare_name(name: str) -> str:
    """The name of a template's file without an ending that says that it is one: `letter.md` for `letter.md.j2`."""
    for ending in WRAPPINGS:
        if name.endswith(ending):
            return name.removesuffix(ending)
    return name


def form_of(suffix: str) -> str:
    """Which templates can be used from one with this ending: those of `html`, of `markdown`, or none, of `text`."""
    return _FORMS.get(suffix, "text")


def render_own(templates: OwnTemplates, suffix: str, values: Mapping[str, Any]) -> str:
    """What the user's template makes of some values.

    Args:
        templates: All templates; it lies among those of its form as `OWN`.
        suffix: What its name ends in, in small letters: that decides how what it puts out is escaped.
        values: Plain data.

    Raises:
        TemplateFault: The template has a fault.
    """
    with faults(templates, templates.paths[f"{form_of(suffix)}/{OWN}"]):
        template = _environment(templates, suffix).get_template(OWN)
    return rendered(template, templates, values)


def _environment(templates: OwnTemplates, suffix: str) -> Environment:
    form = form_of(suffix)
    if form == "html":
        return html_environment(templates)
    if form == "markdown":
        return markdown_environment(templates)
    return environment(templates, form, finalize=_WRITTEN.get(suffix))


def _csv(value: Any) -> str:
    """A value as one cell; text that a spreadsheet would take for a formula has an apostrophe before it."""
    text = cell_text(value) if isinstance(value, str) else str(value)
    return '"' + text.replace('"', '""') + '"'


def _tex(value: Any) -> str:
    return "".join(_TEX.get(character, character) for character in str(value))


_WRITTEN: Mapping[str, Callable[[Any], str]] = {".csv": _csv, ".tex": _tex}
