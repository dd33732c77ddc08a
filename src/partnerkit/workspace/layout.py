"""Which files belong together: a record in one file, or a partnership in a folder of sections and items.

Decided from names alone, so that the parts can be read side by side and in any order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

FOLDER_RECORD = "partnership"
"""The stem of the file that makes its folder a partnership."""


@dataclass(frozen=True, slots=True)
class SectionFile:
    """A file that holds a section of a partnership, or one item of it."""

    section: str
    file: str
    is_item: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """Files that are read together: the file of the record itself, and the files of its sections.

    Attributes:
        file: The file of the record.
        sections: The files of its sections, if it is a partnership in a folder.
        misnamed: The name of the file, or of its folder, where that should be a section's, because it lies beside a
            partnership.yaml, and is not.
        homeless: The folder that lacks a partnership.yaml, where the name of the file, or of its folder, is that of a
            section.
    """

    file: str
    sections: tuple[SectionFile, ...] = ()
    misnamed: str = ""
    homeless: str | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """All files of the unit, the record's own first."""
        return (self.file, *(section.file for section in self.sections))

    @property
    def suggested_id(self) -> str:
        """The id that the record has by convention: the name of its file, or of the folder of a partnership."""
        folder, stem = _split(self.file)
        return folder.rpartition("/")[2] if stem == FOLDER_RECORD and folder else stem


def units(files: Iterable[str], sections: Mapping[str, bool]) -> tuple[Unit, ...]:
    """Group the YAML files of a workspace (relative paths, with `/`) into units, sorted by path.

    Args:
        files: The files, in any order.
        sections: The sections a partnership can have, each with whether it is a list of items.
    """
    ordered = sorted(files, key=_by_folder)
    homes = {folder: file for file in ordered for folder, stem in [_split(file)] if stem == FOLDER_RECORD}
    parts: dict[str, list[SectionFile]] = {folder: [] for folder in homes}
    found = []
    for file in ordered:
        folder, _ = _split(file)
        if homes.get(folder) == file:
            continue
        section = _section_file(file, homes, sections)
        if section is None:
            misnamed = _misnamed(file, homes)
            found.append(Unit(file, (), misnamed, None if misnamed else _homeless(file, sections)))
        else:
            home, part = section
            parts[home].append(part)
    found.extend(Unit(file, tuple(parts[folder])) for folder, file in homes.items())
    return tuple(sorted(found, key=lambda unit: _by_folder(unit.file)))


def _section_file(file: str, homes: Collection[str], sections: Mapping[str, bool]) -> tuple[str, SectionFile] | None:
    folder, stem = _split(file)
    if folder in homes and stem in sections:
        return folder, SectionFile(stem, file, is_item=False)
    outer, _, name = folder.rpartition("/")
    if outer in homes and sections.get(name):
        return outer, SectionFile(name, file, is_item=True)
    return None


def _misnamed(file: str, homes: Collection[str]) -> str:
    folder, stem = _split(file)
    outer, _, name = folder.rpartition("/")
    return stem if folder in homes else name if outer and outer in homes else ""


def _homeless(file: str, sections: Mapping[str, bool]) -> str | None:
    folder, stem = _split(file)
    outer, _, name = folder.rpartition("/")
    return folder if stem in sections else outer if outer and sections.get(name) else None


def _by_folder(file: str) -> tuple[str, ...]:
    """Sorts files as people list them: what lies in a folder stays together."""
    return tuple(file.split("/"))


def _split(file: str) -> tuple[str, str]:
    folder, _, name = file.rpartition("/")
    return folder, name.rpartition(".")[0]
