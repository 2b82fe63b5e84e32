"""From the bytes of a file to an `Article`: what is told, by whom, when, and what is boilerplate."""

from search.formats.read import ARTICLE_SUFFIXES, read_article

__all__ = ["ARTICLE_SUFFIXES", "read_article"]
