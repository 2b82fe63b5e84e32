"""Bringing articles in: from the files of a library to what an engine holds."""
