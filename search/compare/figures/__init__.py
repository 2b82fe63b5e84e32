"""Numbers in two articles, and those that differ where both speak of the same thing."""
