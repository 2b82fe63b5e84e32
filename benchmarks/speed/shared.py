"""Diptych's index, built by two processes beside the one that leads them.

They read the corpus themselves, as they would read files, so reading counts here.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from speed.engines import Arrays, fields_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from typing import BinaryIO

    Task = tuple[str, int]
    """The file of the corpus, and where an article begins in it."""

PARTNERS = 2


@lru_cache(maxsize=1)
def _opened(path: str) -> BinaryIO:
    return open(path, "rb")


def prepare(task: Task) -> Generator[dict[str, Any], None, int]:
    """Read one article; tell how many bytes of text it has."""
    path, start = task
    stream = _opened(path)
    stream.seek(start)
    made = json.loads(stream.readline())
    yield fields_of(made)
    return len(made[1].encode()) + len(made[2].encode())


class Shared(Arrays):
    """Two processes take the articles in turn."""

    def begin(self) -> None:
        from search.engine.whoosh.schema import schema
        from search.engine.whoosh.writing.array_writer import ArrayWriter

        self.folder.mkdir(parents=True, exist_ok=True)
        self.writer = ArrayWriter(self.create(self.folder, schema()), workers=PARTNERS)

    def tasks(self, corpus: str) -> Iterator[Task]:
        """Find where each article begins."""
        at = 0
        with open(corpus, "rb") as stream:
            for line in stream:
                yield corpus, at
                at += len(line)

    def work(self, tasks: Iterable[Task]) -> int:
        """Add all; give how many bytes of text they have."""
        return sum(self.writer.work(tasks, prepare))
