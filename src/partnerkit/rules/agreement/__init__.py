"""What was signed, who answers for what, and how it would end."""
