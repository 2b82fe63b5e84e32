"""One article, read."""
