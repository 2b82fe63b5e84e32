"""The claims of a story, in each format."""
