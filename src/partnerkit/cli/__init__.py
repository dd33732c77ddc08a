"""The command line: one command a module; each parses, calls app, prints, and gives an exit code."""
