"""Xapian with English stems."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from speed.engines.asked import ANSWERS, HITS, month, ordinal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from speed.engines.asked import Answer, Made


class Xapian:
    """Xapian: a total is exact where it looks at all articles; spies count values."""

    answers = ANSWERS

    def __init__(self, folder: str) -> None:
        import xapian

        self.xapian = xapian
        self.folder = Path(folder) / "xapian"

    def begin(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._writable(self.xapian.DB_CREATE_OR_OVERWRITE)

    def again(self) -> None:
        self._writable(self.xapian.DB_OPEN)

    def _writable(self, how: int) -> None:
        self.base = self.xapian.WritableDatabase(str(self.folder), how)
        self.terms = self.xapian.TermGenerator()
        self.terms.set_stemmer(self.xapian.Stem("en"))

    def add(self, batch: Sequence[Made]) -> None:
        for key, title, body, source, day in batch:
            doc = self.xapian.Document()
            self.terms.set_document(doc)
            self.terms.index_text(title, 2, "S")
            self.terms.index_text(title)
            self.terms.increase_termpos()
            self.terms.index_text(body)
            doc.set_data(key)
            doc.add_value(0, source)
            doc.add_value(1, self.xapian.sortable_serialise(ordinal(day)))
            doc.add_value(2, str(month(day)))
            self.base.add_document(doc)

    def commit(self) -> None:
        self.base.commit()
        self.base.close()

    def open(self) -> None:
        self.base = self.xapian.Database(str(self.folder))
        self.parser = self.xapian.QueryParser()
        self.parser.set_stemmer(self.xapian.Stem("en"))
        self.parser.set_stemming_strategy(self.parser.STEM_SOME)
        self.parser.set_database(self.base)
        self.parser.set_default_op(self.xapian.Query.OP_AND)

    def close(self) -> None:
        self.base.close()

    def ask(self, kind: str, words: list[str], holds: str) -> Answer | None:
        x = self.xapian
        flags = x.QueryParser.FLAG_DEFAULT | x.QueryParser.FLAG_WILDCARD
        text = " ".join(words)
        enquire = x.Enquire(self.base)
        if kind == "one edit away":
            return None
        if kind == "range of days":
            low, high = (x.sortable_serialise(ordinal(day)) for day in words)
            query = x.Query(x.Query.OP_VALUE_RANGE, 1, low, high)
        else:
            if kind == "three words, OR":
                text = " OR ".join(words)
            elif kind == "phrase":
                text = f'"{text}"'
            elif kind.startswith("prefix"):
                text += "*"
            elif kind == "as typed":
                flags |= x.QueryParser.FLAG_PARTIAL
            query = self.parser.parse_query(text, flags)
        enquire.set_query(query)
        if kind.startswith("newest"):
            newest_first = True
            enquire.set_sort_by_value(1, newest_first)
        spies = [x.ValueCountMatchSpy(slot) for slot in (0, 2)] if holds == "counts" else ()
        for spy in spies:
            enquire.add_matchspy(spy)
        found = enquire.get_mset(0, HITS, 0 if holds == "hits" else self.base.get_doccount())
        hits = len([match.document.get_data() for match in found])
        total = None if holds == "hits" else found.get_matches_estimated()
        counts = ([(one.term, one.termfreq) for one in spy.values()] for spy in spies)
        sources, months = counts if spies else (None, None)
        return hits, total, sources, months
