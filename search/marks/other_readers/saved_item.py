"""What another program keeps of one article."""

from __future__ import annotations

from typing import NamedTuple


class SavedItem(NamedTuple):
    """An article by its address, and what its reader did with it; `tags` as they stand there."""

    address: str
    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
