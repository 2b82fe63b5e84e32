"""Similarity of articles: a short profile of weighted stems for each, compared by cosine."""
