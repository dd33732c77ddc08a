"""Reads small workspaces that are written in the tests, without files."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from textwrap import dedent

from partnerkit.model.configuration import Configuration
from partnerkit.model.kinds import sections
from partnerkit.workspace.examination import Examination, examine
from partnerkit.workspace.layout import units
from partnerkit.workspace.records import Record
from partnerkit.workspace.workspace import Workspace

HEAD = """
kind: partnership
id: harbour-welding
title: Harbour welding
stage: plan
partners: [{organisation: northquay-shipyard}, {organisation: estuary-college}]
"""


def examined(files: Mapping[str, str]) -> tuple[Examination, ...]:
    """What the files of a workspace hold, unit by unit."""
    many = {name: section.many for name, section in sections().items()}
    raw = {name: dedent(text).lstrip("\n").encode() for name, text in files.items()}
    return tuple(
        examine(unit, {file: raw[file] for file in unit.files}, lambda _raw, reader: reader())
        for unit in units(files, many)
    )


def records(files: Mapping[str, str]) -> tuple[Record, ...]:
    """The records of a workspace that has no faults of its own."""
    found = examined(files)
    assert [diagnostic for one in found for diagnostic in one.diagnostics] == []
    return tuple(chain.from_iterable(one.records for one in found))


def workspace(files: Mapping[str, str]) -> Workspace:
    """The workspace that the files make."""
    return Workspace(Configuration.model_validate({"format": 1}), records(files))
