"""Overlays: help, lists, and the note that the window is too small."""
