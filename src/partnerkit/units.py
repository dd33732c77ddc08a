"""Finds the units of a kind: one module each, named after its file; nothing is listed, so nothing is forgotten."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import ModuleType

NOT_UNITS = frozenset({"api"})
"""What the units of a package may share does not count as one."""


def unit_names(package: str, attribute: str) -> tuple[str, ...]:
    """The names of a package's modules that define an attribute at the top level, sorted; none is imported.

    Underscores in file names are hyphens in the names people type.
    """
    spec = find_spec(package)
    if spec is None or spec.submodule_search_locations is None:
        return ()
    found = []
    for module in iter_modules(list(spec.submodule_search_locations)):
        if module.ispkg or module.name in NOT_UNITS:
            continue
        if _defines(f"{package}.{module.name}", attribute):
            found.append(module.name.replace("_", "-"))
    return tuple(sorted(found))


def group_names(package: str) -> tuple[str, ...]:
    """The names of a package's own packages, sorted: units that belong together under a name."""
    spec = find_spec(package)
    locations = None if spec is None else spec.submodule_search_locations
    return tuple(sorted(module.name for module in iter_modules(list(locations or ())) if module.ispkg))


def unit(package: str, name: str) -> ModuleType:
    """The module of the unit with a name that `unit_names` gave."""
    return import_module(f"{package}.{name.replace('-', '_')}")


def _defines(module: str, attribute: str) -> bool:
    # Reading the source is many times cheaper than importing it, and commands must start fast.
    spec = find_spec(module)
    if spec is None or spec.loader is None or not hasattr(spec.loader, "get_source"):
        return False
    source: str = spec.loader.get_source(module) or ""
    return f"\ndef {attribute}(" in source
