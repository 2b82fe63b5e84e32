"""The fields of an archive's index: what is sought, counted and sorted of an article."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from search.engine.opensearch.article_json import (
    digest_of_text,
    dump_article,
    dump_head,
    dump_profile,
)
from search.engine.opensearch.word_texts import clean, rooted, word_text
from search.stories import LEVELS, levelled, profile, recovered, term_vector, weekdays
from search.text import NO_KEY, fold, stemmer
from search.untrusted import iso_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from search.article import Article
    from search.engine.opensearch.word_texts import WordText
    from search.stories import KeptTerms, ProfileTerm

FORMAT = 4
"""Grows whenever documents are made otherwise: an archive of another format has to be pushed anew."""
STORY_PARTS = ("title", "body", "folded")
"""Parts of which stems are indexed too; a page's boilerplate is `folded`."""
TOLD_PARTS = ("title", "body")
"""Parts by which articles are ranked."""
BEGINNING = 3
"""Letters up to which the beginnings of words are indexed themselves: more stand for fewer words."""
_GIVEN_BACK = ("article", "digest", "head", "id", "profile", "weekdays")
"""What is ever asked back of a document."""
NAME_PARTS = ("source", "author", "tag", "lang")
GAP = 10_000
"""Places between two blocks: as many as words near each other may lie apart."""
_MOST_BLOCKS = 200_000
"""Blocks that have places of their own, of which there are two billion; further ones are one with the last."""
_LONGEST_VALUE = 8_000
"""Letters of a value that is counted; the longest keyword is 32,766 bytes."""
_DAY_SECONDS = 86_400


def index_body() -> dict[str, Any]:
    """Give settings and mapping of an index.

    Words come as text split here, so that analyzers only split at spaces. What was sent shows once a
    writer says so, never by itself. Shards and replicas are left to the cluster and its templates.
    """
    words = {"type": "text", "analyzer": "words", "position_increment_gap": GAP}
    loose = {"type": "text", "analyzer": "words", "norms": False, "index_options": "docs"}
    keyword, number = {"type": "keyword"}, {"type": "long"}
    kept = {"type": "keyword", "index": False, "doc_values": False}
    begun = {"type": "text", "analyzer": "beginnings", "index_options": "freqs"}
    sought: dict[str, Any] = {}
    for part in STORY_PARTS:
        sought |= {part: words, f"{part}_exact": words}
        sought |= {f"{part}_variant": loose, f"{part}_stem_variant": loose}
    for part in NAME_PARTS:
        sought |= {f"{part}_exact": words, f"{part}_variant": loose}
    for part in TOLD_PARTS:
        sought[f"{part}_exact"] = words | {"fields": {"beginnings": begun}}
    counted = ("id", "digest", "outlet", "outlet_order", "authors", "tags", "language", "month")
    return {
        "settings": {
            "refresh_interval": "-1",
            "analysis": {
                "tokenizer": {"spaces": {"type": "whitespace", "max_token_length": 1_000}},
                "filter": {
                    "beginnings": {"type": "edge_ngram", "min_gram": 1, "max_gram": BEGINNING}
                },
                "analyzer": {
                    "words": {"type": "custom", "tokenizer": "spaces"},
                    "beginnings": {"type": "custom", "tokenizer": "spaces", "filter": "beginnings"},
                },
            },
        },
        "mappings": {
            "dynamic": "strict",
            "_meta": {"diptych": FORMAT},
            "_source": {"includes": list(_GIVEN_BACK)},
            "properties": sought
            | dict.fromkeys((*counted, "stemmer", "sentences"), keyword)
            | {"roots": {"type": "keyword", "index": False}}
            | dict.fromkeys(("when", "day", "weekdays", "words", "sent"), number)
            | dict.fromkeys(("article", "head", "profile"), kept)
            | {"dwelt": {"type": "rank_features"}},
        },
    }


