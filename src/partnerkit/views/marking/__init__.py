"""What the scorecard shows of one rubric."""
