"""The words of an archive, for respelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.engine.opensearch.archive_documents import STORY_PARTS
from search.engine.opensearch.leaf_query import any_of
from search.engine.opensearch.point_in_time import total_of
from search.engine.opensearch.word_texts import clean, stem_key
from search.query.word_test import within_edits
from search.text import JOINED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from search.engine.opensearch.point_in_time import View

_MOST = 50
"""Words close to one that are looked at, those of most articles."""


class ArchiveWords:
    """See `search.engine.spelling.IndexVocabulary`; each method is one question."""

    def __init__(self, view: View, rules: Sequence[str]) -> None:
        self._view = view
        self._rules = rules

    def frequency(self, field: str, word: str) -> int:
        """Tell how many articles have a folded word, or in a field of stems any form of it."""
        name = field if field in STORY_PARTS or field.endswith("_exact") else f"{field}_exact"
        query = {"term": {name: clean(word)}}
        if field in STORY_PARTS:
            keys = [stem_key(word, rules) for rules in self._rules]
            joined = [stem_key(word + JOINED, rules) for rules in self._rules]
            query = any_of([{"terms": {field: keys}}, {"terms": {f"{field}_stem_variant": joined}}])
        return total_of(self._view.ask({"query": query, "size": 0, "track_total_hits": True}))

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
        return {one for one in words if within_edits(word, one, edits)}
