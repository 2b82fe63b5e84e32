"""The concordance: every use of a word."""
