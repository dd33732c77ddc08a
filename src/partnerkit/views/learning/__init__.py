"""The parts of the page of learners: what was agreed, reviews, the managers' commitments, placements, the effect."""
