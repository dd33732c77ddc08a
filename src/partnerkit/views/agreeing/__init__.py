"""What the page about agreements is made of: what is in force, who is bound, what rests on whom, and a draft text."""
