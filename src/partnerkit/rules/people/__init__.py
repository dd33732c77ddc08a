"""Training needs, and the learners whose needs they are."""
