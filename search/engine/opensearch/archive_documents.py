"""The fields of an archive's index: what is sought, counted and sorted of an article."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING, Any

from search.engine.opensearch.article_json import digest_of, dump_article, dump_head
from search.stories import profile, term_vector
from search.text import NO_KEY, fold, is_variant, stem, stemmer, with_variants
from search.untrusted import iso_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from search.article import Article

FORMAT = 1
"""Grows whenever documents are made otherwise: an archive of another format has to be pushed anew."""
STORY_PARTS = ("title", "body", "folded")
"""Parts of which stems are indexed too; a page's boilerplate is `folded`."""
NAME_PARTS = ("source", "author", "tag", "lang")
RULES_END = "\ue003"
"""Ends the name of stemming rules before a stem; no text has it."""
GAP = 10_000
"""Places between two blocks: as many as words near each other may lie apart."""
_MOST_BLOCKS = 200_000
"""Blocks that have places of their own, of which there are two billion; further ones are one with the last."""
_LONGEST_VALUE = 8_000
"""Letters of a value that is counted; the longest keyword is 32,766 bytes."""
_DAY_SECONDS = 86_400


def index_body() -> dict[str, Any]:
    """Give settings and mapping of an index.

    Words come as text split here, so the only analyzer splits at spaces. What was sent shows once a
    writer says so, never by itself. Shards and replicas are left to the cluster and its templates.
    """
    words = {"type": "text", "analyzer": "words", "position_increment_gap": GAP}
    loose = {"type": "text", "analyzer": "words", "norms": False, "index_options": "docs"}
    keyword, number = {"type": "keyword"}, {"type": "long"}
    kept = {"type": "keyword", "index": False, "doc_values": False}
    sought: dict[str, Any] = {}
    for part in STORY_PARTS:
        sought |= {part: words, f"{part}_exact": words}
        sought |= {f"{part}_variant": loose, f"{part}_stem_variant": loose}
    for part in NAME_PARTS:
        sought |= {f"{part}_exact": words, f"{part}_variant": loose}
    counted = ("id", "digest", "outlet", "outlet_order", "authors", "tags", "language", "month")
    return {
        "settings": {
            "refresh_interval": "-1",
            "codec": "best_compression",
            "analysis": {
                "tokenizer": {"spaces": {"type": "whitespace", "max_token_length": 1_000}},
                "analyzer": {"words": {"type": "custom", "tokenizer": "spaces"}},
            },
        },
        "mappings": {
            "dynamic": "strict",
            "_meta": {"diptych": FORMAT},
            "_source": {"excludes": sorted(sought)},
            "properties": sought
            | dict.fromkeys((*counted, "stemmer", "sentences", "roots"), keyword)
            | dict.fromkeys(("when", "day", "words"), number)
            | dict.fromkeys(("article", "head", "profile"), kept)
            | {"dwelt": {"type": "rank_features"}},
        },
    }


def document(article: Article) -> dict[str, Any]:
    """Give the document of one article. Cost: linear in its text."""
    vector = term_vector(article)
    terms = profile(article, vector)
    day = article.day
    found: dict[str, Any] = {
        "id": article.id,
        "digest": digest_of(article),
        "article": dump_article(article),
        "head": dump_head(article.head),
        "stemmer": stemmer(article.language),
        "words": sum(one.words for one in vector.sentences),
        "sentences": sorted({str(one.key) for one in vector.sentences if one.key != NO_KEY}),
        "profile": json.dumps(terms),
        "roots": [clean(root) for root, *_ in terms],
        "dwelt": {feature(root): max(weight, 1e-6) ** 0.5 for root, weight, _ in terms},
    }
    if day:
        found |= {"day": day.toordinal(), "month": f"{day.year:04}-{day.month:02}"}
        found["when"] = day.toordinal() * _DAY_SECONDS + _second(article.published or "")
    if article.source:
        found |= {"outlet": value(article.source), "outlet_order": value(fold(article.source))}
    for name, values in (("authors", article.authors), ("tags", article.tags)):
        found[name] = [one for one in dict.fromkeys(map(value, values)) if one]
    if article.language:
        found["language"] = value(article.language)
    return found | _sought(article)


def clean(text: str) -> str:
    """Give a text without lone surrogates, which no index can hold."""
    return text.encode("utf-8", "replace").decode()


def value(text: str) -> str:
    """Give a value as it is counted: one line, bounded."""
    return clean(" ".join(text.split("\n")))[:_LONGEST_VALUE]


def feature(root: str) -> str:
    """Give the name that a stem has among the features, which may have no dots and bounded names."""
    return clean(root).replace(".", "_")[:200]


def stem_key(form: str, rules: str) -> str:
    """Give what the index has for a folded word's stem by some rules."""
    return rooted(clean(stem(form, rules)), rules)


def rooted(root: str, rules: str) -> str:
    """Give what the index has for a stem by some rules; those without a name are English ones."""
    return f"{rules}{RULES_END}{root}" if rules else root


def _sought(article: Article) -> dict[str, list[str]]:
    """Give the words of each part: an array of texts, one a block, words with spaces between."""
    rules = stemmer(article.language)
    parts = {
        "title": [article.title or ""],
        "body": [block.text for _, block in article.story],
        "folded": [block.text for _, block in article.folded],
        "source": [article.source or ""],
        "author": list(article.authors),
        "tag": list(article.tags),
        "lang": [article.language or ""],
    }
    found: dict[str, list[str]] = {}
    for part, texts in parts.items():
        blocks = [[clean(token.form) for token in with_variants(text)] for text in texts]
        plain = [[form for form in block if not is_variant(form)] for block in blocks]
        variants = set(filter(is_variant, chain.from_iterable(blocks)))
        found[f"{part}_exact"] = _joined(plain)
        found[f"{part}_variant"] = sorted(variants)
        if part in STORY_PARTS:
            found[part] = _joined([[stem_key(form, rules) for form in one] for one in plain])
            found[f"{part}_stem_variant"] = sorted({stem_key(one, rules) for one in variants})
    return found


def _joined(blocks: Iterable[Sequence[str]]) -> list[str]:
    texts = [" ".join(block) for block in blocks if block]
    return (
        [*texts[:_MOST_BLOCKS], " ".join(texts[_MOST_BLOCKS:])] if texts[_MOST_BLOCKS:] else texts
    )


def _second(published: str) -> int:
    """Give the second of the day, counted from 1, as the article's own clock showed it; or 0."""
    at = iso_time(published)
    return 1 + at.hour * 3_600 + at.minute * 60 + at.second if at else 0
