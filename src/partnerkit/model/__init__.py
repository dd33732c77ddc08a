"""The record format: every kind of record and every section as pydantic models, and nothing but the format."""
