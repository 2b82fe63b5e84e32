"""The postings of a segment as flat arrays in one memory-mapped file. No Whoosh in here."""
