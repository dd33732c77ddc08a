"""What has changed in meaning between two states of a workspace."""
