"""The library: search, sources, articles found, and the article at hand."""
