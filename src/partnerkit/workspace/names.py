"""The names by which the files of a workspace are known. Imports nothing: start-up needs them."""

CONFIGURATION = "partnerkit.yaml"
SUFFIXES = (".yaml", ".yml")
NEARLY = (*SUFFIXES, *(f"{suffix}.txt" for suffix in SUFFIXES))
"""What a name ends in, in small letters, that is to be a record's: editors and Windows add `.txt` or write `.YAML`."""
EVIDENCE_FOLDER = "files"
"""Folders of this name hold evidence; what lies in them is never read as a record."""
