"""What is odd about the files of a workspace, before any is read: as diagnostics."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from partnerkit.diagnostics.diagnostic import Diagnostic, Related, Span
from partnerkit.io import discovery
from partnerkit.io.discovery import Oddity
from partnerkit.workspace import kinds
from partnerkit.workspace.names import CONFIGURATION


def odd(oddity: Oddity) -> Diagnostic:
    """What cannot be read as records, and why."""
    span = Span(oddity.path)
    match oddity.what:
        case discovery.LINKED_FOLDER:
            return Diagnostic(
                kinds.LINKED_FOLDER, "this folder is a link, and is not looked into", span, kinds.LINKED_FOLDER.remedy
            )
        case discovery.NESTED:
            message = "this folder is a workspace of its own, and is left out here"
            return Diagnostic(kinds.NESTED_WORKSPACE, message, span, kinds.NESTED_WORKSPACE.remedy)
        case discovery.MISNAMED:
            message = "this file is not read: its name nearly says that it is YAML"
            return Diagnostic(kinds.MISNAMED, message, span, kinds.MISNAMED.remedy)
        case discovery.TOO_MANY:
            message = f"there are more than {discovery.MOST_FILES:,} YAML files here"
            return Diagnostic(kinds.TOO_MANY_FILES, message, Span(CONFIGURATION), kinds.TOO_MANY_FILES.remedy)
        case discovery.UNREADABLE:
            message = f"the folder could not be read: {oddity.reason.lower()}"
            return Diagnostic(kinds.UNREADABLE, message, span, kinds.UNREADABLE.remedy)
        case what:
            return Diagnostic(kinds.NOT_A_FILE, f"this is a {what}, not a plain file", span, kinds.NOT_A_FILE.remedy)


def colliding(files: Iterable[str]) -> Iterator[Diagnostic]:
    """Files of which only one can exist on many computers."""
    first: dict[str, str] = {}
    for file in files:
        known = first.setdefault(file if file.isascii() and file.islower() else _folded(file), file)
        if known != file:
            message = "on many computers this name is the same as that of another file"
            yield Diagnostic(
                kinds.NAMES_COLLIDE,
                message,
                Span(file),
                kinds.NAMES_COLLIDE.remedy,
                (Related("the other file", Span(known)),),
            )


def _folded(file: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", file).casefold())
