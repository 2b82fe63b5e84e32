"""Where a query matches in a text, and the piece of an article worth showing for it."""

from search.highlight.excerpt import Excerpt, excerpt
from search.highlight.spans import Highlighter, Where, phrase_spans

__all__ = ["Excerpt", "Highlighter", "Where", "excerpt", "phrase_spans"]
