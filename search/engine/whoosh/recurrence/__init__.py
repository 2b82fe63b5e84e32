"""What recurs in the articles of one source: its standing sentences."""
