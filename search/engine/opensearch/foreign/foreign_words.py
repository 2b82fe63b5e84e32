"""The words of an index that others built, for respelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.engine.opensearch.foreign.foreign_documents import article_of
from search.engine.opensearch.leaf_query import any_of
from search.engine.opensearch.point_in_time import buckets_of, hits_of, suggested
from search.engine.opensearch.word_texts import clean
from search.query.word_test import within_edits
from search.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.engine.opensearch.foreign.field_map import ForeignField
    from search.engine.opensearch.foreign.foreign_view import ForeignView

_ROLES = {"title": "title", "body": "text"}
_MOST = 20
"""Terms close to a word that are looked at, those of most articles."""
_ARTICLES = 5
"""Articles with these terms whose words are looked at."""
_MOST_EDITS = 2


class ForeignWords:
    """See `search.engine.spelling.IndexVocabulary`; `words_within` asks three questions at most.

    What an index holds are often no words but what an analyzer left of them. So terms that are close
    to a word lead to articles, and what is close to it there is what its authors wrote.
    """

    def __init__(self, there: ForeignView) -> None:
        self._there = there
        self._known: dict[tuple[str, str], int] = {}
        self._close: dict[tuple[str, str], set[str]] = {}

    def learn(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Ask in how many articles words are, each of a field, in one question."""
        named = dict.fromkeys((field.removesuffix("_exact"), word) for field, word in pairs)
        fields = {pair: self._field(pair[0]) for pair in named}
        asked = {pair: field for pair, field in fields.items() if field and pair not in self._known}
        if not asked:
            return
        # A word of which an analyzer leaves nothing is known to all.
        filters = [
            {"match": {field.name: {"query": clean(pair[1]), "zero_terms_query": "all"}}}
            for pair, field in asked.items()
        ]
        body = {"known": {"filters": {"filters": filters}}}
        answer = self._there.view.ask({"size": 0, "track_total_hits": False, "aggs": body})
        counts = [int(one["doc_count"]) for one in buckets_of(answer, "known")]
        self._known |= dict(zip(asked, counts, strict=True))

    def frequency(self, field: str, word: str) -> int:
        """Tell how many articles have what the index makes of a word.

        In a field that has no words of its own every word counts as known: nothing is respelt there.
        """
        name = field.removesuffix("_exact")
        if self._field(name) is None:
            return int(name not in {"body", "folded"})
        self.learn([(name, word)])
        return self._known[name, word]

    def words_within(self, field: str, word: str, edits: int) -> set[str]:
        """Give words of a field at most so many edits away."""
        name = field.removesuffix("_exact")
        held = self._field(name)
        if held is None:
            return set()
        if (name, word) not in self._close:
            found = self._words_with(held, self._terms(held, word), word)
            self.learn((name, one) for one in found)
            self._close[name, word] = found
        return {one for one in self._close[name, word] if within_edits(word, one, edits)}

    def _field(self, name: str) -> ForeignField | None:
        """Give the field of a part, if single words of it can be sought."""
        field = self._there.fields.get(_ROLES.get(name, ""))
        return field if field and field.has_words else None

    def _terms(self, field: ForeignField, word: str) -> list[str]:
        how = {
            "field": field.name,
            "size": _MOST,
            "sort": "frequency",
            "suggest_mode": "always",
            "max_edits": _MOST_EDITS,
            "prefix_length": 1,
            "min_word_length": 1,
            "accuracy": 0.01,
            "max_inspections": 100,
        }
        answer = self._there.view.ask(
            {"size": 0, "suggest": {"close": {"text": clean(word), "term": how}}}
        )
        return suggested(answer, "close")

    def _words_with(self, field: ForeignField, terms: list[str], word: str) -> set[str]:
        """Give the words close to one in articles that have some terms."""
        if not terms:
            return set()
        query = any_of({"term": {field.name: {"value": one}}} for one in terms)
        body = {"query": query, "size": _ARTICLES, "track_total_hits": False}
        hits = hits_of(self._there.view.ask(body | {"_source": self._there.source}))
        found: set[str] = set()
        for article in (article_of(hit, self._there.fields) for hit in hits):
            for text in (article.title or "", *(block.text for _, block in article.story)):
                found.update(token.form for token in tokenize(text))
        near = {one for one in found if abs(len(one) - len(word)) <= _MOST_EDITS}
        return {one for one in near if within_edits(word, one, _MOST_EDITS)}
