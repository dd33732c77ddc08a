"""What the figures were measured on: processor, system, interpreter and libraries."""

from __future__ import annotations

import os
import platform
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import yaml

_LIBRARIES = (
    "partnerkit",
    "pydantic",
    "pydantic-core",
    "PyYAML",
    "typer",
    "yamllint",
    "check-jsonschema",
    "ruamel.yaml",
)


def facts() -> list[tuple[str, str]]:
    """Names and values, in the order they are printed. No names of machines, users or folders."""
    return [
        ("cores", str(_cores())),
        ("processor", _line("/proc/cpuinfo", "model name") or platform.machine()),
        ("memory", _memory()),
        ("system", f"{platform.system()} on {platform.machine()}"),
        ("Python", f"{platform.python_version()} ({platform.python_implementation()})"),
        ("libyaml", _libyaml()),
        *((name, _version(name)) for name in _LIBRARIES),
    ]


def program_state() -> frozenset[tuple[str, int]]:
    """The files of the installed program and when each was changed: the same before and after, or a run is void."""
    found = find_spec("partnerkit")
    folders = found.submodule_search_locations if found else None
    files = (file for folder in folders or () for file in Path(folder).rglob("*.py"))
    return frozenset((str(file), file.stat().st_mtime_ns) for file in files)


def _cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _memory() -> str:
    kilobytes = _line("/proc/meminfo", "MemTotal")
    return f"{int(kilobytes.split()[0]) / 1e6:.0f} GB" if kilobytes else "unknown"


def _line(file: str, name: str) -> str | None:
    """The value of the first line of this name in a file of /proc."""
    try:
        lines = Path(file).read_text().splitlines()
    except OSError:
        return None
    return next((" ".join(line.partition(":")[2].split()) for line in lines if line.startswith(name)), None)


def _libyaml() -> str:
    return str(yaml._yaml.get_version_string()) if yaml.__with_libyaml__ else "not used"  # noqa: SLF001 - no public name


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed"
