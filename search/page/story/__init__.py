"""Which lines of a page are its story, and what part each line plays."""
