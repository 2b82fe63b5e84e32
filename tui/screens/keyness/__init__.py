"""Source against source: the words each uses more."""
