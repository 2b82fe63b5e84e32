"""The screen of one article."""
