"""The parts of a case study, and what stands in the way of publishing it."""
