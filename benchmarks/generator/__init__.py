"""The generator of benchmark corpora: realistic, valid workspaces, the same bytes for the same seed."""
