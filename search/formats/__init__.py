"""Parsing files into articles: title, author, date, story and boilerplate."""

from search.formats.read import ARTICLE_SUFFIXES, read_article

__all__ = ["ARTICLE_SUFFIXES", "read_article"]
