"""Agendas to text; one module a format."""
