"""Decoding bytes to text: which encoding a file is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from search.errors import ArticleError
from search.untrusted import decoded

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a SQLite database"),
)
_SAMPLE = 1 << 18
"""Bytes that the encoding is judged by; a detector's cost grows faster than its certainty."""

_COMMON = ("cp1252", "cp1250")
_NEAR = 0.05
"""How much less a common encoding may fit than a rare one and still be the likelier."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.05
_MOST_FAULTS = 0.1


def decode(data: bytes, path: str) -> str:
    """Give the text of a file, without its byte order mark.

    A byte order mark decides; else UTF-8 if it fits, allowing for a few damaged characters
    (which become U+FFFD); else what charset-normalizer finds likeliest.

    Raises:
        ArticleError: the file is empty, is no text, or fits no encoding.
    """
    if not data.strip():
        raise ArticleError(path, "the file is empty")
    if marked := marked_encoding(data):
        mark, encoding = marked
        text = decoded(data[mark:], encoding) or ""
    else:
        text = _unmarked(data, path)
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text):
        raise ArticleError(path, "this is not text: too many control characters")
    return text


def marked_encoding(data: bytes) -> tuple[int, str] | None:
    """Give the length of a byte order mark and the encoding it stands for; None without one."""
    return next(((len(mark), name) for mark, name in _MARKS if data.startswith(mark)), None)


def _unmarked(data: bytes, path: str) -> str:
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise ArticleError(path, f"this is {what}, not text")
    if b"\0" in data:
        raise ArticleError(path, "this is not text: it has NUL bytes")
    encoding = encoding_of(data, path)
    text = decoded(data, encoding)
    if text is None:
        raise ArticleError(path, f"this is not text: nothing can read {encoding}")
    return text


def encoding_of(data: bytes, path: str) -> str:
    """Find the encoding of text without a byte order mark.

    It is UTF-8 also where a few characters are broken, as in a file cut short. Cost: linear, and
    for what isn't UTF-8 some tens of milliseconds. Raises ArticleError if it fits no encoding.
    """
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-8" if _is_damaged_utf8(data) else _detected(data, path)
    return "utf-8"


def _is_damaged_utf8(data: bytes) -> bool:
    text = decoded(data, "utf-8") or ""
    faults = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - faults
    return faults <= _MOST_FAULTS * sound


def _detected(data: bytes, path: str) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 30 ms that most files never need

    matches = from_bytes(data[:_SAMPLE])
    best = matches.best()
    if best is None:
        raise ArticleError(path, "this is not text: it fits no encoding")
    encoding = best.encoding
    for common in reversed(_COMMON):
        for match in matches:
            near = match.chaos <= best.chaos + _NEAR and match.coherence >= best.coherence - _NEAR
            if match.encoding == common and near:
                encoding = common
    return encoding
