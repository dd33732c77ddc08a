"""Formats of how partnerships stood over the history of their repository."""
