"""The stories of a search, one row each, in every format that has rows."""
