"""What Whoosh keeps of an article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from whoosh.analysis.acore import Token as WhooshToken
from whoosh.analysis.tokenizers import Tokenizer
from whoosh.columns import NumericColumn, VarBytesColumn
from whoosh.fields import COLUMN, ID, STORED, TEXT, Schema

from search.text import stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from search.article import Article, ArticleId

GAP = 1 << 16
"""Positions between two blocks: no phrase of a narrower slop reaches across."""

_BREAK = "\n"


class Words(Tokenizer):
    """The words of `search.text` as Whoosh wants them: all of them, with positions.

    Lines of the value are blocks, which lie `GAP` positions apart.
    """

    def __init__(self, *, stems: bool) -> None:
        self.stems = stems

    def __call__(self, value: str, **asked: Any) -> Iterator[WhooshToken]:
        """Yield one token, filled anew for each word, as Whoosh's own tokenizers do."""
        token = WhooshToken(**asked)
        token.boost = 1.0
        position = 0
        for block in value.split(_BREAK):
            for word in tokenize(block):
                token.text = stem(word.form) if self.stems else word.form
                token.pos = position
                position += 1
                yield token
            position += GAP


def _text(*, stems: bool) -> TEXT:
    return TEXT(analyzer=Words(stems=stems), phrase=True, stored=False)


def schema() -> Schema:
    """Give the fields of the index.

    `title` and `body` hold stems, all other text fields whole folded words.
    """
    return Schema(
        id=ID(stored=False, unique=True),
        facts=COLUMN(VarBytesColumn()),
        day=COLUMN(NumericColumn("i", default=0)),
        vector=STORED,
        title=_text(stems=True),
        body=_text(stems=True),
        title_exact=_text(stems=False),
        body_exact=_text(stems=False),
        source=_text(stems=False),
        author=_text(stems=False),
        lang=_text(stems=False),
        tag=_text(stems=False),
    )


class Facts(NamedTuple):
    """What a list needs of an article, kept in a column."""

    id: ArticleId
    path: str
    title: str | None
    source: str | None
    published: str | None

    @classmethod
    def load(cls, column: bytes) -> Facts:
        """Read the column; raise ValueError or TypeError if it is damaged."""
        return cls(*json.loads(column))

    def dump(self) -> bytes:
        """Write the column: ASCII, so that a path of any bytes fits."""
        return json.dumps(self, separators=(",", ":")).encode()


def document(article: Article, vector: Sequence[object]) -> dict[str, object]:
    """Give the fields of one article. `vector` is kept as it is, any JSON will do."""
    facts = Facts(article.id, article.path, article.title, article.source, article.published)
    title = _printable(article.title or "")
    body = _BREAK.join(_printable(block.text) for _, block in article.story)
    return {
        "id": article.id,
        "facts": facts.dump(),
        "day": _ordinal(article.day),
        "vector": json.dumps(vector, separators=(",", ":")),
        "title": title,
        "title_exact": title,
        "body": body,
        "body_exact": body,
        "source": _printable(article.source or ""),
        "author": _BREAK.join(map(_printable, article.authors)),
        "lang": _printable(article.language or ""),
        "tag": _BREAK.join(map(_printable, article.tags)),
    }


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0


def _printable(text: str) -> str:
    """Keep one value one line; lone surrogates, which no index can hold, become spaces."""
    return " ".join(text.split(_BREAK)).encode("utf-8", "replace").decode()
