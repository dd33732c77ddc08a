"""The record's own terms in plain English: enumerated values, counts, lists, ids."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SPELT: Mapping[str, str] = MappingProxyType(
    {
        "lsip": "local skills improvement plan",
        "pestle": "PESTLE (political, economic, social, technological, legal, environmental)",
        "swot": "SWOT (strengths, weaknesses, opportunities, threats)",
        "kpi": "performance figures",
        "fe-college": "further education college",
        "mou": "memorandum of understanding",
        "cpd": "professional development",
        "t-level": "T Level",
        "t-level-early-years-educator": "T Level (early years educator)",
        "on-job": "on the job",
        "email": "e-mail",
        "ppe": "personal protective equipment",
        "not-training": "no training",
        "e-learning": "e-learning",
        "non-disclosure-agreement": "non-disclosure agreement",
        "co-design": "co-design",
        "co-delivery": "co-delivery",
        "in-house": "in-house",
        "near-miss": "near miss",
        "not-yet": "not yet met",
        "no-evidence": "no evidence yet",
        "adds": "adds value",
        "does-not-add": "does not add value",
        "learning-and-development": "learning and development",
        "external-accredited": "external, accredited",
        "external-unaccredited": "external, not accredited",
        "COSHH": "COSHH (hazardous substances)",
        "PUWER": "PUWER (work equipment)",
        "LOLER": "LOLER (lifting)",
        "MHSWR": "MHSWR (management of health and safety)",
        "DSEAR": "DSEAR (explosive atmospheres)",
        "display-screens": "display screens",
        "over-three-days": "over three days off",
        "over-seven-days": "over seven days off",
    }
)
LONGEST_TITLE = 90


def said(value: str) -> str:
    """An enumerated value in words: `partly-met` is partly met, `mou` a memorandum of understanding."""
    return SPELT.get(value) or value.replace("-", " ").replace("_", " ")


def capital(text: str) -> str:
    """The text with its first letter a capital."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """The text with its first letter small, to go on within a sentence."""
    return text[:1].lower() + text[1:]


def title(value: str) -> str:
    """An enumerated value, or an id, as the first words of a cell or a heading."""
    return capital(SPELT.get(value) or value.replace("-", " ").replace("_", " ").replace(".", " "))


def counted(number: int, one: str, many: str = "") -> str:
    """So many of something: 1 objective, 3 objectives, no objectives."""
    return f"{number or 'no'} {one if number == 1 else many or one + 's'}"


def listed(texts: Sequence[str], last: str = "and") -> str:
    """The texts as a list in a sentence: a, b and c."""
    if len(texts) < 2:  # noqa: PLR2004 - one text has no last but one
        return "".join(texts)
    return f"{', '.join(texts[:-1])} {last} {texts[-1]}"


def shortened(text: str, longest: int = LONGEST_TITLE) -> str:
    """The text in one line, cut at a word if it is too long for a title."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
