"""Who the organisations are, and whether the dates and stages of a record can be true."""
