"""Names in two articles: where they stand, whose they are, and how each side names a person."""
