"""A stock Whoosh index of the same articles, which answers the same queries step by step."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Any

from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, ID, TEXT, Schema
from whoosh.index import create_in
from whoosh.query.compound import And, AndNot, Or
from whoosh.query.qcore import Every
from whoosh.query.terms import Term
from whoosh.scoring import bm25

from search.engine.whoosh.codec.queries import AnyWord, NumberRange, ProximityQuery
from search.engine.whoosh.schema import WordTokenizer
from search.query import word_test

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STEMMED = {"title": "title_exact", "body": "body_exact"}


def stock_schema() -> Schema:
    def text(*, stems: bool) -> TEXT:
        return TEXT(analyzer=WordTokenizer(stems=stems), phrase=True)

    return Schema(
        id=ID(unique=True),
        day=COLUMN(NumericColumn("i")),
        title=text(stems=True),
        body=text(stems=True),
        title_exact=text(stems=False),
        body_exact=text(stems=False),
        source=text(stems=False),
    )


class Stock:
    """A stock index with the same fields as ours."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.index = create_in(str(folder), stock_schema())

    def commit(self, added: list[dict[str, Any]], removed: list[str]) -> None:
        writer = self.index.writer()
        for key in removed:
            writer.delete_by_term("id", key)
        for fields in added:
            stems = {stem: fields[exact] for stem, exact in STEMMED.items()}
            writer.add_document(**fields, **stems)
        writer.commit(merge=False)

    def answer(self, query: Any) -> dict[int, float]:
        """Give every article found, by its number in the index, with its score."""
        with self.index.searcher() as searcher:
            return {
                offset + doc: score
                for leaf, offset in searcher.leaf_searchers()
                for doc, score in scores(query, leaf).items()
                if not leaf.reader().is_deleted(doc)
            }


def scores(query: Any, leaf: Any) -> dict[int, float]:
    """Answer a query in one segment by its definition."""
    match query:
        case And(subqueries=parts):
            found = [scores(part, leaf) for part in parts]
            common = set(found[0]).intersection(*found[1:])
            return {doc: sum(one[doc] for one in found) for doc in common}
        case Or(subqueries=parts):
            found = [scores(part, leaf) for part in parts]
            boost = query.boost if len(parts) > 1 else 1.0  # as in Whoosh
            return {
                doc: boost * sum(one.get(doc, 0.0) for one in found) for doc in set().union(*found)
            }
        case AndNot(a=wanted, b=unwanted):
            dropped = scores(unwanted, leaf)
            return {d: s for d, s in scores(wanted, leaf).items() if d not in dropped}
        case Every(fieldname=None):
            return dict.fromkeys(leaf.reader().all_doc_ids(), query.boost)
        case NumberRange():
            column = leaf.reader().column_reader(query.fieldname)
            return {
                doc: 0.0
                for doc in leaf.reader().all_doc_ids()
                if query.first <= column[doc] <= query.last
            }
        case ProximityQuery():
            return _stretch(query, leaf)
        case AnyWord():
            return _any_word(query, leaf)
        case _:
            return dict(_stepped(query, leaf))


def _stepped(query: Any, leaf: Any) -> Iterator[tuple[int, float]]:
    matcher = query.matcher(leaf, leaf.context())
    while matcher.is_active():
        yield matcher.id(), matcher.score()
        matcher.next()


def _stretch(query: ProximityQuery, leaf: Any) -> dict[int, float]:
    distinct = sorted(set(query.words))
    parts = [scores(Term(query.fieldname, word), leaf) for word in distinct]
    found = {}
    for doc in set(parts[0]).intersection(*parts[1:]):
        places = sorted(
            (place, word)
            for word in distinct
            for place in _places(query.fieldname, word, doc, leaf)
        )
        if any(_stands(query, places[i:]) for i in range(len(places))):
            found[doc] = sum(part[doc] for part in parts) * query.boost
    return found


def _places(field: str, word: str, doc: int, leaf: Any) -> list[int]:
    matcher = Term(field, word).matcher(leaf, leaf.context())
    matcher.skip_to(doc)
    places: list[int] = matcher.value_as("positions")
    return places


def _stands(query: ProximityQuery, places: list[tuple[int, str]]) -> bool:
    """Tell whether the words stand from the first of these places on."""
    first = places[0][0]
    if query.slop is None:
        return all((first + i, word) in places for i, word in enumerate(query.words))
    reach = [word for place, word in places if place - first + 1 - len(query.words) <= query.slop]
    return all(reach.count(word) >= query.words.count(word) for word in query.words)


def _any_word(query: AnyWord, leaf: Any) -> dict[int, float]:
    """Treat all words that the query's leaf matches as one word."""
    field, test = query.fieldname, word_test(query.leaf)
    top = leaf.get_parent()
    holders: set[tuple[int, int]] = set()
    often: dict[int, float] = {}
    for other, offset in top.leaf_searchers():
        reader = other.reader()
        words = [raw for raw in reader.lexicon(field) if test(raw.decode())]
        for word in words:
            # Not by the reader, which leaves out deleted documents: these count in frequencies.
            matcher = reader._terms.matcher(field, word, reader.schema[field].format)
            while matcher.is_active():
                holders.add((offset, matcher.id()))
                if other is leaf:
                    often[matcher.id()] = often.get(matcher.id(), 0.0) + matcher.weight()
                matcher.next()
    idf = log(top.doc_count_all() / (len(holders) + 1)) + 1
    average = top.avg_field_length(field) or 1
    return {
        doc: query.boost
        * bm25(idf, count, leaf.reader().doc_field_length(doc, field), average, 0.75, 1.2)
        for doc, count in often.items()
    }
