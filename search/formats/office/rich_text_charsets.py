"""In which encoding the letters of an RTF document are that it gives as bytes."""

from __future__ import annotations

import re

from search.untrusted import decoded, whole_number

_OF_FONT = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp850",
}  # fmt: skip
"""By the character set of a font (`\\fcharset`, RTF specification 1.9.1)."""

_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")
_FONT = re.compile(rb"\\f(\d{1,5})(?=\D)[^{}]{0,200}?\\fcharset(\d{1,3})")
_NAMED = {b"\\mac": "mac_roman", b"\\pc": "cp437", b"\\pca": "cp850"}
_HEAD = 1 << 16


def page_of(data: bytes) -> str:
    """Give the encoding of the document's bytes where their font doesn't say another."""
    head = data[:_HEAD]
    if found := _PAGE.search(head):
        named = f"cp{decoded(found[1], 'ascii')}"
        return named if decoded(b"", named) is not None else "cp1252"
    for word, encoding in _NAMED.items():
        if re.match(rb"\{\\rtf1?\s*" + re.escape(word) + rb"\b", head):
            return encoding
    return "cp1252"


def fonts_of(table: str) -> dict[str, str]:
    """Give the encodings of fonts that have one of their own, by the fonts' numbers as written.

    Args:
        table: the document's table of fonts. A font of the common Western set goes by the
            document's encoding, as Word has it.
    """
    found: dict[str, str] = {}
    for number, charset in _FONT.findall(table.encode("latin-1", "replace")):
        encoding = _OF_FONT.get(whole_number(decoded(charset, "ascii") or "") or 0)
        if encoding and encoding != "cp1252":
            found[decoded(number, "ascii") or ""] = encoding
    return found
