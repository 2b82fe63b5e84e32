"""The claims of a story as a matrix: claims in rows, outlets in columns."""
