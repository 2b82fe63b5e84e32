"""Files of several articles, opened by their kinds as a library opens them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from search.article import ArticleId
from search.errors import ArticleError
from search.formats.container import BytesSource
from search.formats.kinds import SAMPLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.article import Article
    from search.formats.container import Container
    from search.formats.kinds import Kind

_NOBODY = ArticleId("0" * 16)


def opened(kinds: Iterable[Kind], data: bytes, name: str) -> Container:
    """Open a file by the first kind that takes it; raise LookupError if none does."""
    for kind in kinds:
        named = name.lower().endswith(kind.suffixes) or kind.signed
        if named and (kind.recognises is None or kind.recognises(data[:SAMPLE])):
            return kind.open(BytesSource(data), name)
    raise LookupError(name)


def understood(container: Container, name: str) -> list[Article | str]:
    """Give each article of a container, in order, or why it can't be read."""
    found: list[Article | str] = []
    for start, stop, records in container.spans():
        drafts = container.drafts(start, stop)
        assert len(drafts) == records
        for draft in drafts:
            try:
                found.append(draft.article(f"{name}#{len(found) + 1}", _NOBODY))
            except ArticleError as error:
                found.append(str(error).removeprefix(f"{name}#{len(found) + 1}: "))
    return found


def taken_apart(kinds: Iterable[Kind], data: str | bytes, name: str) -> list[Article | str]:
    """Give each article of a file, in order, or why it can't be read."""
    whole = data.encode() if isinstance(data, str) else data
    return understood(opened(kinds, whole, name), name)


@dataclass(slots=True)
class Watched:
    """Bytes of which is noted how many are read at once."""

    data: bytes
    most: int = 0
    total: int = field(default=0)

    @property
    def size(self) -> int:
        """How many there are."""
        return len(self.data)

    def read(self, start: int, stop: int) -> bytes:
        """Give the bytes from one place up to another."""
        found = self.data[start:stop]
        self.most = max(self.most, len(found))
        self.total += len(found)
        return found
