"""The records as plain tables: a listing a sheet, each column with its head and what it means."""
