"""How the opportunity was found, weighed and decided."""
