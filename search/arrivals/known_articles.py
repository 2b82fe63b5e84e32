"""What the articles of a library are known by: their addresses, else identifiers, else texts.

The files are looked through once and the result kept beside the index; later only files that have
changed are read. It is a cache: lost or damaged, it is made anew.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from search.arrivals.arrival import Arrival
from search.arrivals.saved_file import arrived_digest
from search.article import ArticleId
from search.errors import ArticleError
from search.formats import PassedOverError, open_container
from search.library.article_files import understand
from search.library.folder_scan import scan
from search.library.open_file import FileSource
from search.library.saved_head import saved_head
from search.marks.other_readers.address_form import address_form
from search.regular_file import read_regular, sweep_beside
from search.sealed_file import DamagedFileError, load_sealed, save_sealed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from search.arrivals.arrival import Likeness
    from search.library.known_files import File
    from search.library.location import Location

_FILE = "addresses.json"
_VERSION = 2
_MARKDOWN = (".md", ".markdown")
_LARGEST = 4 << 20
_KINDS: tuple[Likeness, ...] = ("address", "id", "text")
_NO_ID = ArticleId("0" * 16)


class Known(NamedTuple):
    """An article of the library.

    Attributes:
        path: where it lies; `path#N` in a container.
        why: what it is known by.
    """

    path: str
    why: Likeness


def identity(url: str | None, own: str, digest: str) -> str:
    """Give what an article is known by, in one form for all ways to write it.

    That is its address, for want of one its own identifier, and else the digest of its text.
    """
    form = address_form(url) if url else None
    return f"address {form}" if form else f"id {own}" if own else f"text {digest}"


def identity_of(arrival: Arrival) -> str:
    """Give what an article that comes in is known by; see `identity`."""
    url = arrival.article.url
    known = bool(url and address_form(url)) or bool(arrival.own)
    return identity(url, arrival.own, "" if known else arrived_digest(arrival))


class KnownArticles:
    """The articles of a library by what they are known by; see `identity`."""

    def __init__(self, where: Location, cache: Path) -> None:
        """Take a library, and the folder in which what was found is kept."""
        self._where = where
        self._cache = cache / _FILE
        self._known: dict[str, Known] = {}
        self._files: dict[str, list[object]] = {}
        self._fresh = False
        self._of_feeds: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)

    def look(self, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Look through what has changed since the last time.

        Raises LibraryError if the library can't be listed. What can't be read is known by nothing.
        Cost: a look at every file; reading those that have changed.
        """
        before = self._load()
        after: dict[str, list[object]] = {}
        for file in scan(self._where).files:
            kept = before.get(file.path)
            stamps = (file.stamp, _times(file.mtime_ns, file.ctime_ns))
            if not (isinstance(kept, list) and kept[0] == file.size and kept[1] in stamps):
                if cancelled():
                    break
                kept = [file.size, file.stamp, *self._read(file)]
            after[file.path] = kept
        self._take(after)
        self._files, self._fresh = after, after != before
        self.keep()

    def note(self, arrival: Arrival, path: str) -> None:
        """Know the file that an article was saved as, so that it needn't be read the next time.

        May be called from several threads.
        """
        with suppress(OSError):
            seen = (self._where.root / path).stat()
            # How files of its folder are called says nothing of a file that states all of itself.
            stamp = _times(seen.st_mtime_ns, seen.st_ctime_ns)
            keys, day = [identity_of(arrival)], arrival.article.published or ""
            said = [arrival.feed, day if arrival.feed else ""]
            self._files[path] = [seen.st_size, stamp, keys, *said]
            self._fresh = True

    def keep(self) -> None:
        """Keep what is known for the next time, if there is anything new; where that can't be, files are read again."""
        if self._fresh:
            self._fresh = False
            with suppress(OSError):
                save_sealed(self._cache, {"version": _VERSION, "files": self._files}, sure=False)

    def sweep(self) -> None:
        """Remove what programs that were killed left of keeping it."""
        sweep_beside(self._cache)

    def find(self, key: str) -> Known | None:
        """Give the article known by a key; None where there is none."""
        return self._known.get(key)

    def of_feed(self, feed: str) -> list[tuple[str, str]]:
        """Give the files that came from a feed and weren't edited since, each with its day, maybe empty."""
        return self._of_feeds.get(feed, [])

    def add(self, key: str, path: str) -> None:
        """Know an article that has come."""
        why = next((one for one in _KINDS if key.startswith(f"{one} ")), None)
        if why is not None:
            self._known.setdefault(key, Known(path, why))

    def _load(self) -> dict[str, object]:
        try:
            said = load_sealed(self._cache, links=False)
        except (DamagedFileError, OSError):
            return {}
        if not isinstance(said, dict) or said.get("version") != _VERSION:
            return {}
        files = said.get("files")
        return files if isinstance(files, dict) else {}

    def _take(self, files: dict[str, list[object]]) -> None:
        for path, (_, _, keys, feed, day) in files.items():
            several = isinstance(keys, list) and len(keys) > 1
            for number, key in enumerate(keys if isinstance(keys, list) else (), 1):
                self.add(str(key), f"{path}#{number}" if several else path)
            if feed:
                self._of_feeds[str(feed)].append((path, str(day)))

    def _read(self, file: File) -> tuple[list[str], str, str]:
        """Give the keys of a file's articles in their order, its feed, and its day; maybe empty."""
        path = self._where.root / file.path
        if file.path.lower().endswith(_MARKDOWN):
            with suppress(OSError):
                head = saved_head(read_regular(path, _LARGEST, links=True))
                if head is not None and (head.url or head.own or head.digest):
                    feed = "" if head.edited or not head.digest else head.feed
                    day = str(head.fields.get("published") or "") if feed else ""
                    return [identity(head.url, head.own, head.digest)], feed, day
        return list(self._keys(file, path)), "", ""

    def _keys(self, file: File, path: Path) -> Iterator[str]:
        """Yield the keys of the articles in a file of any kind, empty for one known by nothing."""
        with suppress(ArticleError, PassedOverError), FileSource(path, file.path) as source:
            container = open_container(source, file.path, any_text=bool(self._where.only))
            for span in container.spans():
                for draft in container.drafts(span.start, span.stop):
                    try:
                        article = understand(draft, file.path, _NO_ID)
                    except ArticleError:
                        yield ""
                    else:
                        yield identity_of(Arrival("", article, draft.own))


def _times(changed: int, touched: int) -> str:
    return f"{changed} {touched}"
