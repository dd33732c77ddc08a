"""Formats of what is to be judged or approved again; one module a format."""
