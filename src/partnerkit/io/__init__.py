"""The only package that touches files, git, the clock, the environment and the terminal."""
