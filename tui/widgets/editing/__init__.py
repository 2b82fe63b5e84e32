"""Widgets in which a user writes: notes, tags, keys."""
