"""The report of a sync."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from search.errors import ArticleError


class Cut(NamedTuple):
    """An article that is longer than a limit: its path, and in a phrase what was left out."""

    path: str
    what: str


class Skipped(NamedTuple):
    """Files that weren't read, and aren't broken.

    Attributes:
        suffix: theirs, with its dot; empty for files without one.
        files: how many they are.
        why: in a phrase.
        needs: the command after which they could be read; None if there is none.
    """

    suffix: str
    files: int
    why: str
    needs: str | None


@dataclass(frozen=True, slots=True)
class SyncReport:
    """The report of a sync.

    Attributes:
        articles: how many the library has now.
        added, changed, removed: how many differ from the last sync; a renamed file counts as
            one removed and one added.
        failed: what could not be read, sorted by path.
        cut: what was read this time but for a part, sorted by path.
        skipped: the files that were passed over, by suffix, most files first.
        addresses: how many addresses its files have, of articles whose texts they haven't.
        rebuilt: why the index was built anew (`damaged`, `outdated`, `asked for`), None when it
            wasn't. All articles then count as added.
        seconds: wall time.
        news: whether other articles can be found than at the last sync, whoever indexed them;
            another program may have.
    """

    articles: int
    added: int
    changed: int
    removed: int
    failed: tuple[ArticleError, ...]
    cut: tuple[Cut, ...]
    skipped: tuple[Skipped, ...]
    addresses: int
    rebuilt: str | None
    seconds: float
    news: bool = True
