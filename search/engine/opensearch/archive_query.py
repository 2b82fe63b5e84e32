"""Translating a query tree to the query language of OpenSearch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from search.engine.opensearch.archive_documents import STORY_PARTS, value
from search.engine.opensearch.word_texts import clean, stem_key
from search.query import (
    Among,
    And,
    DateRange,
    Everything,
    FromSource,
    Fuzzy,
    Not,
    Or,
    Phrase,
    Prefix,
    Term,
    Wildcard,
)
from search.text import JOINED, is_stop, is_variant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search.query import Node, Words

Asked: TypeAlias = dict[str, Any]
"""A query as OpenSearch takes it."""
ALL: Asked = {"match_all": {"boost": 0.0}}
_LITERAL = {ord("\\"): "\\\\"}


def translate(node: Node, rules: Sequence[str] = ("",)) -> Asked:
    """Give the query that finds exactly what a tree means.

    Filters score 0: a date, a source or a tag says nothing about relevance; nor does a function
    word beside others. Title and story weigh the same, each by BM25 on its own; `rules` are those
    that stem any article of the archive. Cost: linear in the tree.
    """
    match node:
        case And(children=children):
            wanted = [child for child in children if not isinstance(child, Not)]
            dropped = [child.child for child in children if isinstance(child, Not)]
            return _both(wanted, dropped, rules)
        case Or(children=children):
            return any_of(translate(child, rules) for child in dict.fromkeys(children))
        case Not(child=child):
            return _both((), [child], rules)
        case Everything():
            return ALL
        case DateRange(first=first, last=last):
            ends = {"gte": first, "lte": last}
            days = {name: day.toordinal() for name, day in ends.items() if day}
            return unscored({"range": {"day": days}} if days else {"exists": {"field": "day"}})
        case Among(ids=ids):
            return unscored({"ids": {"values": sorted(map(clean, ids))}})
        case FromSource(names=names):
            return unscored(from_sources(names))
        case _:
            return _parts(node, rules)


def any_of(queries: Iterable[Asked]) -> Asked:
    """Find what any of some queries finds."""
    return {"bool": {"should": list(queries), "minimum_should_match": 1}}


def unscored(query: Asked) -> Asked:
    """Find the same, for a score of 0."""
    return {"constant_score": {"filter": query, "boost": 0.0}}


def from_sources(names: Iterable[str | None]) -> Asked:
    """Find the articles of sources named whole; None is the unknown one."""
    known = [value(name) for name in names if name is not None]
    found: list[Asked] = [{"terms": {"outlet": known}}]
    if None in set(names):
        found.append({"bool": {"must_not": [{"exists": {"field": "outlet"}}]}})
    return any_of(found)


def _both(wanted: Sequence[Node], dropped: Sequence[Node], rules: Sequence[str]) -> Asked:
    telling = [node for node in wanted if not _tells_nothing(node)]
    scored = telling or wanted
    silent = [node for node in wanted if node not in scored]
    return {
        "bool": {
            "must": [translate(one, rules) for one in dict.fromkeys(scored)] or [ALL],
            "filter": [translate(one, rules) for one in dict.fromkeys(silent)],
            "must_not": [translate(one, rules) for one in dict.fromkeys(dropped)],
        }
    }


def _tells_nothing(node: Node) -> bool:
    """Tell whether a node is a function word; `us` and `who` may be acronyms."""
    return isinstance(node, Term) and node.stemmed and is_stop(node.form, node.form.upper())


def _parts(leaf: Words, rules: Sequence[str]) -> Asked:
    """Look for a leaf where it wants to: without a field, in title and body."""
    match leaf.field:
        case None:
            return any_of(_leaf(leaf, part, rules) for part in ("title", "body"))
        case "title":
            return _leaf(leaf, "title", rules)
        case "all":  # what stands besides a story says nothing about what it tells
            told = [_leaf(leaf, part, rules) for part in ("title", "body")]
            return any_of([*told, unscored(_leaf(leaf, "folded", rules))])
        case other:
            return unscored(_leaf(leaf, other, rules))


def _leaf(leaf: Words, part: str, rules: Sequence[str]) -> Asked:
    """Look for a leaf in one part of the articles."""
    exact = f"{part}_exact"
    match leaf:
        case Term(form=form, stemmed=True) if part in STORY_PARTS:
            keys = list(dict.fromkeys(stem_key(form, name) for name in rules))
            joined = list(dict.fromkeys(stem_key(form + JOINED, name) for name in rules))
            terms: list[Asked] = [{"term": {part: key}} for key in keys]
            return any_of([*terms, {"terms": {f"{part}_stem_variant": joined}}])
        case Term(form=form):
            return {"term": {f"{part}_variant" if is_variant(form) else exact: clean(form)}}
        case Phrase(forms=forms, stemmed=stemmed, slop=slop):
            if not (stemmed and part in STORY_PARTS):
                return _stretch([clean(form) for form in forms], exact, slop)
            several = dict.fromkeys(tuple(stem_key(form, name) for form in forms) for name in rules)
            return any_of(_stretch(words, part, slop) for words in several)
        case Prefix(form=form):
            asked = {"value": clean(form), "rewrite": "constant_score"}
            return any_of({"prefix": {name: asked}} for name in (exact, f"{part}_variant"))
        case Wildcard(form=form):
            pattern = clean(form).translate(_LITERAL)
            return {"wildcard": {exact: {"value": pattern, "rewrite": "constant_score"}}}
        case Fuzzy(form=form, edits=edits):
            near: Asked = {"value": clean(form), "fuzziness": edits, "prefix_length": 1}
            return {"fuzzy": {exact: near | {"rewrite": "constant_score"}}}


def _stretch(words: Sequence[str], field: str, slop: int | None) -> Asked:
    """Find words that stand together: in this order, or near each other."""
    if slop is None:
        return {"match_phrase": {field: " ".join(words)}}
    each = [{"match": {"query": word}} for word in words]
    return {"intervals": {field: {"all_of": {"max_gaps": slop, "intervals": each}}}}
