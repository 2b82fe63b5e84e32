"""What an archive holds, by id, in a few bytes an article."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from typing import TYPE_CHECKING

from search.article import ArticleId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DIGEST = 16
_ID_DIGITS = 16


class StampTable:
    """The digests of an archive's articles by their ids, and which of them were asked for.

    Memory: 25 bytes an article. Ids or digests of another form than those of Diptych are known by
    nothing they hold, so that their articles are sent again, or taken away.
    """

    def __init__(self, stamps: Iterable[tuple[str, str]]) -> None:
        """Take ids with their digests, ascending by id."""
        self._ids = array("Q")
        self._digests = bytearray()
        self._odd: dict[str, bool] = {}
        for one, digest in stamps:
            number, told = _number(one), _bytes(digest)
            if number is None or (self._ids and number <= self._ids[-1]):
                self._odd[one] = False
            else:
                self._ids.append(number)
                self._digests += told
        self._seen = bytearray(len(self._ids))

    def __len__(self) -> int:
        return len(self._ids) + len(self._odd)

    def take(self, one: ArticleId) -> str | None:
        """Give the digest of an article, None if there is none; it is left no more."""
        number = _number(one)
        at = bisect_left(self._ids, number) if number is not None else len(self._ids)
        if at < len(self._ids) and self._ids[at] == number:
            self._seen[at] = True
            return self._digests[at * _DIGEST : (at + 1) * _DIGEST].hex()
        return "" if self._odd.pop(one, None) is not None else None

    def left(self) -> Iterator[ArticleId]:
        """Yield those that weren't asked for, ascending but for ids of another form."""
        for at, seen in enumerate(self._seen):
            if not seen:
                yield ArticleId(f"{self._ids[at]:0{_ID_DIGITS}x}")
        yield from map(ArticleId, sorted(self._odd))


def _number(one: str) -> int | None:
    """Give the number that an id is; None for one of another form."""
    if len(one) != _ID_DIGITS:
        return None
    try:
        data = bytes.fromhex(one)
    except ValueError:
        return None
    return int.from_bytes(data, "big") if data.hex() == one else None


def _bytes(digest: str) -> bytes:
    try:
        data = bytes.fromhex(digest)
    except ValueError:
        data = b""
    return data if len(data) == _DIGEST else bytes(_DIGEST)
