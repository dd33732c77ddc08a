"""The measuring of whole processes: runs, rows, targets and tables."""
