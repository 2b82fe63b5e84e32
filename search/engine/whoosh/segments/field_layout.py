"""The layout of a segment: its fields by how they are stored."""

from __future__ import annotations

from typing import Any, NamedTuple


class FieldLayout(NamedTuple):
    """The names of a segment's fields by what is kept of them.

    Attributes:
        words: text: who holds each word, how often and where.
        stemmed: a name for the stems of some of `words`, each with the field they come from.
        keys: one value an article, found by it.
        numbers: one number an article.
        blobs: some bytes an article.
        groups: some bytes an article that many share.
        stemmer: which of `groups` names the rules that stem an article's words; None if all
            articles are stemmed by the same.
    """

    words: tuple[str, ...]
    stemmed: tuple[tuple[str, str], ...]
    keys: tuple[str, ...]
    numbers: tuple[str, ...]
    blobs: tuple[str, ...]
    groups: tuple[str, ...]
    stemmer: str | None = None

    @classmethod
    def load(cls, kept: dict[str, Any]) -> FieldLayout:
        """Read what `_asdict` gave, from JSON."""
        pairs = tuple((str(name), str(field)) for name, field in kept.pop("stemmed"))
        stemmer = kept.pop("stemmer")
        named = {name: tuple(value) for name, value in kept.items()}
        return cls(stemmed=pairs, stemmer=None if stemmer is None else str(stemmer), **named)
