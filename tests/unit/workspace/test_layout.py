"""Which files belong together, decided from their names."""

from __future__ import annotations

import pytest

from partnerkit.workspace.layout import SectionFile, Unit, units

SECTIONS = {"risks": True, "meetings": True, "exit": False, "culture_fit": False}


def layout(*files: str) -> list[Unit]:
    return list(units(files, SECTIONS))


def test_a_file_by_itself_is_a_record() -> None:
    assert layout("organisations/halden.yaml", "partnerships/toolroom.yml") == [
        Unit("organisations/halden.yaml"),
        Unit("partnerships/toolroom.yml"),
    ]


def test_files_and_folders_named_after_sections_belong_to_the_partnership_beside_them() -> None:
    assert layout(
        "p/toolroom/meetings/2026-06-09.yml",
        "p/toolroom/partnership.yaml",
        "p/toolroom/risks.yaml",
        "p/toolroom/meetings/2026-03-10.yaml",
        "p/toolroom/exit.yml",
    ) == [
        Unit(
            "p/toolroom/partnership.yaml",
            (
                SectionFile("exit", "p/toolroom/exit.yml", is_item=False),
                SectionFile("meetings", "p/toolroom/meetings/2026-03-10.yaml", is_item=True),
                SectionFile("meetings", "p/toolroom/meetings/2026-06-09.yml", is_item=True),
                SectionFile("risks", "p/toolroom/risks.yaml", is_item=False),
            ),
        )
    ]


def test_without_a_partnership_file_the_names_of_sections_only_tell_where_one_is_missing() -> None:
    files = ("p/toolroom/meetings/2026-03-10.yaml", "p/toolroom/risks.yaml", "p/toolroom/toolroom.yaml", "risks.yaml")
    assert layout(*files, "exit/arrangements.yaml") == [
        Unit("exit/arrangements.yaml"),
        Unit("p/toolroom/meetings/2026-03-10.yaml", homeless="p/toolroom"),
        Unit("p/toolroom/risks.yaml", homeless="p/toolroom"),
        Unit("p/toolroom/toolroom.yaml"),
        Unit("risks.yaml", homeless=""),
    ]


def test_a_partnership_may_lie_at_the_top_of_the_workspace() -> None:
    assert layout("partnership.yaml", "risks.yaml", "meetings/1.yaml", "organisations/halden.yaml") == [
        Unit("organisations/halden.yaml"),
        Unit(
            "partnership.yaml",
            (
                SectionFile("meetings", "meetings/1.yaml", is_item=True),
                SectionFile("risks", "risks.yaml", is_item=False),
            ),
        ),
    ]


@pytest.mark.parametrize(
    ("file", "misnamed"),
    [
        ("p/toolroom/risk.yaml", "risk"),
        ("p/toolroom/Risks.yaml", "Risks"),
        ("p/toolroom/culture-fit.yaml", "culture-fit"),
        ("p/toolroom/minutes/2026-03-10.yaml", "minutes"),
        ("p/toolroom/exit/arrangements.yaml", "exit"),
        ("p/toolroom/meetings/2026/03-10.yaml", ""),
        ("p/other.yaml", ""),
    ],
)
def test_what_lies_beside_a_partnership_file_and_is_named_like_no_section_is_noted(file: str, misnamed: str) -> None:
    assert Unit(file, misnamed=misnamed) in layout("p/toolroom/partnership.yaml", file)


def test_of_two_partnership_files_in_a_folder_one_has_the_sections_and_the_other_is_by_itself() -> None:
    found = layout("p/partnership.yaml", "p/partnership.yml", "p/risks.yaml")
    assert [(unit.file, len(unit.sections)) for unit in found] == [("p/partnership.yaml", 0), ("p/partnership.yml", 1)]


def test_a_partnership_inside_the_folder_of_another_is_its_own() -> None:
    found = layout("p/partnership.yaml", "p/inner/partnership.yaml", "p/inner/risks.yaml", "p/risks.yaml")
    assert [unit.files for unit in found] == [
        ("p/inner/partnership.yaml", "p/inner/risks.yaml"),
        ("p/partnership.yaml", "p/risks.yaml"),
    ]


def test_files_are_sorted_as_people_list_them_whatever_order_they_come_in() -> None:
    files = ["b/z.yaml", "b-2/a.yaml", "a.yaml", "b/partnership.yaml", "b/risks.yaml"]
    expected = ["a.yaml", "b/partnership.yaml", "b/z.yaml", "b-2/a.yaml"]
    assert [unit.file for unit in layout(*files)] == expected
    assert [unit.file for unit in layout(*reversed(files))] == expected


@pytest.mark.parametrize(
    ("file", "suggested"),
    [
        ("organisations/halden-precision.yaml", "halden-precision"),
        ("partnerships/toolroom/partnership.yaml", "toolroom"),
        ("partnership.yaml", "partnership"),
        ("frameworks/unit.v2.yml", "unit.v2"),
    ],
)
def test_a_file_suggests_the_id_of_its_record(file: str, suggested: str) -> None:
    assert Unit(file).suggested_id == suggested
