"""Dialogs in which notes and tags are written."""
