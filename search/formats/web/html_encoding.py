"""The text of a page's bytes: by its byte order mark, by what was said beside it, by its meta tag."""

from __future__ import annotations

import codecs
import re
from functools import cache

from search.formats.decode import decode
from search.untrusted import decoded
from search.word_lists import word_lists

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_REACH = 4096
"""Bytes in which the meta tag is looked for: four times what browsers go by."""
_META = re.compile(
    rb"<meta\b[^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w:.+-]{2,40})"
    rb"|<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w:.+-]{2,40})",
    re.IGNORECASE,
)
_UTF8 = "utf-8"


def decode_page(data: bytes, path: str, charset: str | None = None) -> str:
    """Give the text of a page, without its byte order mark.

    A byte order mark decides; else UTF-8 where the bytes are that and no plain ASCII; else what was
    said beside the page (`charset`), then what its meta tag says, as far as browsers know the name;
    else what the bytes look like.

    Raises:
        ArticleError: the file is empty, is no text, or fits no encoding.

    Source: https://encoding.spec.whatwg.org/#names-and-labels
    """
    if not data.startswith(_MARKS):
        encoding = _named(charset) or _named(_stated(data))
        if encoding not in {None, _UTF8} and not _is_utf8(data):
            text = decoded(data, encoding or _UTF8)
            if text is not None:
                return text.replace("\0", "")
        data = data.replace(b"\0", b"") if b"<" in data[:_REACH] else data
    return decode(data, path)


def _stated(data: bytes) -> str | None:
    found = _META.search(data, 0, _REACH)
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def _is_utf8(data: bytes) -> bool:
    """Tell whether bytes are UTF-8, and say so: what is all ASCII may be any encoding."""
    if data.isascii():
        return False
    try:
        data.decode(_UTF8)
    except UnicodeDecodeError:
        return False
    return True


def _named(label: str | None) -> str | None:
    """Give the encoding that browsers know by a label, as Python calls it."""
    return _labels().get(label.strip().lower()) if label else None


@cache
def _labels() -> dict[str, str]:
    every: dict[str, list[str]] = word_lists("formats/web/html_encodings")["labels"]
    return {label: encoding for encoding, labels in every.items() for label in labels}
