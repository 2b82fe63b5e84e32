"""Highlighting: where a query matches in a text, and excerpts."""

from search.highlight.excerpt import Excerpt, excerpt
from search.highlight.spans import Highlighter, Where, phrase_spans

__all__ = ["Excerpt", "Highlighter", "Where", "excerpt", "phrase_spans"]
