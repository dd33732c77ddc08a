"""The names by which the files of a workspace are known. Imports nothing: start-up needs them."""

CONFIGURATION = "partnerkit.yaml"
SUFFIXES = (".yaml", ".yml")
EVIDENCE_FOLDER = "files"
"""Folders of this name hold evidence; what lies in them is never read as a record."""
