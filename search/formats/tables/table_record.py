"""An article as a record of a table: understood by the columns chosen for all of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.heads.stated_head import stated_head
from search.formats.record import Record
from search.formats.tables.column_choice import head_labels
from search.formats.tables.day_order import ordered_day
from search.formats.tables.record_fields import said
from search.formats.web.html_blocks import read_html_fragment
from search.text.clean import clean, one_line
from search.untrusted import whole_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search.article import Article, ArticleId
    from search.formats.record import Form
    from search.formats.tables.column_choice import Columns

_TAGS = (
    "a|abbr|article|b|blockquote|br|div|em|figure|figcaption|h[1-6]|hr|i|img|li|ol|p|section|span|"
    "strong|sub|sup|table|tbody|td|tr|u|ul"
)
_HTML = re.compile(rf"</(?:{_TAGS})\s*>|<(?:br|hr|p)\s*/?>|<img\s", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,7}|#[xX][\da-fA-F]{1,6});")
_MARKDOWN = re.compile(r"^#{1,6} \S|\]\(https?://", re.MULTILINE)
_ITEM = re.compile(r"'([^'\n]*)'|\"([^\"\n]*)\"")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECONDS = 10
_MILLISECONDS = 13
"""Digits of a time since 1970, from 2001 to 2286."""
_MOMENTS = frozenset({"published", "updated"})
_NAMES = frozenset({"authors", "source", "tags"})
_SEVERAL = _MOMENTS | {"url"}
_HIGHLIGHTS = "highlights"


@dataclass(frozen=True, slots=True)
class TableRecord:
    """A draft of an article with the fields of one record, as `record_fields` gives them."""

    fields: Mapping[str, object]
    columns: Columns
    where: str

    @property
    def own(self) -> str:
        """See `Draft.own`."""
        return one_line(clean(said(self.fields.get(self.columns.identity))))

    def article(self, path: str, article: ArticleId) -> Article:
        """Understand it; raise ArticleError if there is no text."""
        head = stated_head(self._head(), self.where)
        text = self._text()
        if not text:
            raise ArticleError(path, "there is no text in the record")
        if "<" in text and _HTML.search(text):
            blocks = tuple(read_html_fragment(text))
            record = Record(head, own=self.own, blocks=blocks)
        else:
            form: Form = "markdown" if _is_markdown(text) else "plain"
            record = Record(head, _resolved(text), self.own, form)
        return record.article(path, article)

    def _text(self) -> str:
        for name in self.columns.texts:
            value = self.fields.get(name)
            if text := said("\n\n".join(value) if isinstance(value, list) else value):
                return text
        return ""

    def _head(self) -> dict[str, object]:
        """Give the fields of the head under the labels that every format states them by."""
        head: dict[str, object] = {}
        for name in self.columns.titles:
            value = self.fields.get(name)
            if title := said(value[0] if isinstance(value, list) and len(value) == 1 else value):
                head["title"] = _line(title.split("\n", 1)[0] if name == _HIGHLIGHTS else title)
                break
        for label in head_labels():
            names = dict.fromkeys(self.columns.of_head(label))
            stated = [
                value
                for name in names
                if name in self.fields and (value := self._stated(label, self.fields[name]))
            ]
            if stated:
                # where a day or an address is none, another column may have one
                head[label] = stated if label in _SEVERAL else stated[0]
        return head

    def _stated(self, label: str, value: object) -> object:
        """Give what a column says in a form that is understood: a time as such, a list as a list."""
        if isinstance(value, list):
            return [_line(one) for one in value if not _is_key(label, one)]
        text = said(value)
        if _is_key(label, text):
            return None
        if label in _MOMENTS:
            first = self.columns.day_first
            return _moment(text if first is None else ordered_day(text, first=first))
        if text.startswith("[") and text.endswith("]"):
            # the list of another program, written as that program shows it
            return [_line(one or other) for one, other in _ITEM.findall(text)]
        return _line(text)


def _is_key(label: str, text: str) -> bool:
    """Tell whether a number stands where a name should: the key of something kept elsewhere."""
    return label in _NAMES and text.isdecimal()


def _is_markdown(text: str) -> bool:
    return ("#" in text or "](" in text) and _MARKDOWN.search(text) is not None


def _line(text: str) -> str:
    if "<" in text and _HTML.search(text):
        return " ".join(block.text for block in read_html_fragment(text))
    return one_line(_resolved(text))


def _resolved(text: str) -> str:
    return _ENTITY.sub(lambda entity: unescape(entity[0]), text) if "&" in text else text


def _moment(text: str) -> str:
    """Give a day or time as it is said, or as ISO 8601 where it is counted since 1970."""
    whole, _, rest = text.partition(".")
    number = whole_number(whole) if not rest or rest.isdecimal() else None
    if number is None or len(whole) not in {_SECONDS, _MILLISECONDS}:
        return text
    seconds = number if len(whole) == _SECONDS else number / 1000
    return (_EPOCH + timedelta(seconds=seconds)).isoformat(timespec="seconds")
