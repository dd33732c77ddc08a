"""The kinds of fault that lie between files: ids, references, sections and files themselves."""

from __future__ import annotations

from partnerkit.diagnostics.diagnostic import Kind, Severity

DUPLICATE_ID = Kind(
    "PK201",
    "duplicate-id",
    "Two things have the same id, so that a reference to it could mean either.",
    "Give one of them another id, and change the references that mean it.",
)
DANGLING_REFERENCE = Kind(
    "PK202",
    "dangling-reference",
    "A reference names something that is not in the records.",
    "Correct the id, or add what it names.",
)
AMBIGUOUS_REFERENCE = Kind(
    "PK203",
    "ambiguous-reference",
    "A reference names two things at once: people of two partners with the same id, or items of two sections.",
    "Write where it lies before the id, as in `halden-precision/priya-nair` or `evaluations/kp-2`.",
)
SECTION_TWICE = Kind(
    "PK204",
    "section-twice",
    "A section of a partnership is written in two places, for instance in partnership.yaml and in a file of its own.",
    "Keep it in one place and delete the other.",
)
UNKNOWN_SECTION = Kind(
    "PK205",
    "unknown-section",
    "A file, or the folder it is in, lies beside partnership.yaml and is named like no section, and the file holds no "
    "record of its own.",
    "Name it after the section it holds, or move it to files/ if it is evidence.",
)
UNREADABLE = Kind(
    "PK206",
    "unreadable-file",
    "The file is there and could not be read.",
    "Check that it still exists and that you may read it.",
)
NOT_A_FILE = Kind(
    "PK207",
    "not-a-plain-file",
    "The name says YAML, and it is a link, a folder or a device. Records are read from plain files only, so that "
    "nothing outside the workspace is ever read.",
    "Put the file itself in its place, or delete it.",
)
NAMES_COLLIDE = Kind(
    "PK208",
    "names-collide",
    "Two files have names that differ only in capital letters or in how accents are encoded; on many computers only "
    "one of them can exist.",
    "Rename one of them.",
)
NESTED_WORKSPACE = Kind(
    "PK209",
    "nested-workspace",
    "A folder inside the workspace has a partnerkit.yaml of its own, which makes it a workspace of its own. Its "
    "records are not part of this one.",
    "Check it by itself, or delete the inner partnerkit.yaml.",
    Severity.WARNING,
)
LINKED_FOLDER = Kind(
    "PK210",
    "linked-folder",
    "A folder is a link. Links are not followed, so the records in it are not read.",
    "Move the folder itself here if its records belong to the workspace.",
    Severity.WARNING,
)
RESERVED_ID = Kind(
    "PK211",
    "reserved-id",
    "Windows keeps this name for a device, so that no file or folder can be called so.",
    "Choose another id.",
)
TOO_MANY_FILES = Kind(
    "PK212",
    "too-many-files",
    "The workspace holds more files than one run reads.",
    "Split the workspace, or narrow `include` in partnerkit.yaml.",
)
MISNAMED = Kind(
    "PK214",
    "misnamed-file",
    "The name of a file nearly says that it is YAML (`risks.yaml.txt`, `RISKS.YAML`), and it is not read: names of "
    "records end in `.yaml` or `.yml`, in small letters. Windows hides the ending `.txt`, which some editors add.",
    "Rename the file so that it ends in `.yaml`, or move it to a folder `files` if it is evidence.",
    Severity.WARNING,
)
NO_PARTNERSHIP = Kind(
    "PK215",
    "section-without-partnership",
    "A file is named like a section of a partnership (`risks.yaml`), or lies in a folder named so (`meetings/`), holds "
    "no record of its own, and its folder has no partnership.yaml, so that nobody reads what it says.",
    "Add a partnership.yaml to the folder, or move the file into the folder of its partnership.",
)
CRASHED = Kind(
    "PK213",
    "reading-failed",
    "The process that read this file ended before it was done. That is a fault of the program, which a record should "
    "never be able to cause.",
    "Please report it, with the file if you may share it.",
)
