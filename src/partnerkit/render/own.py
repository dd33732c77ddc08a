"""Templates that are not ours: they see plain data, in a sandbox, and a fault in them is told with file and line.

What the sandbox does not bound, time and memory, is bounded by the process it works in (`io/confinement.py`).
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
    pass_context,
)
from jinja2 import debug as _debug  # noqa: F401 - else looked for when a template fails, perhaps for want of memory
from jinja2.exceptions import SecurityError
from jinja2.sandbox import MAX_RANGE, ImmutableSandboxedEnvironment
from jinja2.utils import missing

from partnerkit.model.suggestions import nearest
from partnerkit.render.links import address
from partnerkit.render.words import long_date, money, number, short_date, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jinja2 import Template

TEMPLATE_SUFFIXES = (".html", ".md")

FILTERS = (
    "abs", "batch", "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby", "indent", "int",
    "items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace",
    "reverse", "round", "select", "selectattr", "slice", "sort", "string", "sum", "title", "trim", "truncate",
    "unique", "upper", "urlencode", "wordcount", "wordwrap",
)  # fmt: skip
"""Those of Jinja's filters that there are. Not among them: what marks a text as safe, what fetches attributes by name,
what formats by a pattern, and what gives another result each time."""


class TemplateFault(Exception):  # noqa: N818 - it is the template's, and what is told
    """A template cannot be read, or cannot do what it wants to; the text says where and why, without a full stop."""


@dataclass(frozen=True, slots=True, eq=False)
class OwnTemplates:
    """Templates of the user's own, and ours where there are no others.

    Attributes:
        texts: The text of each by its name, such as `html/page.html`.
        paths: What to call each in a message, by its name.
        own: The names of those that are the user's.
        most: How many characters a page may have.
    """

    texts: Mapping[str, str]
    paths: Mapping[str, str]
    own: frozenset[str]
    most: int

    def names(self, form: str) -> list[str]:
        """The templates of a format, without the format's name; style sheets and scripts are none."""
        under = f"{form}/"
        return sorted(
            name.removeprefix(under)
            for name in self.texts
            if name.startswith(under) and name.endswith(TEMPLATE_SUFFIXES)
        )


class OwnEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox for the templates of a format. It knows no folder: what has not been read is not there."""

    def __init__(self, templates: OwnTemplates, form: str, **options: Any) -> None:
        """Take the templates and their format; `options` are Jinja's."""
        given: Callable[[Any], Any] = options.pop("finalize", None) or (lambda value: value)

        def source(name: str) -> tuple[str, str, None] | None:
            key = f"{form}/{name}"
            return (templates.texts[key], templates.paths[key], None) if key in templates.texts else None

        # Jinja works out constants while it reads a template, where no memory is bounded; but not what needs a context.
        @pass_context
        def finalize(_context: object, value: Any) -> Any:
            # What is not known is an empty place, as in any form.
            return "" if value is None else given(value)

        super().__init__(
            loader=FunctionLoader(source),
            undefined=Missing,
            finalize=finalize,
            optimized=False,
            cache_size=-1,
            **options,
        )
        self.globals = {name: self.globals[name] for name in ("range", "namespace")}
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.filters.update(address=_address, day=_day, long_day=_long_day, money=_money, number=_number)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The value of a key, and only else an attribute, as in our own templates."""
        try:
            return obj[attribute]
        except (LookupError, TypeError):
            return super().getattr(obj, attribute)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Any:
        """What stands for an attribute that is not for templates: using it is an error."""
        return self.undefined(f"templates may not use `{attribute}`", name=attribute, obj=obj, exc=SecurityError)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(nodes.EvalContextModifier):
            raise TemplateSyntaxError("escaping cannot be switched off", node.lineno, name, filename)
        return tree


class Missing(StrictUndefined):
    """A name that stands for nothing: using it is an error, which names what is there instead."""

    @property
    def _undefined_message(self) -> str:
        name, held = self._undefined_name, self._undefined_obj
        if self._undefined_hint:
            return self._undefined_hint
        if held is missing:
            return f"there is no `{name}` here"
        if isinstance(held, dict):
            near = nearest(str(name), filter(lambda key: isinstance(key, str), held))
            return f"there is no `{name}` in it" + (f", perhaps `{near}`" if near else "")
        return f"`{name}` was asked of something that is no mapping with keys"

    __repr__ = StrictUndefined._fail_with_undefined_error  # noqa: SLF001 - a list that is put out shows what is in it


def _address(text: str | None) -> str:
    return address(text or "") or ""


def _day(text: str | None) -> str:
    return short_date(date.fromisoformat(text)) if text else ""


def _long_day(text: str | None) -> str:
    return long_date(date.fromisoformat(text)) if text else ""


def _number(value: float | None) -> str:
    return "" if value is None else number(value)


def _money(value: Mapping[str, Any] | None) -> str:
    return "" if value is None else money(value["amount"], value["currency"])


# ---------------------------------------------------------------------- making pages


def rendered(template: Template, templates: object, values: Mapping[str, Any]) -> str:
    """What a template makes of some values.

    Raises:
        TemplateFault: It is a template of the user's own, and cannot do it.
    """
    if not isinstance(templates, OwnTemplates):
        return template.render(values)
    pieces, length = [], 0
    with faults(templates, template.filename or ""):
        for piece in template.generate(values):
            length += len(piece)
            if length > templates.most:
                raise TemplateFault(f"{template.filename}: it makes more than {templates.most:,} characters")
            pieces.append(piece)
    return "".join(pieces)


@contextmanager
def faults(templates: OwnTemplates, path: str) -> Iterator[None]:
    """Whatever goes wrong with templates is told as a fault of theirs; of that at `path`, unless another is to blame.

    Raises:
        TemplateFault: Something went wrong.
    """
    try:
        yield
    except TemplateFault:
        raise
    except TemplateSyntaxError as error:
        raise TemplateFault(f"{error.filename}, line {error.lineno}: {_plain(error.message or '')}") from error
    except Exception as error:
        place = _place(error, frozenset(templates.paths.values())) or path
        raise TemplateFault(f"{place}: {_why(error)}") from error


def _place(error: Exception, paths: frozenset[str]) -> str:
    """The innermost line of a template that the error came from."""
    found = ""
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in paths:
            found = f"{trace.tb_frame.f_code.co_filename}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return found


def _why(error: Exception) -> str:  # noqa: PLR0911 - one case for each way to fail
    match error:
        case TemplateNotFound():
            return f"there is no template `{_plain(str(error.name))}` among those of this format"
        case UndefinedError() | SecurityError():
            return _plain(error.message or "")
        case RecursionError():
            return "it calls itself without end, or is nested too deeply"
        case MemoryError():
            return "it needs more memory than a template may have"
        case OverflowError():
            return f"a number is too large; a range may have {MAX_RANGE:,} numbers at most"
        case KeyError():
            return f"there is no `{_plain(str(error.args[0]))}` in what was given to it"
        case _:
            return _plain(str(error) or type(error).__name__)


_LONGEST = 300


def _plain(text: str) -> str:
    """What Jinja says, as the rest of a sentence."""
    line = " ".join(visible(text[:_LONGEST]).split()).rstrip(".")
    return line[:1].lower() + line[1:]
