"""From articles to segments: buffering, sorting, merging."""
