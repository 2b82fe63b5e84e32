"""Passages of an article: stretches of its text, its sentences, and the notes on them."""
