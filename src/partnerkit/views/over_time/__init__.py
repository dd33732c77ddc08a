"""What the page of the history is made of: how partnerships stood, what has moved, and the blocks that show it."""
