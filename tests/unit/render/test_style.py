"""The colours of the style sheet against WCAG 2.2: 4.5 to 1 for text, 3 to 1 for what is drawn."""

from __future__ import annotations

import re
from itertools import product

import pytest

from unit.render.samples import TEMPLATES

STYLE = (TEMPLATES / "html" / "style.css").read_text(encoding="utf-8")
TEXT, DRAWN = 4.5, 3.0
SHEETS = ("ground", "paper")
TONES = ("plain", "good", "note", "caution", "alert")


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6})", block))


def schemes() -> dict[str, dict[str, str]]:
    light = colours(STYLE.split("@media", 1)[0])
    dark = light | colours(STYLE.split("@media (prefers-color-scheme: dark)", 1)[1].split("/* Text */", 1)[0])
    paper = light | colours(STYLE.split("@media print", 1)[1])
    return {"light": light, "dark": dark, "print": paper}


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def pairs() -> list[tuple[str, str, float]]:
    return [
        *((text, sheet, TEXT) for text, sheet in product(("ink", "quiet", "link", "accent", *TONES), SHEETS)),
        *((tone, f"{tone}-wash", TEXT) for tone in TONES),
        *(("ink", f"{tone}-wash", TEXT) for tone in TONES),
        *((text, "wash", TEXT) for text in ("ink", "quiet", "link", *TONES)),
        ("link", "plain-wash", TEXT),
        ("on-accent", "accent", TEXT),
        *((edge, sheet, DRAWN) for edge, sheet in product(("edge", "accent"), SHEETS)),
    ]


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize(("front", "back", "least"), pairs())
def test_colours_can_be_told_apart(scheme: str, front: str, back: str, least: float) -> None:
    held = schemes()[scheme]
    assert contrast(held[front], held[back]) >= least


def test_every_colour_of_the_light_scheme_has_a_dark_and_a_printed_one() -> None:
    dark = colours(STYLE.split("@media (prefers-color-scheme: dark)", 1)[1].split("/* Text */", 1)[0])
    paper = colours(STYLE.split("@media print", 1)[1])
    light = colours(STYLE.split("@media", 1)[0])
    assert set(dark) == set(light) == set(paper)


def test_colours_are_named_once_and_used_by_their_names() -> None:
    rules = re.sub(r"--[a-z-]+:\s*#[0-9a-f]{6}", "", STYLE)
    assert len(re.findall(r"#[0-9a-f]{3,6}\b", rules)) <= 2  # of which print needs two that CSS cannot name
