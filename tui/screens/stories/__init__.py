"""The stories of what a search finds: one row a story."""
