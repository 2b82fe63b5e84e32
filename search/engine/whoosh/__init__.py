"""The embedded engine: Whoosh's schema, queries and life of an index, on postings of our own."""
