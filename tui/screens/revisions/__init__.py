"""The versions of one article as its publisher changed it."""
