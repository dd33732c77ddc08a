"""Keep, check and report the records of partnerships between employers and education or training providers."""

__version__ = "0.1.0"
