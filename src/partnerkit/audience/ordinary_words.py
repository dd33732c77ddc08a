"""Names that are ordinary words or names of months too: in texts they are names only where a capital begins them."""

from __future__ import annotations

_ORDINARY = """
abbot angel april august autumn baker banks bell best bird bishop black bond bright brook brown buck bull
butler carpenter carter case cash chance chase church clay cliff cook cooper cross curry daisy dale dawn day
dean drew duke earl english faith farmer field fields finch fisher flint ford forest fox frank french frost
gardener gay gill glen gold good grace grant gray green grey grove hall hand hands harmony hart hazel heath
heather hill hills hope hunt hunter ivy jack jade joiner joy june king knight lake lamb lane law lily little
long lord major mark marks marsh mason may mercy mile miles mill miller mills moon moore noble north oak olive
page painter park parks parson patience pearl penny piper pitt pool pope porter potter power powers price
pride prince prior quick rain ray read reed reeve rich rivers rob rock rose ruby sage sandy sawyer shepherd
short singer skill small smith snow south spring stone street strong sue summer sunny swift tanner taylor
thatcher town trainer turner victor wade walker wall ward waters weaver webb wells west wheeler white will
winter wise wood woods work works wright young
"""
_PARTICLES = "and bin bint dame den der des dos ibn las los mac miss mrs prof rev sir the van von"

ORDINARY = frozenset(_ORDINARY.split())
PARTICLES = frozenset(_PARTICLES.split())
"""Words of a name that name nobody."""
