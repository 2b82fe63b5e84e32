"""What finds the words of a leaf in one field of an archive, and what ranks what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from search.engine.opensearch.archive_documents import BEGINNING, STORY_PARTS, TOLD_PARTS
from search.engine.opensearch.word_texts import clean, stem_key
from search.query import Fuzzy, Phrase, Prefix, Term, Wildcard
from search.text import JOINED, is_variant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search.query import Words

Asked: TypeAlias = dict[str, Any]
"""A query as OpenSearch takes it."""
_LITERAL = {ord("\\"): "\\\\"}


def any_of(queries: Iterable[Asked]) -> Asked:
    """Find what any of some queries finds."""
    return {"bool": {"should": list(queries), "minimum_should_match": 1}}


def unscored(query: Asked) -> Asked:
    """Find the same, for a score of 0."""
    return {"constant_score": {"filter": query, "boost": 0.0}}


def expands(leaf: Words) -> bool:
    """Tell whether a leaf stands for many words, which only the archive knows."""
    return isinstance(leaf, Prefix | Wildcard | Fuzzy)


def leaf_query(leaf: Words, part: str, rules: Sequence[str], most: int) -> Asked:
    """Look for a leaf in one part of the articles.

    A phrase scores as its words do singly; the words that a beginning, a pattern or a misspelling
    stands for score as one, as rare as the most frequent of them: `most` of them, for a cluster
    takes only so many clauses.
    """
    exact = f"{part}_exact"
    match leaf:
        case Term(form=form, stemmed=True) if part in STORY_PARTS:
            keys = dict.fromkeys(stem_key(form, name) for name in rules)
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
        case Prefix(form=form) if part in TOLD_PARTS and len(form) <= BEGINNING:
            begun: Asked = {"term": {f"{exact}.beginnings": clean(form)}}
            return any_of([begun, unscored(_expanded("prefix", f"{part}_variant", form))])
        case Prefix(form=form):
            found = any_of(_expanded("prefix", name, form) for name in (exact, f"{part}_variant"))
            return _ranked(found, [_expanded("prefix", exact, form, most)])
        case Wildcard(form=form):
            pattern = form.translate(_LITERAL)
            return _ranked(
                _expanded("wildcard", exact, pattern),
                [_expanded("wildcard", exact, pattern, most)],
            )
        case Fuzzy(form=form, edits=edits):
            near: Asked = {"fuzziness": edits, "prefix_length": 1}
            ranking = _expanded("fuzzy", exact, form, most, **near)
            return _ranked(_expanded("fuzzy", exact, form, **near), [ranking])


def _expanded(kind: str, field: str, form: str, most: int = 0, **how: object) -> Asked:
    """Find any of the words that something stands for; with `most`, for their scores."""
    rewrite = f"top_terms_blended_freqs_{most}" if most else "constant_score"
    return {kind: {field: {"value": clean(form), "rewrite": rewrite} | how}}


def _ranked(found: Asked, ranking: list[Asked]) -> Asked:
    """Find what one query finds, scored by others."""
    return {"bool": {"filter": [found], "should": ranking}}


def _stretch(words: Sequence[str], field: str, slop: int | None) -> Asked:
    """Find words that stand together: in this order, or near each other."""
    singly: list[Asked] = [{"term": {field: word}} for word in dict.fromkeys(words)]
    if slop is None:
        return _ranked({"match_phrase": {field: " ".join(words)}}, singly)
    each = [{"match": {"query": word}} for word in words]
    near = {"intervals": {field: {"all_of": {"max_gaps": slop, "intervals": each}}}}
    return _ranked(near, singly)
