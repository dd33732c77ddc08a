"""Texts for properties: soups of YAML's signs, and data with the texts that PyYAML writes for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from hypothesis import strategies as st

TOKENS = (
    *"abcxyz", " ", "  ", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "- ", "-", ": ", ":", ",", ", ", "[", "]", "{",
    "}", "? ", "'", '"', "|\n", ">\n", "|-\n  ", "#", " # c", "&a ", "&b ", "*a", "*b", "*a : ", "!", "!!str ", "!x ",
    "%", "@", "`", "<<: ", "---\n", "...\n", "\n---\n", "key: ", "a: ", "1", "-1", "0x1F", "1.5", "1e999", ".inf",
    "null", "true", "no", "~", "2026-03-10", "\\", "\\n", "\\x1b", "\t", "\r\n", "\u00e9", "\U0001f600", "kind: ",
    "id: x\n", "[]", "{}", "''", '""',
)  # fmt: skip
"""What YAML is made of, and what people type into it."""

VALUES = (
    "", "1", "x y", "'q'", '"r"', "[1, {s: t}]", "{u: [v]}", "&a [1]", "*a", "|", ">-", "!x 1", ".nan", "x: y", "'",
    "[",
)  # fmt: skip

soups = st.lists(st.sampled_from(TOKENS), max_size=40).map("".join)
lines = st.lists(
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["", "", "  ", "    ", "- ", "  - ", "\t", "-"]),
        st.sampled_from(["a: ", "b: ", "c:", "'d': ", "1: ", "<<: ", "&a e: ", "*a : ", "", "? ", "key"]),
        st.sampled_from(VALUES),
    ),
    max_size=12,
).map("\n".join)
texts = soups | lines
"""Texts with something wrong in most of them, from nonsense to what is nearly a record."""

_words = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cn", "Cs", "Zl", "Zp"]), max_size=12) | st.sampled_from(
    ["", " ", "x ", " x", "a: b", "- a", "#", "a #b", "'", '"', "\\", "12", "1.5", "0x1F", "0o17", "1e5", "true", "no",
     "null", "~", "2026-03-10", "a\nb", "a\n\nb\n", "\n", " a\nb", "a\tb", "[", "{}", "@x", "`", "!x", "&a", "*a", "%",
     "? a", ": a", "-", "---", "...", "|", ">", "long " * 30, "é\n\u00a0"]
)  # fmt: skip
_numbers = st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
_data: st.SearchStrategy[Any] = st.recursive(
    _words | _numbers | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_words, inner, max_size=4),
    max_leaves=12,
)


class Dumper(yaml.SafeDumper):
    """Writes no anchors; puts what YAML 1.2 takes for a number in quotes, as PyYAML does for YAML 1.1."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True


Dumper.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^0o[0-7]+$"), ["0"])
Dumper.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+.0-9][.0-9]*(?:[eE][-+]?[0-9]+)?$"), list("-+.0123456789")
)


def _in_style(style: str) -> type[Dumper]:
    """The same, with every text in a style of its own."""

    class Styled(Dumper):
        pass

    def represent(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    Styled.add_representer(str, represent)
    return Styled


DUMPERS = [Dumper, *(_in_style(style) for style in ("|", ">", "'", '"'))]


@st.composite
def dumped(draw: st.DrawFn) -> tuple[Any, str]:
    """Plain data, and a text that PyYAML writes for them in one of its styles."""
    value = draw(_data)
    text: str = yaml.dump(
        value,
        Dumper=draw(st.sampled_from(DUMPERS)),
        default_flow_style=draw(st.sampled_from([None, True, False])),
        indent=draw(st.integers(2, 6)),
        width=draw(st.sampled_from([20, 80, 1_000])),
        allow_unicode=draw(st.booleans()),
        explicit_start=draw(st.booleans()),
        line_break=draw(st.sampled_from(["\n", "\r\n"])),
        sort_keys=False,
    )
    return value, text


def walk(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Each value in plain data, with the way to it."""
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from walk(inner, (*path, at))
