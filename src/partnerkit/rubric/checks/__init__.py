"""The checks that rubrics are made of, in the order of a partnership's life."""
