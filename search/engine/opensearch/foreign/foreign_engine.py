"""The engine on an index that others built: it is read, and never written to."""

from __future__ import annotations

import time
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, NoReturn, TypeVar

from search.engine.cancellation import never_cancelled
from search.engine.opensearch.archive_connection import Connection, patiently
from search.engine.opensearch.foreign.field_map import guess_fields, unknown_fields
from search.engine.opensearch.foreign.foreign_snapshot import ForeignSnapshot
from search.engine.opensearch.foreign.foreign_stories import ForeignStories, group_foreign
from search.engine.opensearch.foreign.foreign_view import ForeignView
from search.engine.opensearch.grouped_here import story_set, tell_set
from search.engine.opensearch.nodes.archive_faults import MAY_PASS
from search.engine.opensearch.point_in_time import POSITION, View
from search.engine.state import Health, State
from search.errors import IndexFailedError
from search.library import KnownFiles

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from search.archive_address import ArchiveAddress
    from search.archive_options import ArchiveOptions
    from search.article import ArticleId
    from search.engine.opensearch.foreign.field_map import FieldMap
    from search.engine.protocol import Pair, Snapshot
    from search.engine.writer_protocol import Writer
    from search.query import Query

T = TypeVar("T")
_SEEN = 60.0
"""Seconds that one view of it is looked at: others may write to it all the time."""
_HAS_POSITIONS = (3, 3)
"""The first OpenSearch that sorts by where documents lie in a view."""
_NO_SET = (
    "in an index that others built stories are those of a search, or of what the settings name:"
    ' stories = "after:2026-01-01"'
)
_NO_FIELDS = (
    "its title and text can't be told; name them in the settings:"
    ' fields = { title = "…", text = "…" }'
)


class ForeignEngine:
    """Articles in an index that others built; see `search.engine.protocol.Engine`."""

    holds_texts = True

    def __init__(
        self, address: ArchiveAddress, options: ArchiveOptions, tell: Callable[[str], None]
    ) -> None:
        self._connection = Connection(address, options)
        self._tell = tell
        self._told: set[str] = set()
        self._opened: ForeignView | None = None
        self._since = 0.0
        self._lock = Lock()
        self._stories = ForeignStories()
        self._grouped: tuple[object, ...] = ("",)
        self._among: Query | None = None

    def state(self) -> State:
        """Say whether it can be read; one question."""
        return State("ready") if self._fields() else State("outdated", _NO_FIELDS)

    def version(self) -> str:
        """Give a version: how many articles there are, by which new ones are seen."""
        answer = self._connection.ask(f"/{self._connection.address.index}/_count")
        return f"foreign:{answer.get('count')}"

    def read(self, task: Callable[[Snapshot], T], *, aside: bool = False) -> T:
        """Do a task with a view of the index, a minute old at most."""
        del aside
        return patiently(
            lambda: task(ForeignSnapshot(self._current(), self._stories)),
            self._forget,
            passing=MAY_PASS,
        )

    def write(self, task: Callable[[Writer], T], *, rebuild: bool = False) -> T:
        """Refuse."""
        del task, rebuild
        self._refuse("others built it, so nothing is written to it")

    def group_stories(
        self,
        together: Collection[Pair],
        apart: Collection[Pair],
        changed: Collection[ArticleId] = (),
        cancelled: Callable[[], bool] = never_cancelled,
        among: Query | None = None,
    ) -> int:
        """Group what is wanted here, the newest of it if there are days, as many as the options say.

        Unless anything is wanted or the settings name a set, none are grouped, and that is said: the
        texts of all that are have to come. For that reason too what was grouped last stays, also if
        others wrote meanwhile, until something is wanted again.
        """
        del changed
        said = (frozenset(together), frozenset(apart))
        version = self.version() if among is not None else self._grouped[0]
        among = among if among is not None else self._among
        options = self._connection.options
        if among is None and not options.stories:
            self._tell_once(_NO_SET)
            return 0
        asked = (version, said, among)
        if asked != self._grouped:

            def group(there: ForeignView) -> ForeignStories:
                these = story_set(
                    there.query.translate, options, among, newest=bool(there.fields.day)
                )
                tell_set(there.view, these, self._tell)
                count = len(ForeignSnapshot(there, self._stories))
                labels = self._stories.labels
                return group_foreign(there, count, these, said, labels, cancelled)

            passing = MAY_PASS
            self._stories = patiently(lambda: group(self._current()), self._forget, passing=passing)
            self._grouped, self._among = asked, among
        return self._stories.left_out

    def known_files(self) -> KnownFiles:
        """Give none: it is not known."""
        return KnownFiles()

    def health(self) -> Health:
        """Ask it how it is, and say what its fields are taken for."""
        told = self._connection.ask("/").get("version")
        number = told.get("number", "") if isinstance(told, dict) else ""
        fields = self._fields()
        where = str(self._connection.address)
        lines = fields.lines if fields else ()
        name = f"OpenSearch {number}".strip()
        return Health(self.state(), name, where, None, fields=lines)

    def close(self) -> None:
        """Let go of the view and of all connections."""
        with suppress(IndexFailedError), self._lock:
            if self._opened:
                self._opened.view.close()
                self._opened = None
        self._connection.close()

    def _current(self) -> ForeignView:
        with self._lock:
            if self._opened is None or time.monotonic() - self._since > _SEEN:
                fields = self._opened.fields if self._opened else self._fields()
                if fields is None:
                    self._refuse(_NO_FIELDS)
                tie = self._opened.view.tie if self._opened else self._tie()
                view = View(self._connection, self._connection.address.index, tie)
                there = self._connection
                self._opened = ForeignView(
                    there.address, there.options, fields, view, self._tell_once
                )
                self._since = time.monotonic()
            return self._opened

    def _forget(self) -> None:
        with self._lock:
            self._opened = None

    def _fields(self) -> FieldMap | None:
        path = f"/{self._connection.address.index}/_field_caps"
        caps, chosen = self._connection.ask(path, fields="*"), self._connection.options.fields
        for fault in unknown_fields(caps, chosen):
            self._tell_once(fault)
        return guess_fields(caps, chosen)

    def _tie(self) -> str:
        """Give what tells documents apart: sorting by ids has an archive hold them all in its memory.

        Who may not ask for its version is asked for ids.
        """
        try:
            return POSITION if self._connection.check_version() >= _HAS_POSITIONS else "_id"
        except IndexFailedError:
            return "_id"

    def _tell_once(self, said: str) -> None:
        if said not in self._told:
            self._told.add(said)
            self._tell(said)

    def _refuse(self, reason: str) -> NoReturn:
        raise self._connection.failed(reason)
