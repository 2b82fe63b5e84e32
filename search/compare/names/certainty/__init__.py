"""How sure it is that words with capitals are a name."""
