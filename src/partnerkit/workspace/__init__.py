"""Documents to records, records to a graph in which every reference is resolved; immutable and indexed."""
