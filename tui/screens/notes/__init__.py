"""All notes, listed."""
