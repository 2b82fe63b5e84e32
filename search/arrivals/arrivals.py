"""Bringing news into a library: what is to become of it, and doing it."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from search.arrivals.arrival import (
    Arrival,
    ChangedArticle,
    Duplicate,
    InLibrary,
    NewArticle,
    Rejected,
)
from search.arrivals.known_articles import KnownArticles, identity, identity_of
from search.arrivals.named_sources import incoming
from search.arrivals.replaced_file import replace_file
from search.arrivals.saved_file import arrived_digest, file_stem, file_text
from search.arrivals.side_by_side import Asked, fetch_each
from search.arrivals.similar_texts import SimilarTexts
from search.arrivals.whole_texts import with_whole_texts
from search.desk.cache_folder import index_folder
from search.desk.revisions.kept_versions import (
    LARGEST,
    REVISIONS,
    SUFFIX,
    has_kept,
    versions_of,
)
from search.errors import LibraryError
from search.export.part_files import sweep_parts
from search.export.whole_file import write_whole
from search.fetch.access import Access
from search.fetch.cookie_file import NO_COOKIES, read_cookies
from search.fetch.robots import Robots
from search.library.location import locate
from search.library.saved_head import saved_head
from search.regular_file import read_regular
from search.untrusted import iso_day

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from search.arrivals.arrival import Decision, Incoming
    from search.arrivals.known_articles import Known
    from search.arrivals.side_by_side import Answer
    from search.desk.desk import Desk
    from search.formats.kinds import ColumnNames
    from search.library.saved_head import SavedHead

_KEPT = ("source", "authors", "published", "language", "tags")
"""What a version says that lacks it in what came: a page seldom unsays its day."""
_HEAD = (*_KEPT, "title", "url")
"""What stays as it is where only the text of an article comes, all of it at last."""


class Arrivals:
    """What comes into one library. Not safe to use from several threads.

    Each thing is decided on by what the library has and by what came before it, so nothing comes
    twice. `decisions` changes nothing on the disk but a cache; `carry_out` does one decision.
    """

    def __init__(
        self,
        desk: Desk,
        allowed: Collection[str] = (),
        cache: Path | None = None,
        cookies: Path | None = None,
        sync: Callable[[], object] = lambda: None,
    ) -> None:
        """Look at a library; raise LibraryError if that can't be.

        Args:
            desk: the library, which has to be a folder.
            allowed: hosts in private networks that may be asked, by name.
            cache: where indexes are kept; the user's cache folder when None.
            cookies: a file of cookies, as browsers export it; see `read_cookies` for its errors.
            sync: has the index brought up to date; called once, when it is first needed.
        """
        where = locate(desk.library)
        if where.only:
            raise LibraryError(desk.library, "it is a file, and articles are saved in folders")
        self._root = where.root
        self.cookie_file = cookies
        self.access = Access(
            frozenset(name.lower() for name in allowed),
            read_cookies(cookies) if cookies else NO_COOKIES,
        )
        self._robots = Robots(self.access)
        self._known = KnownArticles(where, index_folder(where, cache))
        self._known.look()
        self._alike = SimilarTexts(desk, sync)
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._naming = Lock()

    def decisions(
        self,
        what: Iterable[str],
        given: bytes = b"",
        columns: ColumnNames = (),
        *,
        full: bool = False,
    ) -> Iterator[Decision]:
        """Yield what is to become of each thing that comes, as soon as that is known.

        Never raises SearchError: what is wrong with one thing is told, and the rest goes on. Cost:
        fetching and reading it, and for an article of an unknown address a search.

        Args:
            what: paths, addresses of the web, `-`.
            given: what `-` stands for.
            columns: what those of tables are called: pairs of `COLUMN_ROLES` and names.
            full: whether texts that are cut are fetched whole.
        """
        for name in what:
            came = incoming(name, self._root, self._robots, given, columns)
            for one in self.whole(came) if full else came:
                yield self.decide(one)

    def whole(self, came: Iterable[Incoming]) -> Iterator[Incoming]:
        """Yield what comes, each text that is cut whole if it can be fetched; see `with_whole_texts`.

        Those that are in the library whole already, or were edited there, aren't fetched.
        """
        return with_whole_texts(came, self._lacks, self._pages)

    def _lacks(self, one: Arrival) -> bool:
        """Tell whether the library has no whole text of an article, and would take one."""
        known = self._known.find(identity_of(one))
        if known is None:
            return True
        head = self._saved(known.path) if known.path not in self._taken else None
        return head is not None and not (head.whole or head.edited)

    def _pages(self, urls: Sequence[str]) -> Iterator[Answer]:
        return fetch_each([Asked(url, page=True) for url in urls], self.access, self._robots)

    def _saved(self, path: str) -> SavedHead | None:
        """Give what a file says that was saved here; None for any other."""
        if not path.endswith(SUFFIX):
            return None
        try:
            head = saved_head(read_regular(self._root / path, LARGEST))
        except OSError:
            return None
        return head if head is not None and head.digest else None

    def carry_out(self, decision: Decision) -> str:
        """Write the file of a new or changed article, whole or not at all; raise NotWrittenError.

        Versions are kept as `replace_file` says; a new article gets another name if its own has been
        given since it was decided on. Other decisions need nothing. Gives the path of the file in
        the library, empty without one. May be called from several threads.
        """
        seen = datetime.now(UTC).isoformat(timespec="seconds")
        if isinstance(decision, NewArticle):
            path = decision.path
            if os.path.lexists(self._root / path):
                path = self._free_path(file_stem(decision.arrival))
            write_whole(self._root / path, [file_text(decision.arrival, seen)])
        elif isinstance(decision, ChangedArticle):
            path = decision.path
            replace_file(self._root, decision, file_text(decision.arrival, seen))
        else:
            return ""
        self._known.note(decision.arrival, path)
        return path

    def sweep(self) -> None:
        """Remove what programs that were killed left half written. Cost: a look at each folder of files."""
        self._known.sweep()
        sweep_parts(self._root)
        for folder, _, _ in os.walk(self._root / REVISIONS):
            sweep_parts(Path(folder))

    def keep(self) -> None:
        """Keep what is known of the library for the next time; for want of it, more is read then."""
        self._known.keep()

    def knows(self, url: str) -> bool:
        """Tell whether there is an article of this address."""
        return self._known.find(identity(url, "", "")) is not None

    def has(self, one: Arrival) -> bool:
        """Tell whether there is an article that this one is a version of; cheaper than `decide`."""
        return self._known.find(identity_of(one)) is not None

    def aged(self, feeds: Collection[str], before: date) -> list[str]:
        """Give the paths of articles that came from feeds, are of a day before one, and weren't edited."""
        return [
            path
            for feed in feeds
            for path, day in self._known.of_feed(feed)
            if path not in self._taken and (iso_day(day) or before) < before
        ]

    def decide(self, one: Incoming) -> Decision:
        """Say what is to become of one thing; see `decisions`."""
        if isinstance(one, InLibrary):
            return Duplicate(one.origin, one.path, "file")
        if not isinstance(one, Arrival):
            return one
        key = identity_of(one)
        if known := self._known.find(key):
            return self._again(one, known)
        path = self._alike.find(one.article)
        if path is not None:
            return Duplicate(one.origin, path, "text")
        path = self._free_path(file_stem(one))
        self._known.add(key, path)
        self._alike.add(one.article, path)
        return NewArticle(one, path)

    def _again(self, one: Arrival, known: Known) -> Decision:
        """Decide on an article that is there: a duplicate, unless its publisher changed it.

        Only a file that was saved here can tell; one that was edited since stays as it is.
        """
        same = Duplicate(one.origin, known.path, known.why)
        if known.path in self._taken:
            return same
        head = self._saved(known.path)
        if head is None or head.digest == arrived_digest(one):
            return same
        if head.whole and not one.article.whole:
            return same  # a feed's summary is no later version of the page
        if head.edited:
            return Rejected(
                one.origin,
                f"its publisher changed it, but {known.path} was edited here and stays as it is",
            )
        self._taken.add(known.path)
        one = replace(one, feed=one.feed or head.feed)
        current = versions_of(self._root, known.path).current
        if one.article.whole and not head.whole:
            whole = _completed(one, head.fields, _HEAD)
            return ChangedArticle(whole, known.path, current, completes=True)
        return ChangedArticle(_completed(one, head.fields), known.path, current + 1)

    def _free_path(self, stem: str) -> str:
        """Take a name that no file has, nor had any of which versions were kept, nor one to be written."""
        with self._naming:
            number = self._numbers.get(stem, 1)
            path = _numbered(stem, number)
            while (
                path in self._taken
                or os.path.lexists(self._root / path)
                or has_kept(self._root, path)
            ):
                number += 1
                path = _numbered(stem, number)
            self._numbers[stem] = number  # many of one headline would each begin at 2
            self._taken.add(path)
            return path


def _numbered(stem: str, number: int) -> str:
    """Give the name of the first, second … file of a headline."""
    return f"{stem}{SUFFIX}" if number == 1 else f"{stem}-{number}{SUFFIX}"


def _completed(one: Arrival, before: Mapping[str, object], stays: Collection[str] = ()) -> Arrival:
    """Give an article what the version before it said and it doesn't: a feed knows the day, a page may not.

    What `stays` is as it was, whatever it says.
    """
    article = one.article
    kept: dict[str, Any] = {
        name: before[name]
        for name in (*_KEPT, *stays)
        if before.get(name) and (name in stays or not getattr(article, name))
    }
    return replace(one, article=replace(article, **kept)) if kept else one
