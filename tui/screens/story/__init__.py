"""The versions of one story, in order of time."""
