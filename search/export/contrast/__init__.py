"""A comparison of two sources in each format."""
