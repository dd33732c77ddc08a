"""What identifies a finding from one run to the next: the rule and what it is about, not the line or the wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from partnerkit.diagnostics.diagnostic import Diagnostic


def fingerprints(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """A fingerprint for each diagnostic, in order: 32 hexadecimal characters, no two of them the same.

    It is made of the code and the subject; of the file and the text of the line where a diagnostic has no subject. What
    is the same in both is told apart by its turn.
    """
    turns: Counter[str] = Counter()
    found = []
    for diagnostic in diagnostics:
        about = diagnostic.subject or f"{diagnostic.span.file} {diagnostic.span.excerpt.strip()}"
        identity = f"{diagnostic.kind.code} {about}"
        turns[identity] += 1
        found.append(fingerprint(diagnostic.kind.code, about, turns[identity]))
    return found


def fingerprint(code: str, about: str, turn: int) -> str:
    """The fingerprint of the diagnostic with a code that is the one with this turn, from 1, about the same."""
    return blake2b(f"{code} {about} {turn}".encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()
