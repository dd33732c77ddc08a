"""Use cases: read with io, compute with the core, give an outcome. One module a command."""
