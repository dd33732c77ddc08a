from __future__ import annotations

import pytest

from partnerkit.render.links import address


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "http://example.org:8080/a?b=c&d#e",
        "HTTPS://EXAMPLE.ORG/",
        "mailto:somebody@example.org",
        "mailto:somebody@example.org?subject=Plan",
    ],
)
def test_addresses_on_the_web_and_mailboxes_are_links(text: str) -> None:
    assert address(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "javascript:alert(1)",
        "JaVa\tScript:alert(1)",
        "\x01javascript:alert(1)",
        " https://example.org",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "\\\\evil.example\\share",
        "http:/\\evil.example",
        "http:///evil.example",
        "https:evil.example",
        "https://user:password@example.org",
        "https://example.org@evil.example",
        "https://example.org:99999",
        "https://[::1",
        "https://example.org/a b",
        'https://example.org/"onmouseover="x',
        "mailto:",
        "mailto:a@b@c",
        "files/plan.md",
    ],
)
def test_everything_else_stays_text(text: str) -> None:
    assert address(text) is None
