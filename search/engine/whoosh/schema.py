"""The schema: which fields of an article are indexed and stored."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from whoosh.analysis.acore import Token as WhooshToken
from whoosh.analysis.tokenizers import Tokenizer
from whoosh.columns import NumericColumn, RefBytesColumn, VarBytesColumn
from whoosh.fields import COLUMN, ID, TEXT, Schema

from search.article import Head
from search.engine.whoosh.codec.fields import StemsOf
from search.engine.whoosh.codec.matcher import GAP
from search.engine.whoosh.recurrence.packed_sentences import (
    PackedSentences,
    pack_sentences,
    told_sentences,
)
from search.engine.whoosh.similarity.packed_profile import pack, unpack
from search.stories import KeptTerms, weekdays
from search.text import is_variant, stem, stemmer, with_variants
from search.untrusted import iso_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from search.article import Article
    from search.engine.whoosh.segments.columns import Blobs
    from search.stories import Profile
    from search.text import KeyedSentence

_BREAK = "\n"
BETWEEN = "\x1f"
"""What stands between the values of an article in a column of several."""


class WordTokenizer(Tokenizer):
    """The words of `search.text` as Whoosh wants them: all of them, with positions.

    Lines of the value are blocks, which lie `GAP` positions apart. A variant stands where the word
    before it does.
    """

    def __init__(self, *, stems: bool) -> None:
        self.stems = stems

    def __call__(self, value: str, **asked: Any) -> Iterator[WhooshToken]:
        """Yield one token, filled anew for each word, as Whoosh's own tokenizers do."""
        token = WhooshToken(**asked)
        token.boost = 1.0
        position = -1
        for block in value.split(_BREAK):
            for word in with_variants(block):
                token.text = stem(word.form) if self.stems else word.form
                position += not is_variant(word.form)
                token.pos = position
                yield token
            position += GAP


def schema() -> Schema:
    """Give the fields of the index.

    Text fields hold whole folded words; `title`, `body` and `folded` are the stems of three of
    them. What a page says besides its story stands in fields of its own, so that neither the counts
    nor the order of other searches know of it.
    """
    words, stems = WordTokenizer(stems=False), WordTokenizer(stems=True)

    def text() -> TEXT:
        return TEXT(analyzer=words, phrase=True, stored=False)

    return Schema(
        id=ID(stored=False, unique=True),
        facts=COLUMN(VarBytesColumn()),
        roots=COLUMN(VarBytesColumn()),
        marks=COLUMN(VarBytesColumn()),
        sentences=COLUMN(VarBytesColumn()),
        sentence_lengths=COLUMN(VarBytesColumn()),
        day=COLUMN(NumericColumn("i")),
        second=COLUMN(NumericColumn("i")),
        weekdays=COLUMN(NumericColumn("B")),
        number=COLUMN(NumericColumn("Q")),
        month=COLUMN(RefBytesColumn()),
        outlet=COLUMN(RefBytesColumn()),
        authors=COLUMN(RefBytesColumn()),
        tags=COLUMN(RefBytesColumn()),
        language=COLUMN(RefBytesColumn()),
        stemmer=COLUMN(RefBytesColumn()),
        title_exact=text(),
        body_exact=text(),
        folded_exact=text(),
        source=text(),
        author=text(),
        lang=text(),
        tag=text(),
        title=StemsOf("title_exact", stems, "stemmer"),
        body=StemsOf("body_exact", stems, "stemmer"),
        folded=StemsOf("folded_exact", stems, "stemmer"),
    )


def load_head(column: bytes) -> Head:
    """Read the column of a head; raise ValueError or TypeError if it is damaged."""
    return Head(*json.loads(column))


def dump_head(head: Head) -> bytes:
    """Write the column of a head: ASCII, so that a path of any bytes fits."""
    return json.dumps(head, separators=(",", ":")).encode()


def load_terms(columns: Mapping[str, Blobs], doc: int) -> KeptTerms:
    """Read what the columns of an article keep of what it dwells on."""
    roots, marks, keys, lengths = (
        columns[name][doc] for name in ("roots", "marks", "sentences", "sentence_lengths")
    )
    return KeptTerms(unpack(roots, marks), *told_sentences(PackedSentences(keys, lengths)))


def document(
    article: Article, profile_terms: Profile, sentences: Sequence[KeyedSentence] = ()
) -> dict[str, object]:
    """Give the fields of one article; `profile_terms` is as in `pack`."""
    profile = pack(profile_terms)
    packed = pack_sentences(sentences)
    day = article.day
    return {
        "id": article.id,
        "facts": dump_head(article.head),
        "roots": profile.roots,
        "marks": profile.marks,
        "sentences": packed.keys,
        "sentence_lengths": packed.lengths,
        "day": day.toordinal() if day else 0,
        "second": _second(article.published),
        "weekdays": weekdays(article),
        "number": int(article.id, 16),
        "month": month(day) if day else b"",
        "outlet": printable(article.source or "").encode(),
        "authors": _together(article.authors),
        "tags": _together(article.tags),
        "language": printable(article.language or "").encode(),
        "stemmer": stemmer(article.language).encode(),
        "title_exact": printable(article.title or ""),
        "body_exact": _BREAK.join(printable(block.text) for _, block in article.story),
        "folded_exact": _BREAK.join(printable(block.text) for _, block in article.folded),
        "source": printable(article.source or ""),
        "author": _BREAK.join(map(printable, article.authors)),
        "lang": printable(article.language or ""),
        "tag": _BREAK.join(map(printable, article.tags)),
    }


def month(day: date) -> bytes:
    """Give `YYYY-MM`."""
    return f"{day.year:04}-{day.month:02}".encode()


def _together(values: Sequence[str]) -> bytes:
    """Write several values as one, which articles with the same of them share."""
    shown = (printable(one).replace(BETWEEN, " ") for one in dict.fromkeys(values))
    return BETWEEN.join(one for one in shown if one).encode()


def _second(published: str | None) -> int:
    """Give the second of the day, counted from 1, as the article's own clock showed it; or 0."""
    at = iso_time(published or "")
    if at is None:
        return 0
    return 1 + at.hour * 3600 + at.minute * 60 + at.second


def printable(text: str) -> str:
    """Keep one value one line; lone surrogates, which no index can hold, become spaces."""
    return " ".join(text.split(_BREAK)).encode("utf-8", "replace").decode()
