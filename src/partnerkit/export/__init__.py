"""Records for other people's programs, as tables and in formats of their own: one format a module."""
