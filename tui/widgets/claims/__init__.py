"""The matrix of a story's claims."""
