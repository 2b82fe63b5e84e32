"""Tantivy with English stems."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from speed.engines.asked import ANSWERS, HITS, month, ordinal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speed.engines.asked import Answer, Made


_COUNTS = {field: {"terms": {"field": field, "size": 10_000}} for field in ("source", "month")}


class Tantivy:
    """Tantivy, one writing thread; keys are a column, which is quicker than what it stores.

    The counts take a search of their own: what collects them gives no hits.
    """

    answers = ANSWERS

    def __init__(self, folder: str) -> None:
        import tantivy

        self.tantivy = tantivy
        self.folder = Path(folder) / "tantivy"
        build = tantivy.SchemaBuilder()
        build.add_unsigned_field("key", indexed=True, fast=True)
        build.add_text_field("title", tokenizer_name="en_stem")
        build.add_text_field("body", tokenizer_name="en_stem")
        build.add_text_field("source", tokenizer_name="raw", fast=True)
        build.add_integer_field("day", indexed=True, fast=True)
        build.add_integer_field("month", fast=True)
        self.schema = build.build()

    def begin(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.index = self.tantivy.Index(self.schema, path=str(self.folder))
        self.writer = self.index.writer(heap_size=256 << 20, num_threads=1)

    def again(self) -> None:
        self.index = self.tantivy.Index(self.schema, path=str(self.folder))
        self.writer = self.index.writer(heap_size=64 << 20, num_threads=1)

    def add(self, batch: Sequence[Made]) -> None:
        for key, title, body, source, day in batch:
            made = self.tantivy.Document(
                title=title, body=body, source=source, day=ordinal(day), month=month(day)
            )
            made.add_unsigned("key", int(key.removeprefix("new"), 16))
            self.writer.add_document(made)

    def commit(self) -> None:
        self.writer.commit()
        self.writer.wait_merging_threads()

    def open(self) -> None:
        self.index = self.tantivy.Index.open(str(self.folder))
        self.searcher = self.index.searcher()

    def close(self) -> None:
        pass

    def _words(self, text: str) -> Any:
        return self.index.parse_query(text, ["title", "body"])

    def _fuzzy(self, word: str, distance: int, *, prefix: bool) -> Any:
        """Look a word up by an automaton: for a prefix it is quicker than a regular expression."""
        q, occur = self.tantivy.Query, self.tantivy.Occur
        return q.boolean_query(
            [
                (
                    occur.Should,
                    q.fuzzy_term_query(self.schema, field, word, distance, prefix=prefix),
                )
                for field in ("title", "body")
            ]
        )

    def ask(self, kind: str, words: list[str], holds: str) -> Answer | None:
        q, occur = self.tantivy.Query, self.tantivy.Occur
        more = {}
        if kind == "range of days":
            query = q.range_query(
                self.schema,
                "day",
                self.tantivy.FieldType.Integer,
                ordinal(words[0]),
                ordinal(words[1]),
            )
        elif kind == "three words, OR":
            query = self._words(" ".join(words))  # either word will do, if nothing is said
        elif kind == "phrase":
            query = self._words('"' + " ".join(words) + '"')
        elif kind.startswith("prefix"):
            query = self._fuzzy(words[0], 0, prefix=True)
        elif kind == "one edit away":
            query = self._fuzzy(words[0], 1, prefix=False)
        elif kind == "as typed":
            parts = [(occur.Must, self._words(w)) for w in words[:-1]]
            query = q.boolean_query([*parts, (occur.Must, self._fuzzy(words[-1], 0, prefix=True))])
        else:
            query = q.boolean_query([(occur.Must, self._words(w)) for w in words])
            if kind.startswith("newest"):
                more = {"order_by_field": "day"}
        found = self.searcher.search(query, HITS, count=holds != "hits", **more)
        keys = self.searcher.fast_field_values("key", [address for _, address in found.hits])
        sources = months = None
        if holds == "counts":
            told = self.searcher.aggregate(query, _COUNTS)
            sources, months = (
                [(one["key"], one["doc_count"]) for one in told[field]["buckets"]]
                for field in ("source", "month")
            )
        return len(keys), found.count, sources, months
