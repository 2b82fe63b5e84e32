"""The archive that Omnivore exports: what it knows of saved articles, and beside that their texts."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from search.errors import ArticleError
from search.formats.container import Unreadable
from search.formats.decode import decode
from search.formats.json_text import NotJsonError, json_values
from search.formats.limits import LARGEST_RECORD, LARGEST_WHOLE
from search.formats.reading_lists.saved_articles import saved_articles
from search.formats.reading_lists.saved_json import address_of, draft_of, saved_records
from search.untrusted import decoded, is_web_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.formats.container import Container, Draft, Source

_FILE = re.compile(rb"PK\x03\x04.{22}(..)..", re.DOTALL)
"""What stands before each file of an archive; the length of its name follows 22 bytes later."""
_NAME = re.compile(r"metadata_\d+_to_\d+\.json|content/[^/]*\.html|content/|highlights/.*")
_METADATA = "metadata_"
_END = b"PK\x05\x06"
_LONGEST_END = 22 + 0xFFFF
_LARGEST_LIST = 4 << 20
"""Bytes of an archive's list of files: some fifty thousand, and what each takes in memory."""
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What reading a file of a broken or encrypted archive raises."""


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
    data = source.read(0, source.size)
    _check_list(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = dict(_unpacked(archive, name))
    except _BROKEN as error:
        raise ArticleError(name, f"a broken archive: {type(error).__name__}") from None
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


def _tells(names: list[str]) -> bool:
    return any(name.startswith((_METADATA, "content/")) and name != "content/" for name in names)


def _check_list(data: bytes, name: str) -> None:
    """Refuse an archive whose list of files is missing, or too long to be read."""
    tail = data[-_LONGEST_END:]
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 16:
        raise ArticleError(name, "a broken archive: it has no list of its files")
    if int.from_bytes(tail[at + 12 : at + 16], "little") > _LARGEST_LIST or b"PK\x06\x07" in tail:
        raise ArticleError(name, "an archive of too many files")


def _unpacked(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the names and bytes of the files that count, of a broken one nothing."""
    left = LARGEST_WHOLE
    for entry in archive.infolist():
        if not _NAME.fullmatch(entry.filename) or entry.compress_type not in _PACKED:
            continue
        most = min(LARGEST_RECORD, left) + 1
        try:
            with archive.open(entry) as file:
                data = file.read(most)
        except _BROKEN:
            data = None
        # what turns out broken at its end was unpacked as well
        left -= len(data) if data is not None else min(entry.file_size, most)
        if left < 0:
            raise ArticleError(name, f"an archive of more than {LARGEST_WHOLE >> 20} MB")
        if data is not None and len(data) <= LARGEST_RECORD:
            yield entry.filename, data


def _records(files: dict[str, bytes], name: str) -> Iterator[dict[str, object]]:
    for file, data in sorted(files.items()):
        if file.startswith(_METADATA) and data.strip():
            try:
                values = json_values(decode(data, name))
            except NotJsonError as error:
                raise ArticleError(name, f"{file}: {error.why}") from None
            yield from map(dict, saved_records(values))


_PACKED = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
