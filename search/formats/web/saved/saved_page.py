"""A page as it was saved, without what it was saved in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The bytes of a page's HTML, and what was said beside them.

    Attributes:
        data: the HTML.
        charset: the encoding named beside it, None or empty if none was.
        url: the address it was saved from, likewise.
    """

    data: bytes
    charset: str | None = None
    url: str | None = None
