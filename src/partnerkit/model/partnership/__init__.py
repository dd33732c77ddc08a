"""The record of a partnership, one module a stage of its life."""
