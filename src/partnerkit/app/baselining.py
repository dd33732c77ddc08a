"""The command `baseline`: create, check and prune."""

from __future__ import annotations

from collections.abc import Iterable

from partnerkit.app.baseline import FILE, entries, save, write_baseline
from partnerkit.app.lint import Choice, Linted, lint
from partnerkit.app.outcome import CannotRunError, ExitCode, Settings
from partnerkit.diagnostics.diagnostic import Diagnostic
from partnerkit.diagnostics.text import Piece, visible
from partnerkit.emit.api import number


def keep(action: str, settings: Settings) -> tuple[list[Piece], ExitCode]:
    """Do what is asked for with the baseline of the workspace.

    Raises:
        CannotRunError: The records have errors of form, or the baseline is none.
    """
    if action == "create":
        (linted,) = lint((), Choice(baseline=False), settings, lambda _done, _total: None)
        count = write_baseline(linted.loaded.root, _of_rules(linted))
        return [
            (f"Wrote {number(count, 'finding')} to {FILE}. From now on only new findings count.\n", "plain")
        ], ExitCode.OK
    (linted,) = lint((), Choice(), settings, lambda _done, _total: None)
    if not (linted.loaded.root / FILE).exists():
        told = "There is no baseline here; `partnerkit baseline create` makes one.\n"
        return [(told, "warning")], ExitCode.NOTHING_CHECKED
    stale = frozenset(linted.stale)
    known = entries(linted.loaded.root)
    if not stale:
        return [
            (f"All {number(len(known), 'entry', 'entries')} of the baseline are still found.\n", "good")
        ], ExitCode.OK
    gone = [entry for entry in known if entry["fingerprint"] in stale]
    lines = [f"{visible(str(entry['rule']))}: {visible(str(entry['subject']))}\n" for entry in gone]
    if action == "prune":
        save(linted.loaded.root, (entry for entry in known if entry["fingerprint"] not in stale))
        return [*((line, "plain") for line in lines), (f"Took {_entries(len(gone))} out.\n", "good")], ExitCode.OK
    told = f"{_entries(len(gone))} no longer found: run `partnerkit baseline prune`.\n"
    return [*((line, "plain") for line in lines), (told, "warning")], ExitCode.FINDINGS


def _entries(count: int) -> str:
    return number(count, "entry", "entries")


def _of_rules(linted: Linted) -> Iterable[Diagnostic]:
    if linted.loaded.configuration is None or not linted.loaded.is_valid:
        raise CannotRunError(
            "The records have errors of form; a baseline holds none of those. Run `partnerkit validate`."
        )
    if linted.code is ExitCode.FAILED:
        raise CannotRunError("A rule failed, so nobody knows what it would find. Run `partnerkit lint`.")
    # What `validate` warns of is no finding of a rule.
    own = set(map(id, linted.loaded.diagnostics))
    return [found for found in linted.checked.diagnostics if id(found) not in own]
