"""Sentences of two articles: how similar they are, which are linked, and runs of equal words."""
