"""Formats of what has changed between two states of a workspace."""
