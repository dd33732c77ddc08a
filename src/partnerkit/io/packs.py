"""The rule packs that come with the program."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "rules" / "packs"


def pack_names() -> tuple[str, ...]:
    """The names of the packs, sorted."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def read_pack(name: str) -> Mapping[str, Any]:
    """The content of a pack that `pack_names` names."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
