"""Reads the shapes and the small YAML texts of these tests, independently of the project's own reader."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

SHAPES = Path(__file__).parent / "shapes"


class Loader(yaml.CSafeLoader):
    """YAML's safe loader, for which dates, times and yes are text."""


Loader.yaml_implicit_resolvers = {}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), ["t", "f"])
Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(?:null|~|)$"), ["n", "~", ""])
Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^-?(?:0|[1-9][0-9]*)$"), list("-0123456789"))
Loader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^-?[0-9]+\.[0-9]+$"), list("-0123456789"))


def read(text: str) -> Any:
    """The plain data of a YAML text."""
    return yaml.load(text, Loader)  # noqa: S506 - derived from the safe loader


@cache
def shape(name: str) -> Any:
    """The plain data of one of the shapes. Read once: do not change it."""
    return read((SHAPES / f"{name}.yaml").read_text(encoding="utf-8"))
