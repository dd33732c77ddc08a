"""Whether what was agreed can be measured, and was measured."""
