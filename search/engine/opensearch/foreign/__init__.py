"""Indexes that others built, read by a map of their fields. Words mean there what their analyzers make of them."""
