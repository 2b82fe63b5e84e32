"""Every use of a word."""
