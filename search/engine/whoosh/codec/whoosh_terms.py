"""Whoosh's terms reader on arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh.codec import base
from whoosh.reading import TermInfo

from search.engine.whoosh.codec.fields import where
from search.engine.whoosh.codec.matcher import ArrayMatcher
from search.engine.whoosh.retrieval.length_norm import quantized
from search.engine.whoosh.retrieval.word_lookup import join
from search.engine.whoosh.segments.stem_index import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.engine.whoosh.retrieval.word_lookup import LookupField
    from search.engine.whoosh.segments.lexicon import Lexicon
    from search.engine.whoosh.segments.postings import PostingList
    from search.engine.whoosh.segments.segment import Segment


class ArrayTerms(base.TermsReader):
    """The terms of one segment: words, stems and keys."""

    def __init__(self, arrays: Segment) -> None:
        self._arrays = arrays

    def indexed_field_names(self) -> list[str]:
        layout = self._arrays.layout
        stems = (name for name, _ in layout.stemmed)
        return sorted((*layout.words, *layout.keys, *stems))

    def _lexicon(self, name: str) -> Lexicon | None:
        arrays = self._arrays
        if name in arrays.stems:
            return arrays.stems[name].lexicon
        if name in arrays.words or name in arrays.keys:
            return arrays.postings(name).lexicon
        return None

    def _number(self, name: str, text: bytes) -> int:
        lexicon = self._lexicon(name)
        number = lexicon.find(text) if lexicon else None
        if number is None:
            raise KeyError(f"No term {name}:{text!r}")
        return number

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        lexicon = self._lexicon(term[0])
        return lexicon is not None and lexicon.find(term[1]) is not None

    def cursor(self, fieldname: str, fieldobj: Any) -> base.FieldCursor:
        return _Cursor(self._lexicon(fieldname), fieldobj)

    def terms(self) -> Iterator[tuple[str, bytes]]:
        for name in self.indexed_field_names():
            yield from ((name, word) for word in self._lexicon(name) or ())

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        for name in self.indexed_field_names():
            lexicon = self._lexicon(name)
            if lexicon is None or name < fieldname:
                continue
            low = lexicon.first(prefix) if name == fieldname else 0
            yield from ((name, lexicon.word(number)) for number in range(low, len(lexicon)))

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(
        self, fieldname: str, prefix: bytes
    ) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def _found(self, name: str, text: bytes) -> tuple[LookupField | None, list[int], PostingList]:
        """Give the words a term means, and who holds any of them."""
        number = self._number(name, text)
        at = where(self._arrays.layout, name)
        words = [number]
        among = None
        if at is not None and at.stems:
            words = self._arrays.stems[name].words(number).tolist()
            among = [self._arrays.read_by({rules_of(text)})] * len(words)
        held = self._arrays.postings(at.field if at else name)
        return at, words, join(held, words, self._arrays.count, among=among)

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        at, _, (docs, counts) = self._found(fieldname, text)
        lengths = quantized(self._arrays.words[at.field].lengths[docs]) if at else counts
        return TermInfo(
            weight=float(counts.sum()),
            df=len(docs),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(counts.max()),
            minid=int(docs[0]),
            maxid=int(docs[-1]),
        )

    def frequency(self, fieldname: str, text: bytes) -> float:
        return float(self._found(fieldname, text)[2].counts.sum())

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        number = self._number(fieldname, text)
        if fieldname in self._arrays.stems:
            return int(self._arrays.stems[fieldname].document_frequency[number])
        start, stop = self._arrays.postings(fieldname).span(number, number + 1)
        return stop - start

    def matcher(
        self, fieldname: str, text: bytes, format_: Any, scorer: Any = None
    ) -> ArrayMatcher:
        at, words, found = self._found(fieldname, text)
        field = self._arrays.words[at.field] if at else None
        return ArrayMatcher((fieldname, text), found, (field, words), format_, scorer)


class _Cursor(base.FieldCursor):
    """A cursor over the words of a field."""

    def __init__(self, lexicon: Lexicon | None, fieldobj: Any) -> None:
        self._words = [] if lexicon is None else lexicon.words()
        self._lexicon = lexicon
        self._field = fieldobj
        self._at = 0

    def first(self) -> str | None:
        self._at = 0
        return self.text()

    def find(self, term: str | bytes) -> str | None:
        raw = term if isinstance(term, bytes) else self._field.to_bytes(term)
        self._at = 0 if self._lexicon is None else self._lexicon.first(raw)
        return self.text()

    def next(self) -> str | None:
        self._at += 1
        return self.text()

    def text(self) -> str | None:
        if self._at >= len(self._words):
            return None
        word: str = self._field.from_bytes(self._words[self._at])
        return word

    def is_valid(self) -> bool:
        return self._at < len(self._words)
