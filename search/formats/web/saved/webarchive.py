"""Safari's web archives: a property list, binary or XML, that holds a page and what it shows."""

from __future__ import annotations

import plistlib
import struct
from xml.parsers.expat import ExpatError

from search.formats.web.saved.saved_page import SavedPage

_FAULTS = (
    plistlib.InvalidFileException, ExpatError, struct.error, ValueError, TypeError, KeyError,
    IndexError, AttributeError, OverflowError, RecursionError, MemoryError,
)  # fmt: skip
"""What the standard library raises for property lists that are damaged."""


def page_of_webarchive(data: bytes) -> SavedPage | None:
    """Give the main resource of a web archive; None if it is none, or is damaged.

    Entities are never expanded: the standard library refuses a list that declares any.
    """
    try:
        archive = plistlib.loads(data)
        main = archive["WebMainResource"]
        page, charset = main["WebResourceData"], main.get("WebResourceTextEncodingName")
        address = main.get("WebResourceURL")
    except _FAULTS:
        return None
    if not isinstance(page, bytes):
        return None
    return SavedPage(page, _text(charset), _text(address))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
