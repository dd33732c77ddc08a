"""Workspace to pages: one module a report or sheet, each page a tree of blocks without markup."""
