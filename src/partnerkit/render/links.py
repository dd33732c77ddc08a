"""Which addresses become links: https, http and mailto, without a password, and files by the way that leads to them."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

# What a browser would quietly drop or turn round: controls and spaces inside the scheme, backslashes as slashes.
DECEPTIVE = re.compile(r"[\s\x00-\x20\x7f-\x9f\\<>\"'`]")
MAILBOX = re.compile(r"mailto:[^@:/?#]+@[^@:/?#]+(?:\?[^#]*)?", re.IGNORECASE)


def address(text: str) -> str | None:
    """The address if it may be a link, else nothing."""
    if DECEPTIVE.search(text):
        return None
    if MAILBOX.fullmatch(text):
        return text
    return text if _sound(text) else None


def _sound(text: str) -> bool:
    try:
        parts = urlsplit(text)
        port = parts.port  # reading it is what checks it
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc and port != 0


def file_address(path: str, place: str = "") -> str | None:
    """The address of a file, by a path from the page to it; nothing for a path that does not begin at the page."""
    if not path or path.startswith(("/", "\\")):
        return None
    # With its colons encoded no part of it can be taken for a scheme.
    address = quote(path, safe="/")
    return f"{address}#{quote(place, safe='=:')}" if place else address
