"""Sentences of two articles: similarity, links, and runs of identical words."""
