"""What the standard library reads from text, where strangers wrote the text.

Each of its functions raises for some text that looks harmless: an address whose host changes under
NFKC, a number of five thousand digits, `²`, the encoding `rot13`. Here each gives None instead, so that
one odd value costs an article that value and nothing else. No other module calls them on text that
isn't our own; a test holds them to that.
"""

from __future__ import annotations

import codecs
from datetime import date, datetime
from typing import NamedTuple

_WEB = frozenset({"http", "https"})
_DAY = 10
_MOST_DIGITS = 18
"""Digits of a number: more count nothing in the world, and Python reads no more than 4,300."""


def is_web_address(text: str) -> bool:
    """Tell whether a browser may be sent to an address: http or https, a host, a port if any."""
    if not text.isprintable() or " " in text:
        return False
    from urllib.parse import urlsplit  # noqa: PLC0415 - the first screen has no address

    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    return parts.scheme.lower() in _WEB and bool(parts.hostname) and port != 0


class WebAddress(NamedTuple):
    """The parts of a web address; `port` is None where the scheme says it, `host` in lower case."""

    scheme: str
    host: str
    port: int | None
    path: str
    query: str


def web_address(text: str) -> WebAddress | None:
    """Take apart what `is_web_address` tells is one; None for anything else."""
    if not is_web_address(text):
        return None
    from urllib.parse import urlsplit  # noqa: PLC0415 - as above

    parts = urlsplit(text)
    return WebAddress(
        parts.scheme.lower(), parts.hostname or "", parts.port, parts.path, parts.query
    )


def joined_address(base: str, target: str) -> str:
    """Give the address that a page at `base` means by `target`; `target` itself where it means none."""
    from urllib.parse import urljoin  # noqa: PLC0415 - as above

    try:
        return urljoin(base, target)
    except ValueError:
        return target


def iso_day(text: str) -> date | None:
    """Read the day with which an ISO 8601 day or time begins, as `2019-02-08`; None for any other."""
    try:
        return date.fromisoformat(text[:_DAY]) if len(text) >= _DAY else None
    except ValueError:
        return None


def iso_time(text: str) -> datetime | None:
    """Read an ISO 8601 time, with its offset if it has one; None for any other text, a day too."""
    if "T" not in text:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def whole_number(text: str) -> int | None:
    """Read a whole number of decimal digits of any script; None for other text, and endless ones."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None


def decoded(data: bytes, encoding: str) -> str | None:
    """Decode bytes by an encoding of any name, what doesn't fit replaced.

    None where no encoding is called so, where it is none of text, or where it fails altogether.
    """
    try:
        if not getattr(codecs.lookup(encoding), "_is_text_encoding", True):
            return None
        return data.decode(encoding, errors="replace")
    except (LookupError, ValueError, OverflowError):
        return None
