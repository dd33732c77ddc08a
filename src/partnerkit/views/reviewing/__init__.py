"""The parts of the page that holds what was agreed against what came of it."""
