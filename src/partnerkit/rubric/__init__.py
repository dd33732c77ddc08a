"""Scores of the record: what it holds of what a rubric asks for, with the places that show it."""
