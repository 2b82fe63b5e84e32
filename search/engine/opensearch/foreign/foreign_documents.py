"""A document of an index that others built → an article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from search.article import ArticleId, Block
from search.engine.opensearch.harmless_article import harmless
from search.errors import ArticleError, IndexFailedError
from search.formats.limits import LONGEST_TEXT
from search.formats.tables.record_fields import record_fields, said
from search.formats.tables.table_record import TableRecord
from search.text.clean import clean, one_line

if TYPE_CHECKING:
    from search.article import Article
    from search.engine.opensearch.foreign.field_map import FieldMap

_NO_TEXT = "the text, which the archive hasn't got"
_WHERE = "the archive"


def article_of(hit: dict[str, Any], fields: FieldMap) -> Article:
    """Understand a document as a record of a table is understood; one without a text has its title alone.

    Its id is that of the document; its path too, made harmless.
    """
    name = str(hit.get("_id", ""))
    source = hit.get("_source")
    told = record_fields(source) if isinstance(source, dict) else {}
    told = {key: _bounded(value) for key, value in told.items()}
    path = one_line(clean(name)) or "document"
    try:
        try:
            return harmless(
                TableRecord(told, fields.columns, _WHERE).article(path, ArticleId(name))
            )
        except ArticleError:
            titles = (said(told.get(key)) for key in fields.columns.titles)
            title = next((one for one in titles if one), path)
            alone = {**told, fields.columns.texts[0]: title}
            article = TableRecord(alone, fields.columns, _WHERE).article(path, ArticleId(name))
            return harmless(
                replace(article, blocks=(Block("paragraph", title),), cuts=(_NO_TEXT,), whole=False)
            )
    except (ArticleError, TypeError, ValueError, RecursionError):
        raise IndexFailedError("the archive", "an article of it is broken") from None


def _bounded(value: object) -> object:
    return value[:LONGEST_TEXT] if isinstance(value, str) else value
