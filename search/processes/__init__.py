"""Helping processes: the same Python, started for a piece of work, led on a socket without a name."""
