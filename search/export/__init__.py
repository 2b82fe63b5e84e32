"""Taking things out: articles, stories, comparisons, sources and notes as text in common formats."""
