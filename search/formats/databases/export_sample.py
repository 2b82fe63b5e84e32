"""The beginning of a file as text, for telling what kind of export it is."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from search.untrusted import decoded

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARKUP = re.compile(r"<(?:html|head|body|div|table|span|p|article|!doctype html)\b", re.IGNORECASE)
_BEGINNING = 4_000


@lru_cache(maxsize=2)
def sample_text(sample: bytes) -> str:
    """Give a file's first bytes as text, a broken character where they were cut included."""
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return decoded(sample[len(mark) :], encoding) or ""
    text = decoded(sample, "utf-8") or ""
    return text if text.count("\ufffd") <= 1 else decoded(sample, "cp1252") or ""


@lru_cache(maxsize=2)
def small_letters(sample: bytes) -> str:
    """Give a file's first bytes as text in small letters, for a first look."""
    return sample_text(sample).lower()


def is_markup(text: str) -> bool:
    """Tell whether a text is a page: it begins with a tag, and has one of a page's near."""
    beginning = text[:_BEGINNING].lstrip("\ufeff \t\r\n")
    return beginning.startswith("<") and bool(_MARKUP.search(beginning))
