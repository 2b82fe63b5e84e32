"""The company a word keeps, as lines."""
