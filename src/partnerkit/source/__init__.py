"""YAML text to plain data, and the exact span of any key or value in it, within bounds that no file can exceed."""
