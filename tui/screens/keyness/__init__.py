"""The comparison of two sources: the words that each uses more."""
