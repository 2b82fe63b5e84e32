"""Exports of Pocket, Instapaper, wallabag and Omnivore → what was read, starred and tagged."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from search.formats.container import BytesSource
from search.formats.decode import decode
from search.formats.encoded_source import encoded_source
from search.formats.reading_lists.bookmark_page import is_bookmark_page
from search.formats.reading_lists.saved_json import address_of, saved_records
from search.formats.reading_lists.saved_zip import is_saved_zip, zip_records
from search.formats.tables.json_document import read_json
from search.formats.tables.record_fields import field_key, said
from search.formats.tables.rows import find_rows
from search.marks.other_readers.saved_item import SavedItem
from search.untrusted import is_web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_HEADING_OR_LINK = re.compile(
    r"<h\d[^<>]{0,1000}>([^<>]{0,1000})</h\d>|<a\s([^<>]{1,20000})>", re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"([a-z_]{1,40})\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_STATES = ("state", "status", "folder")
"""The fields that say what was done with an article: of Omnivore, Pocket, Instapaper."""
_READ_STATES = frozenset({"archive", "archived", "read"})
_TRUE = frozenset({"true", "1"})


def read_items(data: bytes, name: str) -> list[SavedItem]:
    """Give what an export says of articles with an address, in its order.

    Raises ValueError, or ArticleError with `name`, for what is no such export. Cost: linear.
    """
    begins = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if begins in {b"{", b"["}:
        items: Iterable[SavedItem] = map(
            _item_of_record, saved_records(read_json(BytesSource(data), name))
        )
    elif is_saved_zip(data):
        items = map(_item_of_record, zip_records(BytesSource(data), name))
    elif is_bookmark_page(data):
        items = _items_of_page(decode(data, name))
    else:
        items = map(_item_of_record, _rows(data, name))
    found = [item for item in items if is_web_address(item.address)]
    if not found:
        raise ValueError("no list of articles that were read is in it")
    return found


def _rows(data: bytes, name: str) -> Iterator[Mapping[str, object]]:
    rows = find_rows(
        encoded_source(BytesSource(data), name),
        lambda names: (
            "url" in (keys := set(map(field_key, names))) and not keys.isdisjoint(_STATES)
        ),
    )
    for record in rows.records() if rows is not None else ():
        yield {field_key(key): value for key, value in record.items()}


def _item_of_record(record: Mapping[str, object]) -> SavedItem:
    """Read a record of wallabag or Omnivore, or a row of Pocket or Instapaper.

    Read is what is archived, and what was read to its end.
    """
    state = next((text for name in _STATES if (text := said(record.get(name)).lower())), "")
    read = (
        _is_true(record.get("is_archived"))
        or state in _READ_STATES
        or said(record.get("readingProgress")) == "100"
    )
    tags = record.get("tags") or record.get("labels")
    starred = _is_true(record.get("is_starred")) or state == "starred"
    return SavedItem(address_of(record).strip(), read, starred, tuple(_names(tags)))


def _is_true(value: object) -> bool:
    return said(value).lower() in _TRUE or value is True or value == 1


def _names(value: object) -> Iterator[str]:
    """Yield the names of tags: in one text with `|` or commas between, or a list of them."""
    if isinstance(value, str):
        names = map(str.strip, value.split("|" if "|" in value else ","))
        yield from filter(None, names)
    for one in value if isinstance(value, list) else ():
        if isinstance(one, dict):
            yield said(one.get("label") or one.get("name"))
        else:
            yield said(one)


def _items_of_page(text: str) -> Iterator[SavedItem]:
    """Yield the links of Pocket's page, which stand below `Unread` and `Read Archive`."""
    read = False
    for found in _HEADING_OR_LINK.finditer(text):
        if found[2] is None:
            read = found[1].strip().lower().startswith("read")
            continue
        values = {
            name.lower(): unescape(one or other)
            for name, one, other in _ATTRIBUTE.findall(found[2])
        }
        tags = tuple(_names(values.get("tags", "")))
        yield SavedItem(values.get("href", "").strip(), read, tags=tags)
