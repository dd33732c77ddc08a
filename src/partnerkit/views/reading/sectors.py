"""What the codes of industries stand for.

Source: UK Standard Industrial Classification of economic activities 2007 (Office for National Statistics): its
sections, each with its first and last division. A division is the first two digits of a code.
"""

from __future__ import annotations

SECTIONS = (
    (1, 3, "Agriculture, forestry and fishing"),
    (5, 9, "Mining and quarrying"),
    (10, 33, "Manufacturing"),
    (35, 35, "Electricity, gas, steam and air conditioning supply"),
    (36, 39, "Water supply, sewerage, waste management and remediation"),
    (41, 43, "Construction"),
    (45, 47, "Wholesale and retail trade, repair of motor vehicles"),
    (49, 53, "Transport and storage"),
    (55, 56, "Accommodation and food service"),
    (58, 63, "Information and communication"),
    (64, 66, "Finance and insurance"),
    (68, 68, "Real estate"),
    (69, 75, "Professional, scientific and technical activities"),
    (77, 82, "Administrative and support services"),
    (84, 84, "Public administration and defence"),
    (85, 85, "Education"),
    (86, 88, "Human health and social work"),
    (90, 93, "Arts, entertainment and recreation"),
    (94, 96, "Other services"),
    (97, 98, "Households as employers"),
    (99, 99, "Organisations outside national jurisdiction"),
)
NAMES = tuple(name for _, _, name in SECTIONS)
"""The sections in their order."""


def sector(code: str) -> str | None:
    """The section that a code belongs to; nothing if it is none of the classification."""
    digits = code[:2]
    if not (digits.isascii() and digits.isdigit()):
        return None
    division = int(digits)
    return next((name for first, last, name in SECTIONS if first <= division <= last), None)
