"""The page on the record format, docs/format.md, written from the models."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from partnerkit.model.annotation_words import holds
from partnerkit.model.audiences import seen
from partnerkit.model.configuration import Audience, Configuration
from partnerkit.model.documentation import documentation, title
from partnerkit.model.fields import fields
from partnerkit.model.format_introduction import GUIDE, HEAD
from partnerkit.model.kinds import KINDS, sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from partnerkit.model.base import Part

SHARED = "Shared parts"
READERS: Mapping[Audience, str] = MappingProxyType(
    {"public": "anybody", "partners": "partners", "internal": "internal"}
)
SECTIONS = (
    "Each is a key of the partnership, or a file or folder of that name beside `partnership.yaml`. They are in the "
    "order in which a partnership usually comes to need them; none has to be there."
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stretch of the page: a kind, a section or the configuration, with the parts that only it uses.

    Attributes:
        heading: The heading, as Markdown.
        level: How deep the heading is: 2 or 3.
        lead: The paragraph under the heading.
        model: The model whose keys it lists.
        parts: The models described under it.
    """

    heading: str
    level: int
    lead: str
    model: type[Part]
    parts: tuple[type[Part], ...]

    @property
    def anchor(self) -> str:
        """The address of the heading in the page."""
        return anchor(self.heading)


def format_page() -> str:
    """The page, as Markdown."""
    chapters = tuple(_chapters())
    blocks = [HEAD.strip(), _contents(chapters), GUIDE.strip()]
    for chapter in chapters:
        blocks += _chapter(chapter)
        if chapter.model is KINDS["partnership"]:
            blocks += ["### Sections of a partnership", SECTIONS, _section_table()]
    blocks += [f"## {SHARED}", "Mappings that appear in several places."]
    for model in _shared():
        blocks += _part(model, 3)
    return "\n\n".join(blocks) + "\n"


def anchor(heading: str) -> str:
    """The address that GitHub, and most others, give a heading."""
    kept = (character for character in heading.lower() if character.isalnum() or character in " -_")
    return "".join(kept).strip().replace(" ", "-")


def _chapters() -> Iterator[Chapter]:
    shared = set(_shared())
    own = {section.model for section in sections().values()}
    for kind in sorted(KINDS, key=lambda kind: kind != "partnership"):
        model = KINDS[kind]
        parts = [part for part in _parts(model, own) if part not in shared]
        yield Chapter(title(model), 2, documentation(model).summary, model, tuple(parts))
        if kind == "partnership":
            yield from _section_chapters(shared)
    lead = documentation(Configuration).summary
    yield Chapter("Configuration", 2, lead, Configuration, tuple(_parts(Configuration, set())))


def _section_chapters(shared: set[type[Part]]) -> Iterator[Chapter]:
    for section in sections().values():
        where = f"A list: in `{section.name}.yaml`, or in the folder `{section.name}/`, an item a file."
        lead = where if section.many else f"One mapping, in `{section.name}.yaml`."
        parts = [part for part in _parts(section.model, set()) if part not in shared]
        summary = documentation(section.model).summary
        yield Chapter(f"`{section.name}`", 3, f"{summary} {lead}", section.model, tuple(parts))


def _parts(model: type[Part], leave_out: set[type[Part]]) -> list[type[Part]]:
    """The models that a model holds, however deep, in the order in which one meets them."""
    found: list[type[Part]] = []
    todo = [model]
    while todo:
        current = todo.pop(0)
        below = [part for field in fields(current) for part in field.parts]
        new = [part for part in dict.fromkeys(below) if part not in {*found, *leave_out, model}]
        found += new
        todo += new
    return found


@cache
def _settings() -> frozenset[type[Part]]:
    """The models of the configuration, which nothing is withheld from."""
    elsewhere = {part for model in KINDS.values() for part in _parts(model, set())}
    own: list[type[Part]] = [Configuration, *_parts(Configuration, set())]
    return frozenset(part for part in own if part not in elsewhere)


@cache
def _shared() -> tuple[type[Part], ...]:
    """The models that more than one chapter uses, by title."""
    own = {section.model for section in sections().values()}
    heads: list[type[Part]] = [*KINDS.values(), Configuration]
    uses = [_parts(model, own) for model in heads]
    uses += [_parts(model, set()) for model in own]
    users = Counter(part for parts in uses for part in parts)
    return tuple(sorted((part for part, count in users.items() if count > 1), key=title))


def _contents(chapters: tuple[Chapter, ...]) -> str:
    lines = ["## Contents", ""]
    lines += [f"- [{heading}](#{anchor(heading)})" for heading in re.findall("^## (.+)$", GUIDE, re.MULTILINE)]
    lines += [f"{'  ' * (chapter.level - 2)}- [{chapter.heading}](#{chapter.anchor})" for chapter in chapters]
    return "\n".join([*lines, f"- [{SHARED}](#{anchor(SHARED)})"])


def _chapter(chapter: Chapter) -> list[str]:
    blocks = [f"{'#' * chapter.level} {chapter.heading}", chapter.lead, _table(chapter.model)]
    for part in chapter.parts:
        blocks += _part(part, chapter.level + 1)
    return blocks


def _part(model: type[Part], level: int) -> list[str]:
    return [f"{'#' * level} {title(model)}", documentation(model).summary, _table(model)]


def _table(model: type[Part]) -> str:
    described = documentation(model)
    rows = ["| key | what it holds | required | who sees it | what to write |", "|---|---|---|---|---|"]
    for name, info in model.model_fields.items():
        if model is KINDS["partnership"] and name in sections():
            continue
        content = holds(described.annotations[name], model, _link)
        required = "yes" if info.is_required() else ""
        who = "" if model in _settings() else READERS[seen(model, name).by]
        wanted = _cell(described.attributes[name])
        rows.append(f"| `{info.alias or name}` | {_cell(content)} | {required} | {who} | {wanted} |")
    return "\n".join(rows)


def _section_table() -> str:
    described = documentation(KINDS["partnership"]).attributes
    rows = ["| section | what it holds | who sees it |", "|---|---|---|"]
    rows += [
        f"| [`{name}`](#{anchor(name)}) | {described[name]} | {READERS[seen(KINDS['partnership'], name).by]} |"
        for name in sections()
    ]
    return "\n".join(rows)


def _link(model: type[Part]) -> str:
    return f"[{title(model).lower()}](#{anchor(title(model))})"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
