"""Jinja environments for templates that are given plain data only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context

from partnerkit.render.own import OwnEnvironment, OwnTemplates, faults

Templates: TypeAlias = Path | OwnTemplates
"""The folder of our templates, or templates of the user's own."""


class PlainContext(Context):
    """Calls what a template calls, and asks nothing first: nothing of ours that is called wants Jinja's own things."""

    def call(self, called: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """What the function or macro gives."""
        if kwargs:
            # What Jinja tells those that ask for the context.
            kwargs.pop("_loop_vars", None)
            kwargs.pop("_block_vars", None)
        return called(*args, **kwargs)


class PlainEnvironment(Environment):
    """Reads `block.items` as the key `items`: looking for an attribute first would find the dict's own method."""

    context_class = PlainContext

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The value of a key, and only else an attribute."""
        try:
            return obj[attribute]
        except (LookupError, TypeError):
            return super().getattr(obj, attribute)


def environment(templates: Templates, form: str, **options: Any) -> Environment:
    """An environment for the templates of a format; `options` are Jinja's. Only the user's own work in a sandbox."""
    options |= {"trim_blocks": True, "lstrip_blocks": True, "auto_reload": False}
    if isinstance(templates, OwnTemplates):
        return OwnEnvironment(templates, form, **options)
    return PlainEnvironment(loader=FileSystemLoader(templates / form), undefined=StrictUndefined, **options)


def text_of(templates: Templates, name: str) -> str:
    """A style sheet or a script, by its name, such as `html/style.css`."""
    if isinstance(templates, OwnTemplates):
        return templates.texts[name]
    return (templates / name).read_text(encoding="utf-8")


def read_all(environment: Environment, templates: Templates, form: str) -> None:
    """Read all templates of the user's own at once, so that a fault is told even in one that no page needs.

    Raises:
        TemplateFault: One cannot be read.
    """
    if isinstance(templates, OwnTemplates):
        for name in templates.names(form):
            with faults(templates, templates.paths[f"{form}/{name}"]):
                environment.get_template(name)
