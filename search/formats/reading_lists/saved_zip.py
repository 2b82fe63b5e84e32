"""The archive that Omnivore exports: what it knows of saved articles, and beside that their texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.container import Unreadable
from search.formats.decode import decode
from search.formats.json_text import NotJsonError, json_values
from search.formats.limits import LARGEST_RECORD, LARGEST_WHOLE
from search.formats.reading_lists.saved_articles import saved_articles
from search.formats.reading_lists.saved_json import address_of, draft_of, saved_records
from search.formats.zip_parts import ZipParts
from search.untrusted import decoded, is_web_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.formats.container import Container, Draft, Source

_FILE = re.compile(rb"PK\x03\x04.{22}(..)..", re.DOTALL)
"""What stands before each file of an archive; the length of its name follows 22 bytes later."""
_NAME = re.compile(r"metadata_\d+_to_\d+\.json|content/[^/]*\.html|content/|highlights/.*")
_METADATA = "metadata_"


def is_saved_zip(sample: bytes) -> bool:
    """Tell an archive by its first files, which have no other names than Omnivore gives."""
    if not sample.startswith(b"PK\x03\x04"):
        return False
    names = [
        sample[found.end() : found.end() + int.from_bytes(found[1], "little")]
        for found in _FILE.finditer(sample)
    ]
    texts = [decoded(name, "ascii") or "" for name in names]
    return bool(texts) and all(map(_NAME.fullmatch, texts)) and _tells(texts)


def open_saved_zip(source: Source, name: str) -> Container:
    """Take such an archive apart; see `Kind.open`. Cost: linear in its size, packed and unpacked.

    What unpacks to more than a file may have that is read whole is refused.
    """
    files = dict(_unpacked(ZipParts(source, name), name))
    drafts: list[Draft] = []
    addresses = 0
    for record in _records(files, name):
        text = files.get(f"content/{record.get('slug')}.html")
        try:
            html = decode(text, name) if text and text.strip() else ""
        except ArticleError as error:
            drafts.append(Unreadable(error.reason, address_of(record)))
            continue
        if draft := draft_of({**record, "content": html}):
            drafts.append(draft)
        else:
            addresses += is_web_address(address_of(record))
    return saved_articles(source.size, drafts, addresses)


def zip_records(source: Source, name: str) -> Iterator[dict[str, object]]:
    """Yield what such an archive knows of each article; see `open_saved_zip`."""
    yield from _records(dict(_unpacked(ZipParts(source, name), name)), name)


def _tells(names: list[str]) -> bool:
    return any(name.startswith((_METADATA, "content/")) and name != "content/" for name in names)


def _unpacked(archive: ZipParts, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the names and bytes of the files that count, of a broken one nothing."""
    left = LARGEST_WHOLE
    for file in archive.files:
        if not _NAME.fullmatch(file.filename):
            continue
        most = min(LARGEST_RECORD, left)
        try:
            data = archive.read_file(file, most)
        except ArticleError:
            left -= min(file.file_size, most)  # what is broken at its end was unpacked as well
        else:
            left -= len(data)
            yield file.filename, data
        if left <= 0:
            raise ArticleError(name, f"an archive of more than {LARGEST_WHOLE >> 20} MB")


def _records(files: dict[str, bytes], name: str) -> Iterator[dict[str, object]]:
    for file, data in sorted(files.items()):
        if file.startswith(_METADATA) and data.strip():
            try:
                values = json_values(decode(data, name))
            except NotJsonError as error:
                raise ArticleError(name, f"{file}: {error.why}") from None
            yield from map(dict, saved_records(values))
