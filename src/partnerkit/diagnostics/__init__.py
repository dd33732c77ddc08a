"""What the program has to say about a file: complete, immutable values that any format can print."""
