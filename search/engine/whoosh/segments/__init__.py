"""The postings of a segment as flat arrays in one file. No Whoosh in here."""
