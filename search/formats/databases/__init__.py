"""Exports of news databases, and the documents of word processors they come in."""

from search.formats.databases.export_kinds import KINDS

__all__ = ["KINDS"]
