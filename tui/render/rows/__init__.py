"""Entries of lists: an article, a story, a passage that meets the one at hand."""
