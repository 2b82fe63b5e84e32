"""A comparison of two articles in each format."""