def document(
    article: Article, kept: KeptTerms | None = None, text: str | None = None
) -> dict[str, Any]:
    """Give the document of one article, but when it is `sent`; what it hasn't got isn't there.

    Cost: linear in its text.

    `kept` is what an index holds of it, if there is one that does: a third of the work. `text` is
    what `dump_article` gave of it, where it was asked already.
    """
    text = dump_article(article) if text is None else text
    words = _words(article)
    told = _told(article, words, kept)
    felt = [_ROOTS[weight] for _, weight, _ in told.terms]
    roots = clean(" ".join([root for root, *_ in told.terms]))
    found: dict[str, Any] = {
        "id": article.id,
        "digest": digest_of_text(text),
        "article": text,
        "head": dump_head(article.head),
        "stemmer": stemmer(article.language),
        "words": told.words,
        "weekdays": weekdays(article),
        "sentences": sorted(map(str, told.sentences)),
        "profile": dump_profile(roots, told.terms),
        "roots": roots.split(),
        "dwelt": dict(zip(feature(roots).split(), felt, strict=True)),
    }
    if day := article.day:
        found |= {"day": day.toordinal(), "month": f"{day.year:04}-{day.month:02}"}
        found["when"] = day.toordinal() * _DAY_SECONDS + _second(article.published or "")
    if article.source:
        found |= {"outlet": value(article.source), "outlet_order": value(fold(article.source))}
    for name, values in (("authors", article.authors), ("tags", article.tags)):
        if some := [one for one in dict.fromkeys(map(value, values)) if one]:
            found[name] = some
    if article.language:
        found["language"] = value(article.language)
    return found | _sought(words)


class _Told(NamedTuple):
    """What a story dwells on, the keys of its sentences, and how many words it has."""

    terms: list[ProfileTerm]
    sentences: AbstractSet[int]
    words: int


def _told(article: Article, words: Mapping[str, list[WordText]], kept: KeptTerms | None) -> _Told:
    """Find them: in what is kept of the article where its words agree with that, else by reading."""
    body = [one.stems for one in words.get("body", ()) if one.stems]
    if kept is not None and kept.words == sum([one.count(" ") + 1 for one in body]):
        title = [one.stems for one in words.get("title", ()) if one.stems]
        stems = " ".join([*title * 3, *body]).split(" ")
        if begin := len(rooted("", stemmer(article.language))):
            stems = [one[begin:] for one in stems]
        if (terms := recovered(kept, stems)) is not None:
            return _Told(terms, kept.sentences, kept.words)
    vector = term_vector(article)
    keys = {one.key for one in vector.sentences if one.key != NO_KEY}
    terms = levelled(profile(article, vector))
    return _Told(terms, keys, sum(one.words for one in vector.sentences))


def value(text: str) -> str:
    """Give a value as it is counted: one line, bounded."""
    return clean(" ".join(text.split("\n")))[:_LONGEST_VALUE]


def feature(root: str) -> str:
    """Give the name that a stem has among the features, which may have no dots and bounded names."""
    return clean(root).replace(".", "_")


_ROOTS = {weight: round(1_000 * weight**0.5) for weight in LEVELS}
"""The root of each weight, in thousandths, as precise as an archive keeps it."""


def _words(article: Article) -> dict[str, list[WordText]]:
    """Give the words of each part that has any, block by block."""
    rules = stemmer(article.language)
    parts = {
        "title": (article.title,),
        "body": [block.text for _, block in article.story],
        "folded": [block.text for _, block in article.folded],
        "source": (article.source,),
        "author": article.authors,
        "tag": article.tags,
        "lang": (article.language,),
    }
    words = {
        part: [word_text(text, rules) for text in texts if text] for part, texts in parts.items()
    }
    return {part: blocks for part, blocks in words.items() if blocks}


def _sought(words: Mapping[str, list[WordText]]) -> dict[str, list[str]]:
    """Give the fields of words that aren't empty: texts, one a block, words with spaces between."""
    found: dict[str, list[str]] = {}
    for part, blocks in words.items():
        found[f"{part}_exact"] = _bounded([one.exact for one in blocks if one.exact])
        found[f"{part}_variant"] = _distinct(one.variants for one in blocks)
        if part in STORY_PARTS:
            found[part] = _bounded([one.stems for one in blocks if one.stems])
            found[f"{part}_stem_variant"] = _distinct(one.stem_variants for one in blocks)
    return {name: texts for name, texts in found.items() if texts}


def _distinct(variants: Iterable[Iterable[str]]) -> list[str]:
    return sorted(set(chain.from_iterable(variants)))


def _bounded(texts: list[str]) -> list[str]:
    """Give texts of which the last is all that are too many."""
    if len(texts) <= _MOST_BLOCKS:
        return texts
    return [*texts[:_MOST_BLOCKS], " ".join(texts[_MOST_BLOCKS:])]


def _second(published: str) -> int:
    """Give the second of the day, counted from 1, as the article's own clock showed it; or 0."""
    at = iso_time(published)
    return 1 + at.hour * 3_600 + at.minute * 60 + at.second if at else 0
