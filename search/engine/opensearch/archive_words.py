"""The words of an archive, for respelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.engine.opensearch.archive_documents import STORY_PARTS
from search.engine.opensearch.leaf_query import any_of
from search.engine.opensearch.point_in_time import buckets_of
from search.engine.opensearch.word_texts import clean, stem_key
from search.query.word_test import within_edits
from search.text import JOINED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search.engine.opensearch.leaf_query import Asked
    from search.engine.opensearch.point_in_time import View

_MOST = 50
"""Words close to one that are looked at, those of most articles."""


class AskedWords:
    """Notes which words a query is looked through for, so that they can be asked for at once."""

    def __init__(self) -> None:
        self.pairs: dict[tuple[str, str], None] = {}

    def frequency(self, field: str, word: str) -> int:
        """Note a word, as if it weren't known: then all fields are asked for."""
        self.pairs[field, word] = None
        return 0

    def words_within(self, field: str, word: str, edits: int) -> set[str]:
        """Give none."""
        del field, word, edits
        return set()


class ArchiveWords:
    """See `search.engine.spelling.IndexVocabulary`; each method is one question at most."""

    def __init__(self, view: View, rules: Sequence[str]) -> None:
        self._view = view
        self._rules = rules
        self._known: dict[tuple[str, str], int] = {}

    def learn(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Ask for the frequencies of words, each of a field, in one question."""
        lacking = [pair for pair in dict.fromkeys(pairs) if pair not in self._known]
        if not lacking:
            return
        asked = {"known": {"filters": {"filters": [self._query(*pair) for pair in lacking]}}}
        answer = self._view.ask({"size": 0, "track_total_hits": False, "aggs": asked})
        counts = [int(one["doc_count"]) for one in buckets_of(answer, "known")]
        self._known |= dict(zip(lacking, counts, strict=True))

    def frequency(self, field: str, word: str) -> int:
        """Tell how many articles have a folded word, or in a field of stems any form of it."""
        self.learn([(field, word)])
        return self._known[field, word]

    def _query(self, field: str, word: str) -> Asked:
        name = field if field in STORY_PARTS or field.endswith("_exact") else f"{field}_exact"
        if field not in STORY_PARTS:
            return {"term": {name: clean(word)}}
        keys = [stem_key(word, rules) for rules in self._rules]
        joined = [stem_key(word + JOINED, rules) for rules in self._rules]
        return any_of([{"terms": {field: keys}}, {"terms": {f"{field}_stem_variant": joined}}])

    def words_within(self, field: str, word: str, edits: int) -> set[str]:
        """Give the words of a field at most so many edits away, the 50 most frequent."""
        name = field if field.endswith("_exact") else f"{field}_exact"
        how = {
            "field": name,
            "size": _MOST,
            "sort": "frequency",
            "suggest_mode": "always",
            "max_edits": edits,
            "prefix_length": 1,
            "min_word_length": 1,
            "accuracy": 0.01,
            "max_inspections": 100,
        }
        asked = {"close": {"text": clean(word), "term": how | {"analyzer": "words"}}}
        answer = self._view.ask({"size": 0, "suggest": asked})
        found = answer.get("suggest", {}).get("close", [])
        words = {str(one["text"]) for told in found for one in told.get("options", [])}
        close = {one for one in words if within_edits(word, one, edits)}
        self.learn((field, one) for one in close)
        return close
