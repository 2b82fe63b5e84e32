"""Articles in each format."""
