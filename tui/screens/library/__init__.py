"""The library: search, sources, the articles found, and the current article."""
