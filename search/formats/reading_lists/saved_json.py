"""JSON of programs that keep articles and bookmarks: wallabag, Omnivore, browsers and their like."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from search.formats.reading_lists.saved_articles import field_names, forms, saved_articles
from search.formats.tables.column_choice import Columns
from search.formats.tables.json_document import read_json
from search.formats.tables.record_fields import record_fields, said
from search.formats.tables.table_record import TableRecord
from search.untrusted import is_web_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from search.formats.container import Container, Draft, Source

_WHERE = "reading list"
_TEXT = "content"
_COLUMNS = Columns(("title",), (_TEXT,), "url", brief=False)
_BEGINS = re.compile(rb"\s*[\[{]")


def is_saved_json(sample: bytes) -> bool:
    """Tell whether JSON begins with the fields of such a list."""
    text = sample.removeprefix(b"\xef\xbb\xbf")
    return bool(_BEGINS.match(text)) and any(
        all(name.search(text) for name in form) for form in _signs()
    )


def open_saved_json(source: Source, name: str) -> Container:
    """Take such a list apart; see `Kind.open`. Cost: linear in its size."""
    drafts: list[Draft] = []
    addresses = 0
    for record in saved_records(read_json(source, name)):
        if draft := draft_of(record):
            drafts.append(draft)
        else:
            addresses += is_web_address(address_of(record))
    return saved_articles(source.size, drafts, addresses)


def draft_of(record: Mapping[str, object]) -> Draft | None:
    """Give a record's article, None without a text."""
    text = said(record.get(_TEXT))
    if not text or any(missing in text for missing in field_names("missing")):
        return None
    kept = {name: value for name, value in record.items() if name not in field_names("kept")}
    return TableRecord(record_fields(kept), _COLUMNS, _WHERE)


def saved_records(values: Sequence[object]) -> Iterator[Mapping[str, object]]:
    """Yield the objects of a document that have an address or a text, in its order."""
    waiting = list(reversed(values))
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            if said(value.get(_TEXT)) or address_of(value):
                yield value
            else:
                waiting += reversed(value.values())


def address_of(record: Mapping[str, object]) -> str:
    """Give a record's address, empty without one."""
    return next((text for name in field_names("address") if (text := said(record.get(name)))), "")


@cache
def _signs() -> tuple[tuple[re.Pattern[bytes], ...], ...]:
    return tuple(
        tuple(re.compile(rf'"{re.escape(name)}"\s*:'.encode()) for name in form)
        for form in forms("json")
    )
