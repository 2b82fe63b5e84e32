"""Choosing an article or a source."""
