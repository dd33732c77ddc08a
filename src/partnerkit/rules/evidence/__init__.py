"""Evidence, assessment, evaluation and review."""
