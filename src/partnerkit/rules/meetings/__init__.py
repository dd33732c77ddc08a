"""Meetings, actions, contacts and feedback."""
