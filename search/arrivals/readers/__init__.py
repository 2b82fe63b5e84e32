"""Other readers of feeds as sources: their entries, and what is read and starred, both ways."""
