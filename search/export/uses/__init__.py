"""Every use of a word, in each format."""
