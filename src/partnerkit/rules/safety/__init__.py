"""Risks, health and safety, and safeguarding."""
