"""The user's own templates: read from a folder, with ours where it has none, and worked with in a bounded process.

Only the command line brings them in. `partnerkit.yaml` may name a folder too, but it comes with the records, and so
with any pull request: it counts only where the command line says that it is to be trusted.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from partnerkit.app.outcome import CannotRunError
from partnerkit.io.confinement import Limits, OverstepError, can_confine, confined
from partnerkit.io.files import read_bytes
from partnerkit.io.resources import templates_folder
from partnerkit.render.own import OwnTemplates, TemplateFault
from partnerkit.render.own_page import OWN, form_of

LIMITS = Limits(seconds=10, memory=512 * 1024 * 1024)
MOST_CHARACTERS = 64 * 1024 * 1024
"""A page may have so many."""
MOST_BYTES = 1024 * 1024
MOST_FILES = 200
FORMS = ("html", "markdown")


def own_templates(folder: Path | None, own: Path | None = None, suffix: str = "") -> OwnTemplates:
    """The user's own templates, and ours where there are no others.

    Args:
        folder: The folder whose `html/` and `markdown/` take the place of ours, file by file.
        own: A template that is wholly the user's.
        suffix: What the name of that ends in.

    Raises:
        CannotRunError: They cannot be read, there are none, or this system cannot bound what they do.
    """
    if not can_confine():
        raise CannotRunError("Templates of your own need a system that can fork a process, to bound what they do.")
    ours = templates_folder()
    texts = {name: _text(ours / name) for name in _listed(ours, FORMS)}
    paths = {name: f"partnerkit's {name}" for name in texts}
    files = {} if folder is None else _found(folder)
    if own is not None:
        files[f"{form_of(suffix)}/{OWN}"] = own
    texts |= {name: _text(path) for name, path in files.items()}
    paths |= {name: os.path.relpath(path) for name, path in files.items()}
    return OwnTemplates(texts, paths, frozenset(files), MOST_CHARACTERS)


def _found(folder: Path) -> dict[str, Path]:
    if not folder.is_dir():
        raise CannotRunError(f"There is no folder {folder}. `partnerkit templates --copy {folder.name}` makes one.")
    names = _listed(folder, FORMS)
    if not names:
        raise CannotRunError(
            f"{folder} has no templates: they lie in its folders html and markdown. "
            f"`partnerkit templates --copy {folder.name}` puts ours there to begin with."
        )
    return {name: folder / name for name in names}


def _listed(folder: Path, forms: Iterable[str]) -> list[str]:
    """The files in the folders of these forms, by name; nothing hidden counts."""
    found: list[str] = []
    for form in forms:
        _refuse_links((folder / form,))
        for place, folders, files in os.walk(folder / form):
            _refuse_links(Path(place) / name for name in folders)
            folders[:] = [name for name in folders if not name.startswith(".")]
            found += [(Path(place) / name).relative_to(folder).as_posix() for name in files if name[0] != "."]
            if len(found) > MOST_FILES:
                raise CannotRunError(f"{folder} holds more than {MOST_FILES} templates.")
    return sorted(found)


def _refuse_links(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_symlink():
            raise CannotRunError(f"{path} is a link. Templates are plain files: put the files themselves there.")


def _text(path: Path) -> str:
    try:
        raw = read_bytes(str(path), MOST_BYTES)
        if len(raw) > MOST_BYTES:
            raise CannotRunError(f"{path} is larger than a template may be: {MOST_BYTES:,} bytes.")
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CannotRunError(f"{path} is no text in UTF-8: byte {error.start + 1} cannot be read.") from error
    except OSError as error:
        _refuse_links((path,))
        raise CannotRunError(f"{path} cannot be read: {error.strerror or error}.") from error


_GOOD, _FAULT = b"+", b"-"


def bounded(work: Callable[[], Iterable[str]]) -> list[bytes]:
    """Texts that templates of the user's own make, in UTF-8; made by a process that may take no more than `LIMITS`.

    Raises:
        TemplateFault: A template has a fault, or took too much.
    """

    def told() -> Iterable[bytes]:
        try:
            for text in work():
                yield _GOOD + text.encode("utf-8")
        except TemplateFault as fault:
            yield _FAULT + str(fault).encode("utf-8", "backslashreplace")
        except UnicodeEncodeError:
            yield _FAULT + b"a template puts out half a character, which no file can hold"

    try:
        results = confined(told, LIMITS)
    except OverstepError as error:
        raise TemplateFault(f"a template {error}") from error
    for result in results:
        if result.startswith(_FAULT):
            raise TemplateFault(result[1:].decode("utf-8"))
    return [result[1:] for result in results]
