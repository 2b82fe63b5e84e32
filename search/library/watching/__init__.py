"""Seeing that something in the folder of a library changes: told by the system, else by looking."""
