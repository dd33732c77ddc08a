"""How large a file may be before it is refused unread or half read.

A record of a busy partnership is some 15 kB; each limit leaves room for a hundred times that and stops a hostile
file within milliseconds.
"""

FILE_BYTES = 1024 * 1024
SCALAR_CHARACTERS = 64 * 1024
KEY_CHARACTERS = 256
DEPTH = 64
NODES = 50_000
EXPANDED_NODES = 100_000
EXPANDED_CHARACTERS = 8 * 1024 * 1024
ALIASES = 100
DOCUMENTS = 1_000
NUMBER_CHARACTERS = 20
"""A sign and 19 digits, as many as 64 bits can hold: turning digits into a number takes quadratic time."""

SOURCE_FAULTS = 100
"""Faults reported for one file; a file with more is broken as a whole."""
