"""Stock Whoosh over the same words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from speed.engines.asked import HITS, ordinal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from speed.engines.asked import Answer, Made
    from whoosh.query import Query


class Stock:
    """Stock Whoosh, its hits without a total or with one."""

    answers = ("hits", "total")

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder) / "stock"

    def begin(self) -> None:
        from whoosh.analysis.analyzers import StemmingAnalyzer
        from whoosh.fields import ID, NUMERIC, TEXT, Schema
        from whoosh.index import create_in

        self.folder.mkdir(parents=True, exist_ok=True)
        text = StemmingAnalyzer(stoplist=None, minsize=1)
        made = Schema(
            key=ID(stored=True),
            title=TEXT(analyzer=text),
            body=TEXT(analyzer=text),
            source=ID(sortable=True),
            day=NUMERIC(sortable=True),
        )
        self.writer = create_in(str(self.folder), made).writer(limitmb=256)

    def again(self) -> None:
        from whoosh.index import open_dir

        self.writer = open_dir(str(self.folder)).writer()

    def add(self, batch: Sequence[Made]) -> None:
        for key, title, body, source, day in batch:
            self.writer.add_document(
                key=key, title=title, body=body, source=source, day=ordinal(day)
            )

    def commit(self) -> None:
        self.writer.commit()

    def open(self) -> None:
        from whoosh.index import open_dir

        self.searcher = open_dir(str(self.folder)).searcher()

    def close(self) -> None:
        self.searcher.close()

    def ask(self, kind: str, words: list[str], holds: str) -> Answer | None:
        from whoosh import query as q
        from whoosh.lang.porter import stem

        def either(make: Callable[[str], Query]) -> Query:
            return q.Or([make("title"), make("body")])

        def stemmed(word: str) -> Query:
            return either(lambda field: q.Term(field, stem(word)))

        if kind == "range of days":
            first, last = map(ordinal, words)
            query: Query = q.NumericRange("day", first, last)
        elif kind == "phrase":
            query = either(lambda field: q.Phrase(field, [stem(w) for w in words]))
        elif kind.startswith("prefix"):
            query = either(lambda field: q.Prefix(field, words[0]))
        elif kind == "one edit away":
            query = either(lambda field: q.FuzzyTerm(field, words[0]))
        elif kind == "as typed":
            begun = either(lambda field: q.Prefix(field, words[-1]))
            query = q.And([*map(stemmed, words[:-1]), begun])
        else:
            query = (q.Or if kind == "three words, OR" else q.And)(list(map(stemmed, words)))
        more = {"sortedby": "day", "reverse": True} if kind.startswith("newest") else {}
        found = self.searcher.search(query, limit=HITS, **more)
        return found.scored_length(), len(found) if holds == "total" else None, None, None
