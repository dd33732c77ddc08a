"""Scores to text; one module a format."""
