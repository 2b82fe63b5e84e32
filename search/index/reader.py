"""Searching one generation of an index."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from whoosh.collectors import Collector
from whoosh.index import open_dir
from whoosh.scoring import BM25F

from search.index.schema import Facts
from search.index.translate import translate
from search.query.words import within

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search.article import ArticleId
    from search.query import Node


@dataclass(frozen=True, slots=True)
class Match:
    """An article found: its facts and its score."""

    facts: Facts
    score: float


class Reader:
    """An index as it was when opened; later commits don't show.

    Not safe to call from two threads at once. Opening reads the facts of all articles.
    """

    def __init__(self, generation: Path) -> None:
        self._index = open_dir(str(generation / "whoosh"))
        self._searcher = self._index.searcher(weighting=BM25F())
        self._facts = dict(sorted(self._read_facts(), key=lambda item: item[1].path))
        self._docs = {facts.id: doc for doc, facts in self._facts.items()}

    def _read_facts(self) -> Iterator[tuple[int, Facts]]:
        for searcher, offset in self._searcher.leaf_searchers():
            reader = searcher.reader()
            if not reader.doc_count():  # an empty index has no columns
                continue
            column = reader.column_reader("facts")
            for doc in reader.all_doc_ids():
                yield offset + doc, Facts.load(column[doc])

    def all(self) -> tuple[Facts, ...]:
        """Give the facts of every article, by path."""
        return tuple(self._facts.values())

    def facts(self, article: ArticleId) -> Facts | None:
        """Give the facts of one article, None if the index hasn't got it."""
        doc = self._docs.get(article)
        return None if doc is None else self._facts[doc]

    def vector(self, article: ArticleId) -> list[Any]:
        """Give the term vector kept with an article; raise KeyError if the index hasn't got it."""
        kept: list[Any] = json.loads(
            self._searcher.reader().stored_fields(self._docs[article])["vector"]
        )
        return kept

    def search(self, root: Node) -> list[Match]:
        """Find every article that a tree means, by path, scored by BM25F."""
        if not self._facts:
            return []
        collector = _Everything()
        self._searcher.search_with_collector(translate(root), collector)
        scores = collector.scores
        return [Match(facts, scores[doc]) for doc, facts in self._facts.items() if doc in scores]

    def frequency(self, field: str, word: str) -> int:
        """Tell how many articles have a word in a field of the index."""
        if not self._facts:
            return 0
        return int(self._searcher.reader().doc_frequency(field, word))

    def spread(self, stem: str) -> int:
        """Tell how many articles hold a stem in their story or, if more, in their title."""
        return max(self.frequency("body", stem), self.frequency("title", stem))

    def words_within(self, field: str, word: str, edits: int) -> set[str]:
        """Give the words of a field at most so many edits away, as `Fuzzy` counts them.

        One edit may also be to the first letter, which `Fuzzy` takes for granted.
        """
        if not self._facts:
            return set()
        reader = self._searcher.reader()
        near = (raw.decode() for raw in reader.expand_prefix(field, word[:1]))
        found = {other for other in near if within(word, other, edits)}
        return found.union(reader.terms_within(field, word, 1))

    def close(self) -> None:
        """Let go of the files."""
        self._searcher.close()
        self._index.close()


class _Everything(Collector):
    """Collects every match with its score, none skipped."""

    def prepare(self, top_searcher: Any, q: Any, context: Any) -> None:
        super().prepare(top_searcher, q, context)
        self.scores: dict[int, float] = {}

    def collect_matches(self) -> None:
        matcher, offset, scores = self.matcher, self.offset, self.scores
        while matcher.is_active():
            scores[offset + matcher.id()] = matcher.score()
            matcher.next()

    def collect(self, sub_docnum: int) -> None:
        raise NotImplementedError

    def sort_key(self, sub_docnum: int) -> None:
        raise NotImplementedError

    def results(self) -> Any:
        raise NotImplementedError
