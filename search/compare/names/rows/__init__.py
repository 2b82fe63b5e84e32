"""How far a row of words with capitals goes, and which names are in it."""
