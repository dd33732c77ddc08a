"""What is planned, what each side puts in, and whether it goes both ways."""
