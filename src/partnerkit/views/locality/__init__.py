"""The parts of the page about the local network: who is in it, how they are linked, what they serve and share."""
